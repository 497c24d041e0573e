import sharp from "sharp";
import { expect, test } from "vitest";
import { encodeTiff } from "./encode-tiff.js";
import { type Samples, samplesOf } from "./samples.js";

function drawn(width: number, height: number, colour: (at: number) => number): Samples {
  return samplesOf({ data: Uint8Array.from({ length: width * height * 3 }, (_, at) => colour(at)), width, height });
}

const pages = [
  drawn(37, 11, (at) => (at * 7) % 256),
  drawn(53, 64, (at) => Math.floor(at / 3) % 256),
  drawn(61, 9, (at) => (Math.floor(at / 3) % 7 === 0 ? 0 : 255)),
  // More than one strip.
  drawn(900, 1300, (at) => (at * at) % 251),
];

async function encoded(): Promise<Buffer> {
  async function* all(): AsyncGenerator<Samples> {
    yield* pages;
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of encodeTiff(all(), pages.length)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test("pages of any size, colours, greys and black and white come back as they were", async () => {
  const bytes = await encoded();
  expect((await sharp(bytes).metadata()).pages).toBe(pages.length);
  expect(pages.map(({ channels, isBilevel }) => [channels, isBilevel])).toEqual([
    [3, false],
    [1, false],
    [1, true],
    [3, false],
  ]);
  for (const [page, { data, width, height, channels }] of pages.entries()) {
    const image = sharp(bytes, { page });
    const decoded = await (channels === 1 ? image.toColourspace("b-w") : image)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(decoded.info).toMatchObject({ width, height, channels });
    expect(decoded.data.equals(Buffer.from(data))).toBe(true);
  }
});

test("the same pages give the same bytes", async () => {
  expect((await encoded()).equals(await encoded())).toBe(true);
});
