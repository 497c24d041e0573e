import { createValueIndex, type Point } from "@tuhei/core";
import type { TextPiece } from "../pdfjs/reading.js";

/** A text in every order in which it may make sense. Holds document text. */
export interface ReadText {
  /** With spaces and line ends where they seem to be. */
  readonly spaced: readonly string[];
  /** Without any. */
  readonly compact: readonly string[];
}

/** Without spaces, two or three characters meet by chance. */
const MIN_COMPACT_UNITS = 4;
/** Points that pieces of one line may differ in height. */
const SAME_LINE = 2;

/** Looks for values in texts, by the rules by which the scan finds a known value again. */
export function searchFor(values: Iterable<string>): (text: ReadText) => boolean {
  const spaced = createValueIndex();
  const compact = createValueIndex();
  for (const value of values) {
    const plain = value.normalize("NFKC");
    spaced.add(plain, "name");
    const joined = withoutSpaces(plain);
    if (joined.length >= MIN_COMPACT_UNITS) compact.add(joined, "name");
  }
  return (text) =>
    text.spaced.some((reading) => spaced.find(reading).length > 0) ||
    text.compact.some((reading) => compact.find(reading).length > 0);
}

/** The text of a page: as it is drawn, and line by line. */
export function textOfPage(pieces: readonly TextPiece[]): ReadText {
  const drawn = pieces.map(({ text, endsLine }) => (endsLine ? `${text}\n` : text)).join("");
  const placed = inLines(pieces)
    .map((line) => line.map(({ text }) => text).join(" "))
    .join("\n");
  return readingsOf([drawn, placed]);
}

/** Text of which only one order is known. */
export function textOfStrings(texts: readonly string[]): ReadText {
  return readingsOf([texts.join("\n")]);
}

function readingsOf(texts: readonly string[]): ReadText {
  const spaced = texts.map((text) => text.normalize("NFKC"));
  return { spaced, compact: spaced.map(withoutSpaces) };
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, "");
}

/** Lines from top to bottom, each from left to right. */
function inLines(pieces: readonly TextPiece[]): TextPiece[][] {
  const lines: TextPiece[][] = [];
  for (const piece of pieces.filter(({ text }) => text.trim() !== "").sort((a, b) => startOf(a).y - startOf(b).y)) {
    const line = lines.at(-1);
    if (line && startOf(piece).y - startOf(line[0]!).y <= SAME_LINE) line.push(piece);
    else lines.push([piece]);
  }
  for (const line of lines) line.sort((a, b) => startOf(a).x - startOf(b).x);
  return lines;
}

function startOf({ line: [start] }: TextPiece): Point {
  return start;
}
