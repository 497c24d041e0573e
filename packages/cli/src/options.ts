import { faceChoices, profiles } from "@tuhei/core";
import type { EntityType } from "@tuhei/patterns";
import type { Argv } from "yargs";
import { byteSize } from "./byte-size.js";
import { isEntityType, unknownTypes } from "./entity-type.js";
import type { Messages } from "./messages/index.js";
import { progressKinds } from "./progress/create-progress.js";
import { reports } from "./reports/index.js";
import { UsageError } from "./usage-error.js";

/** Stands for the path "-" on its way through the parser. No argument can hold a NUL. */
export const STANDARD_INPUT = "\0-";

/** Options that may be given more than once. */
const REPEATABLE = ["format", "f", "report"];

/** Options of every command. */
export function globalOptions(yargs: Argv, { options }: Messages) {
  return yargs
    .option("lang", { choices: ["zh", "en"], describe: options.lang, global: true })
    .option("quiet", { type: "boolean", default: false, alias: "q", describe: options.quiet, global: true })
    .option("color", { type: "boolean", describe: options.color, global: true });
}

/** Options of every command that works through files. `reportAliases` are further names of --report. */
export function commonOptions(yargs: Argv, { options, usage }: Messages, reportAliases: readonly string[] = []) {
  return yargs
    .positional("paths", {
      type: "string",
      array: true,
      coerce: (paths: readonly string[]) => paths.map((path) => (path === STANDARD_INPUT ? "-" : path)),
    })
    .check(({ paths, _, $0, ...given }) => {
      if ((paths as string[] | undefined)?.length === 0 && !given["print-config"] && given["files-from"] === undefined)
        throw new UsageError(usage.needsPath);
      const empty = Object.keys(given).find((option) => option.length > 1 && given[option] === "");
      if (empty !== undefined) throw new UsageError(usage.needsValue(empty));
      const twice = Object.keys(given).find(
        (option) => Array.isArray(given[option]) && ![...REPEATABLE, ...reportAliases].includes(option),
      );
      if (twice !== undefined) throw new UsageError(usage.givenTwice(twice));
      return true;
    })
    .option("format", {
      choices: reports.map(({ name }) => name),
      default: "pretty",
      alias: "f",
      describe: options.format,
    })
    .option("report", { type: "string", alias: reportAliases, describe: options.report })
    .option("files-from", { type: "string", describe: options.filesFrom })
    .option("ignore-file", { type: "string", describe: options.ignoreFile })
    .option("max-size", { type: "string", describe: options.maxSize, coerce: (text: string) => sizeOf(text, usage) })
    .option("max-depth", {
      type: "number",
      default: MAX_DEPTH,
      describe: options.maxDepth,
      coerce: (depth: number) => depthOf(depth, usage),
    })
    .option("only", { type: "string", describe: options.only, coerce: (types: string) => entityTypesOf(types, usage) })
    .option("profile", { choices: profiles, describe: options.profile })
    .option("unreadable", { choices: ["cover", "report"] as const, describe: options.unreadable })
    .option("min-score", { type: "number", describe: options.minScore, coerce: score("min-score", usage) })
    .option("config", { type: "string", describe: options.config })
    .option("print-config", { type: "boolean", default: false, describe: options.printConfig })
    .option("jobs", {
      type: "number",
      alias: "j",
      describe: options.jobs,
      coerce: (jobs: number | undefined) => wholeNumber(jobs, usage.badJobs),
    })
    .option("timeout", {
      type: "number",
      default: TIMEOUT_SECONDS,
      describe: options.timeout,
      coerce: (seconds: number) => wholeNumber(seconds, usage.badTimeout)!,
    })
    .option("progress", { choices: progressKinds, default: "auto" as const, describe: options.progress })
    .option("show-values", { type: "boolean", default: false, describe: options.showValues })
    .option("ocr", {
      choices: ["auto", "paddle", "tesseract", "none"] as const,
      default: "auto" as const,
      describe: options.ocr,
    })
    .option("faces", { choices: faceChoices, default: "cover" as const, describe: options.faces })
    .option("password-file", { type: "string", describe: options.passwordFile })
    .option("encoding", {
      type: "string",
      describe: options.encoding,
      coerce: (label: string) => encodingOf(label, usage),
    });
}

/** Options that take findings away, where no copy may keep one. */
export function refuseSilencing(yargs: Argv, { usage }: Messages): Argv {
  const refused = (option: string) => ({
    hidden: true,
    coerce() {
      throw new UsageError(usage.baselineElsewhere(option));
    },
  });
  return yargs.option("baseline", refused("baseline")).option("inline-ignores", refused("inline-ignores"));
}

/** Deeper folders than people make. */
const MAX_DEPTH = 100;
/** Longer than any page takes. */
const TIMEOUT_SECONDS = 600;

function wholeNumber(value: number | undefined, problem: string): number | undefined {
  if (value === undefined || (Number.isInteger(value) && value >= 1)) return value;
  throw new UsageError(problem);
}

function sizeOf(text: string, usage: Messages["usage"]): number {
  const bytes = byteSize(text);
  if (bytes === undefined) throw new UsageError(usage.badSize);
  return bytes;
}

function depthOf(depth: number, usage: Messages["usage"]): number {
  if (!Number.isInteger(depth) || depth < 0) throw new UsageError(usage.badDepth);
  return depth;
}

/** A score option, from 0 to 1. */
export function score(option: string, usage: Messages["usage"]) {
  return (value: number | undefined): number | undefined => {
    if (value === undefined || (value >= 0 && value <= 1)) return value;
    throw new UsageError(usage.badScore(option));
  };
}

/** Below, a 9 pt line has no ten pixels; above, a page of A4 exceeds what is drawn at once. */
const [MIN_DPI, MAX_DPI] = [72, 600];

/** How large pages are drawn that become pictures. */
export function dpiOption({ options, usage }: Messages) {
  return {
    type: "number",
    describe: options.rasterDpi,
    coerce(dpi: number): number {
      if (dpi >= MIN_DPI && dpi <= MAX_DPI) return dpi;
      throw new UsageError(usage.badDpi);
    },
  } as const;
}

/** Longer than any purpose, shorter than what becomes too small to read. */
const MAX_WATERMARK = 60;

/** The option with the text of the watermark: one line. */
export function watermarkOption({ options, usage }: Messages) {
  return {
    type: "string",
    describe: options.watermark,
    coerce(text: string): string {
      const trimmed = text.trim();
      const isLine = trimmed !== "" && [...trimmed].length <= MAX_WATERMARK && !/\p{Cc}/u.test(trimmed);
      if (!isLine) throw new UsageError(usage.badWatermark(MAX_WATERMARK));
      return trimmed;
    },
  } as const;
}

/** Those of the user's own are checked against the configuration later. */
function entityTypesOf(types: string, usage: Messages["usage"]): ReadonlySet<EntityType> {
  const asked = types.split(",").map((type) => type.trim());
  const unknown = asked.filter((type) => !isEntityType(type));
  if (unknown.length > 0) throw unknownTypes(unknown, usage);
  return new Set(asked as EntityType[]);
}

/** Other names of the encodings that tuhei writes. */
const ENCODING_NAMES: Readonly<Record<string, string>> = {
  big5: "big5",
  gb18030: "gb18030",
  gb2312: "gb18030",
  gbk: "gb18030",
  "utf-16": "utf-16le",
  "utf-16be": "utf-16be",
  "utf-16le": "utf-16le",
  "utf-8": "utf-8",
  utf8: "utf-8",
};

function encodingOf(label: string, usage: Messages["usage"]): string {
  const encoding = ENCODING_NAMES[label.toLowerCase()];
  if (encoding === undefined) throw new UsageError(usage.badEncoding(label));
  return encoding;
}
