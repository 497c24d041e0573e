/** Half-open range of UTF-16 code units, as `String.prototype.slice` takes it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Kebab-case, stable, public: rule ids in SARIF, keys in config, `--only`. Detectors of the user's own begin with "custom-". */
export type EntityType = BuiltInEntityType | `custom-${string}`;
export type BuiltInEntityType = (typeof entityTypes)[number];

/** Every entity type of tuhei itself, alphabetical. Names are added, never renamed. */
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
  "housing-fund",
  "id-card",
  "imei",
  "ip-address",
  "landline",
  "license-plate",
  "mac-address",
  "medical-insurance",
  "member-number",
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
  "unreadable",
  "vat-invoice",
  "vin",
  "wechat",
] as const;

/** How the law classes a kind of information. Reference only, never a verdict. */
export interface LegalClass {
  /**
   * 法释〔2017〕10号 第五条, by threshold: "property" 50 items (tracks, contents of messages, credit, property),
   * "transaction" 500 (trade, lodging, health, communication records), "general" 5,000; "business" identifies an
   * organisation, not a person.
   */
  readonly tier: "general" | "transaction" | "property" | "business";
  /** 《个人信息保护法》第二十八条, GB/T 45574-2025 Annex A: the kind of sensitive information that it is by itself. */
  readonly sensitive?: "biometric" | "specific-identity" | "health" | "financial" | "tracking" | "other";
  /** GB/T 35273-2020 Annex B. */
  readonly gbt35273?: "property" | "health" | "biometric" | "identity" | "other";
}

/** What makes the single pass stop and look at a place. */
export type Trigger =
  /** The first of at least so many digits in a row, single separators allowed between them, or a "+" or "(" before it. */
  | { readonly on: "digits"; readonly atLeast: number; readonly begins?: Begins }
  /** The first character of an ASCII word of letters and digits, at least so long, with a letter and a digit in it. */
  | { readonly on: "code"; readonly atLeast: number }
  /** One of these characters (UTF-16 units); the pattern starts there. */
  | { readonly on: "characters"; readonly characters: string; readonly begins?: Begins }
  /** One of these words of two characters or more; the pattern starts there, or looks behind with a group "before". */
  | { readonly on: "words"; readonly words: readonly string[] }
  /** An "@": the pattern starts at the first character of the word before it. */
  | { readonly on: "at-sign" }
  /** What follows one of the detector's `context` words as a label, or the start of a run so labelled. */
  | { readonly on: "label" };

/**
 * A cheap look at a place: false where the pattern does not match.
 *
 * @param units UTF-16 units of the folded text, with zeros behind
 */
export type Begins = (units: Uint16Array, at: number) => boolean;

/** One way in which a kind of information is written. */
export interface Form {
  readonly trigger: Trigger;
  /**
   * Sticky, anchored at the trigger, over folded text (see `normalize.ts`); linear time (tested). A group "value" narrows
   * the span; a group "before", in a look-behind, is the value when it stands before the trigger.
   */
  readonly pattern: RegExp;
  /** Check digits, dates, assigned prefixes. Pure and total; sees the candidate in capitals without spaces and hyphens, a value by label as it stands. */
  readonly validate?: (candidate: string) => boolean;
  /** What a valid candidate proves, for the reason: "checksum, region, date". */
  readonly proof?: string;
  /**
   * A case left out is not reported. `valid`: by itself; without it the form counts only right behind its label.
   * `invalidInContext`: labelled but failing its check is still personal (typing or OCR slip).
   */
  readonly score: { readonly valid?: number; readonly validInContext?: number; readonly invalidInContext?: number };
  /** Only in a text that was read by OCR, where a check digit may be misread. */
  readonly ocr?: true;
}

/** A recogniser for one kind of personal information, as data. Holds no state, throws nothing. */
export interface Detector {
  readonly entityType: EntityType;
  readonly title: { readonly en: string; readonly zh: string };
  readonly forms: readonly [Form, ...Form[]];
  /**
   * Words that name such a value: before it, or as the label of its column, field or cell. Lower case; Latin words
   * separated by single spaces.
   */
  readonly context?: readonly string[];
  /** More of them, in Chinese characters: asked for when the first text comes that is not of ASCII alone. */
  readonly chineseContext?: () => readonly string[];
  readonly legal: LegalClass;
}

/** What a detector's file tells people and tests; it stands apart from the detector, so that bundles leave it out. */
export interface Description {
  /** Where the format is defined: standard and clause, or URL and date read. */
  readonly sources: readonly [string, ...string[]];
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
  /** Where the value stands in what `span` says, if encoded parts at its ends say more than the value. */
  readonly within?: Span;
}
