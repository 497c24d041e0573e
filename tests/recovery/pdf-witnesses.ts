import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Big enough for the text of every test file. */
const MAX_BUFFER = 256 * 1024 * 1024;

/** Lends a folder with the file in it. */
function withFile<T>(bytes: Uint8Array, work: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "tuhei-recovery-"));
  try {
    const path = join(folder, "file.pdf");
    writeFileSync(path, bytes);
    return work(path, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(command: string, ...parameters: string[]): Buffer {
  return execFileSync(command, parameters, { maxBuffer: MAX_BUFFER, stdio: ["ignore", "pipe", "ignore"] });
}

/** All text that Poppler and MuPDF get out of the file, without white space. */
export function readableText(bytes: Uint8Array): string {
  return withFile(bytes, (path) =>
    [run("pdftotext", path, "-"), run("pdftotext", "-raw", path, "-"), run("mutool", "draw", "-q", "-F", "txt", path)]
      .map((output) => output.toString("utf8").normalize("NFKC").replace(/\s/g, ""))
      .join("\n"),
  );
}

/** What MuPDF alone reads: it knows Adobe's tables of Chinese characters, which Poppler may have to do without. */
export function textByMupdf(bytes: Uint8Array): string {
  return withFile(bytes, (path) =>
    run("mutool", "draw", "-q", "-F", "txt", path).toString("utf8").normalize("NFKC").replace(/\s/g, ""),
  );
}

/** Every object with its streams inflated, unreferenced ones too, as qpdf writes them. */
export function everyObject(bytes: Uint8Array): Buffer {
  return withFile(bytes, (path) =>
    run("qpdf", "--qdf", "--stream-data=uncompress", "--preserve-unreferenced", "--object-streams=disable", path, "-"),
  );
}

/** Every tag that ExifTool sees, in the file and in what is embedded. */
export function everyTag(bytes: Uint8Array): string {
  return withFile(bytes, (path) => run("exiftool", "-a", "-u", "-ee", "-G1", path).toString("utf8"));
}

/** A page as Poppler draws it. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  /** RGB. */
  readonly data: Buffer;
}

/** Draws a page. */
export function drawn(bytes: Uint8Array, page: number, dpi: number): Drawn {
  return withFile(bytes, (path, folder) => {
    const prefix = join(folder, "page");
    run(
      "pdftoppm",
      "-r",
      String(dpi),
      "-f",
      String(page + 1),
      "-l",
      String(page + 1),
      "-singlefile",
      "-cropbox",
      path,
      prefix,
    );
    return readPpm(readFileSync(`${prefix}.ppm`));
  });
}

/** The pictures in the file as files of their own. */
export function embeddedPictures(bytes: Uint8Array): Buffer[] {
  return withFile(bytes, (path, folder) => {
    run("pdfimages", "-png", path, join(folder, "picture"));
    const count = run("pdfimages", "-list", path).toString().trim().split("\n").length - 2;
    return Array.from({ length: count }, (_, index) =>
      readFileSync(join(folder, `picture-${String(index).padStart(3, "0")}.png`)),
    );
  });
}

/** The binary kind of PPM: "P6", width, height, 255, then RGB. */
function readPpm(file: Buffer): Drawn {
  const header = /^P6\s(\d+)\s(\d+)\s255\s/.exec(file.toString("latin1", 0, 64))!;
  return { width: Number(header[1]), height: Number(header[2]), data: file.subarray(header[0].length) };
}
