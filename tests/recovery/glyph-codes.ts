/** The middle of a ToUnicode stream: code and what it stands for (ISO 32000-2, 9.10.3). */
const CMAP = /begincmap([\s\S]*?)endcmap/g;
const ONE = /<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi;
const RANGE = /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi;

/**
 * The codes by which a value is shown in the fonts of a file, as hexadecimal digits: what content still shows after a font's
 * map to Unicode is gone.
 *
 * @param objects the file as `qpdf --qdf` writes it
 */
export function codesOf(objects: Buffer, value: string): string[] {
  const codes = new Set<string>();
  for (const [, map] of objects.toString("latin1").matchAll(CMAP)) {
    const codeOf = readMap(map!);
    const parts = [...value].map((char) => codeOf.get(char));
    if (parts.every((part) => part !== undefined && part.length >= WIDE)) codes.add(parts.join("").toLowerCase());
  }
  return [...codes];
}

/** The characters that fonts of a file have names for. @param objects as in {@link codesOf} */
export function namedCharacters(objects: Buffer): ReadonlySet<string> {
  const maps = [...objects.toString("latin1").matchAll(CMAP)];
  return new Set(maps.flatMap(([, map]) => [...readMap(map!).keys()]));
}

/** Digits of a two-byte code: shorter ones meet by chance. */
const WIDE = 4;

function readMap(map: string): ReadonlyMap<string, string> {
  const codeOf = new Map<string, string>();
  for (const section of map.split(/(?=begin(?:bfchar|bfrange))/)) {
    if (section.startsWith("beginbfchar")) {
      for (const [, code, unicode] of section.matchAll(ONE)) codeOf.set(textOf(unicode!), code!);
    } else if (section.startsWith("beginbfrange")) {
      for (const [, first, last, unicode] of section.matchAll(RANGE)) {
        const [from, to, start] = [first!, last!, unicode!].map((hex) => Number.parseInt(hex, 16)) as [
          number,
          number,
          number,
        ];
        for (let code = from; code <= to; code++) {
          codeOf.set(String.fromCodePoint(start + code - from), code.toString(16).padStart(first!.length, "0"));
        }
      }
    }
  }
  return codeOf;
}

function textOf(hex: string): string {
  return Buffer.from(hex, "hex").swap16().toString("utf16le");
}
