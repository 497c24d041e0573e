/** An object of a PDF as far as anybody here asks for it (ISO 32000-2, 7.3). "other": strings, numbers, truth values, null. */
export type PdfValue =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "reference"; readonly number: number }
  | { readonly kind: "array"; readonly items: readonly PdfValue[] }
  | { readonly kind: "dictionary"; readonly entries: ReadonlyMap<string, PdfValue> }
  | { readonly kind: "other" };

/** A dictionary of a PDF. */
export type PdfDictionary = Extract<PdfValue, { kind: "dictionary" }>;

/** So deep nothing is nested that a program wrote. */
const MAX_DEPTH = 100;
const OTHER: PdfValue = { kind: "other" };

const BLANK = /(?:[\0\t\n\f\r ]|%[^\n\r]*)+/y;
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]+\d{1,10}[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const NAME = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const HEX_STRING = /<[^<>]*>/y;
const WORD = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
/** What can change how deep the parentheses of a string are. */
const IN_STRING = /\\.|[()]/gs;

/**
 * The object that a text begins with. What cannot be parsed is passed over up to what can.
 *
 * @param text bytes as Latin-1
 */
export function parseObject(text: string): PdfValue {
  let at = 0;

  function take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    const match = pattern.exec(text) ?? undefined;
    if (match) at = pattern.lastIndex;
    return match;
  }

  function value(depth: number): PdfValue {
    take(BLANK);
    if (text.startsWith("<<", at)) {
      at += 2;
      return { kind: "dictionary", entries: entriesOf(itemsUntil(">>", depth)) };
    }
    if (text[at] === "[") {
      at++;
      return { kind: "array", items: itemsUntil("]", depth) };
    }
    const reference = take(REFERENCE);
    if (reference) return { kind: "reference", number: Number(reference[1]) };
    const name = take(NAME);
    if (name) return { kind: "name", name: unescaped(name[0].slice(1)) };
    if (text[at] === "(") skipString();
    else if (!take(HEX_STRING) && !take(WORD)) at++;
    return OTHER;
  }

  function itemsUntil(end: string, depth: number): PdfValue[] {
    const items: PdfValue[] = [];
    while (true) {
      take(BLANK);
      if (at >= text.length || depth > MAX_DEPTH) return items;
      if (text.startsWith(end, at)) {
        at += end.length;
        return items;
      }
      items.push(value(depth + 1));
    }
  }

  function skipString(): void {
    IN_STRING.lastIndex = at;
    for (let depth = 0; ; ) {
      const [mark] = IN_STRING.exec(text) ?? [];
      depth += mark === "(" ? 1 : mark === ")" ? -1 : 0;
      at = mark === undefined ? text.length : IN_STRING.lastIndex;
      if (mark === undefined || depth === 0) return;
    }
  }

  return value(0);
}

function entriesOf(items: readonly PdfValue[]): Map<string, PdfValue> {
  const entries = new Map<string, PdfValue>();
  for (let at = 0; at + 1 < items.length; at++) {
    const [key, value] = [items[at]!, items[at + 1]!];
    if (key.kind !== "name") continue;
    entries.set(key.name, value);
    at++;
  }
  return entries;
}

function unescaped(name: string): string {
  return name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
