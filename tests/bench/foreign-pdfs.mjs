// PDFs that others made, a file at a time, smallest first: words of each are drawn by lot and redacted, then programs that are
// not ours look for them.
import { execFile, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const HELP = `Usage: node tests/bench/foreign-pdfs.mjs --state FILE [options] folder|file…

  --state FILE   a line of JSON for each file that is done; with it a run that was stopped goes on
  --seed 1       which words are drawn
  --minutes 60   when to stop
  --limit N      how many files at most
  --pictures     look for faces and barcodes, too
  --keep FOLDER  where to leave the outputs; they are deleted otherwise
  --show         put the words into the state. For public corpora only
`;
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    state: { type: "string" },
    seed: { type: "string", default: "1" },
    minutes: { type: "string", default: "60" },
    limit: { type: "string", default: "100000" },
    pictures: { type: "boolean", default: false },
    keep: { type: "string" },
    show: { type: "boolean", default: false },
  },
});
if (!options.state || positionals.length === 0) {
  process.stderr.write(HELP);
  process.exit(2);
}
/** Words drawn of each file. */
const WORDS = 3;
/** A file that takes more of the processor hangs; one that takes so long by the clock is given up. */
const LIMIT_S = 20;
const PATIENCE_MS = 240_000;
/** Files after which the process is replaced: what an engine leaves behind is not measured. */
const FILES_A_WORKER = 40;
/** Gaps that say of text that it was not, or not surely, read. */
const UNREAD = new Set(["page-failed", "unmapped-text", "disputed-text", "undecodable-text"]);
/** Words that are a part of any PDF's own language, which no output can be without. */
const SYNTAX = new Set(
  "stream endstream endobj xref trailer startxref Filter FlateDecode DCTDecode Length Pages Count Parent Resources Contents MediaBox CropBox XObject Image Width Height Subtype Encoding Matrix Catalog ProcSet Identity Widths Ascent Descent Flags Registry Ordering FontDescriptor FontBBox BaseFont FirstChar LastChar DescendantFonts ToUnicode CIDSystemInfo defineresource begincmap endcmap beginbfchar endbfchar beginbfrange endbfrange CIDInit findresource ColorSpace DeviceRGB DeviceGray DeviceCMYK ExtGState Pattern Shading Group Transparency Rotate Index Helvetica Courier Arial Symbol ZapfDingbats TrueType Type0 BitsPerComponent Adobe Supplement CMapName CMapType dict notdef".split(
    " ",
  ),
);

const folder = mkdtempSync(join(tmpdir(), "tuhei-foreign-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.on("SIGTERM", () => process.exit(130));
process.on("SIGINT", () => process.exit(130));
const end = Date.now() + Number(options.minutes) * 60_000;
let worker;
let served = 0;

const done = existsSync(options.state) ? linesOf(options.state) : [];
const names = new Set(done.map(({ name }) => name));
const paths = positionals
  .flatMap((path) => (statSync(path).isDirectory() ? pdfsIn(path) : [path]))
  .filter((path) => !names.has(basename(path)))
  .sort((a, b) => statSync(a).size - statSync(b).size)
  .slice(0, Number(options.limit));
for (const path of paths) {
  if (Date.now() > end) break;
  const line = await examined(path);
  done.push(line);
  appendFileSync(options.state, `${JSON.stringify(line)}\n`);
}
worker?.kill("SIGKILL");
tell(done);

function pdfsIn(path) {
  return readdirSync(path, { recursive: true })
    .filter((name) => /\.pdf$/i.test(name))
    .map((name) => join(path, name));
}

function linesOf(path) {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** What becomes of one file. */
async function examined(path) {
  const name = basename(path);
  const before = await readings(path);
  const words = drawn(before, name);
  const output = join(options.keep ?? folder, name);
  rmSync(output, { force: true });
  const work = await redacted({ path, output, words, hasPictures: options.pictures });
  const { found = [], ...rest } = work;
  const line = { name, bytes: statSync(path).size, words: words.length, ...rest, found: found.length };
  if (options.show) Object.assign(line, { drawn: words, foundWords: found });
  if (!existsSync(output)) return line;
  const after = await readings(output);
  const seen = words.filter((word) => after.some((text) => holds(text, word)));
  const lost = before[0] === undefined ? undefined : lostWords(before[0], after[0] ?? "", words);
  if (!options.keep) rmSync(output, { force: true });
  return {
    ...line,
    ...(lost && { lost }),
    outcome: outcomeOf(line, words, found, seen),
    ...(options.show && { seen }),
  };
}

function outcomeOf({ rasterized, gaps }, words, found, seen) {
  if (seen.some((word) => found.includes(word))) return "LEAK";
  if (seen.length > 0) return gaps.some((code) => UNREAD.has(code)) ? "missed, told" : "MISSED";
  if (words.length === 0) return "no words";
  if (found.length === 0) return "nothing found";
  return rasterized.length > 0 ? "pictures" : "in place";
}

/** How poppler and mupdf read a file, each in its ways. */
async function readings(path) {
  const asked = [
    ["pdftotext", ["-raw", path, "-"]],
    ["pdftotext", [path, "-"]],
    ["mutool", ["draw", "-q", "-F", "txt", "-o", "-", path]],
  ];
  const told = await Promise.all(asked.map(([command, given]) => run(command, given)));
  return told.map((text) => text.normalize("NFKC"));
}

function run(command, given) {
  return new Promise((resolve) =>
    execFile(command, given, { maxBuffer: 1 << 28, timeout: 30_000 }, (_error, text) => resolve(text ?? "")),
  );
}

/** Latin words long enough to be no accident elsewhere, and short Chinese ones, that any of the readers reads. */
function drawn(texts, name) {
  const all = new Set();
  for (const token of texts.join("\n").match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []) {
    if (SYNTAX.has(token) || /[_\p{M}]/u.test(token)) continue;
    const han = /\p{Script=Han}{2,6}/u.exec(token)?.[0];
    if (han || (token.length >= 5 && token.length <= 20)) all.add(han ?? token);
  }
  const rest = [...all].sort();
  const lot = createHash("sha256").update(`${options.seed} ${name}`).digest();
  const words = [];
  for (let at = 0; at < WORDS && rest.length > 0; at++)
    words.push(rest.splice(lot.readUInt32BE(at * 4) % rest.length, 1)[0]);
  return words;
}

/** Whether a text holds a word by itself. */
function holds(text, word) {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![0-9A-Za-z_](?=[0-9A-Za-z_]))${escaped}(?!(?<=[0-9A-Za-z_])[0-9A-Za-z_])`, "u").test(text);
}

/** How many of the words that are not to go have gone, and of how many. */
function lostWords(before, after, words) {
  const [had, has] = [counted(before), counted(after)];
  let [lost, total] = [0, 0];
  for (const [token, count] of had) {
    if (words.some((word) => token.includes(word))) continue;
    total += count;
    lost += Math.max(0, count - (has.get(token) ?? 0));
  }
  return [lost, total];
}

function counted(text) {
  const counts = new Map();
  for (const token of text.match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/** Has the file redacted by a process that may hang or crash. */
function redacted(job) {
  if (served++ % FILES_A_WORKER === 0) {
    worker?.kill("SIGKILL");
    worker = undefined;
  }
  worker ??= fork(fileURLToPath(new URL("foreign-pdfs-worker.mjs", import.meta.url)), [], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const current = worker;
  return new Promise((resolve) => {
    const finish = (result) => {
      clearTimeout(clock);
      current.removeAllListeners();
      if (result.outcome === "HANGS" || result.outcome === "CRASHED") worker = undefined;
      resolve(result);
    };
    const clock = setTimeout(() => {
      current.kill("SIGKILL");
      finish({ outcome: "HANGS", seconds: PATIENCE_MS / 1000 });
    }, PATIENCE_MS);
    current.once("message", finish);
    current.once("exit", (code, signal) => finish({ outcome: "CRASHED", detail: `${code ?? signal}` }));
    current.send(job);
  });
}

function tell(lines) {
  const counts = new Map();
  for (const { outcome } of lines) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  console.log(`${lines.length} files, ${lines.reduce((sum, { found }) => sum + (found ?? 0), 0)} words found`);
  for (const [outcome, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${outcome}: ${count}`);
  for (const { name, outcome, detail = "" } of lines)
    if (/^[A-Z]/.test(outcome)) console.log(`${outcome} ${name} ${detail}`);
  for (const { name, seconds } of lines)
    if (seconds > LIMIT_S) console.log(`takes ${seconds.toFixed(1)} s of the processor: ${name}`);
  const [lost, total] = [0, 1].map((at) => lines.reduce((sum, line) => sum + (line.lost?.[at] ?? 0), 0));
  console.log(`${lost} of ${total} other words lost`);
}
