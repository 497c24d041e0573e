import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { inFolder, tuhei } from "./measure.mjs";

register("./typescript-hooks.mjs", import.meta.url);
const { corpusOf } = await import("../builders/corpus/index.ts");

/** A folder that a person might have at hand. */
const DOCUMENTS = 300;
/** Its own: peers put whole texts into their reports and errors, and those of seed 2 are held back. */
const SEED = 3;
/** The newest of each that runs on Node 20. They are never dependencies: none of them is needed to build, test or run tuhei. */
const SECRETLINT = "12.0.0";
const OPENREDACTION = "1.1.5";
const PACKAGES = [
  `secretlint@${SECRETLINT}`,
  `@secretlint/secretlint-rule-preset-recommend@${SECRETLINT}`,
  `openredaction@${OPENREDACTION}`,
];

/** What the columns of the table add up. Types that are in none of them count in the last column only. */
const GROUPS = {
  "ID card": ["id-card"],
  phone: ["phone", "landline"],
  "bank card": ["bank-card"],
  name: ["name"],
  address: ["address"],
  "e-mail": ["email"],
  plate: ["license-plate"],
  "credit code": ["social-credit-code"],
  password: ["password"],
  "key, token": ["secret"],
};

/** What each peer finds in one folder of invented Chinese documents, each run as its own manual says, with its defaults. */
export async function bench({ documents = DOCUMENTS, seed = SEED } = {}) {
  await inFolder((folder) => compare(folder, [...corpusOf(seed, documents), secrets()]));
}

/** What tuhei does not look for and others do. Put together here, so that no scanner of repositories takes it for a real one. */
function secrets() {
  const characters = (count) =>
    Array.from({ length: count }, (_, at) => LETTERS[(at * 29 + 7) % LETTERS.length]).join("");
  const values = [characters(40), `ghp_${characters(36)}`];
  const text = `AWS_SECRET_ACCESS_KEY=${values[0]}\nGITHUB_TOKEN=${values[1]}\n`;
  const truths = values.map((value) => {
    const start = text.indexOf(`=${value}`) + 1;
    return { entityType: "secret", start, end: start + value.length };
  });
  return { name: "deploy.txt", text, truths, either: [] };
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function compare(folder, corpus) {
  const papers = join(folder, "papers");
  mkdirSync(papers);
  for (const { name, text } of corpus) writeFileSync(join(papers, name), text);
  const modules = modulesOf(folder);
  const peers = [runTuhei, runOpenredaction, runSecretlint, runGitleaks, runPresidio];
  const values = corpus.flatMap(({ truths }) => truths);
  const counts = Object.values(GROUPS).map(
    (types) => values.filter((truth) => types.includes(truth.entityType)).length,
  );
  console.log(row(["", ...Object.keys(GROUPS), "everything", "false finds", "processor s"]));
  console.log(row(Array(counts.length + 4).fill("---")));
  console.log(row([`${corpus.length} files, values`, ...counts, values.length, "", ""]));
  for (const peer of peers) {
    const { title, found, processor } = peer({ folder, papers, modules });
    if (found) console.log(row([title, ...figures(corpus, found), processor.toFixed(1)]));
    else console.log(row([title, "not measured here", ...Array(counts.length + 2).fill("")]));
  }
}

/** The `node_modules` in the folder that TUHEI_PEERS names, or in a temporary one that npm fills. */
function modulesOf(folder) {
  if (process.env.TUHEI_PEERS) return join(process.env.TUHEI_PEERS, "node_modules");
  const peers = join(folder, "peers");
  mkdirSync(peers);
  writeFileSync(join(peers, "package.json"), '{"private":true}');
  const npm = ["install", "--prefix", peers, "--ignore-scripts", "--no-audit", "--no-fund", ...PACKAGES];
  if (spawnSync("npm", npm, { stdio: "ignore" }).status !== 0) console.log("npm could not fetch the peers\n");
  return join(peers, "node_modules");
}

function runTuhei({ papers }) {
  const args = [tuhei, "scan", papers, "--no-config", "--format", "json"];
  const { output, processor } = run(process.execPath, args, [0, 1]);
  const found = JSON.parse(output).files.flatMap(({ path, findings }) =>
    findings.map(({ start, end }) => ({ file: basename(path), start, end })),
  );
  return { title: "tuhei", found, processor };
}

function runOpenredaction({ papers, modules }) {
  const home = join(modules, "openredaction");
  if (!existsSync(home)) return { title: "openredaction" };
  const { version, exports, module } = manifestOf(home);
  const entry = join(home, exports?.["."]?.import?.default ?? exports?.["."]?.import ?? module);
  const script = fileURLToPath(new URL("openredaction.mjs", import.meta.url));
  const { output, processor } = run(process.execPath, [script, entry, papers], [0]);
  return { title: `openredaction ${version}`, found: JSON.parse(output), processor };
}

function runSecretlint({ folder, papers, modules }) {
  const home = join(modules, "secretlint");
  if (!existsSync(home)) return { title: "secretlint" };
  const { version, bin } = manifestOf(home);
  const config = join(folder, ".secretlintrc.json");
  writeFileSync(config, JSON.stringify({ rules: [{ id: "@secretlint/secretlint-rule-preset-recommend" }] }));
  // A long report that it prints to a pipe is cut off.
  const report = join(folder, "secretlint.json");
  const options = ["--secretlintrc", config, "--format", "json", "--no-maskSecrets", "--output", report];
  const command = join(home, typeof bin === "string" ? bin : bin.secretlint);
  // Files and rules are looked for from the working folder.
  symlinkSync(modules, join(folder, "node_modules"));
  const args = [command, `${basename(papers)}/**/*`, ...options];
  const { processor } = run(process.execPath, args, [0, 1], folder);
  const found = JSON.parse(readFileSync(report, "utf8")).flatMap(({ filePath, messages }) =>
    messages.map(({ range: [start, end] }) => ({ file: basename(filePath), start, end })),
  );
  return { title: `secretlint ${version}`, found, processor };
}

function runGitleaks({ folder, papers }) {
  const version = spawnSync("gitleaks", ["version"], { encoding: "utf8" });
  if (version.error) return { title: "gitleaks" };
  const report = join(folder, "gitleaks.json");
  const args = ["dir", papers, "--report-format", "json", "--report-path", report];
  const { processor } = run("gitleaks", args, [0, 1]);
  const found = JSON.parse(readFileSync(report, "utf8")).map(({ File, StartLine, Secret }) => {
    const text = readFileSync(File, "utf8");
    // Its lines are counted from 1, and its columns in bytes, so the secret is looked for in its line.
    const line = text.split("\n", StartLine - 1).join("\n").length;
    const start = text.indexOf(Secret, line);
    return { file: basename(File), start, end: start + Secret.length };
  });
  return { title: `gitleaks ${version.stdout.trim()}`, found, processor };
}

function runPresidio({ papers }) {
  if (spawnSync("python3", ["-c", "import presidio_analyzer"]).status !== 0) return { title: "presidio" };
  const script = fileURLToPath(new URL("presidio.py", import.meta.url));
  const { output, processor } = run("python3", [script, papers], [0]);
  const { version, found } = JSON.parse(output);
  return { title: `presidio ${version}, English`, found, processor };
}

function manifestOf(home) {
  return JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
}

/** What a program prints, and its seconds on the processor with the processes that it started. */
function run(command, args, accepted, cwd) {
  const options = { cwd, encoding: "utf8", maxBuffer: 1 << 28 };
  const { status, stdout, stderr } = spawnSync("bash", ["-c", TIMED, "-", command, ...args], options);
  if (!accepted.includes(status)) throw new Error(`${basename(command)} ended with ${status}`);
  const [user, system] = /usage=([\d.]+),([\d.]+)\n*$/.exec(stderr).slice(1).map(Number);
  return { output: stdout, processor: user + system };
}

const TIMED = 'TIMEFORMAT="usage=%U,%S"; time "$@"';

/** By group and for everything: the share of values that is found whole, under any type; then findings that touch no value. */
function figures(corpus, found) {
  const by = groupsOf(found);
  const of = ({ name }) => by.get(name) ?? [];
  const judged = corpus.flatMap((document) =>
    document.truths.map((truth) => ({ type: truth.entityType, whole: isCovered(document.text, truth, of(document)) })),
  );
  const shares = Object.values(GROUPS).map((types) => shareOf(judged.filter(({ type }) => types.includes(type))));
  const wrong = corpus.flatMap((document) => {
    const known = [...document.truths, ...document.either];
    return of(document).filter((one) => !known.some((part) => part.start < one.end && one.start < part.end));
  });
  return [...shares, shareOf(judged), wrong.length];
}

function groupsOf(found) {
  const groups = new Map();
  for (const one of found) groups.set(one.file, [...(groups.get(one.file) ?? []), one]);
  return groups;
}

/** Spaces give nothing away. */
function isCovered(text, { start, end }, found) {
  for (let at = start; at < end; at++)
    if (text[at].trim() !== "" && !found.some((span) => span.start <= at && at < span.end)) return false;
  return true;
}

/** Rounded down: 99.9 % is not 100 %. */
function shareOf(judged) {
  const whole = judged.filter((one) => one.whole).length;
  return judged.length === 0 ? "—" : `${Math.floor((whole / judged.length) * 100)} %`;
}

function row(cells) {
  return `| ${cells.join(" | ")} |`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { seed: { type: "string" }, documents: { type: "string" } } });
  await bench({ seed: Number(values.seed ?? SEED), documents: Number(values.documents ?? DOCUMENTS) });
}
