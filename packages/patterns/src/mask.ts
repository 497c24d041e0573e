import { detect } from "./detect.js";
import type { Detector, EntityType, Match } from "./detector.js";
import { detectors } from "./detectors/index.js";
import { maskValue } from "./mask-value.js";
import type { DetectOptions } from "./matches.js";
import { type Repeat, repeatsOf } from "./repeats.js";

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
 * A text with all personal information in it masked, also where a value that was found stands again without its label.
 * Line ends stay. Numbers that name an organisation (social credit codes) stay unless `only` asks for them.
 */
export function mask(text: string, { style = "block", ...options }: MaskOptions = {}): string {
  const known = [...detectors, ...(options.detectors ?? [])];
  const found = personalIn(text, options, known);
  const owners = ownersOf(text, found);
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && owners[end] === owners[start]) end++;
    const match = found[owners[start]! - 1];
    const piece = text.slice(start, end);
    const isWhole = match?.span.start === start && match.span.end === end;
    pieces.push(match ? instead(piece, match.entityType, isWhole ? style : "block", known) : piece);
    start = end;
  }
  return pieces.join("");
}

/** What is to be masked: looked for again until nothing shows. */
function personalIn(text: string, options: DetectOptions, known: readonly Detector[]): Repeat[] {
  const business = new Set(known.filter(({ legal }) => legal.tier === "business").map(({ entityType }) => entityType));
  const isPersonal = ({ entityType }: Match) => options.only?.has(entityType) || !business.has(entityType);
  const found: Repeat[] = [];
  let rest = text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const matches: Repeat[] = detect(rest, options).filter(isPersonal);
    const values = new Map(matches.map(({ entityType, span }) => [rest.slice(span.start, span.end), entityType]));
    const fresh = [...matches, ...repeatsOf(values, rest)].filter(({ span }) => !isBlocks(rest, span.start, span.end));
    if (fresh.length === 0) break;
    for (const match of fresh) found.push(match);
    rest = withBlocks(text, found);
  }
  return found;
}

function isBlocks(text: string, start: number, end: number): boolean {
  return /^[█\s]*$/.test(text.slice(start, end));
}

/** A block for every UTF-16 unit that is masked, so that places stay the same. */
function withBlocks(text: string, found: readonly Repeat[]): string {
  const owners = ownersOf(text, found);
  return text.replace(/[^\r\n]/g, (unit, at: number) => (owners[at] === 0 ? unit : BLOCK));
}

/** For every UTF-16 unit the number, from 1, of the first match that covers it. */
function ownersOf(text: string, found: readonly Repeat[]): Uint32Array {
  const owners = new Uint32Array(text.length);
  for (const [index, { span }] of found.entries())
    for (let at = span.start; at < span.end; at++) if (owners[at] === 0) owners[at] = index + 1;
  return owners;
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
