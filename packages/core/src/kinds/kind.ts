import type { EntityType } from "@tuhei/patterns";
import type { Box, Point } from "../model/geometry.js";

/** What the user may say of all pages: families of kinds; "auto" leaves it to the words on them. */
export const profiles = ["auto", "id-copy", "receipt", "ticket", "waybill"] as const;
export type Profile = (typeof profiles)[number];

/** The names of all kinds, alphabetical. Names are added, never renamed. */
export const kindNames = [
  "bank-card",
  "bill",
  "boarding-pass",
  "card-slip",
  "driving-licence",
  "envelope",
  "flight-itinerary",
  "form",
  "household-register",
  "id-card-back",
  "id-card-front",
  "invoice",
  "till-receipt",
  "train-ticket",
  "vehicle-licence",
  "waybill",
] as const;
export type KindName = (typeof kindNames)[number];

/** A kind of document as data: one file each in this folder, one line in `index.ts`. */
export interface DocumentKind {
  /** Kebab-case, stable: reports and reasons name it. */
  readonly name: KindName;
  /** The profile that it belongs to, if any. */
  readonly profile?: Exclude<Profile, "auto">;
  /** What is printed on it. A page holds one where the cues that stand together are worth {@link ENOUGH}. */
  readonly cues: readonly Cue[];
  /** Pieces of text that one has at most. More between its cues are a text that speaks of such documents. */
  readonly maxPieces: number;
  /** What it holds of a person. Text on it that nobody could read may be any of these. */
  readonly fields: readonly KindField[];
  /** The holder's face is on it: it stands in a portrait. */
  readonly hasPortrait?: true;
  /** The words over the place where one signs, written as cues are. */
  readonly signed?: readonly string[];
  /** Where things stand on it, for kinds that all look alike. */
  readonly layout?: KindLayout;
}

/** Something personal that a kind of document holds. */
export interface KindField {
  readonly entityType: EntityType;
  /** Printed before it, written as cues are. A value that stands without a label is read as if it had the first. */
  readonly labels: readonly string[];
  /** What it looks like without a label: a whole piece of text, folded as for cues. Linear time. */
  readonly shape?: RegExp;
  /** The shape is of a whole line or phrase, whose pieces may stand apart: embossed groups of digits. */
  readonly isLine?: true;
  /**
   * What its first group looks like where the rest could not be seen, and how many times as long the whole is: as the group itself,
   * and as the group where it is printed once more in small. Linear time.
   */
  readonly begins?: { readonly shape: RegExp; readonly times: number; readonly timesSmall: number };
  /** What it looks like behind a label, where the label also announces what is nobody's. Linear time. */
  readonly value?: RegExp;
  /** What it looks like where its issuer starred a part of it out: what is left still tells whose it is. Linear time. */
  readonly starred?: RegExp;
  /** Where it stands by its label, where not beside it. */
  readonly stands?: "below";
  /** Where it stands, in the layout's unit. */
  readonly place?: Box;
}

/** Where things stand on a kind of document. Any unit, origin anywhere, y down. */
export interface KindLayout {
  /** Printed words, and the middle of their left edge. */
  readonly anchors: readonly { readonly words: readonly string[]; readonly at: Point }[];
  readonly portrait?: Box;
  /**
   * Width to height of the whole document. A picture of this shape is taken for the document where its words tell no more: then the
   * unit is the document's width, the origin its upper left corner.
   */
  readonly aspect?: number;
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

/**
 * A line that begins with administrative units and goes on to a way, a village or an estate, folded as for cues: an address,
 * also where its number stands in the next line or was lost.
 */
export const addressLine =
  /^\p{Script=Han}{1,7}?[省市区县州旗]\p{Script=Han}{1,24}?(?:[路街道巷弄村镇乡组里苑园庄邨湾府]|小区|社区|花园|公寓|大厦|广场)/u;
