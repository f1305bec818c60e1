// One conversation: what was said, what the assistant made of it, who spoke when.
import { $, announce, clockTime, dayTime, el, lines, redraw, words } from "./el.js";
import { drawPart, plain } from "./parts.js";

const LANGUAGES = { en: "English", zh: "中文" };
const ACTS = {
  escalate: "The reader asked for a person",
  take: (name) => `${name ?? "A librarian"} took it`,
  cancel: "The reader left the queue",
  time_out: "Nobody came in time; the question is kept",
  hand_back: (name) => `${name ?? "The librarian"} handed back to the assistant`,
  close: (name) => `${name ?? "The librarian"} closed it`,
  reopen: "The reader wrote again",
  vanish: "The librarian's connection was lost; back to the queue",
  transfer: (name) => `${name ?? "A colleague"} took over`,
};

export class Talk {
  constructor(state, acts) {
    this.state = state;
    this.acts = acts;
    this.box = $(".talk");
    this.welcome = $(".welcome");
  }

  clear() {
    this.box.replaceChildren(this.welcome);
    this.log = null;
  }

  show(whole) {
    this.drawn = new Set();
    this.log = el("div", { class: "log", role: "log", "aria-label": "What was said", tabindex: "0" });
    this.log.onscroll = () => (this.atEnd = this.#nearEnd());
    new ResizeObserver(() => this.log && this.atEnd && this.bottom()).observe(this.log); // the composer grows and shrinks
    this.typing = el("p", { class: "typing", role: "status" });
    this.header = el("header");
    this.composer = el("div", { class: "composer" });
    this.box.replaceChildren(this.header, this.log, this.typing, this.composer);
    this.understood = whole.understood;
    this.judged = whole.judged;
    this.delivery = whole.delivery;
    this.drawHeader(whole.row);
    for (const entry of timeline(whole)) this.#add(entry);
    this.log.classList.toggle("as-reader", this.state.asReader);
    this.bottom();
  }

  drawHeader(row) {
    if (!this.header) return;
    const mine = row.owner === "librarian" && row.librarian_id === this.state.me;
    const meta = [
      words(row.channel), LANGUAGES[row.language], `since ${dayTime(row.started_at)}`,
      row.owner === "librarian" && !mine ? `${row.librarian ?? "A colleague"} has it` : mine ? "you have it" : row.owner === "queue" ? "waiting" : row.owner === "closed" ? "closed" : "with the assistant",
    ];
    const button = (title, key, act, main = false) =>
      el("button", { type: "button", "data-id": act, class: main ? "main" : null, title: `Key ${key}`, onclick: () => this.acts[act]() }, title);
    redraw(
      this.header,
      el("button", { type: "button", class: "back", "aria-label": "Back to the list", onclick: () => this.acts.leave() }, "←"),
      el("div", {}, el("h2", { dir: "auto" }, row.title || "No question yet"), el("p", { class: "meta" }, meta.filter(Boolean).join(" · "))),
      el(
        "div",
        { class: "acts" },
        mine ? [button("Hand back", "H", "handBack"), button("Transfer", "X", "transfer"), button("Close", "C", "close")] : [],
        !mine && row.owner !== "librarian" ? button("Take", "T", "take", true) : null,
        !mine && ["queue", "assistant"].includes(row.owner) ? button("Close", "C", "close") : null,
        button("Snooze", "S", "snooze"),
        el("button", { type: "button", "data-id": "beside", class: "reveal", title: "Key B", onclick: () => this.acts.beside() }, "Briefing"),
      ),
    );
  }

  bottom() {
    this.log.scrollTop = this.log.scrollHeight;
    this.atEnd = true;
  }

  // A message or a change that has just happened; each is drawn once, whatever comes twice.
  add(entry) {
    if (!this.log) return;
    const fresh = this.keepEnd(() => this.#add(entry));
    if (fresh && entry.kind === "message" && entry.author === "reader") {
      this.typing.textContent = "";
      announce(`The reader: ${plain(entry.parts)}`);
    }
  }

  // The log follows what is new only when the newest was in sight.
  keepEnd(change) {
    const near = this.log && this.#nearEnd();
    const done = change();
    if (near) this.bottom();
    return done;
  }

  #add(entry) {
    const key = entry.id ?? `${entry.kind}-${entry.seq}`;
    if (this.drawn.has(key)) return false;
    this.drawn.add(key);
    const drawn = { message: () => this.#message(entry), change: () => this.#change(entry), note: () => this.#note(entry), closing: () => this.#closing(entry) }[entry.kind]();
    drawn.dataset.seq = entry.seq;
    const later = [...this.log.children].find((one) => Number(one.dataset.seq) > entry.seq);
    this.log.insertBefore(drawn, later ?? null);
    if (entry.kind === "message" && entry.author === "reader") this.#explain(entry.id, drawn);
    return true;
  }

  #nearEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 160;
  }

  #message(message) {
    const name = { reader: "Reader", assistant: "Assistant", librarian: message.name ?? "Librarian", system: "Library" }[message.author];
    return el(
      "article",
      { class: `bubble ${message.author}`, "data-id": message.id },
      el("p", { class: "who" }, el("span", {}, name), el("time", { datetime: message.at }, clockTime(message.at))),
      message.parts.map(drawPart),
      el("div", { class: "after" }, this.#after(message.id)),
    );
  }

  // What became of a message: what the reader thought of it, whether it has reached them.
  #after(id) {
    const [judged, delivery] = [this.judged[id], this.delivery[id]];
    return [
      judged ? el("p", { class: judged.helpful ? "good" : "bad" }, judged.helpful ? "The reader found this helpful." : `The reader did not find this helpful.${judged.comment ? ` "${judged.comment}"` : ""}`) : null,
      delivery === "dead" ? el("p", { class: "bad" }, "This did not reach the reader.") : null,
      delivery === "waiting" ? el("p", { class: "soft" }, "On its way to the reader…") : null,
    ];
  }

  #change(change) {
    const told = ACTS[change.act] ?? words(change.act);
    return el("p", { class: "moment" }, `${typeof told === "function" ? told(change.name) : told} · ${clockTime(change.at)}`);
  }

  #note(note) {
    return el("article", { class: "bubble note" }, el("p", { class: "who" }, el("span", {}, `${note.name}, to colleagues only`), el("time", { datetime: note.at }, clockTime(note.at))), lines(note.text));
  }

  #closing(one) {
    const facts = [words(one.outcome), one.read_level && `READ ${one.read_level}`, words(one.question_type)].filter(Boolean).join(" · ");
    return el("p", { class: "moment" }, `Closed by ${one.name}: ${facts}`);
  }

  // What the assistant made of a message, under it, out of the way until it is opened.
  #explain(id, bubble) {
    const found = this.understood[id];
    if (!found || found.state === "accepted" || !found.intent) return;
    const sure = found.confidence === null ? "" : ` ${Math.round(found.confidence * 100)} %`;
    const searched = found.searches.map((s) => `searched “${s.query}”, ${s.total} found`);
    const details = el(
      "details",
      { class: "understood", "data-of": id, "data-seq": bubble.dataset.seq },
      el("summary", {}, [`Understood as ${words(found.intent)}${sure}`, ...searched].join(" · ")),
      el(
        "dl",
        {},
        fact("Also thought of", found.ranking.slice(1).map(([name, p]) => `${words(name)} ${Math.round(p * 100)} %`).join(", ")),
        fact("Found in the words", found.entities.map((e) => `${words(e.entity)}: ${e.value}`).join(", ")),
        found.searches.map((s) => [fact("Limits", Object.entries(s.filters).map(([k, v]) => `${words(k)}: ${v}`).join(", ")), fact("Records", s.record_ids.slice(0, 5).map((r, n) => `${r} (${Number(s.scores[n] ?? 0).toFixed(2)})`).join(", "))]).flat(),
        fact("Came of it", words(found.outcome)),
        fact("Took", found.latency_ms ? `${Math.round(found.latency_ms)} ms` : ""),
      ),
    );
    bubble.after(details);
  }

  // After a turn the log knows more: what was understood is drawn where it was not yet.
  learn(whole) {
    if (!this.log) return;
    this.keepEnd(() => this.#learn(whole));
  }

  #learn(whole) {
    this.understood = whole.understood;
    this.judged = whole.judged;
    this.delivery = whole.delivery;
    for (const bubble of this.log.querySelectorAll(".bubble[data-id]")) redraw($(".after", bubble), this.#after(bubble.dataset.id));
    for (const bubble of this.log.querySelectorAll(".bubble.reader")) {
      if (!this.log.querySelector(`[data-of="${bubble.dataset.id}"]`)) this.#explain(bubble.dataset.id, bubble);
    }
    for (const entry of timeline(whole)) this.add(entry);
  }

  readerTypes() {
    if (!this.typing) return;
    this.typing.textContent = "The reader is writing…";
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => (this.typing.textContent = ""), 4000);
  }
}

function fact(title, text) {
  return text ? [el("dt", {}, title), el("dd", { dir: "auto" }, text)] : [];
}

function timeline(whole) {
  const last = whole.row.last_seq;
  return [
    ...whole.messages.map((m) => ({ kind: "message", ...m })),
    ...whole.changes.map((c) => ({ kind: "change", ...c })),
    ...whole.notes.map((n) => ({ kind: "note", ...n, seq: n.seq + 0.5 })),
    ...whole.closed.map((c) => ({ kind: "closing", ...c, id: `closing-${c.at}`, seq: closingSeq(whole.changes, c.at) ?? last })),
  ].sort((a, b) => a.seq - b.seq);
}

const closingSeq = (changes, at) => changes.find((c) => c.act === "close" && c.at >= at)?.seq;
