// Elements from plain values: text is only ever set as text, so nothing said becomes markup.
import { linked, tongueOf } from "/static/widget/text.js";

export function el(name, props = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element[key] = value;
    else if (key === "class") element.className = value;
    else if (key === "value") element.value = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const HANDLERS = ["onclick", "oninput", "onkeydown", "onsubmit"];
const keyOf = (node) => node.dataset?.id ?? node.id ?? "";
const alike = (a, b) => a.nodeName === b.nodeName && keyOf(a) === keyOf(b);

// Shows `fresh` in the box and keeps the elements that are there already, by data-id, id or place:
// a click on its way, the cursor, what is typed and how far it is scrolled outlive every change.
export function redraw(box, ...fresh) {
  const focused = document.activeElement;
  const wanted = el("div", {}, ...fresh).childNodes;
  const known = new Map([...box.children].map((one) => [keyOf(one), one]));
  let at = box.firstChild;
  for (const node of [...wanted]) {
    const kept = keyOf(node) ? known.get(keyOf(node)) : at;
    if (!kept || !alike(kept, node)) {
      box.insertBefore(node, at);
      continue;
    }
    if (kept === at) at = at.nextSibling;
    else box.insertBefore(kept, at);
    become(kept, node);
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
  if (focused !== document.activeElement && focused?.isConnected) focused.focus({ preventScroll: true });
}

function become(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  for (const { name } of [...old.attributes]) if (name !== "open" && !fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  for (const on of HANDLERS) old[on] = fresh[on];
  redraw(old, ...fresh.childNodes);
}

export const $ = (selector, root = document) => root.querySelector(selector);

export function link(url, title) {
  if (!/^https?:\/\//i.test(url ?? "")) return el("span", {}, title);
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, title);
}

export function lines(text) {
  return text.split("\n").filter(Boolean).map((line) => el("p", { dir: "auto", lang: tongueOf(text) }, linked(line, link)));
}

// "just now", "5 min", "3 h", "2 d": how long ago, as short as it can be said.
export function age(moment, now = Date.now()) {
  const minutes = Math.max(0, Math.floor((now - new Date(moment)) / 60000));
  if (minutes < 1) return "now";
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / 1440)} d`;
}

export function clockTime(moment) {
  return new Date(moment).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}

export function dayTime(moment) {
  return new Date(moment).toLocaleString([], { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}

// "just now", "5 min ago": for a sentence.
export function ago(moment) {
  return age(moment) === "now" ? "just now" : `${age(moment)} ago`;
}

export function shortDay(day) {
  return new Date(`${day}T12:00`).toLocaleDateString([], { day: "numeric", month: "short" });
}

const REASONS = { asked: "asked for a person", librarian_lost: "librarian was lost", follow_up: "follow-up promised", asked_before: "asked before" };

export function reason(code) {
  return REASONS[code] ?? words(code);
}

export function words(code) {
  return String(code ?? "").replaceAll("_", " ");
}

// Says something to screen readers, and to nobody else.
export function announce(text) {
  $("#said").textContent = text;
}
