// What needs a question first: closing, passing on, snoozing, presence, filters.
import { el, words } from "./el.js";
import { get, post } from "./api.js";
import { ask, field, radios, select } from "./dialog.js";

const OUTCOMES = [
  ["answered", "Answered"],
  ["partly", "Partly"],
  ["referred", "Referred on"],
  ["not_answered", "Not answered"],
  ["no_question", "No question"],
];
const READ = {
  1: "no special knowledge", 2: "a little", 3: "some sources consulted", 4: "several sources, some teaching", 5: "real research", 6: "hours of research",
};
const BECAUSE = (why) => words(why.replace("type:", "kind of question: ").replace("searches:", "searches: ").replace("minutes:", "minutes: "));

// Everything is proposed from the log, so that Enter alone confirms it.
export async function askClose(row, mine) {
  const found = await get(`/conversations/${row.id}/proposal`);
  const sources = el("textarea", { name: "sources", rows: "2", value: found.sources.join("\n") });
  const fields = [
    radios("How did it end?", "outcome", OUTCOMES, mine ? "answered" : "no_question"),
    radios("READ level", "read_level", [1, 2, 3, 4, 5, 6].map((n) => [n, n]), found.read_level),
    el("p", { class: "soft" }, `Proposed ${found.read_level} (${READ[found.read_level]}): ${found.why.map(BECAUSE).join(", ")}`),
    field("Kind of question", select("question_type", found.types.map((t) => [t, words(t)]), found.question_type)),
    el("details", {}, el("summary", {}, `Sources consulted (${found.sources.length})`), field("One a line", sources)),
    field("Follow-up promised until", el("input", { type: "datetime-local", name: "follow_up_at" })),
    mine ? el("label", { class: "check" }, el("input", { type: "checkbox", name: "report" }), "Send the reader a short report of what was found") : null,
  ].filter(Boolean);
  const answer = await ask("Close the conversation", fields, { ok: "Close it", onopen: (form) => form.querySelector("button[value=ok]").focus() });
  if (!answer) return false;
  const until = answer.get("follow_up_at");
  await post(`/conversations/${row.id}/close`, {
    outcome: answer.get("outcome"),
    read_level: Number(answer.get("read_level")) || null,
    question_type: answer.get("question_type"),
    sources: answer.get("sources").split("\n").map((line) => line.trim()).filter(Boolean),
    follow_up_at: until ? new Date(until).toISOString() : null,
    report: Boolean(answer.get("report")),
  });
  return true;
}

export async function askTransfer(row, state) {
  const { specialist, specialists } = await get(`/conversations/${row.id}/specialist`);
  const people = state.colleagues.filter((one) => one.id !== state.me);
  if (!people.length) return ask("Transfer", [el("p", {}, "You have no colleagues at this desk yet.")], { ok: null });
  const role = Object.fromEntries(specialists.map((one) => [one.code, one.role]));
  const rank = (one) => (one.specialist && one.specialist === specialist ? 0 : one.presence === "online" ? 1 : 2);
  const options = people.sort((a, b) => rank(a) - rank(b)).map((one) => [one.id, `${one.name}, ${one.presence}${one.specialist ? `, ${role[one.specialist] ?? one.specialist}` : ""}`]);
  const fields = [
    specialist ? el("p", {}, `This sounds like work for: ${role[specialist]}`) : null,
    field("To", select("to", options, options[0][0])),
    people.some((one) => one.presence !== "online") ? el("p", { class: "soft" }, "Whoever is not at the desk has a few minutes to come; then it goes back to the queue.") : null,
    field("Briefing for your colleague", el("textarea", { name: "note", rows: "3", placeholder: "What is done, what is still open" })),
  ].filter(Boolean);
  const answer = await ask("Transfer the conversation", fields, { ok: "Transfer it" });
  if (!answer) return false;
  await post(`/conversations/${row.id}/transfer`, { to: answer.get("to"), note: answer.get("note") });
  return true;
}

export async function askSnooze(row) {
  const now = new Date();
  const at = (days, hour) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const options = [
    [new Date(now.getTime() + 3600e3), "In an hour"],
    [new Date(now.getTime() + 3 * 3600e3), "In three hours"],
    [at(1, 9), "Tomorrow at 9"],
    ...(now.getDay() === 0 ? [] : [[at(8 - now.getDay(), 9), "Monday at 9"]]), // on Sunday that is tomorrow
  ].map(([date, title]) => [date.toISOString(), title]);
  const sleeping = row.snoozed_until ? [["", "Wake it now"]] : [];
  const fields = [radios("Out of the inbox until", "until", [...sleeping, ...options], options[0][0]), field("or until", el("input", { type: "datetime-local", name: "other" })), el("p", { class: "soft" }, "It comes back at once when the reader writes.")];
  const answer = await ask("Snooze", fields, { ok: "Snooze it" });
  if (!answer) return;
  const until = answer.get("other") ? new Date(answer.get("other")).toISOString() : answer.get("until");
  await post(`/conversations/${row.id}/snooze`, { until: until || null });
}

export async function askPresence(state) {
  const fields = [
    radios("I am", "presence", [["online", "Online"], ["away", "Away"], ["out", "Out until…"]], state.presence),
    field("Out until", el("input", { type: "datetime-local", name: "until" })),
    el("label", { class: "check" }, el("input", { type: "checkbox", name: "sound", checked: localStorage.getItem("desk-sound") === "on" }), "A sound when somebody waits or my reader writes"),
    el("label", { class: "check" }, el("input", { type: "checkbox", name: "notify", checked: localStorage.getItem("desk-notify") === "on" }), "A notification of this browser, too"),
  ];
  const answer = await ask("At the desk", fields, { ok: "Keep" });
  if (!answer) return null;
  localStorage.setItem("desk-sound", answer.get("sound") ? "on" : "off");
  localStorage.setItem("desk-notify", answer.get("notify") ? "on" : "off");
  if (answer.get("notify") && "Notification" in window && Notification.permission === "default") await Notification.requestPermission();
  const [wish, until] = [answer.get("presence"), answer.get("until")];
  const body = wish === "out" && until ? { out_until: new Date(until).toISOString() } : { presence: wish === "online" ? "online" : "away" };
  return (await post("/hello", body)).presence;
}

export async function askFilter(state) {
  const rows = [...state.rows.values()];
  const values = (of) => [...new Set(rows.map(of).filter(Boolean))].sort();
  const any = [["", "any"]];
  const names = Object.fromEntries(state.colleagues.map((one) => [one.id, one.name]));
  const fields = [
    field("Channel", select("channel", [...any, ...values((r) => r.channel).map((v) => [v, words(v)])], state.filters.channel ?? "")),
    field("Language", select("language", [...any, ["en", "English"], ["zh", "中文"]], state.filters.language ?? "")),
    field("Why handed over", select("reason", [...any, ...values((r) => r.waiting?.reason).map((v) => [v, words(v)])], state.filters.reason ?? "")),
    field("Label", select("label", [...any, ...state.labels.map((v) => [v, v])], state.filters.label ?? "")),
    field("Librarian", select("librarian", [...any, ...Object.entries(names)], state.filters.librarian ?? "")),
    el("label", { class: "check" }, el("input", { type: "checkbox", name: "unread", checked: state.filters.unread }), "Only unread"),
    field("Save as a view called", el("input", { name: "save", maxlength: "60", placeholder: "leave empty to filter once" })),
  ];
  const answer = await ask("Filter", fields, { ok: "Show" });
  if (!answer) return null;
  const filters = Object.fromEntries(["channel", "language", "reason", "label", "librarian"].map((key) => [key, answer.get(key)]).filter(([, value]) => value));
  if (answer.get("unread")) filters.unread = true;
  return { filters, save: answer.get("save").trim() };
}
