// The console: keeps the inbox and the open conversation true to the server, and acts for the librarian.
import { $, announce, el, redraw, words } from "./el.js";
import { drop, get, listen, post, setUp } from "./api.js";
import { askClose, askFilter, askPresence, askSnooze, askTransfer } from "./acts.js";
import { Composer } from "./composer.js";
import { VIEWS, chosen, clockState, counts, drawList, drawViews, unread } from "./inbox.js";
import { bindKeys, help } from "./keys.js";
import { notice, showTrouble } from "./notices.js";
import { Side } from "./side.js";
import { Talk } from "./talk.js";
import { alertLibrarian, beQuiet } from "./sound.js";

const root = $("#console");
const state = {
  me: root.dataset.me, role: root.dataset.role, rows: new Map(), seen: {}, view: "waiting", filters: {}, views: [], canned: [], labels: [],
  colleagues: [], named: new Set(), hits: null, open: null, asReader: false, presence: "away", saved: null, older,
};

const banner = (...content) => notice("#banner", ...content);

function expired() {
  const here = state.open ? `/desk/c/${state.open}` : "/desk";
  banner("Your session has ended. What you typed is kept in this window. ", el("a", { href: `/desk/sign-in?next=${here}` }, "Sign in again"));
}

// Says something for a moment; what stands there for longer (no session, no connection) stays.
let telling = 0;
function tell(text) {
  clearTimeout(telling);
  notice("#told", text);
  telling = setTimeout(() => notice("#told"), 8000);
}

// Runs an act; what the server refuses is said in its own words.
async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    if (error.status !== 401) tell(error.message); // a session that ended has a banner of its own
    return undefined;
  }
}

let drawing = 0;
function draw() {
  cancelAnimationFrame(drawing);
  drawing = requestAnimationFrame(() => {
    drawViews(state, show);
    drawList(state, open);
    const named = Object.entries(state.filters).map(([key, value]) => (value === true ? key : `${words(key)}: ${state.colleagues.find((c) => c.id === value)?.name ?? value}`));
    const box = $("#filters");
    box.hidden = !named.length;
    const off = el("button", { type: "button", "data-id": "off", class: "quiet", onclick: () => show(state.view) }, "Show all");
    const forget = el("button", { type: "button", "data-id": "forget", class: "quiet", onclick: forgetView }, "Forget this view");
    redraw(box, named.join(", "), off, state.saved ? forget : null);
  });
}

async function forgetView() {
  await attempt(() => drop(`/views/${state.saved}`));
  state.views = state.views.filter((view) => view.id !== state.saved);
  show(state.view);
}

async function load() {
  const inbox = await get("/inbox");
  const kept = [...state.rows.values()].filter((row) => state.view === "closed" && row.owner === "closed");
  state.rows = new Map([...kept, ...inbox.rows].map((row) => [row.id, row]));
  state.seen = inbox.seen;
  if (!state.loaded && !counts(state).waiting) state.view = counts(state).mine ? "mine" : "open";
  state.loaded = true;
  draw();
}

async function loadDesk() {
  const wanted = ["/colleagues", "/views", "/canned", "/labels", "/mentions"].map((path) => get(path));
  let mentions;
  [state.colleagues, state.views, state.canned, state.labels, mentions] = await Promise.all(wanted);
  state.named = new Set(mentions.map((one) => one.conversation_id));
  showPresence(state.colleagues.find((one) => one.id === state.me)?.presence ?? "away");
  draw();
}

function showPresence(presence) {
  state.presence = presence;
  const button = $("#presence");
  button.className = `presence ${presence}`;
  button.textContent = { online: "Online", away: "Away", out: "Out" }[presence];
}

async function show(view, saved = null) {
  state.view = view;
  state.saved = saved?.id ?? null;
  state.filters = saved ? { ...saved.filters, view: undefined } : {};
  Object.keys(state.filters).forEach((key) => state.filters[key] === undefined && delete state.filters[key]);
  state.hits = null;
  $("#search").value = "";
  if (view === "closed") await attempt(async () => (await get("/inbox/closed")).forEach((row) => state.rows.set(row.id, row)));
  draw();
}

async function older() {
  const last = chosen(state).at(-1);
  await attempt(async () => (await get(`/inbox/closed?before=${encodeURIComponent(last.updated_at)}`)).forEach((row) => state.rows.set(row.id, row)));
  draw();
}

// --- the open conversation
const talk = new Talk(state, {});
const composer = new Composer(state, {});
const side = new Side($(".side"), state, {});

let opening = 0;
async function open(id, push = true) {
  const wanted = ++opening;
  const whole = await attempt(() => get(`/conversations/${id}`));
  if (!whole || wanted !== opening) return; // another was opened while this one was on its way
  state.open = id;
  state.whole = whole;
  state.rows.set(id, whole.row);
  if (push) history.pushState({ id }, "", `/desk/c/${id}`);
  root.classList.add("open");
  talk.show(whole);
  composer.draw(talk.composer, whole.row);
  talk.bottom();
  side.show(whole);
  read(whole.row);
  draw();
}

function leave(push = true) {
  opening += 1;
  if (!state.open) return;
  const id = state.open;
  state.open = null;
  root.classList.remove("open", "beside");
  talk.clear();
  $(".side").hidden = true;
  if (push) history.pushState({}, "", "/desk");
  draw();
  requestAnimationFrame(() => $(`.list [data-id="${id}"] button`)?.focus());
}

function read(row) {
  if (document.hidden || !unread(row, state)) return;
  state.seen[row.id] = row.last_seq;
  state.named.delete(row.id);
  post(`/conversations/${row.id}/seen`, { seq: row.last_seq }).catch(() => {});
}

// Turns are written after their messages: a moment later the log says what was understood.
let learning = 0;
function learnSoon(wait = 700) {
  clearTimeout(learning);
  learning = setTimeout(async () => {
    const id = state.open;
    const whole = id && (await get(`/conversations/${id}`).catch(() => null));
    if (!whole || state.open !== id) return;
    state.whole = whole;
    talk.learn(whole);
    refreshOpen(whole.row);
    side.show(whole);
    if (Object.values(whole.delivery).includes("waiting")) learnSoon(5000); // nobody tells when it arrives
  }, wait);
}

function refreshOpen(row) {
  talk.drawHeader(row);
  composer.draw(talk.composer, row);
  read(row);
}

async function act(path, body) {
  if (!state.open) return undefined;
  const done = await attempt(() => post(`/conversations/${state.open}/${path}`, body));
  if (done !== undefined) learnNow();
  return done;
}

async function learnNow() {
  const id = state.open;
  const whole = await attempt(() => get(`/conversations/${id}`));
  if (!whole || state.open !== id) return;
  state.rows.set(id, whole.row);
  state.whole = whole;
  talk.learn(whole);
  refreshOpen(whole.row);
  side.show(whole);
  draw();
}

const current = () => state.rows.get(state.open);
const isMine = (row) => row?.owner === "librarian" && row.librarian_id === state.me;

const acts = {
  open, leave: () => leave(), help, tell,
  move(step) {
    const ids = chosen(state).map((row) => row.id);
    const next = ids[state.open ? ids.indexOf(state.open) + step : 0] ?? ids[step > 0 ? 0 : ids.length - 1];
    if (next) open(next).then(() => $(`.list [data-id="${next}"]`)?.scrollIntoView({ block: "nearest" }));
  },
  view: (n) => show(VIEWS[n][0]),
  search: () => $("#search").focus(),
  async take() {
    if ((await act("take")) !== undefined) {
      await learnNow();
      if (!side.box.contains(document.activeElement)) composer.focus();
    }
  },
  reply: () => composer.focus(),
  note: () => state.open && composer.note(),
  handBack: () => isMine(current()) && act("hand-back"),
  async close() {
    const row = current();
    if (!row || row.owner === "closed" || (row.owner === "librarian" && !isMine(row))) return;
    if (await attempt(() => askClose(row, isMine(row)))) {
      announce("Closed");
      leave();
    }
  },
  async transfer() {
    if (isMine(current()) && (await attempt(() => askTransfer(current(), state)))) learnNow();
  },
  async snooze() {
    if (state.open) await attempt(() => askSnooze(current()));
    learnSoon();
  },
  tab(name) {
    if (!state.open) return;
    root.classList.add("beside");
    side.open(name);
  },
  label() {
    acts.tab("briefing");
    $("#label")?.focus();
  },
  beside(on) {
    root.classList.toggle("beside", on);
    if (root.classList.contains("beside")) $(".panel").focus();
  },
  insert: (item) => composer.insert(item),
  async draft() {
    if (!isMine(current())) return;
    announce("The assistant is drafting");
    const found = await attempt(() => get(`/conversations/${state.open}/draft`));
    if (!found) return;
    if (!found.text && !found.items.length) return tell("The assistant has no answer to offer for this one.");
    found.items.forEach((item) => composer.insert(item));
    composer.fill(found.text, found.sources);
  },
  async unread() {
    if (!state.open) return;
    const id = state.open;
    leave();
    state.seen[id] = -1;
    await attempt(() => post(`/conversations/${id}/seen`, { seq: -1 }));
    draw();
  },
  asReader() {
    state.asReader = !state.asReader;
    talk.log?.classList.toggle("as-reader", state.asReader);
    announce(state.asReader ? "As the reader sees it" : "As the desk sees it");
  },
  async presence() {
    const now = await attempt(() => askPresence(state));
    if (now) showPresence(now);
  },
};
Object.assign(talk.acts, acts);
Object.assign(composer.acts, acts);
Object.assign(side.acts, acts);

// --- what happens
function heard(kind, { conversation_id: id, seq, body }) {
  if (id !== state.open) return;
  if (kind === "message") talk.add({ kind: "message", ...body });
  if (kind === "owner") talk.add({ kind: "change", seq, ...body });
  learnSoon();
}

function changed(rows) {
  for (const row of rows) {
    const before = state.rows.get(row.id);
    if (before?.last_seq > row.last_seq) continue; // gathered before what this window already knows
    state.rows.set(row.id, row);
    if (row.id === state.open) refreshOpen(row);
    const waitsNow = row.owner === "queue" && before?.owner !== "queue";
    const wrote = isMine(row) && before && row.last_reader_seq > before.last_reader_seq && (row.id !== state.open || document.hidden);
    if (waitsNow) alertLibrarian("Somebody is waiting", row.title, () => open(row.id));
    else if (isMine(row) && before?.owner === "librarian" && !isMine(before) && row.id !== state.open) alertLibrarian("A colleague passed you a conversation", row.title, () => open(row.id));
    else if (wrote) alertLibrarian("Your reader wrote", row.last_text, () => open(row.id));
  }
  draw();
}

listen({
  connected: (again) => {
    banner();
    load().catch((error) => error.status === 401 || tell(error.message));
    if (again && state.open) learnNow();
  },
  lost: () => banner("The connection is gone. I keep trying; nothing is lost."),
  message: (event) => heard("message", event),
  owner: (event) => heard("owner", event),
  typing: (event) => event.conversation_id === state.open && event.body.author === "reader" && talk.readerTypes(),
  rows: changed,
  desk: (event) => {
    if (event.conversation_id === state.open) learnSoon();
    if (event.body.mentions?.includes(state.me) && event.conversation_id !== state.open) {
      state.named.add(event.conversation_id);
      alertLibrarian(`${event.body.by} named you in a note`, "", () => open(event.conversation_id));
    }
    if (event.body.what === "labels") get("/labels").then((names) => (state.labels = names));
  },
  erased: ({ conversation_id: id }) => {
    state.rows.delete(id);
    if (state.open === id) {
      leave();
      tell("The reader has erased this conversation.");
    }
    draw();
  },
  presence: () => get("/colleagues").then((people) => (state.colleagues = people)),
});

async function hello() {
  try {
    const heard = await post("/hello", {});
    showPresence(heard.presence);
    showTrouble(heard);
  } catch (error) {
    if (error.status && error.status !== 401) tell(error.message);
  }
}

setUp(root.dataset.csrf, expired);
bindKeys(acts);
$("#presence").addEventListener("click", acts.presence);
$("#filter").addEventListener("click", async () => {
  const wish = await askFilter(state);
  if (!wish) return;
  state.filters = wish.filters;
  if (wish.save) {
    const view = await attempt(() => post("/views", { name: wish.save, filters: { ...wish.filters, view: state.view } }));
    if (view) {
      state.views.push(view);
      state.saved = view.id;
    }
  }
  draw();
});
let searching = 0;
$("#search").addEventListener("input", (event) => {
  clearTimeout(searching);
  searching = setTimeout(async () => {
    const words = event.target.value.trim();
    state.hits = words ? ((await attempt(() => get(`/search?q=${encodeURIComponent(words)}`))) ?? []) : null;
    draw();
  }, 250);
});
addEventListener("popstate", (event) => (event.state?.id ? open(event.state.id, false) : leave(false)));
document.addEventListener("visibilitychange", () => {
  beQuiet();
  if (!document.hidden && current()) read(current());
});
setInterval(hello, 30000);
setInterval(() => {
  for (const row of state.rows.values()) if (isMine(row) && clockState(row) === "soon" && !row.warned) (row.warned = true), alertLibrarian("An answer is due soon", row.title, () => open(row.id));
  draw();
}, 30000);
hello().then(loadDesk).catch((error) => error.status === 401 || tell(error.message));
if (root.dataset.conversation) open(root.dataset.conversation, false);
