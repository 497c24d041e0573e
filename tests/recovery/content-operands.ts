/**
 * A string of PDF syntax in brackets (ISO 32000-2, 7.3.4.2; nested ones are rare in text that is shown), or in hexadecimal, or
 * what begins and ends text. Strings have an end within reason: pixels have brackets, too.
 */
const TOKEN = /\((?:\\[\s\S]|[^\\()]){0,2000}\)|<[0-9A-Fa-f\s]*>|(?<![\w/])(?:BT|ET|endstream|endobj)(?!\w)/g;

/**
 * What text operators show, without what stands between: the strings of a text object joined, as they are and, where they are
 * two-byte codes, in hexadecimal. Finds a value whose characters were set one by one.
 *
 * @param objects a file as `qpdf --qdf` writes it
 */
export function operandsIn(objects: Buffer): Buffer {
  const lines: Buffer[] = [];
  let joined: Buffer[] = [];
  let isText = false;
  for (const [token] of objects.toString("latin1").matchAll(TOKEN)) {
    if (token === "BT") isText = true;
    else if (token.startsWith("(")) {
      if (isText) joined.push(Buffer.from(unescaped(token.slice(1, -1)), "latin1"));
    } else if (token.startsWith("<")) {
      if (isText) joined.push(Buffer.from(token.replace(/[<>\s]/g, ""), "hex"));
    } else if (token !== "ET") {
      isText = false;
      lines.push(...linesOf(joined));
      joined = [];
    }
  }
  return Buffer.concat([...lines, ...linesOf(joined)]);
}

function linesOf(strings: readonly Buffer[]): Buffer[] {
  if (strings.length === 0) return [];
  const bytes = Buffer.concat(strings);
  return [Buffer.from("\n"), bytes, Buffer.from(`\n${bytes.toString("hex")}`)];
}

/** ISO 32000-2, Table 3. */
function unescaped(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, code: string) => {
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 0xff);
    return { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "", "\r": "", "\r\n": "" }[code] ?? code;
  });
}
