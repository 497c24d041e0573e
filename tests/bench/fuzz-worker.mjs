// One process of fuzz-pdf.mjs: works through cases and tells of each when it begins and what became of it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesSource, createServices, TuheiError } from "@tuhei/core";
import { redact } from "@tuhei/redactor";
import { corpus, VALUES } from "./fuzz-corpus.mjs";
import { mutated, randomFrom } from "./fuzz-mutations.mjs";

/** Gaps that say of text that it could not be read, so that nobody takes the output for clean. */
const UNREAD = new Set(["page-failed", "unmapped-text"]);

const [seed, first] = process.argv.slice(2).map(Number);
const files = await corpus();
const services = createServices({ ocr: "none" });
const folder = mkdtempSync(join(tmpdir(), "tuhei-fuzz-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const hasWitness = spawnSync("pdftotext", ["-v"]).status === 0;

for (let index = first; ; index++) {
  const { bytes, done } = mutated(files, randomFrom(seed * 1_000_003 + index));
  process.send({ index, done });
  process.send({ index, done, outcome: await outcomeOf(bytes) });
}

async function outcomeOf(bytes) {
  try {
    const result = await redact(bytesSource(bytes, "fuzz.pdf"), {
      open: { services },
      keep: new Set(["outline", "links"]),
    });
    const { source } = result.file;
    const output = Buffer.from(await source.read(0, source.size));
    await result.dispose();
    if (result.gaps.some(({ code }) => UNREAD.has(code))) return "partial";
    return leaked(bytes, output) ? "LEAK" : "proven";
  } catch (error) {
    if (error instanceof TuheiError) return VALUES.some((value) => error.message.includes(value)) ? "LEAK" : error.code;
    return `UNTYPED ${error?.stack ?? error}`;
  }
}

/** Whether poppler reads a value in the output that it also reads in the input. */
function leaked(input, output) {
  if (!hasWitness) return VALUES.some((value) => output.includes(value));
  const said = textOf(output);
  if (!VALUES.some((value) => said.includes(value))) return false;
  const before = textOf(input);
  return VALUES.some((value) => before.includes(value) && said.includes(value));
}

function textOf(bytes) {
  const path = join(folder, "a.pdf");
  writeFileSync(path, bytes);
  return spawnSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8", timeout: 10_000 }).stdout ?? "";
}
