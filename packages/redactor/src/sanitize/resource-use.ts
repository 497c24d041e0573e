import { type PDFContext, PDFDict, PDFName } from "../pdf-lib.js";
import type { Operation } from "./content-lexer.js";
import { nameOf } from "./content-operands.js";
import { dictIn } from "./lookup.js";

/** Operators whose last operand names a resource, and of which kind. */
const NAMING: Readonly<Record<string, string>> = {
  Tf: "Font",
  Do: "XObject",
  gs: "ExtGState",
  cs: "ColorSpace",
  CS: "ColorSpace",
  scn: "Pattern",
  SCN: "Pattern",
  sh: "Shading",
};
/** Colour spaces that apply without being named (ISO 32000-2, 8.6.5.6). */
const DEFAULTS = ["DefaultGray", "DefaultRGB", "DefaultCMYK"];

/** Names of resources that content uses: "Font/F1". */
export type UsedNames = Set<string>;

/** Notes the resource that an operation names. */
export function noteUse({ operator, operands }: Operation, used: UsedNames): void {
  if (operator === "BI") {
    const image = operands[0];
    if (typeof image === "object" && "dict" in image) {
      const space = nameOf(image.dict.get("CS") ?? image.dict.get("ColorSpace"));
      if (space !== undefined) used.add(`ColorSpace/${space}`);
    }
    return;
  }
  const kind = NAMING[operator];
  const name = kind && nameOf(operator === "Tf" ? operands.at(-2) : operands.at(-1));
  if (name !== undefined) used.add(`${kind}/${name}`);
}

/** Resources with what is used and nothing else: what was drawn with the rest is gone, so the rest must go too. */
export function usedResources(resources: PDFDict | undefined, used: UsedNames, context: PDFContext): PDFDict {
  const kept = PDFDict.withContext(context);
  for (const kind of new Set(Object.values(NAMING))) {
    const all = dictIn(resources, kind);
    const some = PDFDict.withContext(context);
    for (const [key, value] of all?.entries() ?? []) {
      const name = key.decodeText();
      if (used.has(`${kind}/${name}`) || (kind === "ColorSpace" && DEFAULTS.includes(name))) some.set(key, value);
    }
    if (some.keys().length > 0) kept.set(PDFName.of(kind), some);
  }
  return kept;
}
