import { type PdfDictionary, type PdfValue, parseObject } from "./object-syntax.js";
import { objectsInBytes, type WrittenObject } from "./objects-in-bytes.js";

/** References that lead to references: no writer makes more than one. */
const MAX_STEPS = 8;

/**
 * Whether a file has a font that pdfium cannot load: a composite one that lacks its one descendant or its encoding
 * (CPDF_CIDFont::Load; ISO 32000-2, table 119). pdfium gives no text that is shown in it and draws none, or gives it in the font before
 * it, so that nothing on the page tells; readers that go by its ToUnicode map show it.
 *
 * @param untrustedBytes of a file that is not encrypted
 * @returns "unknown" where objects are packed in a way that is not read here
 */
export function hasBrokenFont(untrustedBytes: Uint8Array): boolean | "unknown" {
  const { objects, isComplete } = objectsInBytes(untrustedBytes);
  if (!isComplete) return "unknown";
  for (const { bytes } of objects.values()) {
    if (!bytes.includes("Type0") && !isEscaped(bytes)) continue;
    for (const dictionary of dictionariesIn(parseObject(bytes.toString("latin1"))))
      if (isBrokenFont(dictionary, objects)) return true;
  }
  return false;
}

/** Letters of names may be written by number (ISO 32000-2, 7.3.5). */
function isEscaped(bytes: Buffer): boolean {
  return bytes.includes("#") && /#(?:54|79|70|65|30)/.test(bytes.toString("latin1"));
}

function* dictionariesIn(value: PdfValue): Generator<PdfDictionary> {
  if (value.kind === "dictionary") yield value;
  const inner = value.kind === "array" ? value.items : value.kind === "dictionary" ? value.entries.values() : [];
  for (const one of inner) yield* dictionariesIn(one);
}

function isBrokenFont({ entries }: PdfDictionary, objects: ReadonlyMap<number, WrittenObject>): boolean {
  const look = (value: PdfValue | undefined) => resolved(value, objects);
  const type = look(entries.get("Subtype"));
  if (type?.kind !== "name" || type.name !== "Type0") return false;
  const encoding = look(entries.get("Encoding"));
  const descendants = look(entries.get("DescendantFonts"));
  const isEncoded = encoding?.kind === "name" || encoding?.kind === "stream";
  if (!isEncoded || descendants?.kind !== "array" || descendants.items.length !== 1) return true;
  const [descendant] = descendants.items;
  return look(descendant)?.kind !== "dictionary";
}

/** The object that is meant; undefined where it does not exist. */
function resolved(
  value: PdfValue | undefined,
  objects: ReadonlyMap<number, WrittenObject>,
): PdfValue | { readonly kind: "stream" } | undefined {
  let meant = value;
  for (let step = 0; meant?.kind === "reference"; step++) {
    const written = objects.get(meant.number);
    if (!written || step === MAX_STEPS) return undefined;
    if (written.isStream) return { kind: "stream" };
    meant = parseObject(written.bytes.toString("latin1"));
  }
  return meant;
}
