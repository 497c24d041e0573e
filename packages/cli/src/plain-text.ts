/** Text of a file's name as one line that moves no cursor: controls, line ends and marks of direction become "�". */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}
