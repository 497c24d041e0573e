/** Strings are kept, comments and the comma before a closing bracket are dropped. */
const COMMENT = /("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const TRAILING_COMMA = /("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])/g;

/** JSON with comments and trailing commas as plain JSON of the same length, so that places in messages stay right. */
export function withoutComments(text: string): string {
  return blanked(blanked(text, COMMENT), TRAILING_COMMA);
}

function blanked(text: string, pattern: RegExp): string {
  return text.replace(pattern, (whole, string?: string) => string ?? whole.replace(/[^\n]/g, " "));
}
