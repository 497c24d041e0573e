import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Box } from "@tuhei/core";
import sharp from "sharp";
import { runWitness } from "./run-witness.ts";
import type { Evidence } from "./witnesses.ts";

/** A page as a reader draws it: grey, a byte a pixel. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

/** Draws every page with MuPDF, which sets glyphs where they are and not on whole pixels only. */
export async function drawnPages({ path, password = "" }: Evidence, dpi: number): Promise<readonly Drawn[]> {
  return withFolder(async (folder) => {
    const target = join(folder, "%04d.pgm");
    await runWitness("mutool", ["draw", "-q", "-p", password, "-c", "gray", "-r", String(dpi), "-o", target, path]);
    return readdirSync(folder)
      .sort()
      .map((name) => readPgm(readFileSync(join(folder, name))));
  });
}

/** The pictures in a file, as files of their own. */
export async function embeddedPictures({ path, password = "" }: Evidence): Promise<readonly Buffer[]> {
  return withFolder(async (folder) => {
    await runWitness("pdfimages", ["-png", "-upw", password, path, join(folder, "picture")]);
    return readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name)));
  });
}

/** How much the levels within a part of a picture differ: their standard deviation, the largest of the channels. */
export async function variationIn(picture: Buffer, part: Box): Promise<number> {
  const { width = 0, height = 0 } = await sharp(picture).metadata();
  const left = Math.max(0, Math.round(part.x));
  const top = Math.max(0, Math.round(part.y));
  const area = {
    left,
    top,
    width: Math.min(width - left, Math.round(part.width)),
    height: Math.min(height - top, Math.round(part.height)),
  };
  if (area.width < 1 || area.height < 1) return 0;
  const { channels } = await sharp(await sharp(picture).extract(area).png().toBuffer()).stats();
  return Math.max(...channels.map(({ stdev }) => stdev));
}

async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "tuhei-recovery-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Netpbm P5: magic, width, height, maximum, one blank, pixels. */
function readPgm(file: Buffer): Drawn {
  const [header, width, height] = /^P5\s+(?:#.*\s+)?(\d+)\s+(\d+)\s+255\s/.exec(file.toString("latin1", 0, 128))!;
  return { data: file.subarray(header.length), width: Number(width), height: Number(height) };
}
