import {
  bytesSource,
  type Gap,
  type OcrEngine,
  type OcrLine,
  type Quad,
  quadOfBox,
  type Raster,
  readAll,
  type Services,
} from "@tuhei/core";
import { redact } from "@tuhei/redactor";
import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";

const VALUE = "13900001234";
const [width, height] = [240, 160];
/** Where the value is "printed": a block of stripes. */
const box = { x: 60, y: 40, width: 120, height: 24 };

/**
 * An engine that reads the value wherever ink is left where it was printed, and nothing once the place is black. `at` says
 * where that is, by the page's size.
 */
function servicesThatRead(at: (raster: Raster) => Quad | undefined = () => quadOfBox(box)): Services {
  const engine: OcrEngine = {
    name: "stripes",
    async recognize(raster): Promise<OcrLine[]> {
      const quad = at(raster);
      return quad && hasInk(raster, quad) ? [{ text: VALUE, confidence: 0.99, quad, chars: [] }] : [];
    },
    async close() {},
  };
  return { ocr: async () => engine, barcodes: async () => [], faces: async () => [], close: async () => {} };
}

function hasInk({ data, width }: Raster, [{ x, y }, , corner]: Quad): boolean {
  for (let row = Math.ceil(y); row < corner.y; row++) {
    const line = data.subarray((row * width + Math.ceil(x)) * 3, (row * width + Math.floor(corner.x)) * 3);
    if (line.some((value) => value > 60)) return true;
  }
  return false;
}

/** A gradient with stripes of the value's ink. */
function printed(): Sharp {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    const isInside = x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
    if (isInside) return Math.floor(x / 3) % 2 === 0 ? 90 : 255;
    return 100 + ((x + y * 2 + (at % 3) * 20) % 150);
  });
  return sharp(data, { raw: { width, height, channels: 3 } });
}

async function redacted(bytes: Uint8Array, services = servicesThatRead()) {
  const gaps: Gap[] = [];
  const { file, removed, redactions, ...rest } = await redact(bytesSource(bytes, "picture"), { open: { services } });
  gaps.push(...rest.gaps);
  return { output: Buffer.from(await readAll(file.source)), removed, redactions, gaps };
}

async function rasterOf(bytes: Uint8Array, page = 0): Promise<Raster> {
  const { data, info } = await sharp(bytes, { page }).toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  if (info.channels === 3) return { data, width: info.width, height: info.height };
  const rgb = Uint8Array.from(
    { length: info.width * info.height * 3 },
    (_, at) => data[Math.floor(at / 3) * info.channels]!,
  );
  return { data: rgb, width: info.width, height: info.height };
}

/** The brightest sample in a rectangle. */
function brightestIn({ data, width }: Raster, area: typeof box): number {
  let brightest = 0;
  for (let y = area.y; y < area.y + area.height; y++) {
    for (let x = area.x; x < area.x + area.width; x++) {
      const at = (y * width + x) * 3;
      brightest = Math.max(brightest, data[at]!, data[at + 1]!, data[at + 2]!);
    }
  }
  return brightest;
}

/** Everything that codecs know of besides pixels. */
async function metadataIn(bytes: Uint8Array): Promise<string[]> {
  const metadata = await sharp(bytes).metadata();
  return (["exif", "icc", "iptc", "xmp", "comments", "orientation", "tifftagPhotoshop", "subifds"] as const).filter(
    (key) => metadata[key] !== undefined && !(key === "orientation" && metadata[key] === 1),
  );
}

const SECRET = "Lin Xiaofeng 13812340000";

describe.each([
  ["jpeg", { quality: 92 }],
  ["png", {}],
  ["webp", { quality: 92 }],
  ["webp", { lossless: true }],
  ["tiff", { compression: "lzw" }],
] as const)("in %s %j", (format, options) => {
  test("the box is black, everything besides pixels is gone", async () => {
    const original = await printed()
      .withExif({ IFD0: { Artist: SECRET }, IFD3: { GPSLatitude: "31/1 13/1 49/1", GPSLongitude: "121/1 28/1 25/1" } })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>${SECRET}</note></x:xmpmeta>`)
      .withIccProfile("p3")
      .toFormat(format, options)
      .toBuffer();
    expect(original.includes(SECRET)).toBe(true);
    const { output, redactions } = await redacted(original);
    expect(redactions).toBe(1);
    expect(brightestIn(await rasterOf(output), box)).toBeLessThanOrEqual(
      format === "jpeg" || format === "webp" ? 40 : 0,
    );
    expect(output.includes("Xiaofeng")).toBe(false);
    expect(await metadataIn(output)).toEqual([]);
  });

  test("bytes behind the picture's end are gone, and told of", async () => {
    const picture = await printed().toFormat(format, options).toBuffer();
    const { output, removed, gaps } = await redacted(
      Buffer.concat([picture, Buffer.from(SECRET), Buffer.alloc(5000, 7)]),
    );
    expect(output.includes("Xiaofeng")).toBe(false);
    if (format === "tiff") return;
    expect(removed).toEqual(["trailing data"]);
    expect(gaps).toEqual([{ code: "attachment-not-read" }]);
  });

  test("the same picture gives the same bytes", async () => {
    const original = await printed().toFormat(format, options).toBuffer();
    const [first, second] = [await redacted(original), await redacted(original)];
    expect(first.output.equals(second.output)).toBe(true);
  });

  test("the format stays", async () => {
    const original = await printed().toFormat(format, options).toBuffer();
    expect((await sharp((await redacted(original)).output).metadata()).format).toBe(format);
  });
});

test("a lossless picture keeps every pixel outside the box", async () => {
  const { output } = await redacted(await printed().png().toBuffer());
  const [before, after] = [await rasterOf(await printed().png().toBuffer()), await rasterOf(output)];
  let changed = 0;
  for (let at = 0; at < before.data.length; at++) {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    const isNear = x >= box.x - 6 && x <= box.x + box.width + 6 && y >= box.y - 6 && y <= box.y + box.height + 6;
    if (!isNear && before.data[at] !== after.data[at]) changed++;
  }
  expect(changed).toBe(0);
});

describe("EXIF orientation", () => {
  test.each([3, 6, 8])("%i: the output is upright and the box stands where the value stood", async (orientation) => {
    const turn = { 3: 180, 6: 270, 8: 90 }[orientation]!;
    const stored = await sharp(await printed().png().toBuffer())
      .rotate(turn)
      .png()
      .toBuffer();
    const original = await sharp(stored).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
    expect((await sharp(original).metadata()).orientation).toBe(orientation);
    const { output } = await redacted(original);
    const raster = await rasterOf(output);
    expect([raster.width, raster.height]).toEqual([width, height]);
    expect(brightestIn(raster, box)).toBeLessThanOrEqual(40);
    expect(brightestIn(raster, { ...box, y: 100 })).toBeGreaterThan(150);
    expect(await metadataIn(output)).toEqual([]);
  });
});

describe("what hides in a picture does not come out", () => {
  test("text in PNG chunks", async () => {
    const png = await printed().png().toBuffer();
    const data = Buffer.from(`tEXtAuthor\0${SECRET}`);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length - 4);
    const planted = Buffer.concat([png.subarray(0, 33), length, data, crc32(data), png.subarray(33)]);
    expect((await sharp(planted).metadata()).comments?.[0]?.text).toBe(SECRET);
    const { output, removed } = await redacted(planted);
    expect(output.includes("Xiaofeng")).toBe(false);
    expect(removed).toEqual(["PNG text"]);
  });

  test("pixels under transparency", async () => {
    const hidden = await printed().ensureAlpha(0).png().toBuffer();
    const { output, removed } = await redacted(hidden);
    const { data } = await rasterOf(output);
    expect(data.every((value) => value === 255 || value === 0)).toBe(true);
    expect((await sharp(output).metadata()).hasAlpha).toBe(false);
    expect(removed).toEqual(["transparency"]);
  });

  test("what only the low byte of 16-bit samples shows", async () => {
    const faint = Uint16Array.from({ length: width * height }, (_, at) => 0xff00 + (Math.floor(at / 7) % 2) * 0x60);
    const original = await sharp(faint, { raw: { width, height, channels: 1 } })
      .toColourspace("grey16")
      .png()
      .toBuffer();
    expect((await sharp(original).metadata()).depth).toBe("ushort");
    const { output } = await redacted(
      original,
      servicesThatRead(() => undefined),
    );
    const metadata = await sharp(output).metadata();
    expect(metadata.depth).toBe("uchar");
    expect(new Set((await rasterOf(output)).data).size).toBe(1);
  });

  test("frames of an animation that were not read", async () => {
    const second = await printed().negate().png().toBuffer();
    const original = await sharp([await printed().png().toBuffer(), second], { join: { animated: true } })
      .webp({ lossless: true })
      .toBuffer();
    const { output, removed, gaps } = await redacted(original);
    expect((await sharp(output).metadata()).pages ?? 1).toBe(1);
    expect(removed).toEqual(["animation frames"]);
    expect(gaps).toEqual([{ code: "frame-not-read" }]);
    expect(brightestIn(await rasterOf(output), box)).toBe(0);
  });
});

test("every page of a TIFF is kept, each with its own boxes", async () => {
  const pages = [await printed().png().toBuffer(), await printed().modulate({ brightness: 0.9 }).png().toBuffer()];
  const original = await sharp(pages, { join: { animated: true } })
    .tiff({ compression: "deflate" })
    .toBuffer();
  let page = 0;
  const second = servicesThatRead(() => (page++ % 2 === 1 ? quadOfBox(box) : undefined));
  const { output } = await redacted(original, second);
  expect((await sharp(output).metadata()).pages).toBe(2);
  expect(brightestIn(await rasterOf(output, 0), box)).toBe(255);
  expect(brightestIn(await rasterOf(output, 1), box)).toBe(0);
});

test("an engine that still reads the value after blacking out makes the file refused", async () => {
  const stubborn: OcrEngine = {
    name: "stubborn",
    recognize: async () => [{ text: VALUE, confidence: 1, quad: quadOfBox(box), chars: [] }],
    close: async () => {},
  };
  const services = { ...servicesThatRead(), ocr: async () => stubborn };
  await expect(redacted(await printed().png().toBuffer(), services)).rejects.toMatchObject({ code: "residue" });
});

/** CRC-32 of PNG third edition, annex D, as four bytes. */
function crc32(bytes: Uint8Array): Buffer {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  }
  const result = Buffer.alloc(4);
  result.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return result;
}
