import { type ByteSource, type Raster, readAll, type Services, TuheiError, textOf } from "@tuhei/core";
import { type RedactOptions, redact } from "@tuhei/redactor";
import { blackOf, delivered } from "./delivered.ts";
import type { PictureCase } from "./index.ts";
import { type Found, type Judged, judged, overCoverOf } from "./judged.ts";
import type { Picture, Truth } from "./printed.ts";

/** What the whole pipeline made of a picture. */
export interface Measured {
  readonly of: PictureCase;
  /** The values that are wholly in the picture. */
  readonly judged: readonly Judged[];
  /** The share of the black pixels that is on no planted value, 0 to 1; absent when nothing was written. */
  readonly overCover?: number;
  /** No output could be proven. */
  readonly isRefused: boolean;
  /** Whether something was reported as not read. */
  readonly hasGaps: boolean;
  /** Of processor time, all threads. */
  readonly milliseconds: number;
  readonly found: readonly Found[];
  /** The redacted file; absent when nothing was written. */
  readonly output?: Uint8Array;
}

/** Redacts a picture as a user would, and compares what came out with what was planted. */
export async function measured(of: PictureCase, services: Services): Promise<Measured> {
  const picture = withoutBlack(await of.build());
  const source = await delivered(picture, of.name);
  const started = process.cpuUsage();
  const { found, hasGaps, output } = await redacted(source, services);
  const { user, system } = process.cpuUsage(started);
  const black = output && (await blackOf(output, picture));
  const { width, height } = picture.raster;
  if (black && black.length !== width * height)
    throw new Error(`${of.name}: expected ${width * height} pixels but received ${black.length}`);
  const whole = picture.truths.filter((truth) => isWhole(truth, picture.raster));
  return {
    of,
    judged: whole.map((truth) => judged(truth, picture, found, black)),
    isRefused: output === undefined,
    hasGaps,
    milliseconds: (user + system) / 1000,
    found,
    ...(black && { overCover: overCoverOf(picture, black) }),
    ...(output && { output }),
  };
}

/** What the first look found, and the proven output if there is one. */
async function redacted(source: ByteSource, services: Services) {
  let attempts = 0;
  const found: Found[] = [];
  const options: RedactOptions = {
    open: { services },
    onAttempt: () => attempts++,
    onFindings({ page, findings }) {
      if (attempts > 1) return;
      for (const finding of findings) {
        const { entityType, reason, place } = finding;
        found.push({ entityType, reason, text: textOf(finding, page), quads: place.quads });
      }
    },
  };
  try {
    const { file, gaps, dispose } = await redact(source, options);
    const output = await readAll(file.source);
    await dispose();
    return { found, output, hasGaps: gaps.length > 0 };
  } catch (error) {
    if (!(error instanceof TuheiError && error.code === "residue")) throw error;
    return { found, output: undefined, hasGaps: true };
  }
}

/** The darkest that a picture of the bench has, so that black in the output is what was blacked out. */
const DARKEST = 3;

function withoutBlack(picture: Picture): Picture {
  const data = picture.raster.data.map((value) => Math.max(DARKEST, value));
  return { ...picture, raster: { ...picture.raster, data } };
}

/** Whether all of a value is in the picture: what is cut cannot be read. */
function isWhole({ spots }: Truth, { width, height }: Raster): boolean {
  return spots.every(({ quad }) => quad.every(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height));
}
