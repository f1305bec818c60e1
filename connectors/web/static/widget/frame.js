// The frame of the chat: its button, its panel, and their words in the language in force.
import { menu } from "./menu.js";
import { el } from "./parts.js";
import { spoken } from "./spoken.js";

const WHOLE_SCREEN = "(max-width: 520px), (max-height: 480px)"; // as in style.css
const TOLD = 5; // new messages kept for screen readers

export class Frame {
  constructor(acts) {
    this.acts = acts;
    this.launcher = button({ class: "launcher", "aria-expanded": "false" }, acts.open);
    this.heading = el("h2", { id: "title" });
    this.status = el("p", { class: "staffed", role: "status" });
    this.toggle = button({ class: "quiet" }, acts.switchLanguage);
    this.closer = button({ class: "quiet close" }, acts.close, "×");
    this.coder = button({}, () => this.#chosen(acts.code));
    this.leaver = button({ hidden: true }, () => this.#chosen(acts.toTelegram));
    this.saver = button({}, () => this.#chosen(acts.save));
    this.forgetter = button({}, () => this.#chosen(acts.askForget));
    this.menu = menu(this.leaver, this.coder, this.saver, this.forgetter);
    this.log = el("div", { class: "log", role: "log", "aria-live": "off", tabindex: "0" }); // `said` speaks for it
    this.said = el("div", { class: "hidden", "aria-live": "polite" });
    this.thinking = el("p", { class: "thinking", role: "status" });
    this.notice = el("p", { class: "notice", role: "alert" });
    this.input = el("textarea", { id: "input", rows: "1", dir: "auto", oninput: acts.typed, onkeydown: (event) => this.#enter(event) });
    this.inputLabel = el("label", { for: "input", class: "hidden" });
    this.sender = el("button", { type: "submit", class: "send" });
    this.form = el("form", { class: "ask", onsubmit: acts.submit }, this.inputLabel, this.input, this.sender);
    this.panel = el(
      "section",
      { class: "panel", role: "dialog", "aria-labelledby": "title", hidden: true, onkeydown: (event) => this.#key(event) },
      el("div", { class: "top" }, el("div", {}, this.heading, this.status), this.toggle, this.menu.box, this.closer),
      this.log,
      this.said,
      this.thinking,
      this.notice,
      this.form,
    );
    this.#keepEnd();
  }

  label(t) {
    this.launcher.textContent = t.launcher;
    this.heading.textContent = t.title;
    this.toggle.replaceChildren(el("span", { lang: t.languageTag }, t.language));
    this.toggle.setAttribute("aria-label", t.languageLabel);
    this.closer.setAttribute("aria-label", t.close);
    this.menu.summary.setAttribute("aria-label", t.options);
    this.coder.textContent = t.haveCode;
    this.saver.textContent = t.transcript;
    this.leaver.textContent = t.telegram;
    this.forgetter.textContent = t.forget;
    this.log.setAttribute("aria-label", t.log);
    this.inputLabel.textContent = t.input;
    this.input.placeholder = t.placeholder;
    this.sender.textContent = t.send;
  }

  show(open) {
    this.panel.hidden = !open;
    this.launcher.hidden = open;
    this.launcher.setAttribute("aria-expanded", String(open));
    this.panel.setAttribute("aria-modal", String(matchMedia(WHOLE_SCREEN).matches));
  }

  // Who answers here now: a librarian by name, the line, or the assistant alone.
  showWho({ owner, staffed, opens, colleague }, t) {
    const alone = opens && opens !== "none" ? t.opens(opens) : t.unstaffed;
    const shown = { queue: t.waiting, librarian: t.withYou(colleague ?? t.aLibrarian) }[owner] ?? (staffed ? t.staffed : alone);
    this.status.textContent = staffed === undefined && !owner ? "" : shown;
    this.status.classList.toggle("on", owner === "librarian" || Boolean(staffed));
  }

  speak(message, bubble) {
    const words = spoken(message, bubble.querySelector(".who span").textContent);
    this.said.append(el("p", { lang: bubble.lang }, words));
    while (this.said.childElementCount > TOLD) this.said.firstChild.remove();
  }

  append(card) {
    this.log.append(card);
    card.scrollIntoView({ block: "end" });
  }

  scroll(bubble, block) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    bubble.scrollIntoView({ block, behavior: calm ? "auto" : "smooth" });
  }

  // As tall as what is typed, up to a few lines.
  fit() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight + 2, 140)}px`;
  }

  #chosen(act) {
    this.menu.close();
    act();
  }

  #enter(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  #key(event) {
    if (event.key === "Escape" && !event.isComposing) this.acts.close();
    if (event.key === "Tab" && matchMedia(WHOLE_SCREEN).matches) this.#stayInside(event);
  }

  // What the panel covers cannot be seen, so focus does not go there.
  #stayInside(event) {
    const stops = [...this.panel.querySelectorAll("button, a[href], input, textarea, summary, .log")].filter((one) => one.checkVisibility());
    const [first, last] = [stops[0], stops.at(-1)];
    const at = this.panel.getRootNode().activeElement;
    if (at !== (event.shiftKey ? first : last)) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }

  // When the log grows shorter (a keyboard, a line under it), what stood at its end still does.
  #keepEnd() {
    const { log } = this;
    let [atEnd, height] = [true, 0];
    log.addEventListener("scroll", () => (atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40));
    new ResizeObserver(() => {
      if (atEnd && log.clientHeight < height) log.scrollTop = log.scrollHeight;
      height = log.clientHeight;
    }).observe(log);
  }
}

const button = (props, onclick, ...children) => el("button", { type: "button", ...props, onclick }, ...children);
