import { bytesSource } from "@tuhei/core";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { encodePicture } from "../writers/picture/encode.js";
import { encodeTiff } from "../writers/picture/encode-tiff.js";
import { type Samples, samplesOf } from "../writers/picture/samples.js";
import { pictureNoMetadata } from "./picture-no-metadata.js";

const [width, height] = [50, 37];

function drawn(colour: (at: number) => number): Samples {
  return samplesOf({ data: Uint8Array.from({ length: width * height * 3 }, (_, at) => colour(at)), width, height });
}

const colours = drawn((at) => (at * 7) % 251);
const greys = drawn((at) => Math.floor(at / 3) % 200);
const blackAndWhite = drawn((at) => (Math.floor(at / 3) % 5 === 0 ? 0 : 255));

async function tiffOf(...pages: Samples[]): Promise<Buffer> {
  async function* all(): AsyncGenerator<Samples> {
    yield* pages;
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of encodeTiff(all(), pages.length)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function detailOf(bytes: Uint8Array, name: string): Promise<string | undefined> {
  const leaks = await pictureNoMetadata.run(bytesSource(bytes, name), { redactions: [], values: new Set() });
  const [leak] = leaks;
  return leak && "part" in leak ? `${leak.detail}: ${leak.part}` : leak?.detail;
}

describe("what the writer makes holds nothing foreign", () => {
  const samples = { colours, greys, "black and white": blackAndWhite };
  test.each(Object.entries(samples))("%s", async (_name, picture) => {
    for (const format of ["jpeg", "png", "webp"] as const) {
      for (const lossless of [true, false]) {
        expect(await detailOf(await encodePicture(picture, format, lossless), `a.${format}`)).toBeUndefined();
      }
    }
    expect(await detailOf(await tiffOf(picture, picture, colours), "a.tif")).toBeUndefined();
  });
});

function coloured() {
  return sharp(colours.data, { raw: { width, height, channels: 3 } });
}

describe("what a careless writer leaves is a leak", () => {
  test.each([
    [
      "EXIF in JPEG",
      "a segment that pixels do not need: ffe1",
      () =>
        coloured()
          .withExif({ IFD0: { Artist: "x" } })
          .jpeg(),
    ],
    ["a profile in JPEG", "a segment that pixels do not need: ffe2", () => coloured().withIccProfile("p3").jpeg()],
    [
      "XMP in JPEG",
      "a segment that pixels do not need: ffe1",
      () => coloured().withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'/>").jpeg(),
    ],
    [
      "EXIF in PNG",
      "a chunk that pixels do not need: eXIf",
      () =>
        coloured()
          .withExif({ IFD0: { Artist: "x" } })
          .png(),
    ],
    ["a profile in PNG", "a chunk that pixels do not need: iCCP", () => coloured().withIccProfile("p3").png()],
    [
      "EXIF in WebP",
      "a chunk that pixels do not need: VP8X",
      () =>
        coloured()
          .withExif({ IFD0: { Artist: "x" } })
          .webp(),
    ],
    ["transparency in WebP", "a chunk that pixels do not need: VP8X", () => coloured().ensureAlpha(0.5).webp()],
  ])("%s", async (_name, detail, picture) => {
    const bytes = await picture().toBuffer();
    expect(await detailOf(bytes, "a")).toBe(detail);
  });

  test("any TIFF tag that pixels do not need", async () => {
    expect(await detailOf(await coloured().tiff().toBuffer(), "a.tif")).toMatch(/^a tag that pixels do not need: \d+$/);
  });

  test.each(["jpeg", "png", "webp"] as const)("bytes after the end of %s", async (format) => {
    const bytes = await encodePicture(colours, format, false);
    expect(await detailOf(Buffer.concat([bytes, Buffer.from("13900001234")]), "a")).toBe("bytes after the end");
  });

  test("a chunk of text in PNG", async () => {
    const bytes = Buffer.from(await encodePicture(colours, "png", true));
    const text = Buffer.from("\0\0\0\x09tEXtAuthor\0xx\0\0\0\0", "latin1");
    expect(await detailOf(Buffer.concat([bytes.subarray(0, -12), text, bytes.subarray(-12)]), "a")).toBe(
      "a chunk that pixels do not need: tEXt",
    );
  });

  test("a comment in JPEG", async () => {
    const bytes = Buffer.from(await encodePicture(colours, "jpeg", false));
    const comment = Buffer.from("\xff\xfe\0\x05abc", "latin1");
    expect(await detailOf(Buffer.concat([bytes.subarray(0, 2), comment, bytes.subarray(2)]), "a")).toBe(
      "a segment that pixels do not need: fffe",
    );
  });

  test("bytes in TIFF that no page speaks for", async () => {
    const bytes = await tiffOf(greys, blackAndWhite);
    expect(await detailOf(Buffer.concat([bytes, Buffer.from("13900001234")]), "a")).toBe(
      "bytes that belong to no page",
    );
  });

  test("another picture behind a WebP's own", async () => {
    const bytes = Buffer.from(await encodePicture(colours, "webp", true));
    const second = Buffer.concat([bytes, bytes.subarray(12)]);
    second.writeUInt32LE(second.length - 8, 4);
    expect(await detailOf(second, "a")).toBe("chunks after the picture");
  });
});
