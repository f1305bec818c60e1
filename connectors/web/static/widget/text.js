// What a text is made of: its language, for fonts and for voices that read aloud, and its web addresses. The desk uses it too.

const QUOTED = /“[^”]*”|"[^"]*"|《[^》]*》|「[^」]*」/g;
const TAGS = {
  ara: "ar", chi: "zh", cze: "cs", dut: "nl", eng: "en", fre: "fr", ger: "de", gre: "el", heb: "he", hin: "hi", ita: "it", jpn: "ja",
  kor: "ko", per: "fa", pol: "pl", por: "pt", rus: "ru", spa: "es", swe: "sv", tur: "tr", ukr: "uk", urd: "ur", vie: "vi",
};

// "zh" or "en": the words around what is quoted decide, for an English answer may name a Chinese title.
export function tongueOf(text) {
  const around = text.replace(QUOTED, " ");
  const words = (/[\p{L}]/u.test(around) ? around : text).replace(/https?:\S+/g, " ");
  const chinese = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  return chinese > (words.match(/\p{Script=Latin}+/gu)?.length ?? 0) ? "zh" : "en";
}

// The tag that a record's language has on a page.
export const tagOf = (language) => TAGS[language] ?? language ?? null;

const ADDRESS = /(https?:\/\/[^\s<>"“”，。；、）]*[^\s<>"“”，。；、）.,;:!?)'])/;

// The text with each web address made by `link`.
export const linked = (text, link) => text.split(ADDRESS).map((piece, n) => (n % 2 ? link(piece, piece) : piece));
