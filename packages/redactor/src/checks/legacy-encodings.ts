/** Bytes of a string in GB18030 (two-byte part, which is GBK) or Big5; undefined where a character has no place in it. */
export function encodeLegacy(text: string, encoding: "gb18030" | "big5"): Uint8Array | undefined {
  const bytes: number[] = [];
  for (const unit of text) {
    const code = unit.codePointAt(0)!;
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    const pair = tableOf(encoding).get(unit);
    if (pair === undefined) return undefined;
    bytes.push(pair >> 8, pair & 0xff);
  }
  return Uint8Array.from(bytes);
}

const tables = new Map<string, ReadonlyMap<string, number>>();

/** The platform only decodes these encodings, so the way back is learned by decoding every two-byte code once. */
function tableOf(encoding: string): ReadonlyMap<string, number> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decodeOrNothing(decoder, Uint8Array.of(lead, trail));
      if (character && !table.has(character)) table.set(character, (lead << 8) | trail);
    }
  }
  tables.set(encoding, table);
  return table;
}

function decodeOrNothing(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return ""; // an unassigned code
    throw error;
  }
}
