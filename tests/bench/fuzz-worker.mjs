// One process of fuzz-pdf.mjs: works through cases and tells of each when it begins and what became of it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesSource, createServices, TuheiError, textOf } from "@tuhei/core";
import { redact } from "@tuhei/redactor";
import { corpus, VALUES } from "./fuzz-corpus.mjs";
import { mutated } from "./fuzz-mutations.mjs";
import { randomFrom } from "./fuzz-random.mjs";

/** Gaps that say of text that it could not be read, so that nobody takes the output for clean. */
const UNREAD = new Set(["page-failed", "unmapped-text", "disputed-text", "undecodable-text"]);

const [seed, first] = process.argv.slice(2).map(Number);
const files = await corpus();
const services = createServices({ ocr: "none" });
const folder = mkdtempSync(join(tmpdir(), "tuhei-fuzz-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const hasWitness = spawnSync("pdftotext", ["-v"]).status === 0;

for (let index = first; ; index++) {
  const { bytes, done, password } = await mutated(files, randomFrom(seed * 1_000_003 + index));
  process.send({ index, done });
  const before = process.cpuUsage();
  const outcome = await outcomeOf(bytes, password);
  const { user, system } = process.cpuUsage(before);
  process.send({ index, done, outcome, seconds: (user + system) / 1e6 });
}

async function outcomeOf(bytes, password) {
  const found = new Set();
  try {
    const result = await redact(bytesSource(bytes, "fuzz.pdf"), {
      open: { services, password },
      keep: new Set(["outline", "links"]),
      onFindings: ({ page, findings }) => findings.forEach((finding) => void found.add(textOf(finding, page))),
    });
    const { source } = result.file;
    const output = Buffer.from(await source.read(0, source.size));
    await result.dispose();
    const said = hasWitness ? textByPoppler(output) : output.toString("latin1");
    if ([...found].some((value) => value.length > 1 && said.includes(value))) return "LEAK";
    if (result.gaps.some(({ code }) => UNREAD.has(code))) return "partial";
    // Text whose order the damage has changed is not recognised: counted, and no fault of the removal.
    return VALUES.some((value) => said.includes(value)) ? "unrecognised" : "proven";
  } catch (error) {
    if (error instanceof TuheiError) return VALUES.some((value) => error.message.includes(value)) ? "LEAK" : error.code;
    return `UNTYPED ${error?.stack ?? error}`;
  }
}

function textByPoppler(bytes) {
  const path = join(folder, "a.pdf");
  writeFileSync(path, bytes);
  return spawnSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8", timeout: 10_000 }).stdout ?? "";
}
