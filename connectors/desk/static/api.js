// The desk's API: every change carries the session's own token; what goes wrong says so in words.

export class Problem extends Error {
  constructor(status, detail, retry) {
    super(detail);
    this.status = status;
    this.retry = retry;
  }
}

const root = "/desk/api/v1";
let csrf = "";
let onExpired = () => {};

export function setUp(token, expired) {
  csrf = token;
  onExpired = expired;
}

export async function call(method, path, body) {
  let response;
  try {
    response = await fetch(root + path, {
      method,
      credentials: "same-origin",
      headers: {
        ...(method === "GET" ? {} : { "X-CSRF-Token": csrf }),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Problem(0, "The connection is gone. Nothing is lost; try again in a moment.", true);
  }
  if (response.status === 204) return null;
  if (response.ok) return response.json();
  const problem = await response.json().catch(() => ({}));
  if (response.status === 401) onExpired();
  throw new Problem(response.status, problem.detail ?? response.statusText, problem.retry);
}

export const get = (path) => call("GET", path);
export const post = (path, body) => call("POST", path, body);
export const put = (path, body) => call("PUT", path, body);
export const drop = (path) => call("DELETE", path);

// Everything that happens, for as long as the window is open. EventSource comes again by itself;
// after every break the window reads anew what it may have missed.
export function listen(on) {
  let source;
  let broken = false;
  const connect = () => {
    source = new EventSource(`${root}/events`);
    for (const kind of ["ready", "message", "owner", "typing", "rows", "erased", "desk", "presence"]) {
      source.addEventListener(kind, (event) => {
        if (kind === "ready") {
          on.connected(broken);
          broken = false;
        } else if (event.data) on[kind]?.(JSON.parse(event.data));
      });
    }
    source.onerror = () => {
      if (!broken) on.lost();
      broken = true;
      if (source.readyState === EventSource.CLOSED) {
        get("/me").then(() => setTimeout(connect, 2000), (error) => error.status !== 401 && setTimeout(connect, 4000));
      }
    };
  };
  connect();
  addEventListener("pagehide", () => source.close());
}
