import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Box, boxAround, createServices, type Point, type Quad, quadOfBox } from "@tuhei/core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { VALUES } from "../builders/pdf-corpus/content.ts";
import { corpus } from "../builders/pdf-corpus/index.ts";
import { isInside } from "../builders/pdf-ink.ts";
import { codesOf, namedCharacters } from "./glyph-codes.ts";
import { ASKED, type Side, type Trial, tryFiles } from "./pdf-corpus-run.ts";
import { type Drawn, drawnPages, embeddedPictures, variationIn } from "./pdf-pixels.ts";
import { isIn, remainsOf } from "./remains.ts";
import { missingCommands } from "./witnesses.ts";

/** Any run of so many characters gives a value away; a shorter value is one run. */
const TELLING = 6;
/** Twice the size of the page. */
const DPI = 144;
/** Files whose pages all stay text: what the project promises at the least. */
const MIN_IN_PLACE = 36;

const missing = missingCommands();
test("every witness is installed", ({ skip }) => {
  skip(missing.length > 0 && !process.env.CI, `not installed: ${missing.join(", ")}; .ci/run installs them`);
  expect(missing).toEqual([]);
});

describe.skipIf(missing.length > 0)("the corpus of PDFs that leak", () => {
  const files = Object.values(corpus).flat();
  const services = createServices();
  const folder = mkdtempSync(join(tmpdir(), "tuhei-corpus-"));
  const trials = new Map<string, Trial | Error>();
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await services.close();
  });

  /** @throws what its redaction threw */
  function trialOf(id: string): Trial {
    const trial = trials.get(id)!;
    if (trial instanceof Error) throw trial;
    return trial;
  }

  test("has an id for each file", () => {
    expect(new Set(files.map(({ id }) => id)).size).toBe(files.length);
  });

  describe.each(Object.entries(corpus))("%s", (_, group) => {
    beforeAll(async () => {
      for (const [id, trial] of await tryFiles(group, folder, services)) trials.set(id, trial);
    });

    describe.each(group)("$id: $title", ({ id, shows, kept, rasterized, removed = [], picture }) => {
      test("the witnesses see what is planted", async () => {
        const { original, pages } = trialOf(id);
        for (const { values, seenBy } of shows) {
          for (const seer of seenBy) {
            const { quads } = pages[0]!;
            if (seer.endsWith("pixels")) expect(quads.length).toBeGreaterThanOrEqual(values.length);
            if (seer === "pixels") expect(await variations(original, picture!, quads)).toBeGreaterThan(FLAT);
            else if (seer === "page pixels") expect(await isDrawnIn(original, pages[0]!)).toBe(true);
            else expect({ seer, unseen: await unseenBy(seer, original, values) }).toEqual({ seer, unseen: [] });
          }
        }
      });

      test("nobody gets a value out of the output", async () => {
        const { original, output, pages } = trialOf(id);
        for (const { name } of ASKED) {
          expect({ name, remains: remainsOf(output.testimony(name), VALUES, TELLING) }).toEqual({ name, remains: [] });
        }
        const objects = output.testimony(OBJECTS);
        const codes = VALUES.flatMap((value) => codesOf(original.testimony(OBJECTS), value));
        expect(codes.filter((code) => hexOf(objects).includes(code))).toEqual([]);
        const shown = output.testimony("mutool draw").toString("utf8").normalize("NFKC");
        const gone = [...new Set(VALUES.join(""))].filter((char) => !shown.includes(char));
        const named = namedCharacters(objects);
        expect(gone.filter((char) => named.has(char))).toEqual([]);
        expect(await output.earlier()).toEqual(Buffer.of());
        if (picture)
          expect(await variations(output, rasterized ? wholeOf(pages[0]!) : picture, pages[0]!.quads)).toBeLessThan(
            FLAT,
          );
      });

      test("the rest stays as it was", async () => {
        const trial = trialOf(id);
        expect([...new Set(trial.rasterized.map(({ reason }) => reason))]).toEqual(rasterized ? [rasterized] : []);
        expect(trial.removed).toEqual(expect.arrayContaining([...removed]));
        if (kept && !rasterized) expect(isIn(trial.output.testimony("mutool draw"), kept)).toBe(true);
        expect(await differencesOf(trial)).toEqual([]);
      });
    });
  });

  test("stays text in at least so many files", () => {
    const inPlace = files.filter(({ id }) => trialOf(id).rasterized.length === 0);
    expect(inPlace.length).toBeGreaterThanOrEqual(MIN_IN_PLACE);
  });
});

/** Levels of one colour and of the noise of JPEG, at most. */
const FLAT = 4;

function wholeOf({ size }: Trial["pages"][number]): Box {
  return { x: 0, y: 0, ...size };
}

/** The witness that shows every object, and with them the codes of glyphs. */
const OBJECTS = "qpdf --qdf";

/** Values that a witness does not see. */
async function unseenBy(seer: string, side: Side, values: readonly string[]): Promise<string[]> {
  const testimony = seer === "revisions" ? await side.earlier() : side.testimony(seer);
  return values.filter((value) => {
    if (isIn(testimony, value)) return false;
    return seer !== OBJECTS || !codesOf(testimony, value).some((code) => hexOf(testimony).includes(code));
  });
}

function hexOf(objects: Buffer): string {
  return objects.toString("latin1").replace(/\s/g, "").toLowerCase();
}

/** How much the largest picture differs within itself where values stood, at the most of all places. */
async function variations({ evidence }: Side, at: Box, quads: readonly Quad[]): Promise<number> {
  const pictures = await embeddedPictures(evidence);
  const picture = pictures.reduce((largest, other) => (other.length > largest.length ? other : largest));
  const { width = 0, height = 0 } = await sharp(picture).metadata();
  const [across, down] = [width / at.width, height / at.height];
  const found = await Promise.all(
    quads.map(boxAround).map((box) => {
      const [x, y] = [(box.x - at.x) * across + INSET, (box.y - at.y) * down + INSET];
      const size = { width: box.width * across - 2 * INSET, height: box.height * down - 2 * INSET };
      return variationIn(picture, { x, y, ...size });
    }),
  );
  return Math.max(0, ...found);
}

/** Pixels at the edge of a box that it shares with what is beside it. */
const INSET = 2;

/** Whether the first page has paper and ink where values stood. */
async function isDrawnIn({ evidence }: Side, { size, quads }: Trial["pages"][number]): Promise<boolean> {
  const [page] = await drawnPages(evidence, DPI);
  const levels = quads
    .flatMap((quad) => pixelsAround(quad, page!.width / size.width, page!))
    .map((at) => page!.data[at]!);
  return levels.some((level) => level < LEVELS) && levels.some((level) => level > LEVELS);
}

/** Points around a box that its edge may take. */
const EDGE = 2;
/** Levels by which soft edges may differ; a stroke that is lost differs by 255. */
const LEVELS = 128;

/** Pages with what changed outside of their boxes or is not black within. */
async function differencesOf({ original, output, pages, file }: Trial): Promise<string[]> {
  const [before, after] = [await drawnPages(original.evidence, DPI), await drawnPages(output.evidence, DPI)];
  return pages.flatMap((page, index) => {
    const { changed, bright } = compared(before[index]!, after[index]!, page);
    const isCompared = !file.losesMarks && !file.rasterized;
    return (isCompared ? changed : 0) + bright === 0 ? [] : [`page ${index}: ${changed} changed, ${bright} bright`];
  });
}

function compared(before: Drawn, after: Drawn, { size, quads }: Trial["pages"][number]) {
  if (before.width !== after.width || before.height !== after.height) return { changed: Number.NaN, bright: 0 };
  const scale = after.width / size.width;
  // Bars in place stand upright also where text runs on a slant.
  const outer = quads.map((quad) => grown(quadOfBox(boxAround(quad)), EDGE));
  const inner = quads.filter(isWide).map((quad) => grown(quad, -EDGE));
  const isWithin = (at: number, quad: Quad) =>
    isInside({ x: ((at % after.width) + 0.5) / scale, y: (Math.floor(at / after.width) + 0.5) / scale }, quad);
  let changed = 0;
  for (let at = 0; at < after.data.length; at++) {
    if (after.data[at] === before.data[at] || isAsBefore(before, at, after.data[at]!)) continue;
    if (!outer.some((quad) => isWithin(at, quad))) changed++;
  }
  const isBright = (at: number, quad: Quad) => after.data[at]! > LEVELS && isWithin(at, quad);
  const bright = inner.flatMap((quad) => pixelsAround(quad, scale, after).filter((at) => isBright(at, quad)));
  return { changed, bright: bright.length };
}

/** Whether a box is more than edge. */
function isWide([a, b, , d]: Quad): boolean {
  return Math.min(Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(d.x - a.x, d.y - a.y)) > 2 * EDGE;
}

/** Pixels of the upright box around a quad. */
function pixelsAround(quad: Quad, scale: number, { width, height }: Drawn): number[] {
  const box = boxAround(quad);
  const [left, right] = [Math.max(0, Math.ceil(box.x * scale)), Math.min(width, (box.x + box.width) * scale)];
  const [top, bottom] = [Math.max(0, Math.ceil(box.y * scale)), Math.min(height, (box.y + box.height) * scale)];
  const pixels: number[] = [];
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) pixels.push(y * width + x);
  return pixels;
}

/** The quad with its sides so many points further out. */
function grown(quad: Quad, by: number): Quad {
  const [a, b, c, d] = quad;
  const unit = (to: Point): Point => {
    const length = Math.hypot(to.x - a.x, to.y - a.y) || 1;
    return { x: ((to.x - a.x) / length) * by, y: ((to.y - a.y) / length) * by };
  };
  const [along, down] = [unit(b), unit(d)];
  const moved = ({ x, y }: Point, right: number, lower: number): Point => ({
    x: x + right * along.x + lower * down.x,
    y: y + right * along.y + lower * down.y,
  });
  return [moved(a, -1, -1), moved(b, 1, -1), moved(c, 1, 1), moved(d, -1, 1)];
}

/**
 * Readers set small glyphs on quarters of a pixel, and what follows a box is set by the widths that pdfium reads, which are
 * whole thousandths: kept text may be drawn a little to the side, up to the point by which the proof lets it move.
 */
const ASIDE = 2;

function isAsBefore({ data, width, height }: Drawn, at: number, level: number): boolean {
  const [x, y] = [at % width, Math.floor(at / width)];
  for (let ny = Math.max(0, y - ASIDE); ny <= Math.min(height - 1, y + ASIDE); ny++) {
    for (let nx = Math.max(0, x - ASIDE); nx <= Math.min(width - 1, x + ASIDE); nx++) {
      if (Math.abs(data[ny * width + nx]! - level) <= LEVELS) return true;
    }
  }
  return false;
}
