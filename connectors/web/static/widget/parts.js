// Each part of a message as elements; text is only ever set as text, never as markup.

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

const draw = {
  text: (part) =>
    el("div", { class: "text" }, ...part.text.split("\n").filter(Boolean).map((line) => el("p", {}, line))),

  holdings: (part, ctx) =>
    el(
      "ol",
      { class: "holdings", start: (part.offset ?? 0) + 1 },
      ...part.items.map((item, n) => card(item, (part.offset ?? 0) + n + 1, ctx)),
    ),

  choices: (part, ctx) =>
    el(
      "div",
      { class: "choices" },
      ...part.choices.map((choice) =>
        el("button", { type: "button", onclick: () => ctx.press(choice.title, choice.payload) }, choice.title),
      ),
    ),

  sources: (part, ctx) =>
    el(
      "p",
      { class: "sources" },
      `${ctx.t.sources}: `,
      ...part.sources.flatMap((source, n) => [n ? "; " : "", link(source.url, source.title)]),
    ),

  citation: (part, ctx) => {
    const button = el("button", { type: "button", class: "quiet" }, ctx.t.copy);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(part.text);
      button.textContent = ctx.t.copied;
    });
    return el("figure", { class: "citation" }, el("blockquote", {}, part.text), button);
  },

  handoff: (part, ctx) => {
    if (!part.claim_code) return null;
    const code = el("p", { class: "code" }, `${ctx.t.code}: `, el("strong", {}, part.claim_code));
    return el("div", {}, code, contact(ctx));
  },
};

export function drawPart(part, ctx) {
  const known = draw[part.type];
  return known ? known(part, ctx) : el("p", {}, part.text ?? "");
}

export function judge(t, tell) {
  const box = el("div", { class: "judge", role: "group", "aria-label": t.helpful });
  const vote = (helpful, title) =>
    el("button", { type: "button", class: "quiet", onclick: async () => {
      await tell(helpful);
      box.replaceChildren(el("span", { role: "status" }, t.thanks));
    } }, title);
  box.append(el("span", {}, t.helpful), vote(true, t.wasHelpful), vote(false, t.wasNot));
  return box;
}

function card(item, number, ctx) {
  const meta = [item.authors.slice(0, 3).join("; "), item.year, ctx.t.format[item.format] ?? item.format];
  const act = (title, name) =>
    el(
      "button",
      {
        type: "button",
        class: "quiet",
        "aria-label": `${title}: ${item.title}`,
        onclick: () => ctx.press(`${title}: ${item.title}`, `/${name}${JSON.stringify({ record_id: item.record_id })}`),
      },
      title,
    );
  return el(
    "li",
    { class: "card" },
    el("h3", { lang: item.language === "chi" ? "zh" : null }, el("span", { class: "number" }, `${number}. `), item.title),
    el("p", { class: "meta" }, meta.filter(Boolean).join(" · ")),
    item.why && !quotes(item) ? el("p", { class: "why" }, item.why) : null,
    item.summary ? el("p", { class: "summary" }, item.summary) : null,
    copies(item, ctx),
    safe(item.url) ? el("p", { class: "online" }, link(item.url, ctx.t.read)) : null,
    el("div", { class: "acts" }, act(ctx.t.where, "where"), act(ctx.t.like, "like"), act(ctx.t.cite, "cite")),
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
      ` ${copy.branch} `,
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
  const said = el("p", { role: "status", class: "meta" });
  const form = el("form", { class: "contact", novalidate: true }, input, el("button", { type: "submit" }, ctx.t.keep));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!input.checkValidity()) {
      said.textContent = ctx.t.badEmail;
      return;
    }
    await ctx.contact(input.value);
    said.textContent = ctx.t.kept;
    form.remove();
  });
  return el("div", {}, form, said);
}
