// The list of conversations: which of them, in which order, each as one line.
import { $, age, ago, el, reason, redraw } from "./el.js";

export const VIEWS = [
  ["waiting", "Waiting"],
  ["mine", "Mine"],
  ["open", "All"],
  ["closed", "Closed"],
];
const CHANNELS = { web: "Web", telegram: "Telegram", email: "E-mail" };

const waits = (row) => row.owner === "queue" || row.waiting?.state === "left";
const closed = (row) => row.owner === "closed" && row.waiting?.state !== "left";
const asleep = (row) => row.snoozed_until && new Date(row.snoozed_until) > Date.now();
export const unread = (row, state) => state.named.has(row.id) || row.last_reader_seq > (state.seen[row.id] ?? 0);

const BELONGS = {
  waiting: (row) => waits(row) && !asleep(row),
  mine: (row, state) => row.owner === "librarian" && row.librarian_id === state.me && !asleep(row),
  open: (row) => !closed(row),
  closed,
};

function fits(row, filters) {
  return (
    (!filters.channel || row.channel === filters.channel) &&
    (!filters.language || row.language === filters.language) &&
    (!filters.label || row.labels.includes(filters.label)) &&
    (!filters.librarian || row.librarian_id === filters.librarian) &&
    (!filters.reason || row.waiting?.reason === filters.reason) &&
    (!filters.unread || filters.isUnread(row))
  );
}

const newest = (a, b) => b.updated_at.localeCompare(a.updated_at);
const longestWait = (a, b) =>
  (b.owner === "queue") - (a.owner === "queue") ||
  b.waiting?.urgent - a.waiting?.urgent ||
  (a.waiting?.since ?? a.updated_at).localeCompare(b.waiting?.since ?? b.updated_at);

export function chosen(state) {
  const filters = { ...state.filters, isUnread: (row) => unread(row, state) };
  if (state.hits) return state.hits.map((hit) => hit.row);
  const rows = [...state.rows.values()].filter((row) => BELONGS[state.view](row, state) && fits(row, filters));
  return rows.sort(state.view === "waiting" ? longestWait : newest);
}

export function counts(state) {
  const rows = [...state.rows.values()];
  const of = (view) => rows.filter((row) => BELONGS[view](row, state)).length;
  return { waiting: of("waiting"), mine: of("mine"), open: of("open") };
}

// A clock that was promised: nothing while there is time, then a warning, then late.
export function clockState(row, now = Date.now()) {
  if (!row.clock || row.owner === "closed") return "";
  if (now >= new Date(row.clock.due_at)) return "late";
  return now >= new Date(row.clock.warn_at) ? "soon" : "";
}

function chips(row, state) {
  const list = [];
  const chip = (text, kind = "") => list.push(el("span", { class: `chip ${kind}` }, text));
  const clock = clockState(row);
  if (state.named.has(row.id)) chip("named you in a note", "mine");
  if (row.owner === "queue") chip(`waiting ${age(row.waiting?.since ?? row.updated_at).replace("now", "< 1 min")}`, "warn");
  if (row.waiting?.state === "left") chip(`left ${ago(row.waiting.since)}`, "warn");
  if (row.waiting?.urgent) chip("urgent", "bad");
  if (row.waiting && waits(row)) chip(reason(row.waiting.reason));
  if (clock === "late") chip(row.clock.kind === "first_answer" ? "first answer late" : "answer overdue", "bad");
  if (clock === "soon") chip("answer due soon", "warn");
  if (row.owner === "librarian") chip(row.librarian_id === state.me ? "mine" : (row.librarian ?? "colleague"), row.librarian_id === state.me ? "mine" : "");
  if (row.owner === "closed") chip("closed");
  if (asleep(row)) chip(`until ${new Date(row.snoozed_until).toLocaleString([], { weekday: "short", hour: "2-digit", minute: "2-digit" })}`);
  if (row.language === "zh") chip("中文");
  if (row.channel !== "web") chip(CHANNELS[row.channel] ?? row.channel);
  row.labels.forEach((label) => chip(`# ${label}`));
  return list;
}

const SPEAKER = { assistant: "Assistant: ", librarian: "Librarian: ", system: "", reader: "" };

function line(row, state, hit, open) {
  const isUnread = unread(row, state);
  const preview = hit ? hit.snippet : `${SPEAKER[row.last_author] ?? ""}${row.last_text}`;
  return el(
    "button",
    {
      type: "button",
      class: `row${isUnread ? " unread" : ""}`,
      "aria-current": String(row.id === state.open),
      onclick: () => open(row.id),
    },
    el("span", { class: "head" }, el("span", { class: "title", dir: "auto" }, row.title || "No question yet"), el("span", { class: "age" }, age(hit ? hit.at : row.updated_at))),
    isUnread ? el("span", { class: "hidden" }, "unread") : null,
    el("span", { class: "preview", dir: "auto" }, preview),
    el("span", { class: "chips" }, chips(row, state)),
  );
}

const EMPTY = {
  waiting: "Nobody is waiting.",
  mine: "No conversation is yours now. Press T in one to take it.",
  open: "It is quiet.",
  closed: "Nothing is closed yet.",
};

export function drawList(state, open) {
  const list = $(".list");
  const rows = chosen(state);
  const hits = new Map((state.hits ?? []).map((hit) => [hit.row.id, hit]));
  const more = state.view === "closed" && !state.hits && rows.length >= 50;
  redraw(
    list,
    rows.map((row) => el("li", { "data-id": row.id }, line(row, state, hits.get(row.id), open))),
    more ? el("li", { "data-id": "older" }, el("button", { type: "button", class: "row", onclick: () => state.older() }, "Show older ones")) : null,
  );
  $(".empty").textContent = rows.length ? "" : state.hits ? "Nothing was said like that." : Object.keys(state.filters).length ? "Nothing fits the filter." : EMPTY[state.view];
}

export function drawViews(state, show) {
  const number = counts(state);
  const buttons = VIEWS.map(([view, title], n) =>
    el(
      "button",
      { type: "button", "data-id": view, "aria-pressed": String(state.view === view && !state.hits), title: `Key ${n + 1}`, onclick: () => show(view) },
      title,
      number[view] === undefined ? null : el("span", { class: `count${view === "waiting" && number[view] ? " warn" : ""}` }, ` ${number[view]}`),
    ),
  );
  const saved = state.views.map((view) =>
    el("button", { type: "button", "data-id": view.id, "aria-pressed": String(state.saved === view.id), onclick: () => show(view.filters.view ?? "open", view) }, view.name),
  );
  redraw($(".views"), buttons, saved);
  document.title = `${number.waiting ? `(${number.waiting}) ` : ""}Inbox`;
}
