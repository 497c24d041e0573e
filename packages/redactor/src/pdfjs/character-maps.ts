/**
 * Answers pdf.js when it asks for one of the predefined character maps (ISO 32000-2, table 116), which are not in its package.
 * Adobe's tables lead from codes to numbers of glyphs, and others from there to Unicode. Only the whole way matters for
 * reading, and the platform knows it: the maps made here number every character by its own code point.
 *
 * Adobe's own numbers are not known: text in a font that uses them without saying what they mean is read wrongly by pdf.js.
 */
export class CharacterMaps {
  /** @throws {Error} for anything else that pdf.js would load, and for maps of encodings that the platform does not know */
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const map = kind === "cMapUrl" ? mapNamed(filename) : undefined;
    if (map === undefined) throw new Error("not available");
    return Buffer.from(map);
  }
}

/** Which encoding the first part of a map's name stands for, in the words of the WHATWG Encoding Standard. */
const ENCODINGS: readonly (readonly [name: RegExp, encoding: string])[] = [
  [/^GB(K|K2K|Kp-EUC|K-EUC|-EUC|pc-EUC)-/, "gb18030"],
  [/^(B5pc|ETen-B5|ETenms-B5|HKscs-B5)-/, "big5"],
  [/^(83pv|90ms|90msp|90pv|Add|Ext)-RKSJ-/, "shift_jis"],
  [/^EUC-/, "euc-jp"],
  [/^KSC(ms-UHC|ms-UHC-HW|-EUC|pc-EUC)-/, "euc-kr"],
];

function mapNamed(name: string): string | undefined {
  const isVertical = name.endsWith("V");
  if (/^Adobe-\w+-UCS2$/.test(name)) return mapOf(WIDE, [...rows()].map(toUnicode), "bfrange", false);
  if (/UCS2-(HW-)?[HV]$/.test(name)) return mapOf(WIDE, [...rows()].map(toNumber), "cidrange", isVertical);
  if (/UTF16-[HV]$/.test(name)) return mapOf(UTF16, [...rows()].map(toNumber), "cidrange", isVertical);
  const encoding = ENCODINGS.find(([pattern]) => pattern.test(name))?.[1];
  if (encoding === undefined) return undefined;
  const codes = [...codesOf(encoding)];
  return mapOf(
    spacesOf(codes),
    codes.map(([code, char]) => `<${code}> ${char.codePointAt(0)}`),
    "cidchar",
    isVertical,
  );
}

const WIDE = ["<0000> <ffff>"];
/** Pairs of surrogates count as one code; what they stand for has no place among 65,536 numbers. */
const UTF16 = ["<0000> <d7ff>", "<d800dc00> <dbffdfff>", "<e000> <ffff>"];

/** The Basic Multilingual Plane in rows of 256: only the last byte of a code may differ within a range. */
function* rows(): Generator<number> {
  for (let row = 0; row < 0x10000; row += 0x100) yield row;
}

function toNumber(row: number): string {
  return `<${hex(row, 2)}> <${hex(row + 0xff, 2)}> ${row}`;
}

function toUnicode(row: number): string {
  return `<${hex(row, 2)}> <${hex(row + 0xff, 2)}> <${hex(row, 2)}>`;
}

/** Every code of one or two bytes with its character, by asking the platform. Codes of four bytes are left out. */
function* codesOf(encoding: string): Generator<readonly [code: string, char: string]> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let lead = 0; lead <= 0xff; lead++) {
    const single = decoded(decoder, lead);
    if (single !== undefined) {
      yield [hex(lead, 1), single];
      continue;
    }
    for (let trail = 0x40; trail <= 0xff; trail++) {
      const char = decoded(decoder, lead, trail);
      if (char !== undefined) yield [hex((lead << 8) | trail, 2), char];
    }
  }
}

/** The character, if the bytes are one in the Basic Multilingual Plane. */
function decoded(decoder: InstanceType<typeof TextDecoder>, ...bytes: number[]): string | undefined {
  try {
    const text = decoder.decode(Uint8Array.from(bytes));
    return text.length === 1 ? text : undefined;
  } catch (error) {
    if (error instanceof TypeError) return undefined; // an unassigned code
    throw error;
  }
}

/** Which first bytes stand alone and which are followed by a second. */
function spacesOf(codes: readonly (readonly [code: string, char: string])[]): string[] {
  const leads = new Set(
    codes.map(([code]) => (code.length === 2 ? `<${code}> <${code}>` : pairsAfter(code.slice(0, 2)))),
  );
  return [...leads];
}

function pairsAfter(lead: string): string {
  return `<${lead}40> <${lead}ff>`;
}

/** A character map as Adobe Technical Note #5014 has it. */
function mapOf(
  spaces: readonly string[],
  entries: readonly string[],
  kind: "bfrange" | "cidrange" | "cidchar",
  isVertical: boolean,
): string {
  return [
    `/WMode ${isVertical ? 1 : 0} def`,
    `${spaces.length} begincodespacerange`,
    ...spaces,
    "endcodespacerange",
    `${entries.length} begin${kind}`,
    ...entries,
    `end${kind}`,
    "endcmap",
  ].join("\n");
}

function hex(code: number, bytes: number): string {
  return code.toString(16).padStart(bytes * 2, "0");
}
