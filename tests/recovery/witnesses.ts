import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "vitest";

/** A program that reads files and shares no code with tuhei. */
export type Witness = "exiftool" | "mutool" | "pdftoppm" | "pdftotext" | "qpdf" | "tesseract" | "zbarimg";

/** Whether a witness is on this machine. */
export function isPresent(witness: Witness): boolean {
  return spawnSync("sh", ["-c", `command -v ${witness}`]).status === 0;
}

/** A test that needs witnesses: it fails without them where `CI` is set and is skipped elsewhere, with their names. */
export function testWith(witnesses: readonly Witness[]) {
  const missing = witnesses.filter((witness) => !isPresent(witness));
  if (missing.length === 0) return test;
  if (process.env.CI) throw new Error(`Expected ${missing.join(", ")} on this machine; .ci/run installs them`);
  process.stderr.write(`skipped, not installed: ${missing.join(", ")}\n`);
  return test.skip;
}

/** Everything that the readers of PDFs see in a file. */
export function textOfPdf(path: string): string {
  return [
    output("pdftotext", ["-layout", path, "-"]),
    output("pdftotext", ["-raw", path, "-"]),
    output("mutool", ["draw", "-q", "-F", "txt", path]),
    output("exiftool", ["-a", "-u", "-g1", path]),
  ].join("\n");
}

/** The objects of a PDF with their streams inflated, as bytes. */
export function bytesOfPdf(path: string): Buffer {
  return execFileSync("qpdf", ["--qdf", "--object-streams=disable", "--warning-exit-0", path, "-"], {
    maxBuffer: 1 << 28,
  });
}

/** What tesseract reads in a picture, spaces left out. Page segmentation 11 takes text wherever it stands. */
export function readByTesseract(path: string): string {
  return output("tesseract", [path, "-", "-l", "chi_sim", "--psm", "11"]).replace(/\s/g, "");
}

/** What zbarimg decodes in a picture; empty when it sees no symbol. */
export function readByZbar(path: string): string {
  return spawnSync("zbarimg", ["--quiet", "--raw", path], { encoding: "utf8" }).stdout;
}

/** What exiftool finds besides the picture. */
export function metadataOf(path: string): string {
  return output("exiftool", ["-a", "-u", "-g1", "-ee", path]);
}

/** Runs `action` with the pages of a PDF as PNG files. */
export function withPages<T>(path: string, dpi: number, action: (pages: readonly string[]) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "tuhei-pages-"));
  try {
    execFileSync("pdftoppm", ["-r", String(dpi), "-png", path, join(folder, "page")]);
    return action(
      readdirSync(folder)
        .sort()
        .map((name) => join(folder, name)),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A value in every spelling that bytes can have: ASCII or UTF-8, both UTF-16, GB18030 apart, hexadecimal of each. */
export function spellingsOf(value: string): Buffer[] {
  const le = Buffer.from(value, "utf16le");
  const plain = [Buffer.from(value), le, Buffer.from(le).swap16()];
  return [
    ...plain,
    ...plain.flatMap((bytes) => [Buffer.from(bytes.toString("hex")), Buffer.from(bytes.toString("hex").toUpperCase())]),
  ];
}

function output(witness: Witness, args: readonly string[]): string {
  return execFileSync(witness, args, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
}
