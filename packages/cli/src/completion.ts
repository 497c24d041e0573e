import { entityTypes } from "@tuhei/patterns";
import { baselineActions } from "./commands/baseline.js";

/** What the scripts of the shells call with the words that are typed, the name of the program first. */
export const COMPLETIONS = "--get-yargs-completions";

/** Options whose values are entity types, separated by commas, and what else they take. */
const TYPE_OPTIONS: Readonly<Record<string, readonly string[]>> = { "--keep": ["outline", "links"], "--only": [] };

/** Words up to the one that is begun behind a command. */
const BEHIND_COMMAND = 3;

/** Actions of `tuhei rules` behind which a type stands. */
const TYPE_ACTIONS = ["explain", "test"];

/** What may stand where the parser knows nothing of what a value is; undefined where it does. */
export function valuesFor(words: readonly string[]): string[] | undefined {
  const current = words.at(-1) ?? "";
  const further = TYPE_OPTIONS[words.at(-2) ?? ""];
  if (further) {
    const before = current.slice(0, current.lastIndexOf(",") + 1);
    return [...further, ...entityTypes].map((value) => `${before}${value}`);
  }
  const [, command, action = "", ...rest] = words;
  if (command === "baseline" && words.length === BEHIND_COMMAND) return [...baselineActions];
  return command === "rules" && TYPE_ACTIONS.includes(action) && rest.length === 1 ? [...entityTypes] : undefined;
}

/** Options only where one is begun: elsewhere a shell offers files. */
export function offered(current: string, known: readonly string[]): string[] {
  return known.filter((word) => current.startsWith("-") || !word.startsWith("-"));
}

/** For fish, which the parser has no script for; see `commandline` and `complete` in its manual. */
export const fishScript = `# Installation: tuhei completion > ~/.config/fish/completions/tuhei.fish
function __tuhei_complete
    set -l words (commandline -opc) (commandline -ct)
    tuhei ${COMPLETIONS} $words
end
complete -c tuhei -a '(__tuhei_complete)'
`;

/** Whether the user's shell is fish. */
export function isFish({ SHELL = "" }: NodeJS.ProcessEnv): boolean {
  return SHELL.endsWith("fish");
}
