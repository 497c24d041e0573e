import { writeFileSync } from "node:fs";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

register("./typescript-hooks.mjs", import.meta.url);
const { corpusOf } = await import("../builders/corpus/index.ts");
const { measureRecall } = await import("../builders/corpus/recall.ts");

/** Enough that the rarest type comes up some hundred times. */
const DOCUMENTS = 3000;
/** The only seed whose texts may be looked at. */
const OPEN_SEED = 1;
/** The seed whose figures the README shows. */
const HELD_BACK_SEED = 4;
/** Characters shown either side of a miss. */
const SURROUNDINGS = 40;
const figuresFile = new URL("detection-figures.json", import.meta.url);

/** How much of what invented documents hold is found, by type and by what gives a value away. */
export async function bench(options = {}) {
  const { seed = HELD_BACK_SEED, show, write = false } = options;
  const started = performance.now();
  const recall = await measureRecall(corpusOf(seed, DOCUMENTS));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `seed ${seed}: ${DOCUMENTS} documents, ${recall.megabytes.toFixed(2)} MB, ${recall.judged.length} values, ${seconds} s`,
  );
  printRecall(recall.judged);
  printKinds(recall.judged);
  printFalseAlarms(recall);
  if (show) printMisses(recall, show, seed);
  if (write) writeFigures(recall);
}

const CUES = { label: "labelled", beside: "beside its like", none: "in running text" };

function printRecall(judged) {
  console.log(row(["type", "values", "whole", "partial", "missed", "as itself"]));
  for (const [type, group] of groupsOf(judged, ({ truth }) => truth.entityType)) {
    console.log(summary(type, group));
    const cues = groupsOf(group, ({ truth }) => truth.cue);
    if (cues.length > 1) for (const [cue, part] of cues) console.log(summary(`  ${CUES[cue]}`, part));
  }
  console.log(
    summary(
      "all but names, addresses",
      judged.filter(({ truth }) => !["name", "address"].includes(truth.entityType)),
    ),
  );
}

/** The same values by where they stand. */
function printKinds(judged) {
  const labelled = judged.filter(({ truth }) => truth.cue === "label");
  for (const [kind, group] of groupsOf(labelled, ({ document }) => document.kind))
    console.log(summary(`in ${kind}`, group));
}

function summary(title, group) {
  const count = (outcome) => group.filter((one) => one.outcome === outcome).length;
  const own = group.filter(({ asItself }) => asItself).length;
  return row([
    title,
    group.length,
    percent(count("whole"), group.length),
    count("partial"),
    count("missed"),
    percent(own, group.length),
  ]);
}

function printFalseAlarms({ falseAlarms, megabytes }) {
  const by = groupsOf(falseAlarms, ({ entityType }) => entityType);
  const each = by.map(([type, group]) => `${type} ${(group.length / megabytes).toFixed(1)}`).join(", ");
  console.log(`findings a MB that touch nothing planted: ${(falseAlarms.length / megabytes).toFixed(1)} (${each})`);
}

/** Texts of the seed that is open to everybody; `false` as the type shows false alarms. */
function printMisses({ judged, falseAlarms }, type, seed) {
  if (seed !== OPEN_SEED) throw new Error(`Texts are shown of seed ${OPEN_SEED} only: the others are held back`);
  const missed = judged.filter(({ truth, outcome }) => outcome !== "whole" && truth.entityType === type);
  for (const { document, truth, outcome } of missed) console.log(inPlace(document, truth, `${outcome}, ${truth.cue}`));
  if (type === "false") for (const alarm of falseAlarms) console.log(inPlace(alarm.document, alarm, alarm.entityType));
}

function inPlace({ text, kind, name }, { start, end }, note) {
  const before = text.slice(Math.max(0, start - SURROUNDINGS), start);
  const after = text.slice(end, end + SURROUNDINGS);
  return `${name} ${kind} (${note}): ${JSON.stringify(`${before}⟦${text.slice(start, end)}⟧${after}`)}`;
}

/**
 * Into the figures of the README, by type: the share of the planted values that is covered whole, and the share of the
 * findings that touch something planted.
 */
function writeFigures({ judged, falseAlarms, findings }) {
  const recall = groupsOf(judged, ({ truth }) => truth.entityType).map(([type, group]) => {
    const whole = group.filter(({ outcome }) => outcome === "whole").length;
    return [type, share(whole, group.length)];
  });
  const precision = [...findings].sort().map(([type, count]) => {
    const wrong = falseAlarms.filter(({ entityType }) => entityType === type).length;
    return [type, share(count - wrong, count)];
  });
  const figures = { recall: Object.fromEntries(recall), precision: Object.fromEntries(precision) };
  writeFileSync(figuresFile, `${JSON.stringify(figures, null, 2)}\n`);
}

/** Rounded down: 99.999 % is not 100 %. */
function share(part, whole) {
  return Math.floor((part / whole) * 10_000) / 10_000;
}

function groupsOf(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function percent(part, whole) {
  return whole === 0 ? "—" : `${(Math.floor((part / whole) * 10_000) / 100).toFixed(2)} %`;
}

function row([title, ...cells]) {
  return title.padEnd(26) + cells.map((cell) => String(cell).padStart(11)).join("");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { seed: { type: "string" }, show: { type: "string" }, write: { type: "boolean" } },
  });
  const seed = values.seed === undefined ? undefined : Number(values.seed);
  await bench({ ...values, seed: seed ?? (values.show ? OPEN_SEED : HELD_BACK_SEED) });
}
