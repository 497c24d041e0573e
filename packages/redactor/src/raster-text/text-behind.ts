import type { PDFContext, PDFRef } from "../pdf-lib.js";
import { addBlankFont } from "./blank-font.js";
import type { ShownWord } from "./shown-words.js";

/** What makes the text of a picture's page: operators, and the font they name `/T`. */
export interface TextBehind {
  readonly operators: string;
  readonly font: PDFRef;
}

/** Words as text in rendering mode 3, which shows nothing (ISO 32000-2, table 104); undefined without any. */
export function textBehind(context: PDFContext, words: readonly ShownWord[]): TextBehind | undefined {
  const characters = [...new Set(words.flatMap(({ text }) => text))].sort(
    (a, b) => a.codePointAt(0)! - b.codePointAt(0)!,
  );
  if (characters.length === 0) return undefined;
  const codes = new Map(characters.map((character, at) => [character, (at + 1).toString(16).padStart(4, "0")]));
  const shown = words.map(({ text, x, y, angle, length, size }) => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    // Every glyph is as wide as the type is high; stretched or squeezed, they fill the word's own length.
    const stretch = (length / (text.length * size)) * 100;
    const matrix = [cos, -sin, sin, cos, x, y].map(short).join(" ");
    return `/T ${short(size)} Tf ${short(stretch)} Tz ${matrix} Tm <${text.map((one) => codes.get(one)).join("")}> Tj`;
  });
  return { operators: `BT\n3 Tr\n${shown.join("\n")}\nET\n`, font: addBlankFont(context, characters) };
}

/** A thousandth of a point is more than anyone needs. */
function short(value: number): string {
  return String(Number(value.toFixed(3)));
}
