// <refdesk-chat>: a launcher and a panel in a shadow DOM; the server decides all that is said.
import { Api, Problem } from "./api.js";
import { download, takeCode, telegramCard } from "./carry.js";
import { drawPart, el, judge } from "./parts.js";
import { strings } from "./strings.js";

const KEY = "refdesk";
const LONGEST = 4000;
const IN_LINE = 6000; // milliseconds until we say that many are asking

export class RefdeskChat extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    this.base = this.getAttribute("base") ?? new URL("../../", import.meta.url).href;
    this.api = new Api(this.base);
    this.kept = JSON.parse(sessionStorage.getItem(KEY) ?? "{}"); // in this tab only: others may use this computer
    this.language = this.kept.language ?? this.getAttribute("language") ?? (pageLanguage().startsWith("zh") ? "zh" : "en");
    this.pending = [];
    this.drawn = new Set();
    this.lastSeq = 0;
    this.attachShadow({ mode: "open" });
    this.shadowRoot.append(
      el("link", { rel: "stylesheet", href: new URL("static/widget/style.css", this.base).href }),
      this.#launcher(),
      this.#panel(),
    );
    this.#label();
    addEventListener("hashchange", this.arrive);
    if (!this.arrive() && this.kept.open) this.open(false);
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this.arrive);
  }

  // Whether the page was opened with a conversation to go on with.
  arrive = () => {
    const code = takeCode();
    if (!code) return false;
    this.arriving = code;
    this.ready = null;
    this.open(true).catch(() => {}); // said in the panel
    return true;
  };

  get t() {
    return strings[this.language];
  }

  remember(change) {
    this.kept = { ...this.kept, ...change };
    sessionStorage.setItem(KEY, JSON.stringify(this.kept));
  }

  #launcher() {
    this.launcher = el("button", { type: "button", class: "launcher", "aria-expanded": "false", onclick: () => this.open(true) });
    return this.launcher;
  }

  #panel() {
    this.status = el("p", { class: "staffed", role: "status" });
    this.heading = el("h2", { id: "title" });
    this.toggle = el("button", { type: "button", class: "quiet", onclick: () => this.#switchLanguage() });
    this.closer = el("button", { type: "button", class: "quiet close", onclick: () => this.close() }, "×");
    this.log = el("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0" });
    this.thinking = el("p", { class: "thinking", role: "status" });
    this.notice = el("p", { class: "notice", role: "alert" });
    this.input = el("textarea", { id: "input", rows: "1", oninput: () => this.#typed(), onkeydown: (event) => this.#key(event) });
    this.label = el("label", { for: "input", class: "hidden" });
    this.button = el("button", { type: "submit", class: "send" });
    this.form = el("form", {}, this.label, this.input, this.button);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.panel = el(
      "section",
      { class: "panel", role: "dialog", "aria-labelledby": "title", hidden: true, onkeydown: (event) => event.key === "Escape" && this.close() },
      el("header", {}, el("div", {}, this.heading, this.status), this.toggle, this.#menu(), this.closer),
      this.log,
      this.thinking,
      this.notice,
      this.form,
    );
    return this.panel;
  }

  #menu() {
    this.saver = el("button", { type: "button", onclick: () => this.#save() });
    this.leaver = el("button", { type: "button", hidden: true, onclick: () => this.#toTelegram() });
    this.forgetter = el("button", { type: "button", onclick: () => this.#askForget() });
    this.menuLabel = el("summary", {}, "⋯");
    this.menu = el("details", { class: "menu" }, this.menuLabel, el("div", {}, this.leaver, this.saver, this.forgetter));
    return this.menu;
  }

  // All words of the frame, in the language in force.
  #label() {
    const t = this.t;
    this.shadowRoot.host.lang = this.language === "zh" ? "zh-CN" : "en";
    this.launcher.textContent = t.launcher;
    this.heading.textContent = t.title;
    this.toggle.textContent = t.language;
    this.toggle.setAttribute("aria-label", t.languageLabel);
    this.closer.setAttribute("aria-label", t.close);
    this.menuLabel.setAttribute("aria-label", t.options);
    this.saver.textContent = t.transcript;
    this.leaver.textContent = t.telegram;
    this.forgetter.textContent = t.forget;
    this.log.setAttribute("aria-label", t.log);
    this.label.textContent = t.input;
    this.input.placeholder = t.placeholder;
    this.button.textContent = t.send;
    if (this.staffed !== undefined) this.#showStaffed(this.staffed);
  }

  #showStaffed(staffed) {
    this.staffed = staffed;
    this.status.textContent = staffed ? this.t.staffed : this.t.unstaffed;
    this.status.classList.toggle("on", staffed);
  }

  async open(focus) {
    this.panel.hidden = false;
    this.launcher.hidden = true;
    this.launcher.setAttribute("aria-expanded", "true");
    this.remember({ open: true });
    if (focus) this.input.focus();
    this.ready ??= this.#begin().catch((error) => {
      this.ready = null;
      this.#say(error instanceof Problem && error.status === 429 ? this.t.busy : this.t.offline);
      throw error;
    });
    return this.ready;
  }

  close() {
    this.panel.hidden = true;
    this.launcher.hidden = false;
    this.launcher.setAttribute("aria-expanded", "false");
    this.remember({ open: false });
    this.launcher.focus();
  }

  async #begin() {
    const now = await this.api.status();
    this.#showStaffed(now.staffed);
    this.#offerTelegram();
    const carried = !this.arriving || (await this.#takeOver());
    if (!this.kept.session || !(await this.#resume())) await this.#start();
    if (!carried) this.log.append(el("p", { class: "bubble system", role: "status" }, this.t.carryOld));
    this.#listen();
  }

  async #start() {
    const started = await this.api.start(this.language);
    this.remember({ session: this.api.session });
    started.messages.forEach((message) => this.#draw(message));
  }

  async #offerTelegram() {
    this.leaver.hidden = !(await this.api.channels().catch(() => ({}))).telegram; // a convenience
  }

  // Whether we go on with the conversation that was carried here; a used code changes nothing.
  async #takeOver() {
    const code = this.arriving;
    this.arriving = null;
    try {
      await this.api.claim(code);
    } catch (error) {
      if (error instanceof Problem && error.status < 429) return false;
      throw error;
    }
    this.stream?.abort();
    this.log.replaceChildren();
    this.drawn.clear();
    Object.assign(this, { pending: [], lastSeq: 0 });
    this.remember({ session: this.api.session });
    return true;
  }

  async #toTelegram() {
    this.menu.open = false;
    try {
      await this.ready;
      const { card, open } = telegramCard(await this.api.link(), this.t);
      this.log.querySelector(".carry")?.remove();
      this.log.append(card);
      card.scrollIntoView({ block: "end" });
      open.focus({ preventScroll: true });
    } catch (error) {
      this.#say(error instanceof Problem && error.status !== 404 ? error.message : this.t.telegramAway);
    }
  }

  async #resume() {
    this.api.session = this.kept.session;
    try {
      const { messages } = await this.api.messages(0);
      messages.forEach((message) => this.#draw(message));
      this.log.scrollTop = this.log.scrollHeight;
      return true;
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return false; // erased, or its time has passed
      throw error;
    }
  }

  #listen() {
    this.stream?.abort();
    this.stream = new AbortController();
    this.api.listen(
      this.lastSeq,
      {
        event: (kind, body) => this.#heard(kind, body),
        connected: (well) => this.#say(well ? "" : this.t.offline),
        gone: () => this.#afterErasure(),
      },
      this.stream.signal,
    );
  }

  #heard(kind, body) {
    if (kind === "message") this.#draw(body);
    if (kind === "owner") this.panel.dataset.owner = body.owner;
    if (kind === "typing" && body.author === "librarian") {
      this.#think(this.t.librarianTyping);
      clearTimeout(this.typingTimer);
      this.typingTimer = setTimeout(() => this.#think(""), 4000);
    }
  }

  // In order of seq, each once; what the reader sent replaces its own waiting bubble.
  #draw(message) {
    if (this.drawn.has(message.id)) return;
    this.drawn.add(message.id);
    this.lastSeq = Math.max(this.lastSeq, message.seq);
    const bubble = this.#bubble(message);
    if (message.author === "reader" && this.pending.length) this.pending.shift().bubble.replaceWith(bubble);
    else this.log.insertBefore(bubble, this.#next(message.seq));
    bubble.dataset.seq = message.seq;
    if (message.author === "librarian") this.#think("");
    if (message.author !== "assistant") this.#scroll(bubble, "end");
  }

  #next(seq) {
    return [...this.log.children].find((other) => Number(other.dataset.seq ?? Infinity) > seq && !(other.dataset.waiting)) ?? null;
  }

  #scroll(bubble, block) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    bubble.scrollIntoView({ block, behavior: calm ? "auto" : "smooth" });
  }

  #bubble(message) {
    const ctx = {
      t: this.t,
      locale: this.language === "zh" ? "zh-CN" : "en-GB",
      press: (title, payload) => this.#send(title, { payload }),
      contact: (email) => this.api.contact(email),
    };
    const who = message.author === "reader" ? this.t.you : (message.name ?? this.t[message.author]);
    return el(
      "article",
      { class: `bubble ${message.author}` },
      el("p", { class: "who" }, who),
      ...message.parts.map((part) => drawPart(part, ctx)),
      message.author === "assistant" && message.seq > 1
        ? judge(this.t, (helpful) => this.api.feedback(message.id, helpful))
        : null,
    );
  }

  #key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.form.requestSubmit();
    }
  }

  #typed() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 140)}px`;
    const over = [...this.input.value].length - LONGEST;
    this.#say(over > 0 ? this.t.tooLong(over) : "");
    const now = Date.now();
    if (this.panel.dataset.owner === "librarian" && now - (this.toldTyping ?? 0) > 2500) {
      this.toldTyping = now;
      this.api.typing();
    }
  }

  #submit() {
    const text = this.input.value.trim();
    if (!text || [...text].length > LONGEST) return;
    this.input.value = "";
    this.#typed();
    this.#send(text, { text });
  }

  async #send(shown, said) {
    const bubble = this.#bubble({ author: "reader", parts: [{ type: "text", text: shown }] });
    bubble.dataset.waiting = "yes";
    const waiting = { said: { id: crypto.randomUUID(), ...said }, bubble };
    this.pending.push(waiting);
    this.log.append(bubble);
    bubble.scrollIntoView({ block: "end" });
    await this.#deliver(waiting);
  }

  // The same id every time: sending again can never say it twice.
  async #deliver(waiting) {
    const assisted = !["librarian", "queue"].includes(this.panel.dataset.owner);
    this.#think(assisted ? this.t.typing : "");
    const patience = setTimeout(() => assisted && this.#think(this.t.inLine), IN_LINE);
    try {
      await this.ready;
      const turn = await this.api.say(waiting.said);
      this.panel.dataset.owner = turn.owner;
      this.#settle(waiting, turn);
    } catch (error) {
      this.#refused(waiting, error);
    } finally {
      clearTimeout(patience);
      this.#think("");
    }
  }

  #settle(waiting, turn) {
    if (turn.messages.length && waiting.bubble.isConnected && this.pending.includes(waiting)) {
      waiting.bubble.dataset.seq = turn.messages[0].seq - 1; // its own event may come later
      delete waiting.bubble.dataset.waiting;
    }
    turn.messages.forEach((message) => this.#draw(message));
    const answer = turn.messages[0];
    if (answer) this.#scroll(this.log.querySelector(`[data-seq="${answer.seq}"]`), "start"); // read from its top
  }

  #refused(waiting, error) {
    if (error instanceof Problem && error.status === 401) return this.#afterErasure();
    const why = error instanceof Problem ? (error.status === 429 ? this.t.busy : error.message) : this.t.failed;
    const again = el("button", { type: "button", onclick: () => {
      note.remove();
      this.#deliver(waiting);
    } }, this.t.retry);
    const note = el("div", { class: "failed", role: "alert" }, el("span", {}, why), again);
    waiting.bubble.append(note);
  }

  async #switchLanguage() {
    this.language = this.language === "zh" ? "en" : "zh";
    this.remember({ language: this.language });
    this.#label();
    if (this.api.session) await this.#send(this.language === "zh" ? "中文" : "English", { payload: `/language${JSON.stringify({ language: this.language })}` });
  }

  async #save() {
    this.menu.open = false;
    download(await this.api.transcript());
  }

  #askForget() {
    this.menu.open = false;
    const ask = el("div", { class: "bubble system", role: "alertdialog", "aria-label": this.t.forgetSure }, el("p", {}, this.t.forgetSure));
    const yes = el("button", { type: "button", onclick: () => this.#forget() }, this.t.yes);
    const no = el("button", { type: "button", onclick: () => { ask.remove(); this.input.focus(); } }, this.t.no);
    ask.append(el("div", { class: "choices" }, yes, no));
    this.log.append(ask);
    ask.scrollIntoView({ block: "end" });
    no.focus();
  }

  async #forget() {
    await this.api.erase();
    this.log.replaceChildren();
    this.#afterErasure();
  }

  // The conversation is gone: nothing of it stays in this tab, and a fresh one can begin.
  #afterErasure() {
    if (!this.api.session) return; // told already
    this.stream?.abort();
    this.api.session = null;
    this.ready = null;
    this.pending = [];
    this.lastSeq = 0;
    this.remember({ session: null });
    delete this.panel.dataset.owner;
    const fresh = el("button", { type: "button", onclick: () => { this.log.replaceChildren(); this.drawn.clear(); this.open(true); } }, this.t.fresh);
    this.log.append(el("div", { class: "choices" }, fresh));
    fresh.focus();
  }

  #think = (text) => (this.thinking.textContent = text);

  #say = (text) => (this.notice.textContent = text);
}

const pageLanguage = () => document.documentElement.lang || navigator.language || "en";
