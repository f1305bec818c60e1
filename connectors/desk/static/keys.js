// Everything by keyboard. Single letters can be switched off, since speech input types letters too.
import { el } from "./el.js";
import { ask } from "./dialog.js";

const KEYS = [
  ["J", "K", "Next, previous conversation"],
  ["1", "4", "Waiting, mine, all, closed"],
  ["/", "", "Search everything said"],
  ["T", "", "Take the conversation"],
  ["R", "", "Write to the reader"],
  ["N", "", "Note to colleagues"],
  ["H", "", "Hand back to the assistant"],
  ["X", "", "Transfer"],
  ["C", "", "Close"],
  ["S", "", "Snooze"],
  ["B", "", "Briefing"],
  ["F", "", "Find in the holdings"],
  ["L", "", "Labels"],
  ["D", "", "Draft from the assistant"],
  ["U", "", "Mark unread"],
  ["V", "", "See it as the reader does"],
  ["P", "", "Presence, sound, notifications"],
  ["Esc", "", "Out of a field, back to the list"],
  ["?", "", "This help"],
];

export function bindKeys(acts) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const typing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
    if (event.key === "Escape") return typing ? typing.blur() : acts.leave();
    if (typing || (localStorage.getItem("desk-keys") === "off" && event.key !== "?")) return;
    const act = {
      j: () => acts.move(1), k: () => acts.move(-1), "/": acts.search, t: acts.take, r: acts.reply, n: acts.note, h: acts.handBack,
      x: acts.transfer, c: acts.close, s: acts.snooze, b: () => acts.tab("briefing"), f: () => acts.tab("holdings"), l: acts.label,
      d: acts.draft, u: acts.unread, v: acts.asReader, p: acts.presence, "?": help,
      1: () => acts.view(0), 2: () => acts.view(1), 3: () => acts.view(2), 4: () => acts.view(3),
    }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

export async function help() {
  const on = localStorage.getItem("desk-keys") !== "off";
  const list = KEYS.flatMap(([key, to, what]) => [el("dt", {}, el("kbd", {}, key), to ? [to === "4" ? "–" : "", el("kbd", {}, to)] : null), el("dd", {}, what)]);
  const answer = await ask("Keys", [el("label", { class: "check" }, el("input", { type: "checkbox", name: "on", checked: on }), "Single letters work as keys"), el("dl", { class: "keys" }, list)], { ok: "Done" });
  if (answer) localStorage.setItem("desk-keys", answer.get("on") ? "on" : "off");
}
