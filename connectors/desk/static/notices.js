// What everybody at the desk should know: letters that could not be delivered, a channel that is down.
import { $, el } from "./el.js";

const CHANNELS = { telegram: "Telegram", email: "E-mail" };

export function notice(selector, ...content) {
  const box = $(selector);
  const said = content.filter(Boolean);
  box.hidden = !said.length;
  box.replaceChildren(...said);
}

export function showTrouble({ dead, unreachable }) {
  const link = $('.top a[href="/desk/outbox"]');
  if (link) {
    link.querySelector(".badge")?.remove();
    if (dead) link.append(" ", el("span", { class: "badge" }, el("span", { class: "hidden" }, "not delivered: "), String(dead)));
  }
  if (!$("#trouble")) return;
  const down = unreachable.map((one) => CHANNELS[one] ?? one).join(", ");
  const told = down && `${down} cannot be reached just now. What you write there is kept, and sent when it answers again.`;
  const letters = dead && link ? [`${dead} ${dead === 1 ? "message" : "messages"} could not be delivered. `, el("a", { href: "/desk/outbox" }, "Look at the outbox")] : [];
  notice("#trouble", told, told && letters.length ? " " : null, ...letters);
}
