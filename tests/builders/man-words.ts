/** What a manual page says besides what `--help` says. */
export interface ManWords {
  readonly summary: string;
  readonly sections: Readonly<Record<Section, string>>;
  /** Title of the options that these commands have in common. */
  readonly optionsOf: (commands: readonly string[]) => string;
  readonly globalOptions: string;
  readonly help: string;
  readonly version: string;
  readonly choices: (values: readonly string[]) => string;
  readonly standard: (value: string) => string;
  readonly required: string;
  readonly description: readonly string[];
  readonly environment: readonly (readonly [names: string, meaning: string])[];
  readonly files: readonly (readonly [names: string, meaning: string])[];
  readonly otherLanguage: string;
  /** Ends a sentence, parts it from the next, and leads to an example. */
  readonly stop: string;
  readonly space: string;
  readonly colon: string;
  /** Requests that tell where lines may break. */
  readonly breaks: readonly string[];
}

/** Sections in their order. */
export type Section =
  | "name"
  | "synopsis"
  | "description"
  | "commands"
  | "options"
  | "types"
  | "exit"
  | "environment"
  | "files"
  | "also";

const CONFIGURATIONS = "tuhei.config.json, tuhei.config.jsonc, tuhei.config.yaml, package.json";
const LANGUAGES = "TUHEI_LANG, LC_ALL, LC_MESSAGES, LANG";
/** Chinese has no spaces: lines break around its characters, but not before a stop or behind a bracket (groff(7), cflags). */
const CHINESE_BREAKS = [
  ".class [Han] \\[u4E00]-\\[u9FFF]",
  ".class [Closing] \\[u3001] \\[u3002] \\[u3015] \\[uFF09] \\[uFF0C] \\[uFF1A] \\[uFF1B] \\[uFF1F]",
  ".class [Opening] \\[u3014] \\[uFF08]",
  ".cflags 512 \\C'[Han]'",
  ".cflags 128 \\C'[Closing]'",
  ".cflags 256 \\C'[Opening]'",
];

/** The words of the English page. */
export const enWords: ManWords = {
  summary: "find Chinese personal information, black it out, and prove that it is gone",
  sections: {
    name: "NAME",
    synopsis: "SYNOPSIS",
    description: "DESCRIPTION",
    commands: "COMMANDS",
    options: "OPTIONS",
    types: "ENTITY TYPES",
    exit: "EXIT STATUS",
    environment: "ENVIRONMENT",
    files: "FILES",
    also: "SEE ALSO",
  },
  optionsOf: (commands) => `Of ${commands.slice(0, -1).join(", ")} and ${commands.at(-1)}`,
  globalOptions: "Of every command",
  help: "Show help, with examples",
  version: "Show the version",
  choices: (values) => `One of ${values.join(", ")}.`,
  standard: (value) => `By default ${value}.`,
  required: "Has to be given.",
  description: [
    "tuhei finds Chinese personal information in text, tables, PDFs and pictures, blacks it out, and proves that it cannot be got back. Nothing is ever sent anywhere.",
    "An output that is not proven clean is not written. What could not be read is reported, and the exit status says so. No report, log, error or temporary file holds a found value, unless --show-values is given.",
  ],
  environment: [
    [LANGUAGES, "The first that is set gives the language of messages, where --lang does not."],
    ["NO_COLOR, FORCE_COLOR", "No colour in the report, or colour in a pipe too."],
    ["TUHEI_BASELINE_KEY", "The key of the baseline, in place of the file."],
    ["XDG_CONFIG_HOME", "Where the key of baselines lies; ~/.config by default."],
    ["XDG_STATE_HOME", "Where the journal of --resume lies; ~/.local/state by default."],
    ["GITHUB_STEP_SUMMARY", "With --format github, the file that a summary is appended to."],
  ],
  files: [
    [
      CONFIGURATIONS,
      "The configuration, looked for from the working folder up to the root of its repository. It is data and never run. One among the documents does not count unless --config names it.",
    ],
    [".tuheiignore", "Paths to leave out, written as in .gitignore and looked for in the same way."],
    ["tuhei.baseline", "What is known, as keyed hashes; says nothing without the key."],
    ["~/.config/tuhei/baseline.key", "Keys of baselines, one a line: a secret, kept out of the repository."],
    ["~/.local/state/tuhei", "The encrypted journal of a run that was stopped."],
  ],
  otherLanguage: "man tuhei.zh (in Chinese)",
  stop: ".",
  space: " ",
  colon: ":",
  breaks: [],
};

/** 中文手册页的文字。 */
export const zhWords: ManWords = {
  summary: "找出中文个人信息，涂黑，并证明无法恢复",
  sections: {
    name: "名称",
    synopsis: "用法",
    description: "说明",
    commands: "命令",
    options: "选项",
    types: "类型",
    exit: "退出码",
    environment: "环境变量",
    files: "文件",
    also: "另见",
  },
  optionsOf: (commands) => `${commands.join("、")} 的选项`,
  globalOptions: "所有命令的选项",
  help: "显示帮助和例子",
  version: "显示版本",
  choices: (values) => `可用 ${values.join("、")}。`,
  standard: (value) => `默认 ${value}。`,
  required: "必须给出。",
  description: [
    "tuhei 在文本、表格、PDF 和图片里找出中文个人信息，涂黑，并证明无法恢复。全程离线，不向任何地方发送任何内容。",
    "没有证明干净的输出不会写出。没有读到的内容总会报告，退出码也会说明。除非加 --show-values，任何报告、日志、错误信息和临时文件都不含找到的值。",
  ],
  environment: [
    [LANGUAGES, "没有 --lang 时，由第一个已设置的变量决定提示语言。"],
    ["NO_COLOR, FORCE_COLOR", "报告不用颜色；在管道里也用颜色。"],
    ["TUHEI_BASELINE_KEY", "基线的密钥，代替文件。"],
    ["XDG_CONFIG_HOME", "基线密钥所在；默认 ~/.config。"],
    ["XDG_STATE_HOME", "--resume 的记录所在；默认 ~/.local/state。"],
    ["GITHUB_STEP_SUMMARY", "用 --format github 时，摘要追加到这个文件。"],
  ],
  files: [
    [
      CONFIGURATIONS,
      "配置，从当前文件夹向上找到仓库根目录为止。它只是数据，从不执行。放在待扫描文件之中的不予采用，除非用 --config 指明。",
    ],
    [".tuheiignore", "要排除的路径，写法同 .gitignore，找法同配置。"],
    ["tuhei.baseline", "已知的命中，带密钥的散列；没有密钥什么也看不出。"],
    ["~/.config/tuhei/baseline.key", "基线的密钥，一行一个：机密，不要放进仓库。"],
    ["~/.local/state/tuhei", "中断的运行留下的加密记录。"],
  ],
  otherLanguage: "man tuhei（英文）",
  stop: "。",
  space: "",
  colon: "：",
  breaks: CHINESE_BREAKS,
};
