// The menu behind the three dots: closes by Escape, by a press elsewhere and when focus leaves it.
import { el } from "./parts.js";

export function menu(...items) {
  const summary = el("summary", {}, el("span", { "aria-hidden": "true" }, "⋯"));
  const box = el("details", { class: "menu" }, summary, el("div", {}, ...items));
  const close = () => (box.open = false);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.open) return;
    event.stopPropagation();
    close();
    summary.focus();
  });
  box.addEventListener("focusout", (event) => event.relatedTarget && !box.contains(event.relatedTarget) && close());
  const elsewhere = (event) => !event.composedPath().includes(box) && close();
  box.addEventListener("toggle", () => (box.open ? addEventListener : removeEventListener)("pointerdown", elsewhere));
  return { box, summary, close };
}
