/**
 * Escapes that exports carry: of JSON strings (RFC 8259, 7), also twice escaped quotes; numeric and space references of
 * HTML (WHATWG HTML, 13.5); percent-encoded UTF-8 (RFC 3986, 2.1).
 */
export const ESCAPE =
  /\\{1,2}u[0-9A-Fa-f]{4}|\\{1,3}["/]|\\[nrt]|&(?:#[0-9]{2,7}|#[xX][0-9A-Fa-f]{2,6}|nbsp|ensp|emsp|thinsp|quot|apos);|(?:%[0-9A-Fa-f]{2})+/;

/** What an escape can begin with, and nothing that is one already. */
export const ESCAPE_START =
  /^(?:\\{1,3}|\\{1,2}u[0-9A-Fa-f]{0,3}|&(?:#(?:[0-9]{0,7}|[xX][0-9A-Fa-f]{0,6})?|nb?s?p?|en?s?p?|em?s?p?|th?i?n?s?p?|qu?o?t?|ap?o?s?)?|%[0-9A-Fa-f]?)$/;

const NAMED: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&ensp;": " ",
  "&emsp;": " ",
  "&thinsp;": " ",
  "&quot;": '"',
  "&apos;": "'",
  "\\n": "\n",
  "\\r": "\r",
  "\\t": "\t",
};

/** What an escape means, never longer than itself; undefined when it means nothing. */
export function unescaped(written: string): string | undefined {
  const named = NAMED[written];
  if (named !== undefined) return named;
  if (written.startsWith("%")) return fromPercent(written);
  if (written.startsWith("&#")) {
    const digits = written.slice(2, -1);
    return fromCodePoint(/^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits));
  }
  const unit = /u([0-9A-Fa-f]{4})$/.exec(written)?.[1];
  return unit === undefined ? written.at(-1) : String.fromCharCode(Number.parseInt(unit, 16));
}

function fromCodePoint(point: number): string | undefined {
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

function fromPercent(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    // Bytes that are not UTF-8 stand for nothing that could be read here.
    return undefined;
  }
}
