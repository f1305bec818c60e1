// Beside the conversation: the briefing from the log, the holdings, labels.
import { ago, dayTime, el, reason, redraw, words } from "./el.js";
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
      this.said = "";
    }
    this.draw();
  }

  open(tab) {
    this.tab = tab;
    this.draw();
    (this.box.querySelector("#find") ?? this.box.querySelector(".panel")).focus();
  }

  draw() {
    const tabs = el(
      "div",
      { class: "tabs", role: "tablist", "aria-label": "About the conversation" },
      TABS.map(([id, title]) =>
        el("button", { type: "button", role: "tab", id: `tab-${id}`, "aria-selected": String(this.tab === id), "aria-controls": "panel", tabindex: this.tab === id ? "0" : "-1", onclick: () => this.open(id), onkeydown: (event) => this.#arrow(event) }, title),
      ),
    );
    const shut = el("button", { type: "button", class: "reveal quiet", "aria-label": "Close the briefing", onclick: () => this.acts.beside(false) }, "×");
    const head = el("div", { class: "beside-head" }, tabs, shut);
    const content = this.tab === "briefing" ? this.#briefing() : this.#holdings();
    // Another tab or conversation is another panel; the same one keeps what is typed in it.
    const panel = el("div", { class: "panel", id: "panel", "data-id": `${this.tab} ${this.whole.row.id}`, role: "tabpanel", "aria-labelledby": `tab-${this.tab}`, tabindex: "0" }, content);
    redraw(this.box, head, panel);
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
      const kept = await put(`/conversations/${row.id}/labels`, { labels });
      if (this.whole.row.id !== row.id) return;
      this.whole.row.labels = kept;
      this.draw();
      this.box.querySelector("#label")?.focus();
    };
    const told = (error) => this.acts.tell(error.message);
    const add = (event) => {
      event.preventDefault();
      const input = event.currentTarget.elements.label;
      const name = input.value.trim();
      if (name) set([...row.labels, name]).then(() => (input.value = ""), told);
    };
    const input = el("input", { id: "label", name: "label", list: "label-names", maxlength: "40", placeholder: "Add a label", "aria-label": "Add a label" });
    const form = el("form", { onsubmit: add }, input, el("datalist", { id: "label-names" }, this.state.labels.map((name) => el("option", { value: name }))));
    const chips = row.labels.map((name) => el("span", { class: "chip", "data-id": `label ${name}` }, name, el("button", { type: "button", "aria-label": `Remove label ${name}`, onclick: () => set(row.labels.filter((one) => one !== name)).catch(told) }, "×")));
    return [el("div", { class: "labels" }, chips), form];
  }

  #holdings() {
    const { row, briefing } = this.whole;
    const mine = row.owner === "librarian" && row.librarian_id === this.state.me;
    const submit = (event) => {
      event.preventDefault();
      const wanted = event.currentTarget.elements.find.value.trim();
      if (wanted) this.#find(wanted);
    };
    const again = (query) => {
      this.box.querySelector("#find").value = this.query = query;
      this.#find(query);
    };
    const last = briefing.searches.at(-1);
    const act = (item) =>
      mine ? el("button", { type: "button", "aria-label": `Insert ${item.title}`, onclick: () => this.acts.insert(item) }, "Insert") : el("span", { class: "soft" }, "Take the conversation to insert");
    return [
      el("form", { onsubmit: submit }, el("input", { id: "find", name: "find", type: "search", "aria-label": "Search the holdings", placeholder: "Title, author, topic…", value: this.query, oninput: (event) => (this.query = event.target.value) }), el("button", { class: "main" }, "Find")),
      last && !this.results ? el("button", { type: "button", "data-id": "again", class: "quiet", onclick: () => again(last.query) }, `Search “${last.query}” again`) : null,
      el("p", { class: this.failed ? "bad" : "soft", "data-id": "said", role: "status" }, this.said ?? ""),
      el("ol", { class: "cards", "data-id": "found" }, (this.results ?? []).map((item) => record(item, act(item)))),
    ];
  }

  // Only the newest search is shown, and only in the conversation that it was made in.
  async #find(query) {
    const id = this.whole.row.id;
    const asked = (this.asked = (this.asked ?? 0) + 1);
    this.#tell("Looking…");
    try {
      const found = await get(`/holdings?${new URLSearchParams({ text: query, language: this.whole.row.language })}`);
      if (asked !== this.asked || id !== this.whole.row.id) return;
      this.results = found;
      this.#tell(found.length ? `${found.length} found` : "Nothing found. Fewer words find more.");
    } catch (error) {
      if (asked === this.asked && id === this.whole.row.id) this.#tell(error.message, true);
    }
  }

  #tell(said, failed = false) {
    this.said = said;
    this.failed = failed;
    this.draw();
  }
}

function section(title, ...content) {
  return el("section", { "data-id": title }, el("h3", {}, title), content.flat());
}

function listed(title, items, draw) {
  return items.length ? section(title, el("ul", { class: "plainlist" }, items.map((one) => el("li", {}, draw(one))))) : null;
}
