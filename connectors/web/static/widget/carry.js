// Taking the conversation along: to Telegram by a link, back here by #refdesk=CODE, as a file.
import { el } from "./parts.js";

const CODE = /^#refdesk=([\w-]{8,20})$/;

// The code in the page's address, once: it is a key, so neither address nor history keeps it.
export function takeCode() {
  const code = CODE.exec(location.hash)?.[1];
  if (code) history.replaceState(history.state, "", location.pathname + location.search);
  return code ?? null;
}

// A card with the link for this device, and in full for another one.
export function telegramCard(url, t) {
  const open = el("a", { class: "go", href: url, target: "_blank", rel: "noopener noreferrer" }, t.telegramOpen);
  const copied = el("span", { role: "status" });
  const copy = el("button", { type: "button", class: "quiet", onclick: async () => {
    await navigator.clipboard.writeText(url);
    copied.textContent = t.copied;
  } }, t.copy);
  const card = el(
    "div",
    { class: "bubble system carry", role: "group", "aria-label": t.telegram },
    el("p", {}, t.telegramHow),
    el("p", {}, open),
    el("p", { class: "meta" }, t.telegramElsewhere),
    el("p", { class: "address" }, url),
    el("div", {}, copy, copied),
  );
  return { card, open };
}

export function download(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  el("a", { href: address, download: "library-chat.txt" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
