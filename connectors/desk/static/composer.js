// Where a librarian writes: to the reader, or a note to colleagues. Nothing typed is ever lost.
import { $, announce, el, redraw } from "./el.js";
import { newId } from "/static/widget/browser.js";
import { post } from "./api.js";

const LONGEST = 4000;
const KEYS = "Enter sends, Shift + Enter is a new line";

export class Composer {
  constructor(state, acts) {
    this.state = state;
    this.acts = acts;
    this.chosen = []; // records to go along: {record_id, title}
    this.sources = [];
  }

  draw(box, row) {
    const mine = row.owner === "librarian" && row.librarian_id === this.state.me;
    const key = `${row.id} ${mine} ${row.owner} ${row.librarian_id}`;
    const changed = this.id !== row.id;
    this.row = row;
    if (this.key === key && box.isConnected && box.childElementCount) return;
    this.key = key;
    this.id = row.id;
    if (changed) {
      this.noting = false;
      ({ chosen: this.chosen, sources: this.sources, pending: this.pending } = this.#along());
    }
    box.className = "composer";
    this.box = box;
    if (mine || this.noting) this.#open(box);
    else this.#shut(box, row);
  }

  #shut(box, row) {
    const kept = this.#kept() ? el("p", { class: "soft" }, "Your draft is kept: ", el("q", {}, this.#kept().slice(0, 80))) : null;
    const told = row.owner === "librarian" ? `${row.librarian ?? "A colleague"} has this conversation.` : row.owner === "queue" ? "The reader is waiting for a person." : row.owner === "closed" ? "This conversation is closed." : "The assistant has this conversation.";
    redraw(
      box,
      el(
        "div",
        { class: "closed" },
        el("p", {}, told),
        el(
          "div",
          { class: "acts" },
          el("button", { type: "button", "data-id": "note", title: "Key N", onclick: () => this.note() }, "Note"),
          row.owner === "librarian" ? null : el("button", { type: "button", "data-id": "take", class: "main", title: "Key T", onclick: () => this.acts.take() }, "Take it and answer"),
        ),
      ),
      kept,
    );
  }

  // The same reply or note keeps its element, so that a word half written (in Chinese too) goes on.
  #open(box) {
    const key = `${this.noting ? "note" : "reply"} ${this.id}`;
    const input = el("textarea", { id: "reply", "data-id": key, rows: "3", dir: "auto", placeholder: this.noting ? "A note to colleagues; @name tells one of them" : "Write to the reader  (/ for saved replies)", value: this.#kept(), oninput: () => this.#typed(), onkeydown: (event) => this.#key(event) });
    const submit = (event) => {
      event.preventDefault();
      this.send();
    };
    const form = el(
      "form",
      { onsubmit: submit },
      el("label", { for: "reply", class: "hidden" }, this.noting ? "Note to colleagues" : "Reply to the reader"),
      el("div", { class: "suggest", role: "listbox", "aria-label": "Saved replies", id: "suggest", hidden: true }),
      input,
      el("div", { class: "chosen", "data-id": "chosen" }),
      el("p", { class: "bad", "data-id": "notice", role: "alert" }),
      el(
        "div",
        { class: "foot" },
        this.noting ? el("button", { type: "button", "data-id": "back", class: "quiet", onclick: () => this.note(false) }, "Back to the reply") : el("button", { type: "button", "data-id": "note", class: "quiet", title: "Key N", onclick: () => this.note() }, "Note"),
        this.noting ? null : el("button", { type: "button", "data-id": "draft", class: "quiet", title: "Key D", onclick: () => this.acts.draft() }, "Draft from the assistant"),
        el("span", { class: "space" }),
        el("span", { class: "soft hint", "data-id": "hint" }, KEYS),
        el("button", { class: "main", "data-id": `send ${key}` }, this.noting ? "Keep the note" : "Send"),
      ),
    );
    box.classList.toggle("noting", Boolean(this.noting));
    const writing = box.contains(document.activeElement);
    redraw(box, form);
    [this.input, this.list, this.picked, this.notice, this.hint] = ["textarea", ".suggest", ".chosen", "[data-id=notice]", ".hint"].map((one) => $(one, box));
    if (writing && !box.contains(document.activeElement)) this.input.focus();
    this.#drawChosen();
    this.#suggest();
  }

  #draftKey() {
    return `desk-draft ${this.noting ? "note " : ""}${this.id}`;
  }

  #kept() {
    return sessionStorage.getItem(this.#draftKey()) ?? "";
  }

  #keep(text) {
    if (text) sessionStorage.setItem(this.#draftKey(), text);
    else sessionStorage.removeItem(this.#draftKey());
  }

  // Records and sources that go along, and the id of what the server may already have.
  #along() {
    return { chosen: [], sources: [], pending: null, ...JSON.parse(sessionStorage.getItem(`desk-along ${this.id}`)) };
  }

  #keepAlong() {
    const { chosen, sources, pending } = this;
    if (chosen.length || sources.length || pending) sessionStorage.setItem(`desk-along ${this.id}`, JSON.stringify({ chosen, sources, pending }));
    else sessionStorage.removeItem(`desk-along ${this.id}`);
  }

  focus() {
    this.input?.isConnected && this.input.focus();
  }

  note(on = true) {
    this.noting = on;
    this.key = null;
    this.draw(this.box, this.row);
    this.focus();
  }

  fill(text, sources = []) {
    if (!this.input?.isConnected) return;
    this.input.value = this.input.value.trim() ? `${this.input.value.trim()}\n\n${text}` : text;
    this.sources.push(...sources.filter((one) => !this.sources.some((known) => known.title === one.title)));
    this.#keep(this.input.value);
    this.#changed();
    this.focus();
  }

  insert(item) {
    if (!this.chosen.some((one) => one.record_id === item.record_id)) this.chosen.push(item);
    this.#changed();
    announce(`${item.title} goes along with your reply`);
  }

  // What would be sent is another message now.
  #changed() {
    this.pending = null;
    this.#keepAlong();
    this.#drawChosen();
  }

  #drawChosen() {
    if (!this.picked) return;
    const chip = (title, remove) => el("button", { type: "button", "aria-label": `Leave out ${title}`, onclick: () => (remove(), this.#changed()) }, `${title} ×`);
    this.picked.hidden = Boolean(this.noting);
    this.picked.replaceChildren(
      ...this.chosen.map((item) => chip(item.title, () => (this.chosen = this.chosen.filter((one) => one !== item)))),
      ...this.sources.map((source) => chip(`Source: ${source.title}`, () => (this.sources = this.sources.filter((one) => one !== source)))),
    );
  }

  #typed() {
    this.#keep(this.input.value);
    if (this.pending) (this.pending = null), this.#keepAlong();
    this.notice.textContent = this.input.value.length > LONGEST ? `${this.input.value.length - LONGEST} characters too many; 4,000 is the most.` : "";
    const now = Date.now();
    if (!this.noting && now - (this.told ?? 0) > 2500) {
      this.told = now;
      post(`/conversations/${this.id}/typing`).catch(() => {});
    }
    this.#suggest();
  }

  // A word that begins with / names a saved reply.
  #suggest() {
    const word = /(?:^|\s)\/([\w-]*)$/.exec(this.input.value.slice(0, this.input.selectionStart))?.[1];
    const none = word === "" && !this.noting && !this.state.canned.length;
    const found = word === undefined || this.noting ? [] : this.state.canned.filter((one) => one.shortcut.toLowerCase().startsWith(word.toLowerCase())).slice(0, 8);
    this.found = found;
    this.at = 0;
    this.list.hidden = !found.length;
    this.hint.replaceChildren(...(none ? ["No saved replies yet. ", el("a", { href: "/desk/replies" }, "Write the first")] : [KEYS]));
    this.list.replaceChildren(...found.map((one, n) => el("button", { type: "button", role: "option", tabindex: "-1", "aria-selected": String(n === 0), onclick: () => this.#use(one) }, `/${one.shortcut}  ${one[this.row.language] ?? one.en}`)));
  }

  #use(one) {
    const before = this.input.value.slice(0, this.input.selectionStart).replace(/\/[\w-]*$/, "");
    const text = one[this.row.language] || one.en;
    this.input.value = before + text + this.input.value.slice(this.input.selectionStart);
    this.input.setSelectionRange(before.length + text.length, before.length + text.length);
    this.#typed();
    this.focus();
  }

  #key(event) {
    if (this.found?.length && ["ArrowDown", "ArrowUp", "Tab", "Enter"].includes(event.key)) {
      event.preventDefault();
      if (event.key.startsWith("Arrow")) this.#move(event.key === "ArrowDown" ? 1 : -1);
      else this.#use(this.found[this.at]);
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape") {
      if (this.found?.length) this.found = [];
      else this.input.blur();
      this.list.hidden = true;
      event.stopPropagation();
    }
  }

  #move(step) {
    this.at = (this.at + step + this.found.length) % this.found.length;
    [...this.list.children].forEach((one, n) => one.setAttribute("aria-selected", String(n === this.at)));
  }

  // The same id until the server has it: sending again can never say it twice.
  async send() {
    const text = this.input.value.trim();
    const [id, noting] = [this.id, this.noting];
    if (this.sending || (!text && (noting || !this.chosen.length)) || text.length > LONGEST) return;
    this.sending = true;
    if (!noting) {
      this.pending ??= { id: newId(), text, record_ids: this.chosen.map((i) => i.record_id), sources: this.sources };
      this.#keepAlong();
    }
    try {
      if (noting) await post(`/conversations/${id}/notes`, { text });
      else await post(`/conversations/${id}/reply`, this.pending);
      this.#sent(id, noting, text);
    } catch (error) {
      if (this.id === id) this.notice.textContent = `${error.message} Your words are still here.${error.status === 503 && this.chosen.length ? " Without the records they can go out now." : ""}`;
    } finally {
      this.sending = false;
    }
  }

  // What was typed while it was on its way stays.
  #sent(id, noting, text) {
    if (!noting) sessionStorage.removeItem(`desk-along ${id}`);
    const key = `desk-draft ${noting ? "note " : ""}${id}`;
    const now = (sessionStorage.getItem(key) ?? "").trimStart();
    const rest = now.startsWith(text) ? now.slice(text.length).trimStart() : now;
    rest ? sessionStorage.setItem(key, rest) : sessionStorage.removeItem(key);
    if (this.id !== id || this.noting !== noting) return;
    this.input.value = rest;
    this.notice.textContent = "";
    announce(noting ? "Note kept" : "Sent");
    if (noting) return this.note(false);
    [this.chosen, this.sources] = [[], []];
    this.#changed();
    $(".log")?.scrollTo(0, $(".log").scrollHeight);
  }
}
