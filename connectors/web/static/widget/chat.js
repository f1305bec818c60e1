// <refdesk-chat>: a launcher and a panel in a shadow DOM; the server decides all that is said.
import { Api, Problem } from "./api.js";
import { newId, tab } from "./browser.js";
import { drawBubble, failure } from "./bubble.js";
import { claimIn, codeCard, download, forgetCard, takeCode, telegramCard } from "./carry.js";
import { Frame } from "./frame.js";
import { el } from "./parts.js";
import { strings } from "./strings.js";

const KEY = "refdesk";
const LONGEST = 4000;
const AGAIN = 5000; // milliseconds until we try again to begin
const IN_LINE = 6000; // milliseconds until we say that many are asking

export class RefdeskChat extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    this.base = this.getAttribute("base") ?? new URL("../../", import.meta.url).href;
    this.api = new Api(this.base);
    this.kept = tab.get(KEY);
    this.language = this.kept.language ?? this.getAttribute("language") ?? (pageLanguage().startsWith("zh") ? "zh" : "en");
    this.pending = [];
    this.drawn = new Set();
    this.lastSeq = 0;
    this.attachShadow({ mode: "open" });
    this.shadowRoot.append(el("link", { rel: "stylesheet", href: new URL("static/widget/style.css", this.base).href }));
    this.#build();
    addEventListener("hashchange", this.arrive);
    document.addEventListener("visibilitychange", this.#look);
    if (!this.arrive() && this.kept.open) this.open(false).catch(() => {});
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this.arrive);
    document.removeEventListener("visibilitychange", this.#look);
  }

  // Whether the page was opened with a conversation to go on with.
  arrive = () => {
    const code = takeCode();
    if (!code) return false;
    this.arriving = code;
    this.ready = null;
    this.open(true).catch(() => {});
    return true;
  };

  get t() {
    return strings[this.language];
  }

  remember(change) {
    this.kept = { ...this.kept, ...change };
    tab.set(KEY, this.kept);
  }

  #build() {
    this.frame = new Frame({
      open: () => this.open(true).catch(() => {}), // said in the panel
      close: () => this.close(),
      switchLanguage: () => this.#switchLanguage(),
      code: () => this.#askCode(),
      toTelegram: () => this.#toTelegram(),
      save: () => this.#save(),
      askForget: () => this.#askForget(),
      typed: () => this.#typed(),
      submit: (event) => this.#submit(event),
    });
    const { log, panel, input, launcher } = this.frame;
    Object.assign(this, { log, panel, input });
    this.shadowRoot.append(launcher, panel);
    this.#label();
  }

  #label() {
    this.shadowRoot.host.lang = this.language === "zh" ? "zh-CN" : "en";
    this.frame.label(this.t);
    this.#showWho();
  }

  #showWho() {
    const { t, now, colleague } = this;
    const opens = now?.opens?.[this.language];
    this.frame.showWho({ owner: this.panel.dataset.owner, staffed: now?.staffed, opens, colleague }, t);
  }

  #owned(owner) {
    this.panel.dataset.owner = owner;
    this.#showWho();
  }

  // Librarians come and go while a page is open.
  #look = async () => {
    if (document.hidden || this.panel.hidden) return;
    this.now = await this.api.status().catch(() => this.now);
    this.#showWho();
  };

  async open(focus) {
    this.frame.show(true);
    if (this.now) this.#look();
    this.remember({ open: true });
    if (focus) this.input.focus();
    this.ready ??= this.#begin().catch((error) => {
      this.ready = null;
      this.lost = true;
      this.#say(error instanceof Problem && error.status === 429 ? this.t.busy : this.t.offline);
      setTimeout(() => this.ready ?? (this.panel.hidden || this.open(false).catch(() => {})), AGAIN);
      throw error;
    });
    return this.ready;
  }

  close() {
    this.frame.show(false);
    this.remember({ open: false });
    this.frame.launcher.focus();
  }

  async #begin() {
    this.now = await this.api.status();
    this.#showWho();
    this.#offerTelegram();
    const carried = !this.arriving || (await this.#takeOver(this.arriving));
    this.arriving = null;
    if (!this.kept.session || !(await this.#resume())) await this.#start();
    if (!carried) this.log.append(el("p", { class: "bubble system", role: "status" }, this.t.carryOld));
    this.#listen();
  }

  async #start() {
    const started = await this.api.start(this.language);
    this.remember({ session: this.api.session });
    started.messages.forEach((message) => this.#draw(message, true));
    this.log.append(...this.pending.map((waiting) => waiting.bubble)); // written before there was a connection
  }

  async #offerTelegram() {
    this.frame.leaver.hidden = !(await this.api.channels().catch(() => ({}))).telegram; // a convenience
  }

  // Whether we go on with the conversation that was carried here; a used code changes nothing.
  async #takeOver(code) {
    try {
      await this.api.claim(code);
    } catch (error) {
      if (error instanceof Problem && error.status < 429) return false;
      throw error;
    }
    this.stream?.abort();
    this.log.replaceChildren();
    this.drawn.clear();
    Object.assign(this, { pending: [], lastSeq: 0, colleague: null });
    this.remember({ session: this.api.session });
    return true;
  }

  // Opens the question kept under a code; what is wrong with the code, or nothing.
  async #openCode(code) {
    try {
      await this.ready;
      if (!(await this.#takeOver(code))) return this.t.codeUnknown;
      await this.#resume();
      this.#listen();
      this.ready = Promise.resolve();
      this.erased = false;
      this.input.focus();
      return null;
    } catch (error) {
      return error instanceof Problem && error.status === 429 ? this.t.busy : this.t.notNow;
    }
  }

  #askCode() {
    this.log.querySelector(".carry")?.remove();
    const { card, input } = codeCard((code) => this.#openCode(code), this.t);
    this.frame.append(card);
    input.focus();
  }

  async #toTelegram() {
    try {
      await this.ready;
      const { card, open } = telegramCard(await this.api.link(), this.t);
      this.log.querySelector(".carry")?.remove();
      this.frame.append(card);
      open.focus({ preventScroll: true });
    } catch (error) {
      this.#say(error instanceof Problem && error.status !== 404 ? error.message : this.t.telegramAway);
    }
  }

  async #resume() {
    this.api.session = this.kept.session;
    try {
      const { owner, messages } = await this.api.messages(0);
      messages.forEach((message) => this.#draw(message));
      this.#owned(owner);
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
        connected: (well) => this.#say((this.lost = !well) ? this.t.offline : ""),
        gone: () => this.#afterErasure(),
      },
      this.stream.signal,
    );
  }

  #heard(kind, body) {
    if (kind === "message") this.#draw(body, true);
    if (kind === "owner") {
      this.colleague = body.owner === "librarian" ? (body.name ?? this.colleague) : null;
      this.#owned(body.owner);
      this.#look();
    }
    if (kind === "typing" && body.author === "librarian") {
      this.#think(this.t.librarianTyping);
      clearTimeout(this.typingTimer);
      this.typingTimer = setTimeout(() => this.#think(""), 4000);
    }
  }

  // In order of seq, each once; what the reader sent replaces its own waiting bubble.
  #draw(message, fresh = false) {
    if (this.drawn.has(message.id)) return;
    this.drawn.add(message.id);
    if (message.author === "librarian") this.colleague = message.name;
    this.lastSeq = Math.max(this.lastSeq, message.seq);
    const bubble = this.#bubble(message);
    if (message.author === "reader" && this.pending.length) this.pending.shift().bubble.replaceWith(bubble);
    else this.log.insertBefore(bubble, this.#next(message.seq));
    bubble.dataset.seq = message.seq;
    if (fresh && message.author !== "reader") this.frame.speak(message, bubble);
    if (message.author === "librarian") this.#think("");
    if (message.author !== "assistant") this.frame.scroll(bubble, "end");
  }

  #next(seq) {
    return [...this.log.children].find((other) => Number(other.dataset.seq ?? Infinity) > seq && !(other.dataset.waiting)) ?? null;
  }

  #bubble(message) {
    return drawBubble(message, {
      t: this.t,
      press: (title, payload) => this.#send(title, { payload }),
      contact: (email) => this.api.contact(email),
      judged: (helpful) => this.api.feedback(message.id, helpful),
    });
  }

  #typed() {
    this.frame.fit();
    const over = [...this.input.value].length - LONGEST;
    this.#say(over > 0 ? this.t.tooLong(over) : this.lost ? this.t.offline : "");
    const now = Date.now();
    if (this.panel.dataset.owner === "librarian" && now - (this.toldTyping ?? 0) > 2500) {
      this.toldTyping = now;
      this.api.typing().catch(() => {});
    }
  }

  async #submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text || [...text].length > LONGEST) return;
    this.input.value = "";
    this.#typed();
    const code = claimIn(text);
    if (code && (await this.#openCode(code)) === null) return;
    if (this.erased) this.#restart();
    this.#send(text, { text });
  }

  async #send(shown, said) {
    const bubble = this.#bubble({ author: "reader", parts: [{ type: "text", text: shown }] });
    bubble.dataset.waiting = "yes";
    const waiting = { said: { id: newId(), ...said }, bubble };
    this.pending.push(waiting);
    this.frame.append(bubble);
    await this.#deliver(waiting);
  }

  // The same id every time: sending again can never say it twice.
  async #deliver(waiting) {
    const assisted = !["librarian", "queue"].includes(this.panel.dataset.owner);
    this.#think(assisted ? this.t.typing : "");
    const patience = setTimeout(() => assisted && this.#think(this.t.inLine), IN_LINE);
    try {
      await (this.ready ?? this.open(false));
      const turn = await this.api.say(waiting.said);
      this.#owned(turn.owner);
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
    turn.messages.forEach((message) => this.#draw(message, true));
    const answer = turn.messages[0];
    if (answer) this.frame.scroll(this.log.querySelector(`[data-seq="${answer.seq}"]`), "start"); // read from its top
  }

  #refused(waiting, error) {
    if (error instanceof Problem && error.status === 401) return this.#afterErasure();
    const why = error instanceof Problem ? (error.status === 429 ? this.t.busy : error.message) : this.t.failed;
    const note = failure(why, this.t.retry, () => {
      this.input.focus();
      this.#deliver(waiting);
    });
    waiting.bubble.append(note);
  }

  async #switchLanguage() {
    this.language = this.language === "zh" ? "en" : "zh";
    this.remember({ language: this.language });
    this.#label();
    if (this.api.session) await this.#send(this.language === "zh" ? "中文" : "English", { payload: `/language${JSON.stringify({ language: this.language })}` });
  }

  async #save() {
    try {
      await this.ready;
      download(await this.api.transcript());
    } catch {
      this.#say(this.t.notNow);
    }
  }

  #askForget() {
    this.log.querySelector("[role=alertdialog]")?.remove();
    const { card, no } = forgetCard(() => this.#forget(), () => this.input.focus(), this.t);
    this.frame.append(card);
    no.focus();
  }

  async #forget() {
    try {
      await this.api.erase();
    } catch {
      return this.#say(this.t.notNow);
    }
    this.log.replaceChildren();
    this.frame.append(el("p", { class: "bubble system", role: "status" }, this.t.forgotten));
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
    this.#showWho();
    this.erased = true;
    const fresh = el("button", { type: "button", onclick: () => this.#restart() }, this.t.fresh);
    this.log.append(el("div", { class: "choices" }, fresh));
    fresh.focus();
  }

  #restart() {
    this.erased = false;
    this.log.replaceChildren();
    this.drawn.clear();
    this.open(true).catch(() => {});
  }

  #think = (text) => (this.frame.thinking.textContent = text);

  #say = (text) => (this.frame.notice.textContent = text);
}

const pageLanguage = () => document.documentElement.lang || navigator.language || "en";
