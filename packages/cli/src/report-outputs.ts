import type { Stats } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { CommandOptions } from "./commands/command.js";
import type { Input } from "./inputs/input.js";
import type { Messages } from "./messages/index.js";
import { reports } from "./reports/index.js";
import type { Report } from "./reports/report.js";
import { UsageError } from "./usage-error.js";

/** A report and where it goes. */
export interface ReportOutput {
  readonly report: Report;
  /** Left out: standard output. */
  readonly path?: string;
}

/**
 * What the n-th --format and the n-th --report say together. A single format needs no file.
 *
 * @throws {UsageError} where a format has no file of its own
 */
export function outputsOf({ format, report }: CommandOptions, { usage }: Messages): ReportOutput[] {
  const names = [format as string | string[]].flat();
  const paths = [(report ?? []) as string | string[]].flat();
  const isSingle = names.length === 1 && paths.length <= 1;
  if (!isSingle && (names.length !== paths.length || new Set(paths).size < paths.length))
    throw new UsageError(usage.reportFiles);
  return names.map((name, index) => {
    const path = paths[index];
    return { report: reports.find((one) => one.name === name)!, ...(path !== undefined && path !== "-" && { path }) };
  });
}

/** How many findings of each file reports need. */
export interface FindingsNeeded {
  /** While it is worked on. */
  readonly atOnce: number;
  /** Besides its JSON, once that is made; left out where no report shows JSON. */
  readonly besideJson?: number;
  /** At the end of the run, when some reports are written. */
  readonly atEnd: number;
  /** Whether its JSON is needed at the end. */
  readonly isJsonAtEnd: boolean;
}

/** @param isJsonMade whether the JSON of a file is made where it was worked on, see `withJson` */
export function findingsNeeded(outputs: readonly ReportOutput[], isJsonMade: boolean): FindingsNeeded {
  const most = (some: readonly ReportOutput[]) =>
    Math.max(0, ...some.map(({ report }) => report.mostShown ?? Number.POSITIVE_INFINITY));
  const hasJson = isJsonMade && outputs.some(({ report }) => report.isJson);
  const others = outputs.filter(({ report }) => !hasJson || !report.isJson);
  const isLate = ({ report }: ReportOutput) => report.renderFile === undefined;
  return {
    atOnce: most(outputs),
    ...(hasJson && { besideJson: most(others) }),
    atEnd: most(others.filter(isLate)),
    isJsonAtEnd: outputs.some((output) => output.report.isJson && isLate(output)),
  };
}

/** The paths of outputs where an earlier report of ours stands: to be replaced, and no input. */
export async function ownReports(outputs: readonly ReportOutput[]): Promise<string[]> {
  const own: string[] = [];
  for (const { report, path } of outputs) {
    if (path !== undefined && report.head !== undefined && (await startsWith(path, report.head))) own.push(path);
  }
  return own;
}

async function startsWith(path: string, head: string): Promise<boolean> {
  if (!(await factsOf(path))?.isFile()) return false;
  const expected = Buffer.from(head);
  // One that cannot be read is not known to be ours.
  const handle = await open(path, "r").catch(() => undefined);
  if (!handle) return false;
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(expected.length));
    return bytesRead === expected.length && buffer.equals(expected);
  } finally {
    await handle.close();
  }
}

/**
 * An input is never written to.
 *
 * @throws {UsageError} where a report would replace one, also through links
 */
export async function refuseInputs(
  outputs: readonly ReportOutput[],
  inputs: readonly Input[],
  { usage }: Messages,
): Promise<void> {
  const targets = new Map<string, string>();
  for (const { path } of outputs) {
    const facts = path === undefined ? undefined : await factsOf(path);
    if (path !== undefined && facts?.isFile()) targets.set(identityOf(facts), path);
  }
  if (targets.size === 0) return;
  for (const { path } of inputs) {
    const facts = await factsOf(path);
    const target = facts && targets.get(identityOf(facts));
    if (target !== undefined) throw new UsageError(usage.reportIsInput(target));
  }
}

function identityOf({ dev, ino }: Stats): string {
  return `${dev} ${ino}`;
}

async function factsOf(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined);
}
