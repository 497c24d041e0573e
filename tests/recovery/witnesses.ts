import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { operandsIn } from "./content-operands.ts";
import { textByPdfJs } from "./pdfjs-witness.ts";
import { forEach, isInstalled, runWitness } from "./run-witness.ts";

/** A file to ask about. */
export interface Evidence {
  readonly path: string;
  /** To open it. */
  readonly password?: string;
}

/** A program that is not ours and tries to get something out of files. */
export interface Witness {
  readonly name: string;
  /** What has to be installed. */
  readonly commands: readonly string[];
  /** Which files it understands. */
  readonly reads: RegExp;
  /** Everything it got out of each file, in their order; barcodes by their payloads. */
  testify(files: readonly Evidence[]): Promise<readonly Buffer[]>;
}

const PDF = /\.pdf$/i;
const PICTURE = /\.(png|jpe?g|webp|tiff?)$/i;
const PDF_OR_PICTURE = /\.(pdf|png|jpe?g|webp|tiff?)$/i;
/** Fine enough for Tesseract and ZBar; noisy scans are slow at more. */
const DPI = "150";
/** Debian's, for which python3-fitz is made; another may come first on the path. */
const PYTHON = "/usr/bin/python3";
/** What parts the files in the answer of a program that is asked about many at once. */
const NEXT_FILE = "\u001e";
const HEADING = /^======== .*$/gm;
/** qpdf's exit code when it had something to warn of and wrote all the same. */
const WARNED = 3;

/** Every witness, each with its own way of reading. */
export const witnesses: readonly Witness[] = [
  {
    name: "pdftotext",
    commands: ["pdftotext"],
    reads: PDF,
    testify: oneByOne(({ path, password = "" }) => {
      const read = (...mode: string[]) => runWitness("pdftotext", [...mode, "-upw", password, path, "-"]);
      return inTurn([() => read(), () => read("-layout"), () => read("-raw")]);
    }),
  },
  {
    name: "mutool draw",
    commands: ["mutool"],
    reads: PDF,
    testify: oneByOne(({ path, password = "" }) => {
      const draw = (format: string) => runWitness("mutool", ["draw", "-q", "-p", password, "-F", format, path]);
      return inTurn([() => draw("txt"), async () => charactersOf(await draw("stext"))]);
    }),
  },
  {
    name: "PyMuPDF",
    commands: [PYTHON, "/usr/lib/python3/dist-packages/fitz"],
    reads: PDF,
    testify: async (files) => {
      const script = fileURLToPath(new URL("pymupdf-witness.py", import.meta.url));
      const asked = files.flatMap(({ path, password = "" }) => [path, password]);
      return parted(await runWitness(PYTHON, [script, ...asked]), files.length);
    },
  },
  {
    name: "pdf.js",
    commands: [],
    reads: PDF,
    // It is asked without the password.
    testify: oneByOne(async ({ path, password }) =>
      Buffer.from(password === undefined ? await textByPdfJs(await readFile(path)) : ""),
    ),
  },
  {
    name: "qpdf --qdf",
    commands: ["qpdf"],
    reads: PDF,
    testify: oneByOne(async ({ path, password = "" }) => {
      // Unreferenced objects too: an earlier revision may stand in them.
      const how = [
        "--qdf",
        "--decrypt",
        "--object-streams=disable",
        "--preserve-unreferenced",
        "--decode-level=specialized",
      ];
      const objects = withoutPixels(await runWitness("qpdf", [...how, `--password=${password}`, path, "-"], WARNED));
      return Buffer.concat([objects, operandsIn(objects)]);
    }),
  },
  {
    name: "exiftool",
    commands: ["exiftool"],
    reads: PDF_OR_PICTURE,
    testify: async (files) => {
      const passwords = files.flatMap(({ password }) => (password === undefined ? [] : ["-password", password]));
      // A second file makes it write a heading before each, also where only one is asked about.
      const asked = [...passwords, ...files.map(({ path }) => path), fileURLToPath(import.meta.url)];
      const answer = await runWitness("exiftool", ["-a", "-u", "-ee", "-G1", ...asked]);
      return parted(
        Buffer.from(answer.toString("latin1").replace(HEADING, NEXT_FILE).slice(1), "latin1"),
        files.length,
      );
    },
  },
  {
    name: "tesseract",
    commands: ["tesseract", "pdftoppm"],
    reads: PDF_OR_PICTURE,
    testify: oneByOne(({ path }) =>
      eachPage(path, (page) => runWitness("tesseract", [page, "-", "-l", "chi_sim+eng", "--psm", "3"])),
    ),
  },
  {
    name: "zbarimg",
    commands: ["zbarimg", "pdftoppm"],
    reads: PDF_OR_PICTURE,
    // ZBar ends with 4 when it sees no code.
    testify: oneByOne(({ path }) => eachPage(path, (page) => runWitness("zbarimg", ["-q", "--raw", page], 4))),
  },
  {
    name: "the bytes themselves",
    commands: [],
    reads: /./,
    testify: oneByOne(({ path }) => readFile(path)),
  },
];

/** Programs that are not installed on this machine. */
export function missingCommands(): string[] {
  const commands = new Set(witnesses.flatMap((witness) => witness.commands));
  return [...commands].filter((command) => !isInstalled(command));
}

function oneByOne(ask: (file: Evidence) => Promise<Buffer>): Witness["testify"] {
  return (files) => forEach(files, ask);
}

async function inTurn(readings: readonly (() => Promise<Buffer>)[]): Promise<Buffer> {
  const read: Buffer[] = [];
  for (const reading of readings) read.push(await reading(), Buffer.from("\n"));
  return Buffer.concat(read);
}

/** @throws when there are fewer answers than files */
function parted(answers: Buffer, count: number): readonly Buffer[] {
  const parts = answers.toString("latin1").split(NEXT_FILE);
  if (parts.length < count) throw new Error(`Expected ${count} answers but received ${parts.length}`);
  return parts.slice(0, count).map((part) => Buffer.from(part, "latin1"));
}

/** Pictures are looked at by others, and their pixels are what is long in a file. */
function withoutPixels(objects: Buffer): Buffer {
  return Buffer.from(objects.toString("latin1").replace(PIXELS, "$1"), "latin1");
}

/** The dictionary of a picture as qpdf writes it, keys in order, and its stream. */
const PIXELS = /(\/Subtype \/Image\n(?:.+\n){0,40}?stream\n)[\s\S]*?(?=\nendstream)/g;

/** The characters that MuPDF's structured text names, line by line. */
function charactersOf(structured: Buffer): Buffer {
  const text = structured
    .toString("utf8")
    .replace(/<char [^>]* c="([^"]*)"\/>\n?/g, "$1")
    .replace(/<[^>]*>/g, "")
    .replace(/&#x([0-9a-f]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  return Buffer.from(text);
}

/** Shows each page of a PDF or picture as a PNG. */
async function eachPage(path: string, look: (page: string) => Promise<Buffer>): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "tuhei-witness-"));
  try {
    const page = join(folder, "page");
    if (PDF.test(path)) await runWitness("pdftoppm", ["-r", DPI, "-gray", path, page]);
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
