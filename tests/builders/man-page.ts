import { entityTypes } from "@tuhei/patterns";
import { type ExitReason, exitCodes } from "../../packages/cli/dist/exit-codes.js";
import { catalogues, type Language } from "../../packages/cli/dist/messages/index.js";
import { titleOf } from "../../packages/cli/dist/titles.js";
import { version } from "../../packages/cli/dist/version.js";
import { type CommandEntry, commandTable, type OptionEntry } from "./command-table.ts";
import { enWords, type ManWords, type Section, zhWords } from "./man-words.ts";

/** A page of the manual in roff, made of what `--help` is made of (man(7), groff_man(7)). */
export function manPage(language: Language): string {
  const messages = catalogues[language];
  const words = { en: enWords, zh: zhWords }[language];
  const { commands, globals } = commandTable(messages);
  const shared = sharedOptions(commands);
  const completion = { name: "completion", positionals: "", describe: messages.completion, options: [], examples: [] };
  const bodies: Readonly<Record<Section, readonly string[]>> = {
    name: [`${PAGE_NAMES[language]} \\- ${roff(words.summary)}`],
    synopsis: [...commands, completion].flatMap(synopsisOf),
    description: words.description.flatMap((paragraph) => [".PP", roff(paragraph)]),
    commands: [...commands, completion].flatMap((command) => commandLines(command, shared, words)),
    options: [
      ...subsection(words.optionsOf(shared.commands)),
      ...shared.options.flatMap((option) => optionLines(option, words)),
      ...subsection(words.globalOptions),
      ...globals.flatMap((option) => optionLines(option, words)),
      ...tagged(".B \\-\\-help", words.help),
      ...tagged(".B \\-\\-version", words.version),
    ],
    types: entityTypes.flatMap((type) => tagged(`.B ${roff(type)}`, titleOf(type, { messages, detectors: [] }))),
    exit: Object.entries(exitCodes).flatMap(([reason, code]) =>
      tagged(`.B ${code}`, messages.exitCodes[reason as ExitReason]),
    ),
    environment: words.environment.flatMap(([names, meaning]) => tagged(`.B ${roff(names)}`, meaning)),
    files: words.files.flatMap(([names, meaning]) => tagged(`.I ${roff(names)}`, meaning)),
    also: [roff(words.otherLanguage)],
  };
  return [
    "'\\\" -*- coding: UTF-8 -*-",
    '.\\" Written by `npm run man`.',
    `.TH ${PAGE_NAMES[language].toUpperCase()} 1 "" "tuhei ${version()}"`,
    ".nr HY 0",
    ...words.breaks,
    ".ad l",
    ...Object.entries(bodies).flatMap(([section, lines]) => [
      `.SH ${roff(words.sections[section as Section])}`,
      ...lines,
    ]),
    "",
  ].join("\n");
}

/** What each language's page is called by `man`. */
const PAGE_NAMES: Readonly<Record<Language, string>> = { en: "tuhei", zh: "tuhei.zh" };

/** A command without its arguments' declarations. */
type Shown = Omit<CommandEntry, "arguments"> & Partial<Pick<CommandEntry, "arguments">>;

interface Shared {
  readonly commands: readonly string[];
  readonly options: readonly OptionEntry[];
}

/** What the commands that work through files have in common; told once. */
function sharedOptions(commands: readonly CommandEntry[]): Shared {
  const [first, ...others] = commands.filter(({ positionals }) => positionals.endsWith("[paths..]"));
  const isEverywhere = ({ name, describe }: OptionEntry) =>
    others.every(({ options }) => options.some((other) => other.name === name && other.describe === describe));
  return {
    commands: [first!, ...others].map(({ name }) => name),
    options: first!.options.filter(isEverywhere),
  };
}

function synopsisOf({ name, positionals }: Shown): string[] {
  return [".PP", `.B tuhei ${roff(name)}`, roff(`[options] ${positionals}`.trim())];
}

function commandLines(
  { name, positionals, describe, options, examples, ...rest }: Shown,
  shared: Shared,
  words: ManWords,
) {
  const isShared = (option: OptionEntry) =>
    shared.commands.includes(name) && shared.options.some((other) => other.name === option.name);
  return [
    ...subsection(`tuhei ${name} ${positionals}`.trim()),
    roff(sentence(describe, words)),
    ...(rest.arguments ?? [])
      .filter((argument) => argument.describe !== undefined)
      .flatMap((argument) => tagged(`.I ${roff(argument.name)}`, meaningOf(argument, words))),
    ...options.filter((option) => !isShared(option)).flatMap((option) => optionLines(option, words)),
    ...examples.flatMap((example) => [
      ".PP",
      roff(example.describe + words.colon),
      ".PP",
      ".in +4n",
      ".EX",
      roff(example.line),
      ".EE",
      ".in",
    ]),
  ];
}

function optionLines(option: OptionEntry, words: ManWords): string[] {
  const aliases = [option.alias ?? []].flat();
  const names = [option.name, ...aliases].sort((a, b) => a.length - b.length);
  const written = names.map((name) => `\\fB${roff(name.length === 1 ? `-${name}` : `--${name}`)}\\fR`).join(", ");
  const value =
    option.type === "boolean" ? "" : ` \\fI${option.choices ? "CHOICE" : option.type === "number" ? "N" : "VALUE"}\\fR`;
  return tagged(`${written}${value}`, meaningOf(option, words));
}

function meaningOf({ describe = "", choices, default: standard, demandOption, type }: OptionEntry, words: ManWords) {
  return [
    sentence(describe, words),
    choices && words.choices(choices),
    type !== "boolean" && standard !== undefined && words.standard(String(standard)),
    demandOption && words.required,
  ]
    .filter(Boolean)
    .join(words.space);
}

/** With the stop that `--help` leaves out. */
function sentence(text: string, { stop }: ManWords): string {
  return text.endsWith(stop) ? text : text + stop;
}

function subsection(title: string): string[] {
  return [`.SS ${roff(title)}`];
}

function tagged(tag: string, text: string): string[] {
  return [".TP", tag, roff(text)];
}

/** Text as roff takes it: signs that it would read or turn into others are escaped. */
function roff(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll("'", "\\(aq")
    .replaceAll("`", "\\(ga")
    .replaceAll("^", "\\(ha")
    .replaceAll("~", "\\(ti");
  return /^[.']/.test(escaped) ? `\\&${escaped}` : escaped;
}
