import { type ExecFileException, execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

/** A program that is not ours and tries to get something out of a file. */
export interface Witness {
  readonly name: string;
  /** What has to be installed. */
  readonly commands: readonly string[];
  /** Which files it understands. */
  readonly reads: RegExp;
  /** Everything it got out of the file; barcodes by their payloads. */
  testify(path: string): Promise<Buffer>;
}

const PDF = /\.pdf$/i;
const PICTURE = /\.(png|jpe?g|webp|tiff?)$/i;
const PDF_OR_PICTURE = /\.(pdf|png|jpe?g|webp|tiff?)$/i;
/** Fine enough for Tesseract and ZBar; noisy scans are slow at more. */
const DPI = "150";
/** Big enough for every object of a test file, inflated. */
const MAX_BUFFER = 256 * 1024 * 1024;

/** Every witness, each with its own way of reading. */
export const witnesses: readonly Witness[] = [
  {
    name: "pdftotext",
    commands: ["pdftotext"],
    reads: PDF,
    testify: async (path) =>
      Buffer.concat([await run("pdftotext", [path, "-"]), await run("pdftotext", ["-raw", path, "-"])]),
  },
  {
    name: "mutool draw -F txt",
    commands: ["mutool"],
    reads: PDF,
    testify: (path) => run("mutool", ["draw", "-q", "-F", "txt", path]),
  },
  {
    name: "qpdf --qdf",
    commands: ["qpdf"],
    reads: PDF,
    // Unreferenced objects too: an earlier revision may stand in them.
    testify: (path) => run("qpdf", ["--qdf", "--object-streams=disable", "--preserve-unreferenced", path, "-"]),
  },
  {
    name: "exiftool",
    commands: ["exiftool"],
    reads: PDF_OR_PICTURE,
    testify: (path) => run("exiftool", ["-a", "-u", "-ee", "-G1", path]),
  },
  {
    name: "tesseract",
    commands: ["tesseract", "pdftoppm"],
    reads: PDF_OR_PICTURE,
    testify: (path) => eachPage(path, (page) => run("tesseract", [page, "-", "-l", "chi_sim+eng", "--psm", "3"], 0)),
  },
  {
    name: "zbarimg",
    commands: ["zbarimg", "pdftoppm"],
    reads: PDF_OR_PICTURE,
    // ZBar ends with 4 when it sees no code.
    testify: (path) => eachPage(path, (page) => run("zbarimg", ["-q", "--raw", page], 4)),
  },
  { name: "the bytes themselves", commands: [], reads: /./, testify: (path) => readFile(path) },
];

/** Programs that are not installed on this machine. */
export function missingCommands(): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const commands = new Set(witnesses.flatMap((witness) => witness.commands));
  return [...commands].filter((command) => !folders.some((folder) => existsSync(join(folder, command))));
}

/** Shows each page of a PDF or picture as a PNG. */
async function eachPage(path: string, look: (page: string) => Promise<Buffer>): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "tuhei-witness-"));
  try {
    const page = join(folder, "page");
    if (PDF.test(path)) await run("pdftoppm", ["-r", DPI, "-gray", path, page]);
    else if (PICTURE.test(path)) await pngs(path, page);
    const seen: Buffer[] = [];
    for (const file of readdirSync(folder).sort()) seen.push(await look(join(folder, file)));
    return Buffer.concat(seen);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes the pages of a picture, upright as its metadata says. */
async function pngs(path: string, prefix: string): Promise<void> {
  const { default: sharp } = await import("sharp");
  const { pages = 1 } = await sharp(path).metadata();
  for (let page = 0; page < pages; page++) await sharp(path, { page }).rotate().png().toFile(`${prefix}-${page}.png`);
}

/** @throws unless the program ends with 0 or `otherCode` */
async function run(command: string, parameters: readonly string[], otherCode = 0): Promise<Buffer> {
  try {
    const options = {
      encoding: "buffer",
      maxBuffer: MAX_BUFFER,
      env: { ...process.env, OMP_THREAD_LIMIT: "1" },
    } as const;
    return (await promisify(execFile)(command, parameters, options)).stdout;
  } catch (error) {
    if ((error as ExecFileException).code === otherCode) return (error as unknown as { stdout: Buffer }).stdout;
    throw error;
  }
}
