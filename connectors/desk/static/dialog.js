// Small windows over the page: the browser keeps focus inside and Escape closes them.
import { el } from "./el.js";

// Shows a form and resolves with its FormData, or null when it is left.
export function ask(title, fields, { ok = "OK", wide = false, onopen } = {}) {
  return new Promise((resolve) => {
    const heading = el("h2", { id: "dialog-title" }, title);
    const cancel = el("button", { type: "button", onclick: () => dialog.close("") }, "Cancel");
    const buttons = el("div", { class: "acts" }, cancel, ok ? el("button", { class: "main", value: "ok" }, ok) : null);
    const form = el("form", { method: "dialog" }, heading, fields, buttons);
    const dialog = el("dialog", { "aria-labelledby": "dialog-title", class: wide ? "wide" : null }, form);
    if (!ok) cancel.textContent = "Close";
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue === "ok" ? new FormData(form) : null);
      dialog.remove();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit($ok(form));
    });
    document.body.append(dialog);
    dialog.showModal();
    onopen?.(form, dialog);
  });
}

const $ok = (form) => form.querySelector("button[value=ok]");

export function radios(legend, name, options, chosen) {
  return el(
    "fieldset",
    {},
    el("legend", {}, legend),
    el(
      "div",
      { class: "radios" },
      options.map(([value, title]) =>
        el("label", {}, el("input", { type: "radio", name, value, checked: String(value) === String(chosen) }), title),
      ),
    ),
  );
}

export function field(title, input) {
  return el("label", {}, title, el("br"), input);
}

export function select(name, options, chosen) {
  return el("select", { name }, options.map(([value, title]) => el("option", { value, selected: value === chosen }, title)));
}
