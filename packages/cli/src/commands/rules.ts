import { detect, maskValue } from "@tuhei/patterns";
import { loadConfig } from "../config/load-config.js";
import { unknownTypes } from "../entity-type.js";
import { exitCodes } from "../exit-codes.js";
import type { Messages } from "../messages/index.js";
import { type Rule, rulesFor } from "../rules.js";
import { shownReason } from "../shown-reason.js";
import { UsageError } from "../usage-error.js";
import type { OwnCommand } from "./command.js";

const ACTIONS = ["list", "explain", "test"] as const;

/** `tuhei rules`: what is looked for, how it is known, and whether it is known in a text. */
export const rulesCommand: OwnCommand = {
  name: "rules",
  positionals: "<action> [type] [text]",
  build: (yargs, { options, examples }) =>
    yargs
      .positional("action", { choices: ACTIONS, describe: options.rulesAction })
      .positional("type", { type: "string", describe: options.rulesType })
      .positional("text", { type: "string", describe: options.rulesText })
      .option("config", { type: "string", describe: options.config })
      .example("$0 rules list", examples.rulesList)
      .example("$0 rules explain id-card", examples.rulesExplain)
      .example('$0 rules test phone "电话 13900001234"', examples.rulesTest),
  async run({ action, type, text, config }, messages) {
    const asked = config === undefined ? {} : { asked: config as string | false };
    const { settings } = await loadConfig({ paths: [], overrides: {}, ...asked }, messages);
    const rules = rulesFor(settings.detectors, messages);
    if (action === "list") return print(listed(rules));
    if (type === undefined) throw new UsageError(messages.usage.needsType);
    const rule = rules.find(({ entityType }) => entityType === type);
    if (!rule) {
      const known = rules.map(({ entityType }) => entityType);
      throw unknownTypes([type as string], messages.usage, known);
    }
    if (action === "explain") return print(explained(rule, messages));
    if (text === undefined) throw new UsageError(messages.usage.needsText);
    return tried(rule, text as string, messages);

    function tried({ entityType }: Rule, sample: string, { report }: Messages): number {
      const { detectors, general } = settings;
      const { allow, minScore } = general;
      const only = new Set([entityType]);
      const found = detect(sample, { only, detectors, ...(allow && { allow }), ...(minScore && { minScore }) });
      if (found.length === 0) return print([report.nothing]);
      const lines = found.map(
        ({ span: { start, end }, score, reason }) =>
          `${start + 1}–${end}  ${maskValue(sample.slice(start, end), entityType)}  ${score.toFixed(2)}  ${shownReason(reason, { messages, detectors })}`,
      );
      print(lines);
      return exitCodes.found;
    }
  },
};

function listed(rules: readonly Rule[]): string[] {
  const width = Math.max(...rules.map(({ entityType }) => entityType.length));
  return rules.map(({ entityType, title }) => `${entityType.padEnd(width)}  ${title}`);
}

function explained({ entityType, title, facts }: Rule, messages: Messages): string[] {
  const { rules } = messages;
  return [
    `${entityType}  ${title}`,
    ...facts.flatMap(({ fact, lines }) => [
      `${rules[fact]}${messages.colon.trim()}`,
      ...lines.map((line) => `  ${line}`),
    ]),
  ];
}

function print(lines: readonly string[]): number {
  process.stdout.write(`${lines.join("\n")}\n`);
  return exitCodes.ok;
}
