// What a message shows, as a librarian sees it: the same parts as the reader's, without their buttons.
import { tagOf } from "/static/widget/text.js";
import { el, lines, link, shortDay, words } from "./el.js";

const draw = {
  text: (part) => el("div", { class: "text" }, lines(part.text)),
  holdings: (part) => el("ol", { class: "cards" }, part.items.map((item) => record(item))),
  choices: (part) => el("p", { class: "choices" }, part.choices.map((choice) => el("span", { class: "chip" }, choice.title))),
  sources: (part) => el("p", { class: "sources" }, "Source: ", part.sources.flatMap((s, n) => [n ? "; " : "", link(s.url, s.title)])),
  citation: (part) => el("blockquote", { dir: "auto" }, part.text),
  handoff: (part) => part.claim_code ? el("p", { class: "sources" }, "Code: ", el("code", {}, part.claim_code)) : null,
};

export function drawPart(part) {
  return draw[part.type] ? draw[part.type](part) : el("p", {}, part.text ?? "");
}

export function plain(parts) {
  return parts.map((part) => part.text ?? (part.items ? `${part.items.length} records` : "")).filter(Boolean).join(" ");
}

export function record(item, ...acts) {
  const meta = [item.authors.slice(0, 2).join("; "), item.year, words(item.format)].filter(Boolean).join(" · ");
  return el(
    "li",
    { class: "record", "data-id": item.record_id },
    el("h3", { lang: tagOf(item.language), dir: "auto" }, item.title),
    el("p", { class: "meta" }, meta),
    item.why ? el("p", { class: "meta" }, item.why) : null,
    copies(item),
    item.url ? el("p", { class: "meta" }, link(item.url, "Online")) : null,
    acts.length ? el("p", { class: "acts" }, acts) : null,
  );
}

function copies(item) {
  if (!item.copies?.length) return item.call_number ? el("p", { class: "meta" }, item.call_number) : null;
  const shown = item.copies.slice(0, 3).map((copy) =>
    el("li", {}, el("span", { class: copy.status }, words(copy.status)), ` ${copy.branch} · ${copy.call_number || item.call_number}`, copy.due ? ` · due ${shortDay(copy.due)}` : ""),
  );
  const more = item.copies.length - shown.length;
  return el("ul", { class: "copies" }, shown, more > 0 ? el("li", {}, `and ${more} more`) : null);
}
