// Each part of a message as elements; text is only ever set as text, never as markup.

import { linked, tagOf, tongueOf } from "./text.js";

export function el(name, props = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "class") element.className = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// An address from a record is a link only when it is a web address.
function safe(url) {
  return /^https?:\/\//i.test(url ?? "") ? url : null;
}

function link(url, title) {
  const address = safe(url);
  if (!address) return el("span", {}, title);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, title);
}

// A line of text in which web addresses can be pressed.
const line = (text) => el("p", { dir: "auto" }, ...linked(text, link));

const draw = {
  text: (part) => el("div", { class: "text" }, ...part.text.split("\n").filter(Boolean).map(line)),

  holdings: (part, ctx) =>
    el(
      "ol",
      { class: "holdings", start: (part.offset ?? 0) + 1 },
      ...part.items.map((item, n) => card(item, (part.offset ?? 0) + n + 1, ctx)),
    ),

  choices: (part, ctx) => {
    const buttons = part.choices
      .filter((choice) => !onCard(choice, ctx.shown))
      .map((choice) => el("button", { type: "button", dir: "auto", onclick: () => ctx.press(choice.title, choice.payload) }, choice.title));
    return buttons.length ? el("div", { class: "choices" }, ...buttons) : null;
  },

  sources: (part, ctx) =>
    el(
      "p",
      { class: "sources" },
      `${ctx.t.sources}${ctx.t.colon}`,
      ...part.sources.flatMap((source, n) => [n ? "; " : "", link(source.url, source.title)]),
    ),

  citation: (part, ctx) => {
    const quote = el("blockquote", { dir: "auto" }, part.text);
    return el("figure", { class: "citation" }, quote, copier(part.text, quote, ctx.t));
  },

  handoff: (part, ctx) => {
    if (!part.claim_code) return null;
    const code = el("p", { class: "code" }, `${ctx.t.code}${ctx.t.colon}`, el("strong", {}, part.claim_code));
    return el("div", {}, code, contact(ctx));
  },
};

export function drawPart(part, ctx) {
  const known = draw[part.type];
  return known ? known(part, ctx) : el("p", {}, part.text ?? "");
}

// A button that copies; where the browser forbids it, the text is marked to be copied by hand.
export function copier(text, shown, t) {
  const said = el("span", { class: "meta", role: "status" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = t.copied;
    } catch {
      getSelection().selectAllChildren(shown);
      said.textContent = t.marked;
    }
  };
  return el("div", { class: "copier" }, el("button", { type: "button", class: "quiet", onclick: copy }, t.copy), said);
}

export function judge(t, tell) {
  const box = el("div", { class: "judge", role: "group", "aria-label": t.helpful });
  const said = el("span", { role: "status", tabindex: "-1" }, t.helpful);
  const vote = (helpful, title) =>
    el("button", { type: "button", class: "quiet", onclick: async () => {
      try {
        await tell(helpful);
      } catch {
        said.textContent = t.notNow;
        return;
      }
      said.textContent = t.thanks;
      box.replaceChildren(said);
      said.focus();
    } }, title);
  box.append(said, vote(true, t.wasHelpful), vote(false, t.wasNot));
  return box;
}

// Whether an item that is shown has this choice on its card.
function onCard({ payload }, shown) {
  const [, data] = payload.match(/^\/(?:where|like|cite|save)(\{.*\})$/) ?? [];
  const { record_id, ...more } = data ? JSON.parse(data) : {};
  return shown.has(record_id) && !Object.keys(more).length;
}

// "Cite: Emma", "Where is it? Emma"
const about = (title, name) => `${title}${/[?？]$/.test(title) ? " " : ": "}${name}`;

function card(item, number, ctx) {
  const lang = tagOf(item.language);
  const meta = [item.authors.slice(0, 3).join("; "), item.year, ctx.t.format[item.format] ?? item.format];
  const act = (title, name) =>
    el(
      "button",
      {
        type: "button",
        class: "quiet",
        "aria-label": about(title, item.title),
        onclick: () => ctx.press(about(title, item.title), `/${name}${JSON.stringify({ record_id: item.record_id })}`),
      },
      title,
    );
  return el(
    "li",
    { class: "card" },
    el("h3", {}, el("span", { class: "number" }, `${number}. `), el("bdi", { lang }, item.title)),
    el("p", { class: "meta", dir: "auto" }, meta.filter(Boolean).join(" · ")),
    item.why && !quotes(item) ? el("p", { class: "why", dir: "auto" }, item.why) : null,
    item.summary ? el("p", { class: "summary", dir: "auto", lang: lang === "en" ? tongueOf(item.summary) : lang }, item.summary) : null,
    copies(item, ctx),
    safe(item.url) ? el("p", { class: "online" }, link(item.url, ctx.t.read)) : null,
    el("div", { class: "acts" }, act(ctx.t.where, "where"), act(ctx.t.like, "like"), act(ctx.t.cite, "cite"), act(ctx.t.save, "save")),
  );
}

/* Whether the reason is but the beginning of the summary below it. */
const quotes = ({ why, summary }) => Boolean(summary && why.includes(summary.slice(0, 40).trim()));

function copies(item, ctx) {
  const lines = item.copies.map((copy) => {
    const due = copy.due ? new Date(`${copy.due}T12:00`).toLocaleDateString(ctx.locale, { day: "numeric", month: "short" }) : "";
    const facts = [
      copy.shelf,
      copy.call_number || item.call_number,
      due && ctx.t.due(due),
      copy.queue ? ctx.t.queue(copy.queue) : "",
    ];
    return el(
      "li",
      {},
      el("span", { class: `status ${copy.status}` }, ctx.t.status[copy.status] ?? copy.status),
      ` ${copy.branch} · `,
      el("span", { class: "shelf" }, facts.filter(Boolean).join(" · ")),
    );
  });
  if (!lines.length) return item.call_number ? el("p", { class: "shelf" }, item.call_number) : null;
  const list = el("ul", { class: "copies" }, ...lines.slice(0, 4));
  if (lines.length <= 4) return list;
  const rest = el("details", {}, el("summary", {}, ctx.t.copies(lines.length)), el("ul", { class: "copies" }, ...lines.slice(4)));
  return el("div", {}, list, rest);
}

function contact(ctx) {
  const input = el("input", { type: "email", autocomplete: "email", required: true, "aria-label": ctx.t.email, placeholder: ctx.t.email });
  const said = el("p", { role: "status", class: "meta", tabindex: "-1" });
  const form = el("form", { class: "contact", novalidate: true }, input, el("button", { type: "submit" }, ctx.t.keep));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!input.checkValidity()) {
      said.textContent = ctx.t.badEmail;
      return;
    }
    try {
      await ctx.contact(input.value);
    } catch {
      said.textContent = ctx.t.notNow;
      return;
    }
    said.textContent = ctx.t.kept;
    said.focus();
    form.remove();
  });
  return el("div", {}, form, said);
}
