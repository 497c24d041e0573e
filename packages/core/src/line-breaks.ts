/** A line end between two Chinese characters, which a paragraph may have put into a word. UTF-16 units of the text. */
export interface LineBreak {
  /** Where the first line's words end. */
  readonly end: number;
  /** Where those of the next begin. */
  readonly start: number;
  /** How long the first line is. */
  readonly length: number;
}

/** In the first plane: names with others are rare. */
const HAN = /\p{Script=Han}/u;

/** The line ends in a text that have a Chinese character on either side, indents left out. */
export function lineBreaksIn(text: string): LineBreak[] {
  const breaks: LineBreak[] = [];
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    let [end, start] = [at, at + 1];
    while (end > lineStart && isBlank(text, end - 1)) end--;
    while (start < text.length && isBlank(text, start)) start++;
    if (HAN.test(text.charAt(end - 1)) && HAN.test(text.charAt(start)))
      breaks.push({ end, start, length: end - lineStart });
    lineStart = at + 1;
  }
  return breaks;
}

function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || unit === 0x09 || unit === 0x0d || unit === 0x3000;
}
