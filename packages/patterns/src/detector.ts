/** Half-open range of UTF-16 code units, as `String.prototype.slice` takes it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Kebab-case, stable, public: rule ids in SARIF, keys in config, `--only`. */
export type EntityType = (typeof entityTypes)[number];

/** Every entity type there will be, alphabetical. Names are added, never renamed. */
export const entityTypes = [
  "address",
  "bank-card",
  "barcode",
  "birth-date",
  "card-expiry",
  "cvv",
  "diploma",
  "email",
  "face",
  "geo-location",
  "hk-macau-permit",
  "id-card",
  "ip-address",
  "landline",
  "license-plate",
  "medical-insurance",
  "military-id",
  "name",
  "passport",
  "password",
  "phone",
  "qq",
  "residence-permit",
  "social-credit-code",
  "taiwan-permit",
  "ticket-number",
  "tracking-number",
  "vat-invoice",
  "vin",
  "wechat",
] as const;

/**
 * Classes of 法释〔2017〕10号 第五条 by their thresholds: "general" 5,000 items (phone, ID, name), "transaction" 500 items
 * (trade, lodging, health, communication records), "property" 50 items (tracks, contents of messages, credit, property).
 * Reference only, never a verdict.
 */
export type LegalClass = "general" | "transaction" | "property";

/** What makes the single pass stop and look at a place. */
export type Trigger =
  /** The first of at least so many digits in a row, single separators allowed between them, or a "+" or "(" before it. */
  | { readonly on: "digits"; readonly atLeast: number }
  /** One of these characters (UTF-16 units); the pattern starts there. */
  | { readonly on: "characters"; readonly characters: string }
  /** An "@": the pattern starts at the first character of the word before it. */
  | { readonly on: "at-sign" }
  /** What follows one of the detector's `context` words as a label, or the start of a run so labelled. */
  | { readonly on: "label" };

/** A recogniser for one kind of personal information, as data. Holds no state, throws nothing. */
export interface Detector {
  readonly entityType: EntityType;
  readonly title: { readonly en: string; readonly zh: string };
  /** Where the format is defined: standard and clause, or URL and date read. */
  readonly sources: readonly [string, ...string[]];
  readonly trigger: Trigger;
  /**
   * Sticky, anchored at the trigger, over folded text (see `normalize.ts`); linear time (tested). A group "value" narrows
   * the span; a group "bare" marks a form that proves nothing by itself and counts only in context.
   */
  readonly pattern: RegExp;
  /** Check digits, dates, assigned prefixes. Pure and total; sees the candidate without spaces and hyphens. */
  readonly validate?: (candidate: string) => boolean;
  /** What a valid candidate proves, for the reason: "checksum, region, date". */
  readonly proof?: string;
  /**
   * Words that name such a value: before it, or as the label of its column, field or cell. Lower case; Latin words
   * separated by single spaces.
   */
  readonly context?: readonly string[];
  /** A case left out is not reported. `invalidInContext`: labelled but failing its check is still personal (typing or OCR slip). */
  readonly score: { readonly valid?: number; readonly validInContext?: number; readonly invalidInContext?: number };
  readonly legal: LegalClass;
  /** Invented or published values only; each is run as a test. ⟦ ⟧ mark the entity. */
  readonly examples: {
    readonly found: readonly [string, ...string[]];
    readonly ignored: readonly [string, ...string[]];
  };
}

/** A place in a string that a detector recognised. */
export interface Match {
  readonly entityType: EntityType;
  readonly span: Span;
  /** 0 to 1. */
  readonly score: number;
  /** Stable English words separated by ", ". Never the value. */
  readonly reason: string;
}
