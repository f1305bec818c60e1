// The chat API as the widget uses it: safe retries, and a live stream that resumes where it broke.

export class Problem extends Error {
  constructor(status, detail, retry) {
    super(detail);
    this.status = status;
    this.retry = retry;
  }
}

export class Api {
  constructor(base) {
    this.root = new URL("api/v1", base).href;
    this.session = null; // {id, token}
  }

  async call(method, path, body, headers = {}) {
    const auth = this.session ? { Authorization: `Bearer ${this.session.token}` } : {};
    const type = body === undefined ? {} : { "Content-Type": "application/json" };
    const response = await fetch(this.root + path, {
      method,
      headers: { ...auth, ...type, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (response.ok) return response;
    const problem = await response.json().catch(() => ({}));
    throw new Problem(response.status, problem.detail ?? response.statusText, problem.retry);
  }

  async json(method, path, body) {
    const response = await this.call(method, path, body);
    return response.status === 204 ? null : response.json();
  }

  path(rest = "") {
    return `/conversations/${this.session.id}${rest}`;
  }

  status() {
    return this.json("GET", "/status");
  }

  async start(language) {
    this.session = null;
    const started = await this.json("POST", "/conversations", { language });
    this.session = { id: started.id, token: started.token };
    return started;
  }

  // Opens the conversation that a code carries; the one that was open stays open when it does not.
  async claim(code) {
    this.session = await this.json("POST", "/conversations/claim", { claim_code: code });
  }

  channels() {
    return this.json("GET", "/channels");
  }

  async link() {
    return (await this.json("POST", this.path("/link"))).url;
  }

  messages(after) {
    return this.json("GET", this.path(`/messages?after=${after}`));
  }

  say(said) {
    return this.json("POST", this.path("/messages"), said);
  }

  feedback(message_id, helpful) {
    return this.json("POST", this.path("/feedback"), { message_id, helpful });
  }

  contact(email) {
    return this.json("POST", this.path("/contact"), { email });
  }

  typing() {
    return this.json("POST", this.path("/typing"));
  }

  erase() {
    return this.json("DELETE", this.path());
  }

  async transcript() {
    const response = await this.call("GET", this.path("/transcript"), undefined, { Accept: "text/plain" });
    return response.text();
  }

  // Calls on.event(kind, body) for every event after `seq`, for ever, until `signal` aborts.
  async listen(seq, on, signal) {
    let last = seq;
    let pause = 500;
    while (!signal.aborted) {
      try {
        const response = await this.call("GET", this.path("/events"), undefined, {
          Accept: "text/event-stream",
          "Last-Event-ID": String(last),
        });
        pause = 500;
        on.connected(true);
        for await (const event of events(response.body, signal)) {
          if (event.id) last = Number(event.id);
          on.event(event.kind, JSON.parse(event.data));
        }
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof Problem && error.status === 401) return on.gone();
        on.connected(false);
      }
      await new Promise((done) => setTimeout(done, pause));
      pause = Math.min(pause * 2, 15000);
    }
  }
}

async function* events(body, signal) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  signal.addEventListener("abort", () => reader.cancel().catch(() => {}));
  let text = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += value.replaceAll("\r\n", "\n");
    const blocks = text.split("\n\n");
    text = blocks.pop();
    for (const block of blocks) {
      const event = { kind: "message", data: "", id: "" };
      for (const line of block.split("\n")) {
        if (line.startsWith("event: ")) event.kind = line.slice(7);
        if (line.startsWith("data: ")) event.data += line.slice(6);
        if (line.startsWith("id: ")) event.id = line.slice(4);
      }
      if (event.data) yield event;
    }
  }
}
