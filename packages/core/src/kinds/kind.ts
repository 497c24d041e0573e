import type { EntityType } from "@tuhei/patterns";

/** What the user may say of all pages: families of kinds; "auto" leaves it to the words on them. */
export const profiles = ["auto", "id-copy", "receipt", "ticket", "waybill"] as const;
export type Profile = (typeof profiles)[number];

/** A kind of document as data: one file each in this folder, one line in `index.ts`. */
export interface DocumentKind {
  /** Kebab-case, stable: reports and reasons name it. */
  readonly name: string;
  /** The profile that it belongs to, if any. */
  readonly profile?: Exclude<Profile, "auto">;
  /** What is printed on it. A page holds one where the cues that stand together are worth {@link ENOUGH}. */
  readonly cues: readonly Cue[];
  /** Pieces of text that one has at most. More between its cues are a text that speaks of such documents. */
  readonly maxPieces: number;
  /** What it holds of a person: types that text nobody could read on it may be of. */
  readonly covers: readonly EntityType[];
}

/** What the cues of a kind must be worth in all. */
export const ENOUGH = 10;

/** Words or a shape that speak for a kind, or, with a weight below 0, against it. Counts once a document. */
export interface Cue {
  /**
   * Any of them, without spaces, Latin letters in capitals: at the beginning of a piece of text, or anywhere in a short one.
   * One character may be misread in words of three characters and more.
   */
  readonly words?: readonly string[];
  /** Instead of words: what a whole piece looks like, without spaces, Latin letters in capitals. Linear time. */
  readonly shape?: RegExp;
  readonly weight: number;
  /** Printed once on a document: two of them are two documents. */
  readonly isOnce?: true;
}
