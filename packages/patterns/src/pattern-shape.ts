/** What a pattern can do at worst, read from its source. */
export interface PatternShape {
  /** In how many ways a backtracking matcher can go through it from one place. */
  readonly paths: number;
  /** The longest match, in UTF-16 units. */
  readonly longest: number;
  /** Whether it matches the empty string. */
  readonly isEmpty: boolean;
  /** The characters that a match can begin with, each once; undefined where they are too many to list. */
  readonly starts: string | undefined;
}

/** Patterns of the user's own are data: longer ones are mistakes. */
const MAX_SOURCE = 500;
/** Longer than any number or code that people write. */
const MAX_LONGEST = 160;
/** Of every place that is looked at: a text takes linear time whatever it holds. */
const MAX_PATHS = 2000;
/** Alphabets of letters and digits; a Chinese character class has thousands. */
const MAX_STARTS = 200;

const DIGITS = "0123456789";
const WORD_CHARACTERS = `${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz`;
const NOTHING: PatternShape = { paths: 1, longest: 0, isEmpty: true, starts: "" };

/**
 * The shape of a regular expression's source, to be compiled with the flag "u". It is refused unless the work at one place
 * is bounded: every repetition says how often at most, and the ways through the pattern — the product of all choices,
 * whatever the text — are few. That is stricter than looking for nested quantifiers, and misses none.
 *
 * @param of what the errors begin with
 * @throws {TypeError} that names the place in the pattern and what to write instead
 */
export function shapeOf(source: string, of = "pattern"): PatternShape {
  if (source.length > MAX_SOURCE) throw new TypeError(`${of}: longer than ${MAX_SOURCE} characters`);
  try {
    new RegExp(source, "u");
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new TypeError(`${of}: not a regular expression that the flag "u" allows`);
  }
  const reader: Reader = { source, at: 0, of };
  const shape = readAlternatives(reader);
  if (shape.longest > MAX_LONGEST) throw new TypeError(`${of}: may match more than ${MAX_LONGEST} characters`);
  if (shape.paths > MAX_PATHS)
    throw new TypeError(`${of}: ${shape.paths} ways to match at one place, at most ${MAX_PATHS}; use fewer choices`);
  return shape;
}

/** Where the reading of a valid pattern stands. */
interface Reader {
  readonly source: string;
  at: number;
  readonly of: string;
}

function refuse({ of, at }: Reader, why: string): never {
  throw new TypeError(`${of}: ${why}, at character ${at + 1}`);
}

function readAlternatives(reader: Reader): PatternShape {
  let shape = readSequence(reader);
  while (reader.source[reader.at] === "|") {
    reader.at++;
    const other = readSequence(reader);
    shape = {
      paths: shape.paths + other.paths,
      longest: Math.max(shape.longest, other.longest),
      isEmpty: shape.isEmpty || other.isEmpty,
      starts: union(shape.starts, other.starts),
    };
  }
  return shape;
}

function readSequence(reader: Reader): PatternShape {
  let shape = NOTHING;
  while (reader.at < reader.source.length && !"|)".includes(reader.source[reader.at]!)) {
    const next = readRepeated(reader);
    shape = {
      paths: shape.paths * next.paths,
      longest: shape.longest + next.longest,
      isEmpty: shape.isEmpty && next.isEmpty,
      starts: shape.isEmpty ? union(shape.starts, next.starts) : shape.starts,
    };
  }
  return shape;
}

function readRepeated(reader: Reader): PatternShape {
  const once = readAtom(reader);
  const [quantifier, least, comma, most] = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(reader.source.slice(reader.at)) ?? [];
  if (quantifier === undefined) return once;
  if (quantifier === "*" || quantifier === "+" || (comma === "," && most === ""))
    refuse(reader, "a repetition without an end; write how often at most, as in {1,20}");
  const [from, to] = quantifier === "?" ? [0, 1] : [Number(least), Number(most || least)];
  reader.at += quantifier.length;
  if (reader.source[reader.at] === "?") reader.at++;
  return {
    paths: waysToRepeat(once.paths, from, to),
    longest: once.longest * to,
    isEmpty: once.isEmpty || from === 0,
    starts: to === 0 ? "" : once.starts,
  };
}

function waysToRepeat(ways: number, from: number, to: number): number {
  if (ways === 1) return to - from + 1;
  let sum = 0;
  for (let times = from; times <= to && sum <= Number.MAX_SAFE_INTEGER; times++) sum += ways ** times;
  return sum;
}

function readAtom(reader: Reader): PatternShape {
  const { source, at } = reader;
  const character = String.fromCodePoint(source.codePointAt(at)!);
  if (character === "(") return readGroup(reader);
  if (character === "[") return oneOf(readClass(reader));
  if (character === "^" || character === "$")
    refuse(reader, `"${character}" is not needed: a value ends where its letters and digits end`);
  if (character === "\\") return oneOf(readEscape(reader));
  reader.at += character.length;
  return character === "." ? oneOf(undefined) : oneOf(character);
}

/** A character of a set. Those outside the Basic Multilingual Plane take two units. */
function oneOf(starts: string | undefined): PatternShape {
  const longest = !starts || [...starts].some((character) => character.length > 1) ? 2 : 1;
  return { paths: 1, longest, isEmpty: false, starts };
}

function readGroup(reader: Reader): PatternShape {
  const [head] = /^\((?:\?(?:[:=!]|<[=!]|<[^>=!]+>))?/.exec(reader.source.slice(reader.at))!;
  if (head === "(" && reader.source[reader.at + 1] === "?") refuse(reader, "flags inside a pattern are not known");
  reader.at += head.length;
  const inner = readAlternatives(reader);
  reader.at++;
  const isLookAround = /[=!]$/.test(head);
  return isLookAround ? { ...NOTHING, paths: inner.paths } : inner;
}

/** A class of characters; undefined where it is negated or holds too many. */
function readClass(reader: Reader): string | undefined {
  const { source } = reader;
  const isNegated = source[reader.at + 1] === "^";
  reader.at += isNegated ? 2 : 1;
  let members: string | undefined = "";
  while (source[reader.at] !== "]") {
    const first = readMember(reader);
    const isRange =
      source[reader.at] === "-" && source[reader.at + 1] !== "]" && first !== undefined && [...first].length === 1;
    if (isRange) reader.at++;
    const last = isRange ? readMember(reader) : undefined;
    members = union(members, last && first ? between(first, last) : first);
  }
  reader.at++;
  return isNegated ? undefined : members;
}

function readMember(reader: Reader): string | undefined {
  if (reader.source[reader.at] === "\\") return readEscape(reader);
  const character = String.fromCodePoint(reader.source.codePointAt(reader.at)!);
  reader.at += character.length;
  return character;
}

function between(first: string, last: string): string | undefined {
  const [from, to] = [first.codePointAt(0)!, last.codePointAt(0)!];
  if (to - from >= MAX_STARTS) return undefined;
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join("");
}

/** `\d`, `\w`, `\p{…}`, code points and escaped signs. */
function readEscape(reader: Reader): string | undefined {
  const rest = reader.source.slice(reader.at);
  if (/^\\(?:[1-9]|k<)/.test(rest)) refuse(reader, "back-references are not known");
  if (/^\\[bB]/.test(rest)) refuse(reader, `"${rest.slice(0, 2)}" does not see Chinese characters; leave it out`);
  const point = /^\\(?:u\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))/.exec(rest);
  const length = (point ?? /^\\(?:[pP]\{[^}]*\}|c[A-Za-z]|.)/su.exec(rest)!)[0].length;
  reader.at += length;
  if (point) return String.fromCodePoint(Number.parseInt(point[1] ?? point[2] ?? point[3]!, 16));
  if (rest.startsWith("\\d")) return DIGITS;
  if (rest.startsWith("\\w")) return WORD_CHARACTERS;
  return /^\\[A-Za-z0]/.test(rest) ? undefined : rest.slice(1, length);
}

function union(first: string | undefined, second: string | undefined): string | undefined {
  if (first === undefined || second === undefined || first.length + second.length > MAX_STARTS) return undefined;
  return [...new Set(first + second)].join("");
}
