import type { BuiltInEntityType } from "@tuhei/patterns";

/**
 * What gives a value away: a label, header or key that names it; words or data beside it (先生, 我住, a phone number); or
 * nothing but the sentence it stands in.
 */
export type Cue = "label" | "beside" | "none";

/** A personal value as it stands in a document. */
export interface Planted {
  readonly entityType: BuiltInEntityType;
  readonly text: string;
  readonly cue: Cue;
}

/** Words that may be found or not: half a name (王女士), a value that is masked already. */
export interface Either {
  readonly either: string;
}

export type Piece = string | Planted | Either;
export type Text = readonly Piece[];

/** Where a planted value stands, in UTF-16 units of the document. */
export interface Truth {
  readonly entityType: BuiltInEntityType;
  readonly cue: Cue;
  readonly start: number;
  readonly end: number;
}

/** An invented document and everything personal in it. */
export interface CorpusDocument {
  /** A file name; its ending says the format. */
  readonly name: string;
  /** What it imitates: "orders", "chat". */
  readonly kind: string;
  readonly text: string;
  readonly truths: readonly Truth[];
  /** Parts that count for nothing. */
  readonly either: readonly { readonly start: number; readonly end: number }[];
}

/** A value for a text; `cue` is what gives it away there. */
export function plant(entityType: BuiltInEntityType, text: string, cue: Cue = "label"): Planted {
  return { entityType, text, cue };
}

/** A text from a template: say`姓名：${name}`. Texts in it are spliced in. */
export function say(strings: TemplateStringsArray, ...slots: readonly (Piece | Text | number)[]): Text {
  return strings.flatMap((string, index): Text => {
    const slot = slots[index];
    return [string, ...textOf(slot ?? "")];
  });
}

/** Texts as one, with something between them. */
export function joined(texts: readonly (Piece | Text)[], between: string): Text {
  return texts.flatMap((text, index): Text => (index === 0 ? textOf(text) : [between, ...textOf(text)]));
}

/** The words of a text, without what they mean. */
export function plainOf(text: Text): string {
  return text.map(wordsOf).join("");
}

/** A document from its text: the spans of what was planted are counted here. */
export function documentOf(name: string, kind: string, text: Text): CorpusDocument {
  const truths: Truth[] = [];
  const either: { start: number; end: number }[] = [];
  let at = 0;
  for (const piece of text) {
    const end = at + wordsOf(piece).length;
    if (typeof piece !== "string") {
      if ("either" in piece) either.push({ start: at, end });
      else truths.push({ entityType: piece.entityType, cue: piece.cue, start: at, end });
    }
    at = end;
  }
  return { name, kind, text: plainOf(text), truths, either };
}

function textOf(slot: Piece | Text | number): Text {
  if (typeof slot === "number") return [String(slot)];
  return Array.isArray(slot) ? (slot as Text) : [slot as Piece];
}

function wordsOf(piece: Piece): string {
  if (typeof piece === "string") return piece;
  return "either" in piece ? piece.either : piece.text;
}
