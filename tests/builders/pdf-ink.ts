import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page, Point, Quad } from "@tuhei/core";

/** A page as poppler draws it: 8-bit grey. */
export interface Drawn {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Dots an inch. */
const DPI = 144;

/** What poppler, which shares no code with pdfium, shows of a page. */
export function drawnByPoppler(bytes: Uint8Array, page = 0): Drawn {
  const folder = mkdtempSync(join(tmpdir(), "tuhei-test-"));
  try {
    const path = join(folder, "a.pdf");
    writeFileSync(path, bytes);
    const number = String(page + 1);
    execFileSync("pdftoppm", [
      "-gray",
      "-cropbox",
      "-r",
      String(DPI),
      "-f",
      number,
      "-l",
      number,
      "-singlefile",
      path,
      join(folder, "a"),
    ]);
    return parsePgm(readFileSync(join(folder, "a.pgm")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Netpbm P5: magic, width, height, maximum, one blank, pixels. */
function parsePgm(file: Buffer): Drawn {
  const [header, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString("latin1", 0, 64))!;
  return { data: file.subarray(header.length), width: Number(width), height: Number(height) };
}

/** Where two drawings of a page differ, in units of the page. */
export function differences(a: Drawn, b: Drawn, { size }: Pick<Page, "size">): Point[] {
  const points: Point[] = [];
  const [across, down] = [size!.width / a.width, size!.height / a.height];
  for (let at = 0; at < a.data.length; at++) {
    if (Math.abs(a.data[at]! - b.data[at]!) < 64) continue;
    points.push({ x: ((at % a.width) + 0.5) * across, y: (Math.floor(at / a.width) + 0.5) * down });
  }
  return points;
}

/** Whether a point is in a quad, which may slant and run either way round. */
export function isInside({ x, y }: Point, quad: Quad): boolean {
  const sides = quad.map((from, index) => {
    const to = quad[(index + 1) % 4]!;
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
  });
  return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
}

/** The area of a quad, in square units of the page. */
export function areaOf(quad: Quad): number {
  const twice = quad.reduce((sum, from, index) => {
    const to = quad[(index + 1) % 4]!;
    return sum + from.x * to.y - to.x * from.y;
  }, 0);
  return Math.abs(twice) / 2;
}
