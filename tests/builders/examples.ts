import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { emptyFolder, runTuhei } from "../cli/run-tuhei.ts";
import type { ExampleDocument, Planted } from "./documents/document.ts";
import { documents } from "./documents/index.ts";

/** `examples/` and what is in it. */
export const examples = fileURLToPath(new URL("../../examples", import.meta.url));
export const documentsFolder = join(examples, "documents");
export const beforeAfterFolder = join(examples, "before-after");
const truthFile = join(examples, "truth.json");

/** The document that the README shows before and after. */
const SHOWN = "快递单-拍照.jpg";
/** Pixels: half a column of a README. */
const SHOWN_WIDTH = 360;

/** Every document, as its builder makes it today. */
export function buildExamples(): Promise<ExampleDocument[]> {
  return Promise.all(documents.map((build) => build()));
}

/** What the documents hold, by name. */
export function truthOf(built: readonly ExampleDocument[]): Record<string, readonly Planted[]> {
  return Object.fromEntries(built.map(({ name, planted }) => [name, planted]));
}

/** What `examples/truth.json` says. */
export function committedTruth(): Record<string, readonly Planted[]> {
  return JSON.parse(readFileSync(truthFile, "utf8"));
}

/** Writes the documents, their truth and the README's pictures. */
export async function writeExamples(built: readonly ExampleDocument[]): Promise<void> {
  for (const folder of [documentsFolder, beforeAfterFolder]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  for (const { name, bytes } of built) writeFileSync(join(documentsFolder, name), bytes);
  writeFileSync(truthFile, `${JSON.stringify(truthOf(built), null, 2)}\n`);
  await writeBeforeAfter();
}

async function writeBeforeAfter(): Promise<void> {
  const before = join(documentsFolder, SHOWN);
  const out = emptyFolder();
  try {
    const { exitCode, stderr } = await runTuhei(["redact", before, "--out", out]);
    if (exitCode !== 0) throw new Error(`Expected ${SHOWN} to be redacted but received: ${stderr}`);
    await writeSmall(before, "before.png");
    await writeSmall(join(out, SHOWN), "after.png");
  } finally {
    rmSync(out, { recursive: true });
  }
}

async function writeSmall(path: string, name: string): Promise<void> {
  const picture = sharp(path).rotate().resize({ width: SHOWN_WIDTH }).png({ palette: true, colours: 32, dither: 0 });
  await picture.toFile(join(beforeAfterFolder, name));
}
