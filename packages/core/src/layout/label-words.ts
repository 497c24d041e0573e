import { type Label, labelOf } from "@tuhei/patterns";

/** A label at the start of a piece of text. */
export interface Heading extends Label {
  /** Its words, without colon. */
  readonly words: string;
}

/** The label that a piece begins with. Of several one after another (姓名 Name) the first that names an entity type. */
export function headingOf(text: string): Heading | undefined {
  const first = labelOf(text);
  if (!first) return undefined;
  let [label, start, end] = [first, 0, first.end];
  for (let next = labelOf(text.slice(end)); next && next.end > 0; next = labelOf(text.slice(end))) {
    if (label.entityTypes.length === 0) [label, start] = [{ ...next, end: end + next.end }, end];
    end += next.end;
  }
  return { entityTypes: label.entityTypes, end, words: text.slice(start, label.end).replace(/[\s:：*(（[【]+$/, "") };
}

/** Longer words are the name of a firm or a sentence, whatever they end with. In Chinese characters, and what a Latin one counts. */
const MAX_LABEL_LENGTH = 10;
const LATIN_LENGTH = 0.4;

function isShort(words: string): boolean {
  const latin = words.match(/[ -~]/g)?.length ?? 0;
  return words.length - latin + latin * LATIN_LENGTH <= MAX_LABEL_LENGTH;
}

/** Whether a colon at the end announces a value, also after words that no detector knows. */
export function announcesValue(text: string): boolean {
  return /[:：]\s*$/.test(text);
}

/** {@link headingOf} for the pieces of one page, each text looked at once: neighbours ask for the same again and again. */
export function headingReader(): (text: string) => Heading | undefined {
  const known = new Map<string, Heading | undefined>();
  return (text) => {
    if (!known.has(text)) known.set(text, headingOf(text));
    return known.get(text);
  };
}

/** Whether a piece is one label or several and nothing else, so that its value stands elsewhere. */
export function isOnlyLabels(text: string): boolean {
  return isOnlyHeading(text, headingOf(text));
}

/** {@link isOnlyLabels} where the label that the piece begins with is known. */
export function isOnlyHeading(text: string, heading: Heading | undefined): boolean {
  if (!heading || !isShort(heading.words)) return false;
  return !/[\p{L}\p{N}]/u.test(text.slice(heading.end));
}

/** Whether a piece begins with a label or is one of any kind: then it is not the value of another. */
export function isLabelled(text: string, heading: Heading | undefined): boolean {
  return (heading !== undefined && isShort(heading.words)) || announcesValue(text);
}
