import { PDFArray, PDFDict, PDFName, type PDFRawStream } from "../pdf-lib.js";
import { ContentError, type Operation } from "./content-lexer.js";
import { bytesOf, nameOf, type Operand } from "./content-operands.js";
import { dictIn } from "./lookup.js";
import { SHOWS_TEXT } from "./operators.js";

/** What a page draws with, forms, patterns and glyph procedures included. */
export interface PageUse {
  /** Every font with the strings shown in it. */
  readonly fonts: ReadonlyMap<PDFDict, readonly Uint8Array[]>;
  readonly pictures: ReadonlySet<PDFRawStream>;
  /** Text inside tiling patterns and masks, which no text extraction sees. */
  readonly hasPatternText: boolean;
  /** Glyphs that are drawn with other text. */
  readonly hasGlyphText: boolean;
  /** Content of layers that are off. */
  readonly hasHiddenContent: boolean;
}

/** The same while it is being gathered. */
export interface Use {
  readonly fonts: Map<PDFDict, Uint8Array[]>;
  readonly pictures: Set<PDFRawStream>;
  hasText: boolean;
  hasPatternText: boolean;
  hasGlyphText: boolean;
  hasHiddenContent: boolean;
}

/** Nothing yet. */
export function emptyUse(): Use {
  return {
    fonts: new Map(),
    pictures: new Set(),
    hasText: false,
    hasPatternText: false,
    hasGlyphText: false,
    hasHiddenContent: false,
  };
}

/** Adds what a form, pattern or glyph draws with to what draws it. */
export function merge(into: Use, from: Use): void {
  for (const [font, strings] of from.fonts) {
    const known = into.fonts.get(font);
    if (known) for (const string of strings) known.push(string);
    else into.fonts.set(font, [...strings]);
  }
  for (const picture of from.pictures) into.pictures.add(picture);
  into.hasText ||= from.hasText;
  into.hasPatternText ||= from.hasPatternText;
  into.hasGlyphText ||= from.hasGlyphText;
  into.hasHiddenContent ||= from.hasHiddenContent;
}

/** Notes each string with the font it is shown in. The font is part of the graphics state (ISO 32000-2, table 51). */
export function textFollower(resources: PDFDict | undefined, use: Use): (operation: Operation) => void {
  type Font = PDFDict | undefined | "unset";
  let font: Font = "unset";
  const saved: Font[] = [];
  return ({ operator, operands }) => {
    if (operator === "q") saved.push(font);
    else if (operator === "Q") font = saved.pop() ?? font;
    else if (operator === "Tf") font = dictIn(dictIn(resources, "Font"), nameOf(operands.at(-2)) ?? "");
    else if (operator === "gs") font = stateFont(resources, nameOf(operands.at(-1))) ?? font;
    else if (SHOWS_TEXT.has(operator)) {
      use.hasText = true;
      // A form may go on in the font of what draws it; then what it shows is not known here.
      if (font === "unset") throw new ContentError("text in a font that is set elsewhere");
      if (font) noteStrings(font, operands.at(-1), use);
    }
  };
}

function stateFont(resources: PDFDict | undefined, name: string | undefined): PDFDict | undefined {
  const list =
    name === undefined ? undefined : dictIn(dictIn(resources, "ExtGState"), name)?.lookup(PDFName.of("Font"));
  const font = list instanceof PDFArray && list.size() > 0 ? list.lookup(0) : undefined;
  return font instanceof PDFDict ? font : undefined;
}

function noteStrings(font: PDFDict, shown: Operand | undefined, use: Use): void {
  const strings = use.fonts.get(font) ?? [];
  use.fonts.set(font, strings);
  for (const item of Array.isArray(shown) ? shown : [shown]) {
    const bytes = bytesOf(item);
    if (bytes) strings.push(bytes);
  }
}
