import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { boxAround, bytesSource, createServices, open, type Quad, scan } from "@tuhei/core";
import { redact } from "@tuhei/redactor";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { likeness, sheet } from "../builders/image-drawing.ts";
import { emptyFolder, runTuhei } from "../cli/run-tuhei.ts";

const services = createServices({ ocr: "none" });
afterAll(() => services.close());

/** Where the likeness stands on the card. Its face is the middle half. */
const FACE = { x: 680, y: 120, width: 260, height: 320 };
const CARD = { width: 1000, height: 640 };
let card: Buffer;
beforeAll(async () => {
  card = await sheet(CARD.width, CARD.height, [likeness(FACE.x, FACE.y, FACE.width, FACE.height)], "#e8f0f4")
    .png()
    .toBuffer();
});

async function facesIn(bytes: Uint8Array, name: string): Promise<Quad[]> {
  const document = await open(bytesSource(bytes, name), { services });
  const quads: Quad[] = [];
  try {
    for await (const { findings } of scan(document))
      for (const { entityType, place } of findings) if (entityType === "face") quads.push(...place.quads);
  } finally {
    document.close();
  }
  return quads;
}

async function redacted(bytes: Uint8Array, name: string, using = services): Promise<Buffer> {
  const result = await redact(bytesSource(bytes, name), { open: { services: using } });
  const { source } = result.file;
  const output = Buffer.from(await source.read(0, source.size));
  await result.dispose();
  return output;
}

/** The part of the face between brow and mouth, which must not be seen, in pixels of the turned card. */
function innerFace(turn: number) {
  const inner = { left: FACE.x + 75, top: FACE.y + 105, width: 110, height: 100 };
  const flip = (at: number, size: number, whole: number) => whole - at - size;
  if (turn === 90)
    return {
      ...inner,
      left: flip(inner.top, inner.height, CARD.height),
      top: inner.left,
      width: inner.height,
      height: inner.width,
    };
  if (turn === 180)
    return {
      ...inner,
      left: flip(inner.left, inner.width, CARD.width),
      top: flip(inner.top, inner.height, CARD.height),
    };
  if (turn === 270)
    return {
      left: inner.top,
      top: flip(inner.left, inner.width, CARD.width),
      width: inner.height,
      height: inner.width,
    };
  return inner;
}

/** The brightest value in a part of a picture. */
async function brightest(bytes: Uint8Array, part: ReturnType<typeof innerFace>): Promise<number> {
  const { channels } = await sharp(await sharp(bytes).extract(part).toBuffer()).stats();
  return Math.max(...channels.slice(0, 3).map(({ max }) => max));
}

describe("a face on a card", () => {
  test.each([0, 90, 180, 270])("turned by %d° is blacked out, and only it", async (turn) => {
    const turned = await sharp(card).rotate(turn).png().toBuffer();
    expect(await brightest(turned, innerFace(turn))).toBeGreaterThan(200);
    const output = await redacted(turned, "card.png");
    expect(await brightest(output, innerFace(turn))).toBe(0);
    expect(await facesIn(output, "card.png")).toEqual([]);
    const { channels } = await sharp(output).stats();
    // The portrait takes a seventh of the card; the box no more than that.
    expect(channels[0]!.mean).toBeGreaterThan(0.8 * (await sharp(turned).stats()).channels[0]!.mean);
  });

  test.each([
    ["a grey photocopy", (picture: Sharp) => picture.grayscale().linear(1.3, -30).jpeg({ quality: 40 })],
    [
      "small on a large page",
      (picture: Sharp) => picture.resize(640).extend({ right: 900, bottom: 1500, background: "white" }).jpeg(),
    ],
    ["a blurred photograph", (picture: Sharp) => picture.blur(3).jpeg({ quality: 70 })],
  ])("on %s is found", async (_what, change) => {
    const bytes = await change(sharp(card)).toBuffer();
    expect(await facesIn(bytes, "card.jpg")).toHaveLength(1);
  });

  test("is kept where the user keeps faces", async () => {
    const keeping = createServices({ ocr: "none", faces: "keep" });
    const output = await redacted(card, "card.png", keeping);
    await keeping.close();
    expect(await brightest(output, innerFace(0))).toBeGreaterThan(200);
  });

  test("in a picture of a PDF is blacked out", async () => {
    const { PDFDocument } = await import("@cantoo/pdf-lib");
    const document = await PDFDocument.create();
    const image = await document.embedPng(card);
    document.addPage([595, 842]).drawImage(image, { x: 50, y: 400, width: 500, height: 320 });
    const bytes = await document.save();
    const [quad] = await facesIn(bytes, "scan.pdf");
    const { x, y, width, height } = boxAround(quad!);
    // A point is two pixels of the card; the picture stands 122 points below the page's top.
    expect([x, y]).toEqual([expect.closeTo(50 + FACE.x / 2 + 20, -2), expect.closeTo(122 + FACE.y / 2, -2)]);
    expect(width * height).toBeGreaterThan(5000);
    expect(await facesIn(await redacted(bytes, "scan.pdf"), "scan.pdf")).toEqual([]);
  });
});

test("print, codes and tables are no faces", async () => {
  const folder = fileURLToPath(new URL("../../examples/documents", import.meta.url));
  const pictures = readdirSync(folder).filter((name) => /\.(png|jpg|webp|tiff)$/.test(name));
  expect(pictures.length).toBeGreaterThan(5);
  for (const name of pictures) expect(await facesIn(readFileSync(join(folder, name)), name), name).toEqual([]);
});

test("without the network nothing is passed over in silence, unless faces are kept", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "card.png"), card);
  const hook = new URL("../cli/without-faces.mjs", import.meta.url).href;
  const args = [
    "redact",
    join(folder, "card.png"),
    "--ocr",
    "none",
    "-f",
    "json",
    "--out",
    emptyFolder(),
    "--overwrite",
  ];
  const env = { NODE_OPTIONS: `--import=${hook}` };
  const missing = await runTuhei(args, { env });
  expect(JSON.parse(missing.stdout).files[0].gaps).toContainEqual({ code: "faces-unavailable", page: 1 });
  expect(missing.stderr).toContain("run: npm install --ignore-scripts onnxruntime-node@1 @vladmandic/face-api@1");
  expect(missing.exitCode).toBe(3);
  const kept = await runTuhei([...args, "--faces", "keep"], { env });
  expect(kept.stdout).not.toContain("faces-unavailable");
});
