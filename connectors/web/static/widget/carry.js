// Taking the conversation along: to Telegram by a link, back here by #refdesk=CODE, as a file; or away with it.
import { copier, el } from "./parts.js";

const CODE = /^#refdesk=([\w-]{8,20})$/;
const CLAIM = /(?:^|[\s:：])([A-Z0-9]{5}-[A-Z0-9]{5})[.。]?$/i;

// The code of a question kept, when that is what a reader has typed.
export const claimIn = (text) => CLAIM.exec(text)?.[1] ?? null;

// The code in the page's address, once: it is a key, so neither address nor history keeps it.
export function takeCode() {
  const code = CODE.exec(location.hash)?.[1];
  if (code) history.replaceState(history.state, "", location.pathname + location.search);
  return code ?? null;
}

// A card with the link for this device, and in full for another one.
export function telegramCard(url, t) {
  const open = el("a", { class: "go", href: url, target: "_blank", rel: "noopener noreferrer" }, t.telegramOpen);
  const address = el("p", { class: "address" }, url);
  const card = el(
    "div",
    { class: "bubble system carry", role: "group", "aria-label": t.telegram },
    el("p", {}, t.telegramHow),
    el("p", {}, open),
    el("p", { class: "meta" }, t.telegramElsewhere),
    address,
    copier(url, address, t),
  );
  return { card, open };
}

// A card that asks for the code of a question kept; `open` says what is wrong with it, or nothing.
export function codeCard(open, t) {
  const input = el("input", { id: "claim", required: true, maxlength: "20", autocomplete: "off", autocapitalize: "characters", spellcheck: "false" });
  const said = el("p", { class: "bad", role: "alert" });
  const form = el("form", { class: "contact" }, input, el("button", { type: "submit" }, t.codeOpen));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    said.textContent = "";
    said.textContent = (await open(input.value.trim())) ?? "";
    said.scrollIntoView({ block: "nearest" });
  });
  const card = el("div", { class: "bubble system carry", role: "group", "aria-label": t.haveCode }, el("label", { for: "claim" }, t.codeHow), form, said);
  return { card, input };
}

export function forgetCard(erase, keep, t) {
  const no = el("button", { type: "button", onclick: () => {
    card.remove();
    keep();
  } }, t.no);
  const yes = el("button", { type: "button", onclick: erase }, t.yes);
  const card = el("div", { class: "bubble system", role: "alertdialog", "aria-label": t.forgetSure }, el("p", {}, t.forgetSure), el("div", { class: "choices" }, yes, no));
  return { card, no };
}

export function download(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  el("a", { href: address, download: "library-chat.txt" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
