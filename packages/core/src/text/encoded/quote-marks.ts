import type { EncodedPart } from "@tuhei/patterns";

/** What a reply puts before the lines that it quotes (RFC 3676, 4.5). */
const MARKS = /(?<=\n)>[> ]{0,20}/g;

/** Marks of quoted lines: mails break lines in the midst of numbers and addresses, and the marks stand in them then. */
export function quoteMarks(text: string): EncodedPart[] {
  if (!text.includes("\n>")) return [];
  return [...text.matchAll(MARKS)].map(({ 0: mark, index }) => ({
    span: { start: index, end: index + mark.length },
    says: "",
  }));
}
