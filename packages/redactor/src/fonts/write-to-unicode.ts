/** Entries a block; more are not allowed (Adobe Technical Note 5014, 1.4). */
const BLOCK = 100;

/**
 * A ToUnicode file with exactly these entries, sorted. Radicals become the ideographs they look like, which is what readers
 * search for; the marks that said so are gone.
 */
export function writeToUnicode(texts: ReadonlyMap<number, Uint8Array>, width: 1 | 2): Uint8Array {
  const hex = (value: number) => value.toString(16).padStart(width * 2, "0");
  const entries = [...texts]
    .sort(([a], [b]) => a - b)
    .map(([code, text]) => `<${hex(code)}> <${Buffer.from(withoutRadicals(text)).toString("hex")}>`);
  const blocks: string[] = [];
  for (let at = 0; at < entries.length; at += BLOCK) {
    const some = entries.slice(at, at + BLOCK);
    blocks.push(`${some.length} beginbfchar\n${some.join("\n")}\nendbfchar\n`);
  }
  return Buffer.from(
    `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<${hex(0)}> <${width === 1 ? "ff" : "ffff"}>
endcodespacerange
${blocks.join("")}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`,
  );
}

/** Kangxi Radicals and CJK Radicals Supplement. */
const RADICALS = /[⺀-⿟]/gu;

function withoutRadicals(utf16: Uint8Array): Uint8Array {
  if (utf16.length % 2 !== 0) return utf16;
  const text = Buffer.from(utf16).swap16().toString("utf16le");
  if (!RADICALS.test(text)) return utf16;
  return Buffer.from(
    text.replace(RADICALS, (radical) => radical.normalize("NFKC")),
    "utf16le",
  ).swap16();
}
