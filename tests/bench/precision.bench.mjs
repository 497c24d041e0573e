import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { bytesSource, createServices, formatOf, open, scan, TuheiError } from "@tuhei/core";

const HELP = `Usage: node tests/bench/precision.bench.mjs [--show TYPE] [folder…]

What the detectors find in real text in which there should be next to nothing to find, per MB. Without a folder: the
packages in node_modules, the Chinese manual pages and /usr/share/doc, as far as they are there.

  --show TYPE  print every finding of the type with what stands around it. For public corpora only: it prints values.
  --help       this text
`;

/** Corpora that are on many a machine; those that are not there are left out. */
const HERE = [
  { name: "npm packages", folders: [fileURLToPath(new URL("../../node_modules/", import.meta.url))] },
  { name: "Chinese manual pages", folders: ["/usr/share/man/zh_CN", "/usr/share/man/zh_TW"] },
  { name: "/usr/share/doc", folders: ["/usr/share/doc"] },
];
/** Scores from which a finding is called high: more than a label or a shape speaks for it. */
const HIGH = 0.8;
/** What real text may hold per MB, by what a score and a reason say; other types as `*`. */
const TARGETS = {
  "id-card": 0,
  "social-credit-code": 0,
  vin: 0,
  "bank-card": 0,
  phone: 0.2,
  address: 0.5,
  name: 1,
  "*": 0.2,
};
/** Characters shown either side of a finding. */
const SURROUNDINGS = 40;
/** Reasons that a label gave, see `labelled-values.ts` and `context.ts` of @tuhei/patterns. */
const LABELLED = /\blabel\b/;

/** Findings per MB of real text, by corpus, type, score and reason. */
export async function bench({ folders = [], show } = {}) {
  const asked = folders.map((folder) => ({ name: basename(folder), folders: [folder] }));
  const corpora = (asked.length > 0 ? asked : HERE).filter((corpus) => corpus.folders.some(existsSync));
  const services = createServices({ ocr: "none" });
  const all = [];
  for (const corpus of corpora) {
    const measured = await measureCorpus(corpus, services, show);
    print(corpus.name, measured);
    all.push(measured);
  }
  await services.close();
  if (all.length > 1) print("all corpora", sumOf(all));
}

/** Scans every text of a corpus as the command line does, organisations' numbers included. */
async function measureCorpus({ folders }, services, show) {
  const findings = [];
  let [bytes, files] = [0, 0];
  for (const folder of folders.filter(existsSync)) {
    for (const path of filesIn(folder)) {
      const text = await textIn(path);
      if (!text) continue;
      const document = await opened(text, services);
      if (!document) continue;
      bytes += text.bytes.length;
      files++;
      for await (const { page, findings: found } of scan(document, { organisations: true })) {
        findings.push(...found.map(({ entityType, score, reason }) => ({ entityType, score, reason })));
        for (const finding of found)
          if (finding.entityType === show) console.log(inPlace(relative(folder, path), page, finding));
      }
    }
  }
  return { findings, files, megabytes: bytes / 1e6 };
}

/** Undefined for what is no text after all, in an unknown encoding for instance. */
async function opened({ bytes, name }, services) {
  try {
    return await open(bytesSource(bytes, name), { services });
  } catch (error) {
    if (error instanceof TuheiError) return undefined;
    throw error;
  }
}

/** Every regular file below a folder, in order of name; what links lead to is seen where it is. */
function* filesIn(folder) {
  if (lstatSync(folder).isFile()) yield folder;
  else
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && entry.name !== ".git") yield* filesIn(path);
      else if (entry.isFile()) yield path;
    }
}

/** The bytes of a text file, unpacked if need be; undefined for anything else. */
async function textIn(path) {
  const packed = readFileSync(path);
  const isPacked = extname(path) === ".gz";
  const [bytes, name] = isPacked ? [gunzipSync(packed), basename(path, ".gz")] : [packed, basename(path)];
  if (bytes.length === 0) return undefined;
  const format = await formatOf(bytesSource(bytes, name)).catch(() => undefined);
  return format && ["text", "csv"].includes(format.name) ? { bytes, name } : undefined;
}

function inPlace(path, page, { score, reason, place }) {
  const offset = page.window?.offset ?? 0;
  const [start, end] = [place.span.start - offset, place.span.end - offset];
  const before = page.text.slice(Math.max(0, start - SURROUNDINGS), start);
  const after = page.text.slice(end, end + SURROUNDINGS);
  return `${path} (${score}, ${reason}): ${JSON.stringify(`${before}⟦${page.text.slice(start, end)}⟧${after}`)}`;
}

function sumOf(measured) {
  return {
    findings: measured.flatMap(({ findings }) => findings),
    files: measured.reduce((sum, { files }) => sum + files, 0),
    megabytes: measured.reduce((sum, { megabytes }) => sum + megabytes, 0),
  };
}

function print(name, { findings, files, megabytes }) {
  console.log(`\n${name}: ${files} files, ${megabytes.toFixed(1)} MB; findings per MB`);
  const row = ([title, ...cells]) => console.log(title.padEnd(22) + cells.map((cell) => cell.padStart(13)).join(""));
  row(["type", "count", "high", "high, bare", "all", "all, bare", "target"]);
  for (const type of [...new Set(findings.map(({ entityType }) => entityType))].sort()) {
    const own = findings.filter(({ entityType }) => entityType === type);
    const high = own.filter(({ score }) => score >= HIGH);
    const perMegabyte = [high, bare(high), own, bare(own)].map(({ length }) => (length / megabytes).toFixed(3));
    row([type, String(own.length), ...perMegabyte, String(TARGETS[type] ?? TARGETS["*"])]);
  }
}

function bare(findings) {
  return findings.filter(({ reason }) => !LABELLED.test(reason));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    options: { show: { type: "string" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values.help) console.log(HELP);
  else await bench({ folders: positionals, show: values.show });
}
