import { BETWEEN } from "../context.js";
import type { EntityType } from "../detector.js";
import type { CountedRule, Engine, Rule } from "../engine.js";
import { SEPARATORS } from "../labelled-values.js";
import { SURE } from "../split-numbers.js";
import { afterLabel, asciiHanLabels, labelWords } from "./label-signs.js";
import { digitsIn, longestOf, withoutLooks } from "./pattern-measures.js";
import { choice, type PatternTree, sequence, treeOf } from "./pattern-tree.js";
import { validStarts } from "./valid-starts.js";

/**
 * What may give anything away in ASCII text to an engine, as patterns over the folded text. They are made of the detectors'
 * own patterns and label words, and match wherever those do: more often, for no check is asked.
 *
 * @param minScore what matches with less, and no label, is left out
 */
export function signsOf(engine: Engine, minScore: number): PatternTree[] {
  const rules = rulesOf(engine, minScore);
  const groups = labelWords(engine.labels);
  const secondCell = sequence([choice(groups.map(({ words }) => words)), afterLabel(CELL_END), TABLE]);
  const behindAny = [
    sequence([afterLabel(BEFORE_VALUE), treeOf(SEPARATORS), BROKEN, VALUE]),
    sequence([afterLabel(CELL_END), treeOf(/[^\n]*/), secondCell]),
  ];
  return [
    ...rules.free.flatMap((rule) => [validTree(rule), ...overLines(rule)]).map((tree) => sequence([tree, VALUE])),
    ...groups.map(({ words, types }) =>
      sequence([words, choice([sequence([behindLabel(rules, types), VALUE]), ...behindAny])]),
    ),
    ...[...asciiHanLabels(engine.labels), ...TABLES.map(treeOf)].map((tree) => sequence([tree, TABLE])),
  ];
}

const VALUE: PatternTree = { kind: "sign", sign: "value" };
const TABLE: PatternTree = { kind: "sign", sign: "table" };
/** The start of a separator, with a remark before it. See `walk`. */
const BEFORE_VALUE = /(?:\([^(]{0,16}\))?(?=[:=\t|>])/;
/** The end of a table's cell, behind a label and what may follow it there. */
const CELL_END = / ?(?:[:=(][^\n\t]{0,24})?(?=[\t,;|]| {2}|\r?\n)/;
/** A value that goes on in the next line, which holds nothing else. See `broken-lines.ts`. */
const BROKEN = treeOf(/[^\n]{1,40}\n[ \t]{0,8}[!-~](?:[ -~]{0,38}[!-~])?[ \t]{0,8}(?=\r?\n)/);
/** The line below a header in Markdown, a row of HTML, an INSERT. See `text-tables`. */
const TABLES = [
  /\n[ \t|:\r-]*(?:\|[ \t|:\r-]*-|-[ \t|:\r-]*\|)[ \t|:\r-]*(?=\n)/,
  /<[Tt][RrHhDd][\s>]/,
  /[Ii][Nn][Tt][Oo]\s{1,8}[^\s()]{1,128}\s{0,8}\(/,
];

interface AllRules {
  /** What counts without a label. */
  readonly free: readonly CountedRule[];
  /** What counts behind one, if it is not found without. */
  readonly named: readonly CountedRule[];
  readonly labelled: readonly Rule[];
}

function rulesOf({ digits, codes, atSign, characters, words, labelled }: Engine, minScore: number): AllRules {
  const ofWords = words.flat().map(({ rules }) => rules);
  const all = [digits, codes, atSign, ...characters.values(), ...ofWords].flatMap(({ free, named }) => [
    ...free,
    ...named,
  ]);
  const unique = [...new Map(all.map((rule) => [rule.form, rule])).values()].filter(({ form }) => !form.ocr);
  const isFree = ({ form }: Rule) => (form.score.valid ?? -1) >= minScore;
  return {
    free: unique.filter(isFree),
    named: unique.filter((rule) => !isFree(rule) || countsInvalid(rule)),
    labelled,
  };
}

/** Whether a label makes up for a check that fails. */
function countsInvalid({ form }: Rule): boolean {
  return form.score.invalidInContext !== undefined;
}

/** A value that passes its check. */
function validTree({ form }: Rule): PatternTree {
  const start = validStarts.get(form.pattern);
  return sequence([...(start ? [treeOf(start)] : []), treeOf(form.pattern)]);
}

/** The same over two lines, see `matchAcrossLines`. */
function overLines({ form }: Rule): PatternTree[] {
  if (form.trigger.on !== "digits" || !form.proof?.includes("checksum") || (form.score.valid ?? 0) < SURE) return [];
  const { least, most } = digitsIn(withoutLooks(treeOf(form.pattern)));
  return Array.from({ length: most - 1 }, (_, index) => {
    const first = index + 1;
    const [from, to] = [Math.max(0, least - first - 1), most - first - 1];
    return treeOf(
      new RegExp(
        `(?<![0-9A-Za-z.])\\d{${first}}\\r?\\n[ \\t]{0,8}[\\dXx](?:[ -]*[\\dXx]){${from},${to}}(?![0-9A-Za-z])`,
      ),
    );
  });
}

/** What follows a label that names some types: a number or code of such a type, or what its rules for labels look for. */
function behindLabel({ named, labelled }: AllRules, types: readonly EntityType[]): PatternTree {
  const isOfType = ({ detector }: Rule) => types.includes(detector.entityType);
  const beside = named.filter(isOfType);
  return choice([
    sequence([
      afterLabel(BESIDE),
      choice([
        ...beside.map((rule) => (countsInvalid(rule) ? treeOf(rule.form.pattern) : validTree(rule))),
        NUMBER_OVER_LINES,
      ]),
    ]),
    sequence([
      afterLabel(BEFORE_VALUE),
      treeOf(SEPARATORS),
      choice([sequence([treeOf(/\s{0,60}/), choice(labelled.filter(isOfType).map(labelledTree))]), treeOf(/\s{61}/)]),
    ]),
  ]);
}

/** What may stand between a label in Latin letters and a value that it names, see `contextAt`. */
const BESIDE = new RegExp(`(?:[${BETWEEN.replace(/[\]\\]/g, "\\$&")}]|\\([^(]{0,16}\\))*`);
const NUMBER_OVER_LINES = treeOf(/\d+\r?\n[ \t]{0,8}[\dXx]/);
/** A value by label is looked for in so many characters (`MAX_FIELD`), up to 60 spaces before it. */
const WHOLLY_SEEN = 100;

/**
 * A value behind its label is looked for in a part of the text: what is before it is not seen, and where a long one is cut off
 * anything may seem to be its end.
 */
function labelledTree(rule: Rule): PatternTree {
  const tree = countsInvalid(rule) ? treeOf(rule.form.pattern) : validTree(rule);
  return withoutLooks(tree, ({ isAhead, isNegative }) => !isAhead || (isNegative && longestOf(tree) > WHOLLY_SEEN));
}
