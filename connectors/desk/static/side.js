// Beside the conversation: the briefing from the log, the holdings, labels.
import { ago, announce, dayTime, el, reason, words } from "./el.js";
import { get, put } from "./api.js";
import { record } from "./parts.js";

const TABS = [
  ["briefing", "Briefing"],
  ["holdings", "Holdings"],
];
const WHY = {
  low_confidence: "was not sure what it meant",
  nothing_found: "found nothing",
  engine_down: "could not answer",
  asked: "had to ask back",
  unsure: "was not sure of the answer",
  unavailable: "could not reach a system",
  out_of_scope: "had no answer to that",
  unhelpful: "the reader did not find the answer helpful",
};

export class Side {
  constructor(box, state, acts) {
    this.box = box;
    this.state = state;
    this.acts = acts;
    this.tab = "briefing";
  }

  show(whole) {
    const fresh = this.whole?.row.id !== whole.row.id;
    this.whole = whole;
    this.box.hidden = false;
    if (fresh) {
      this.results = null;
      this.query = "";
    }
    const owner = `${whole.row.owner} ${whole.row.librarian_id}`;
    if (fresh || this.tab === "briefing" || owner !== this.owner) this.draw();
    this.owner = owner;
  }

  open(tab) {
    this.tab = tab;
    this.draw();
    this.box.querySelector(".panel input, .panel")?.focus();
  }

  draw() {
    const tabs = el(
      "div",
      { class: "tabs", role: "tablist", "aria-label": "Beside the conversation" },
      TABS.map(([id, title]) =>
        el("button", { type: "button", role: "tab", id: `tab-${id}`, "aria-selected": String(this.tab === id), "aria-controls": "panel", tabindex: this.tab === id ? "0" : "-1", onclick: () => this.open(id), onkeydown: (event) => this.#arrow(event) }, title),
      ),
      el("button", { type: "button", class: "reveal", "aria-label": "Close what is beside", onclick: () => this.acts.beside(false) }, "×"),
    );
    const panel = el("div", { class: "panel", id: "panel", role: "tabpanel", "aria-labelledby": `tab-${this.tab}`, tabindex: "0" });
    panel.append(...(this.tab === "briefing" ? this.#briefing() : this.#holdings()).filter(Boolean));
    const typing = this.box.contains(document.activeElement) && document.activeElement.id;
    this.box.replaceChildren(tabs, panel);
    if (typing) document.getElementById(typing)?.focus(); // what happens elsewhere takes nobody's cursor away
  }

  #arrow(event) {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const next = TABS[(TABS.findIndex(([id]) => id === this.tab) + 1) % TABS.length][0];
    this.tab = next;
    this.draw();
    this.box.querySelector(`#tab-${next}`).focus();
  }

  #briefing() {
    const { row, briefing, closed } = this.whole;
    return [
      section("The reader wants", el("p", { class: "wants", dir: "auto" }, briefing.wants || "They have not said yet.")),
      row.waiting ? section("Handed over", el("p", {}, `${reason(row.waiting.reason)}${row.waiting.urgent ? ", urgent" : ""}, ${ago(row.waiting.since)}${row.waiting.has_address ? "; left an e-mail address" : ""}${row.waiting.follow_up_at ? `; promised by ${dayTime(row.waiting.follow_up_at)}` : ""}`)) : null,
      row.clock ? section("Due", el("p", {}, `${row.clock.kind === "first_answer" ? "First answer" : "Answer"} by ${dayTime(row.clock.due_at)}`)) : null,
      listed("The assistant was unsure", briefing.unsure, (one) => [el("q", { dir: "auto" }, one.text), ` ${WHY[one.why] ?? words(one.why)}`]),
      listed("Asked so far", briefing.questions, (one) => el("span", { dir: "auto" }, one.text)),
      listed("Searched", briefing.searches, (one) => [`“${one.query}”`, ` ${one.total} found`, Object.keys(one.filters).length ? ` (${Object.entries(one.filters).map(([k, v]) => `${words(k)} ${v}`).join(", ")})` : "", one.titles.length ? el("span", { class: "soft" }, `: ${one.titles.join("; ")}`) : ""]),
      listed("Saved by the reader", briefing.saved, (one) => one),
      listed("Wants to hear of", briefing.alerts, (one) => one),
      listed("Earlier conversations", briefing.earlier, (one) => el("a", { href: `/desk/c/${one.id}`, onclick: (event) => (event.preventDefault(), this.acts.open(one.id)) }, `${dayTime(one.at)}: ${one.text}`)),
      section("Labels", this.#labels()),
      listed("Closed before", closed, (one) => `${words(one.outcome)}, ${one.name}, ${dayTime(one.at)}`),
    ];
  }

  #labels() {
    const { row } = this.whole;
    const set = async (labels) => {
      row.labels = await put(`/conversations/${row.id}/labels`, { labels });
      this.draw();
      this.box.querySelector("#label")?.focus();
    };
    const input = el("input", { id: "label", list: "label-names", maxlength: "40", placeholder: "Add a label", "aria-label": "Add a label" });
    const form = el("form", {}, input, el("datalist", { id: "label-names" }, this.state.labels.map((name) => el("option", { value: name }))));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (input.value.trim()) set([...row.labels, input.value]).catch((error) => announce(error.message));
    });
    const chips = row.labels.map((name) => el("span", { class: "chip" }, name, el("button", { type: "button", "aria-label": `Remove label ${name}`, onclick: () => set(row.labels.filter((one) => one !== name)) }, "×")));
    return [el("div", { class: "labels" }, chips), form];
  }

  #holdings() {
    const input = el("input", { id: "find", type: "search", "aria-label": "Search the holdings", placeholder: "Title, author, topic…", value: this.query ?? "", oninput: () => (this.query = input.value) });
    const form = el("form", {}, input, el("button", { class: "main" }, "Find"));
    const said = el("p", { class: "soft", role: "status" });
    const list = el("ol", { class: "cards" });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (input.value.trim()) this.#find(input.value.trim(), said, list);
    });
    if (this.results) this.#found(said, list);
    const last = this.whole.briefing.searches.at(-1);
    const again = last && !this.results ? el("button", { type: "button", class: "quiet", onclick: () => { input.value = last.query; form.requestSubmit(); } }, `Search “${last.query}” again`) : null;
    return [form, again, said, list];
  }

  async #find(query, said, list) {
    this.query = query;
    said.textContent = "Looking…";
    try {
      this.results = await get(`/holdings?${new URLSearchParams({ text: query, language: this.whole.row.language })}`);
      if (list.isConnected) this.#found(said, list);
      else if (this.tab === "holdings") this.draw(); // drawn anew while the search was on its way
    } catch (error) {
      said.textContent = error.message;
    }
  }

  #found(said, list) {
    const mine = this.whole.row.owner === "librarian" && this.whole.row.librarian_id === this.state.me;
    said.textContent = this.results.length ? `${this.results.length} found` : "Nothing found. Fewer words find more.";
    list.replaceChildren(
      ...this.results.map((item) =>
        record(item, mine ? el("button", { type: "button", "aria-label": `Insert ${item.title}`, onclick: () => this.acts.insert(item) }, "Insert") : el("span", { class: "soft" }, "Take the conversation to insert")),
      ),
    );
  }
}

function section(title, ...content) {
  return el("section", {}, el("h3", {}, title), content.flat());
}

function listed(title, items, draw) {
  return items.length ? section(title, el("ul", { class: "plainlist" }, items.map((one) => el("li", {}, draw(one))))) : null;
}
