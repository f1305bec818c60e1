// What a screen reader says when a message comes: its words, the titles and the choices, not every button.

const draw = {
  text: (part) => part.text,
  citation: (part) => part.text,
  holdings: (part) => part.items.map((item, n) => `${(part.offset ?? 0) + n + 1}. ${item.title}`).join(". "),
  choices: (part) => part.choices.map((choice) => choice.title).join(", "),
  sources: () => "",
  handoff: () => "",
};

export function spoken(message, who) {
  const said = message.parts.map((part) => (draw[part.type] ?? draw.text)(part)).filter(Boolean);
  return [`${who}:`, ...said].join(" \n");
}
