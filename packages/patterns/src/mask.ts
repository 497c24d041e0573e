import { detect } from "./detect.js";
import type { Detector, EntityType, Match } from "./detector.js";
import { detectors } from "./detectors/index.js";
import { createKnownValues, isWorthKnowing } from "./known-values.js";
import { maskValue } from "./mask-value.js";
import type { DetectOptions } from "./matches.js";

/** How a text is masked. */
export interface MaskOptions extends DetectOptions {
  /**
   * What stands instead of a value: "block" (the default), a █ for every character; "label", [手机号]; "partial", what
   * `maskValue` leaves of it, 138****8000: enough to tell values apart, so not anonymous.
   */
  readonly style?: "block" | "label" | "partial";
}

const BLOCK = "█";
/** Blacking out may uncover another value, as where two overlapped. */
const MAX_ROUNDS = 8;

/**
 * A text with all personal information in it masked, also where a value that was found stands again
 * without its label or over the end of a line.
 * Line ends stay. Numbers that name an organisation (social credit codes) stay unless `only` asks for them.
 */
export function mask(text: string, { style = "block", ...options }: MaskOptions = {}): string {
  const known = [...detectors, ...(options.detectors ?? [])];
  const owners = ownersIn(text, options, known);
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const match = owners[start];
    let end = start + 1;
    while (end < text.length && owners[end] === match) end++;
    const piece = text.slice(start, end);
    const isWhole = match?.span.start === start && match.span.end === end;
    pieces.push(match ? instead(piece, match.entityType, isWhole ? style : "block", known) : piece);
    start = end;
  }
  return pieces.join("");
}

/** For every UTF-16 unit the first match that covers it, if any: looked for again until nothing shows. */
function ownersIn(text: string, options: DetectOptions, known: readonly Detector[]): readonly (Match | undefined)[] {
  const business = new Set(known.filter(({ legal }) => legal.tier === "business").map(({ entityType }) => entityType));
  const isPersonal = ({ entityType }: Match) => options.only?.has(entityType) || !business.has(entityType);
  const owners = new Array<Match | undefined>(text.length);
  const values = createKnownValues();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    // A block for every unit that is masked, so that places stay the same.
    const rest = text.replace(/[^\r\n]/g, (unit, at: number) => (owners[at] ? BLOCK : unit));
    const matches = detect(rest, options).filter(isPersonal);
    for (const match of matches) {
      const value = rest.slice(match.span.start, match.span.end);
      if (isWorthKnowing(value, match)) values.add(value, match.entityType);
    }
    const all = [...matches, ...values.find(rest, matches)];
    const fresh = all.filter(({ span }) => !isBlocks(rest, span.start, span.end));
    if (fresh.length === 0) break;
    for (const match of fresh) for (let at = match.span.start; at < match.span.end; at++) owners[at] ??= match;
  }
  return owners;
}

function isBlocks(text: string, start: number, end: number): boolean {
  return /^[█\s]*$/.test(text.slice(start, end));
}

function instead(
  value: string,
  entityType: EntityType,
  style: NonNullable<MaskOptions["style"]>,
  known: readonly Detector[],
): string {
  if (style === "partial") return maskValue(value, entityType);
  if (style === "block") return value.replace(/[^\r\n]/gu, BLOCK);
  const title = known.find((detector) => detector.entityType === entityType)?.title.zh ?? entityType;
  return `[${title}]${value.replace(/[^\r\n]+/g, "")}`;
}
