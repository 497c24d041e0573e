/** A regular expression as a tree, as far as it can match ASCII: what needs another character is left out. */
export type PatternTree =
  /** One character; `set[code]` is 1 for those of ASCII that it may be. */
  | { readonly kind: "set"; readonly set: Uint8Array }
  | { readonly kind: "sequence"; readonly parts: readonly PatternTree[] }
  | { readonly kind: "choice"; readonly parts: readonly PatternTree[] }
  | { readonly kind: "repeat"; readonly part: PatternTree; readonly least: number; readonly most: number }
  | { readonly kind: "look"; readonly isAhead: boolean; readonly isNegative: boolean; readonly part: PatternTree }
  | { readonly kind: "start" }
  /** More than the expression matches here: the end of the text, a word boundary. */
  | { readonly kind: "unknown" }
  /** What a group matched again, taken for anything that the group may match. */
  | { readonly kind: "again"; readonly part: PatternTree }
  /** The end of a pattern: what it is a sign of. */
  | { readonly kind: "sign"; readonly sign: Sign };

/**
 * What a pattern recognises: something that may be a value, or the header of a table, which labels all that follows. "foreign":
 * an escape of a character that is none of ASCII.
 */
export type Sign = "value" | "table" | "foreign";

/** Characters of ASCII. */
export const ASCII_SIZE = 128;
/** What cannot match. */
export const NEVER: PatternTree = { kind: "choice", parts: [] };
const EMPTY: PatternTree = { kind: "sequence", parts: [] };

/**
 * The tree of a regular expression.
 *
 * @throws {SyntaxError} for what no detector uses
 */
export function treeOf({ source, flags }: RegExp): PatternTree {
  const reader: Reader = { source, flags: flags.replace(/[^iuvs]/g, ""), at: 0, groups: [], sure: new Set() };
  const tree = readChoice(reader);
  if (reader.at < source.length) throw new SyntaxError(`cannot read a pattern at character ${reader.at + 1}`);
  return tree;
}

interface Reader {
  readonly source: string;
  readonly flags: string;
  at: number;
  readonly groups: PatternTree[];
  /** Groups that have matched where the reader stands, whatever the text. */
  sure: ReadonlySet<number>;
}

function readChoice(reader: Reader): PatternTree {
  const before = reader.sure;
  const parts = [readSequence(reader)];
  while (reader.source[reader.at] === "|") {
    reader.at++;
    reader.sure = before;
    parts.push(readSequence(reader));
  }
  if (parts.length === 1) return parts[0]!;
  reader.sure = before;
  return choice(parts);
}

function readSequence(reader: Reader): PatternTree {
  const parts: PatternTree[] = [];
  while (reader.at < reader.source.length && !"|)".includes(reader.source[reader.at]!))
    parts.push(readRepeated(reader));
  return sequence(parts);
}

const QUANTIFIER = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y;

function readRepeated(reader: Reader): PatternTree {
  const before = reader.sure;
  const part = readAtom(reader);
  QUANTIFIER.lastIndex = reader.at;
  const [found, from, comma, to] = QUANTIFIER.exec(reader.source) ?? [];
  if (found === undefined) return part;
  reader.at += found.length;
  const least = from === undefined ? (found[0] === "+" ? 1 : 0) : Number(from);
  const most = from === undefined ? (found[0] === "?" ? 1 : Infinity) : comma === "" ? least : Number(to || Infinity);
  if (least === 0) reader.sure = before;
  return { kind: "repeat", part, least, most };
}

function readAtom(reader: Reader): PatternTree {
  const { source, at } = reader;
  if (source[at] === "(") return readGroup(reader);
  if (source[at] === "^" || source[at] === "$") {
    reader.at++;
    return { kind: source[at] === "^" ? "start" : "unknown" };
  }
  const again = /^\\([1-9])/.exec(source.slice(at, at + 2));
  if (again) return readAgain(reader, Number(again[1]));
  if (source.startsWith("\\b", at) || source.startsWith("\\B", at)) {
    reader.at += 2;
    return { kind: "unknown" };
  }
  if (source.startsWith("\\k", at)) throw new SyntaxError("named back-references are not read");
  const atom = ATOM.exec(source.slice(at))![0];
  reader.at += atom.length;
  return { kind: "set", set: setOf(atom, reader.flags) };
}

/** A class, an escape, or a character. */
const ATOM =
  /^(?:\[(?:\\.|[^\]\\])*\]|\\(?:u\{[0-9A-Fa-f]+\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[pP]\{[^}]*\}|c[A-Za-z]|.)|.)/su;

function readAgain(reader: Reader, group: number): PatternTree {
  reader.at += 2;
  const part = reader.groups[group - 1] ?? EMPTY;
  // A group that has not matched is the empty string.
  return { kind: "again", part: reader.sure.has(group) ? part : choice([part, EMPTY]) };
}

function readGroup(reader: Reader): PatternTree {
  const [head, look] = /^\((?:\?(?:([:=!]|<[=!])|<[^>=!]+>))?/.exec(reader.source.slice(reader.at))!;
  reader.at += head.length;
  const isCapturing = look === undefined;
  const number = isCapturing ? reader.groups.push(EMPTY) : 0;
  const part = readChoice(reader);
  if (reader.source[reader.at] !== ")") throw new SyntaxError("a group without an end");
  reader.at++;
  if (isCapturing) {
    reader.groups[number - 1] = part;
    reader.sure = new Set([...reader.sure, number]);
    return part;
  }
  if (look === ":") return part;
  return { kind: "look", isAhead: !look.startsWith("<"), isNegative: look.endsWith("!"), part };
}

/** Parts one behind the other; never where one of them never matches. */
export function sequence(parts: readonly PatternTree[]): PatternTree {
  const all = parts.filter((part) => !(part.kind === "look" && part.isNegative && isNever(part.part)));
  if (all.some((part) => isNever(part) || (part.kind === "look" && !part.isNegative && isNever(part.part))))
    return NEVER;
  return all.length === 1 ? all[0]! : { kind: "sequence", parts: all };
}

/** Any one of parts. */
export function choice(parts: readonly PatternTree[]): PatternTree {
  const possible = parts.filter((part) => !isNever(part));
  return possible.length === 1 ? possible[0]! : { kind: "choice", parts: possible };
}

function isNever(tree: PatternTree): boolean {
  if (tree.kind === "choice") return tree.parts.length === 0;
  if (tree.kind === "set") return !tree.set.includes(1);
  return tree.kind === "repeat" && tree.least > 0 && isNever(tree.part);
}

/** Every character of ASCII, at its code. */
const ALL = String.fromCharCode(...Array.from({ length: ASCII_SIZE }, (_, code) => code));
const sets = new Map<string, Uint8Array>();

/** Which characters of ASCII an atom matches: the engine that will run it is asked. */
function setOf(atom: string, flags: string): Uint8Array {
  const key = `${flags}/${atom}`;
  const known = sets.get(key);
  if (known) return known;
  const set = new Uint8Array(ASCII_SIZE);
  for (const { index } of ALL.matchAll(new RegExp(atom, `${flags}g`))) set[index] = 1;
  sets.set(key, set);
  return set;
}
