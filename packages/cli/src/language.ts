import type { Language } from "./messages/index.js";

/** The language asked for on the command line, in TUHEI_LANG, or by the locale; English where nothing says Chinese. */
export function languageOf(args: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const asked = optionValue(args, "--lang") ?? environment.TUHEI_LANG;
  const locale =
    asked ||
    environment.LC_ALL ||
    environment.LC_MESSAGES ||
    environment.LANG ||
    Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh/i.test(locale) ? "zh" : "en";
}

function optionValue(args: readonly string[], option: string): string | undefined {
  const index = args.indexOf(option);
  if (index >= 0) return args[index + 1];
  return args.find((argument) => argument.startsWith(`${option}=`))?.slice(option.length + 1);
}
