// One message with who said it and when, labelled in its own language, whatever the frame speaks.
import { drawPart, el, judge } from "./parts.js";
import { strings } from "./strings.js";
import { tongueOf } from "./text.js";

export function drawBubble(message, { t: frame, press, contact, judged }) {
  const said = message.parts.map((part) => part.text ?? "").join(" ").trim();
  const language = said ? tongueOf(said) : frame === strings.zh ? "zh" : "en";
  const ofReader = message.author === "reader";
  const t = ofReader ? frame : strings[language];
  const shown = new Set(message.parts.flatMap((part) => part.items ?? []).map((item) => item.record_id));
  const ctx = { t, locale: t === strings.zh ? "zh-CN" : "en-GB", press, contact, shown };
  const handoff = message.parts.find((part) => part.type === "handoff");
  const judgeable = message.author === "assistant" && message.seq > 1 && !handoff;
  return el(
    "article",
    { class: `bubble ${message.author}${handoff?.state === "queued" ? " queued" : ""}`, lang: language === "zh" ? "zh-CN" : "en" },
    el(
      "p",
      { class: "who" },
      el("span", {}, ofReader ? t.you : (message.name ?? t[message.author])),
      message.at ? el("time", { datetime: message.at }, moment(message.at, ctx.locale)) : null,
    ),
    ...message.parts.map((part) => drawPart(part, ctx)),
    judgeable ? judge(t, judged) : null,
  );
}

// Why a message has not gone out, with a button that sends it again.
export function failure(why, title, again) {
  const button = el("button", { type: "button", onclick: () => {
    note.remove();
    again();
  } }, title);
  const note = el("div", { class: "failed", role: "alert" }, el("span", {}, why), button);
  return note;
}

// The time of a message, with its day when that is another one.
function moment(at, locale) {
  const when = new Date(at);
  const day = when.toDateString() === new Date().toDateString() ? {} : { day: "numeric", month: "short" };
  return when.toLocaleString(locale, { ...day, hour: "2-digit", minute: "2-digit" });
}
