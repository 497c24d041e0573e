import { rgb } from "@cantoo/pdf-lib";
import { boxAround, quadOfBox } from "@tuhei/core";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { drawPage } from "../builders/drawn-text.ts";
import { unembeddedPdf } from "../builders/leaky-pdf-fonts.ts";
import { type PdfOptions, pdfOf, type Sheet, scannedPdf, textPdf } from "../builders/pdf.ts";
import * as features from "../builders/pdf-features.ts";
import { placesOf, type RedactByHand, redactByHand } from "./pdf-places.ts";
import * as witness from "./pdf-witnesses.ts";

const NAME = "王小明";
const PHONE = "13912345678";
const ID = "11010519491231002X";
const ADDRESS = "北京市朝阳区建国路";
const VALUES = [NAME, PHONE, ID, ADDRESS];
/** Shown and not to be touched. Has no character of the values. */
const KEPT = "这一行文字必须保留下来";
const LINES = [`姓名：${NAME}，电话：${PHONE}，证件：${ID}，完毕。`, KEPT, `地址：${ADDRESS}；附注`];
const TEXTS = LINES.map((text, row) => ({ text, x: 72, y: 100 + row * 24 }));

/** What a file is made of, what has to go and what has to stay. */
interface Case {
  readonly title: string;
  readonly build: () => Promise<Uint8Array>;
  readonly options?: RedactByHand;
  /** Why pages become pictures; those pages keep no text. */
  readonly reason?: string;
  /** Besides text. */
  readonly removed?: readonly string[];
  /** Whether something outside of the boxes is drawn by each reader in its own way. */
  readonly isRedrawn?: true;
}

const sheet = (more: Sheet = {}, options?: PdfOptions) => pdfOf([{ texts: TEXTS, ...more }], options);
const onFirstPage = (finish: NonNullable<PdfOptions["finish"]>) => () => sheet({}, { finish });

const IN_PLACE: readonly Case[] = [
  { title: "several values on one line", build: () => textPdf(LINES) },
  ...([90, 180, 270] as const).map((rotate) => ({
    title: `a page turned by ${rotate}`,
    build: () => sheet({ rotate }),
  })),
  {
    title: "a crop box and an origin off the corner",
    build: () => sheet({ corner: [-40, 30], cropBox: [50, 400, 500, 400], rotate: 90 }),
  },
  { title: "a page with its own unit", build: () => sheet({ userUnit: 2 }) },
  {
    title: "vertical writing",
    build: () => pdfOf([{ texts: TEXTS.map((line) => ({ ...line, x: line.y * 2, y: 72 })) }], { font: "vertical" }),
  },
  {
    title: "text on a slant",
    build: () =>
      pdfOf([
        {
          texts: [
            { text: NAME, x: 72, y: 400, angle: 30 },
            { text: KEPT, x: 72, y: 600, angle: 30 },
          ],
        },
      ]),
  },
  { title: "invisible text", build: () => pdfOf([{ texts: TEXTS.map((line) => ({ ...line, invisible: true })) }]) },
  { title: "a font that is not embedded", build: () => unembeddedPdf(LINES) },
  {
    title: "a form field",
    build: onFirstPage((document, font) =>
      features.addField(document, document.getPage(0), font, "field", NAME, 72, 500),
    ),
    removed: ["form"],
  },
  {
    title: "a note and a link",
    build: onFirstPage((document) => {
      features.addNote(document, document.getPage(0), `${NAME} ${PHONE}`, NAME);
      features.addLink(document, document.getPage(0), `https://example.com/${PHONE}`);
    }),
    removed: ["annotations"],
    isRedrawn: true,
  },
  {
    title: "document information, XMP and an outline",
    build: onFirstPage((document) => {
      features.addMetadata(document, NAME, PHONE, true);
      features.addOutline(document, ADDRESS);
    }),
    removed: ["Info", "XMP", "outline"],
  },
  {
    title: "an attachment",
    build: onFirstPage((document) => features.addAttachment(document, `${NAME}.txt`, Buffer.from(`${PHONE}\n${ID}\n`))),
    removed: ["attachments"],
  },
  {
    title: "a script",
    build: onFirstPage((document) => document.addJavaScript("main", `app.alert("${PHONE}")`)),
    removed: ["JavaScript"],
  },
  {
    title: "an earlier revision",
    build: async () =>
      features.withPageEmptied(await pdfOf([{ texts: TEXTS }, { texts: [{ text: PHONE, x: 72, y: 90 }] }]), 1),
    removed: ["earlier revisions"],
  },
  {
    title: "a password",
    build: () => sheet({}, { password: "sesame" }),
    options: { password: "sesame" },
    removed: ["encryption"],
  },
  {
    title: "values in one font with other pages",
    build: () => pdfOf([{ texts: TEXTS }, { texts: [{ text: `${KEPT}王一二三`, x: 72, y: 90 }] }]),
  },
];

const AS_PICTURES: readonly Case[] = [
  {
    title: "a scaled form",
    build: () =>
      pdfOf([{ texts: TEXTS }], {
        finish: async (document) => {
          const [form] = await document.embedPages([document.getPage(0)]);
          document.addPage([595, 842]).drawPage(form!, { x: 20, y: 20, xScale: 0.8, yScale: 0.8 });
          document.removePage(0);
        },
      }),
    reason: "a form that is scaled or turned",
  },
  {
    title: "a hidden layer",
    build: onFirstPage((document, font) => {
      const page = document.getPage(0);
      features.drawOnHiddenLayer(document, page, () => page.drawText(`${NAME}隐藏`, { x: 72, y: 300, font, size: 12 }));
    }),
    reason: "hidden layers",
  },
  {
    title: "a turned and cropped page that failed its proof",
    build: () => sheet({ corner: [-40, 30], cropBox: [50, 400, 500, 400], rotate: 270, userUnit: 2 }),
    options: { rasterize: new Set([0]) },
    reason: "not proven clean in place",
  },
  {
    title: "a page that failed its proof",
    build: () => textPdf(LINES),
    options: { rasterize: new Set([0]) },
    reason: "not proven clean in place",
  },
];

describe.each([...IN_PLACE, ...AS_PICTURES])("$title", ({ build, options, reason, removed = [], isRedrawn }) => {
  test("leaves no value for any reader, dump or tag", async () => {
    const original = await build();
    const output = await redactByHand(original, VALUES, options);
    expect(output.rasterized.map((page) => page.reason)).toEqual(reason === undefined ? [] : [reason]);
    expect(output.removed).toEqual(expect.arrayContaining([...removed]));
    expectGone(output.bytes);
    if (reason === undefined) expect(witness.textByMupdf(output.bytes)).toContain(KEPT);
    await expectBlackAndOtherwiseUnchanged(original, output.bytes, {
      password: options?.password,
      isRedrawn: isRedrawn ?? reason !== undefined,
    });
  });
});

test("the witnesses see every value in the original, so that not seeing one means something", async () => {
  const original = await onFirstPage((document) => features.addNote(document, document.getPage(0), PHONE, NAME))();
  const text = witness.readableText(original);
  for (const value of VALUES) expect(text).toContain(value);
  const objects = witness.everyObject(original);
  expect(formsOf(PHONE).some((form) => objects.includes(form))).toBe(true);
  expect(() => expectGone(original)).toThrow();
});

test("outlines and names of removed characters leave the fonts, those of others stay", async () => {
  const { bytes } = await redactByHand(await textPdf(LINES), VALUES);
  const dump = witness.everyObject(bytes).toString("latin1");
  const named = [...dump.matchAll(/^<[0-9a-f]{4}> <([0-9a-f]{4})>$/gm)].map(([, hex]) =>
    String.fromCharCode(Number.parseInt(hex!, 16)),
  );
  expect(named).toContain("留");
  expect(named.filter((char) => VALUES.join("").includes(char))).toEqual([]);
});

/** Six wavy strokes, as letters drawn as outlines are, `height` points high from y = 100 down. */
function drawnLetters(height: number): Promise<Uint8Array> {
  const letter = (x: number) =>
    `M ${x} 0 C ${x + 9} ${height / 3} ${x - 5} ${height / 2} ${x + 4} ${height} L ${x + 7} ${height - 2} Z`;
  const path = [10, 24, 38, 52, 66, 80].map(letter).join(" ");
  return pdfOf([
    {
      texts: [{ text: KEPT, x: 72, y: 60 }],
      draw: (page) => page.drawSvgPath(path, { x: 72, y: 742, color: rgb(0, 0, 0) }),
    },
  ]);
}

test("drawn letters that a box covers go; where it covers them in part, the page becomes a picture", async () => {
  const box = { page: 0, quad: quadOfBox({ x: 72, y: 98, width: 120, height: 20 }) };
  const curves = (bytes: Uint8Array) => witness.everyObject(bytes).toString("latin1").match(/\bc$/gm)?.length ?? 0;
  const covered = await drawnLetters(12);
  expect(curves(covered)).toBe(6);
  const clean = await redactByHand(covered, [], { quads: [box] });
  expect(clean.rasterized).toEqual([]);
  expect(curves(clean.bytes)).toBe(0);
  const tall = await redactByHand(await drawnLetters(40), [], { quads: [box] });
  expect(tall.rasterized).toEqual([{ page: 0, reason: "drawings that cannot be removed in place" }]);
  expect(curves(tall.bytes)).toBe(0);
});

test("pixels of a scan go from the picture itself, and its camera data with them", async () => {
  const box = { x: 130, y: 80, width: 130, height: 24 };
  const original = await scannedPdf(await scan());
  expect(witness.everyObject(original).includes("Exif")).toBe(true);
  const output = await redactByHand(original, [], { quads: [{ page: 0, quad: quadOfBox(box) }] });
  expect(output.rasterized).toEqual([]);
  expect(witness.everyObject(output.bytes).includes("Exif")).toBe(false);
  expect(output.bytes.length).toBeLessThan(original.length * 1.5);
  const [picture, ...others] = witness.embeddedPictures(output.bytes);
  expect(others).toEqual([]);
  const { width = 0 } = await sharp(picture).metadata();
  const scale = width / 595;
  const [left, top, w, h] = [box.x + 1, box.y + 1, box.width - 2, box.height - 2].map((side) =>
    Math.round(side * scale),
  ) as [number, number, number, number];
  const { channels } = await sharp(
    await sharp(picture).extract({ left, top, width: w, height: h }).png().toBuffer(),
  ).stats();
  expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeLessThan(2);
});

test("a text layer under a box goes together with the pixels that it names", async () => {
  const jpeg = await scan();
  const original = await pdfOf([
    {
      pictures: [{ bytes: jpeg, x: 0, y: 0, width: 595, height: 842 }],
      texts: [{ text: `${LINES[0]}`, x: 50, y: 100, size: 15, invisible: true }],
    },
  ]);
  const output = await redactByHand(original, VALUES);
  expectGone(output.bytes);
  expect(witness.readableText(output.bytes)).toContain("姓名:");
});

test("camera data leaves pictures on pages without redactions, and the picture stays as it was", async () => {
  const original = await scannedPdf(await scan());
  const { bytes } = await redactByHand(original, []);
  expect(witness.everyObject(bytes).includes("Exif")).toBe(false);
  const [before, after] = await Promise.all(
    [original, bytes].map((file) => sharp(witness.embeddedPictures(file)[0]).raw().toBuffer()),
  );
  expect(after!.equals(before!)).toBe(true);
});

test("the same input gives the same bytes", async () => {
  const original = await textPdf(LINES);
  const [first, second] = [await redactByHand(original, VALUES), await redactByHand(original, VALUES)];
  expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
});

test("a wrong password is an error that names no value", async () => {
  const original = await sheet({}, { password: "sesame" });
  await expect(redactByHand(original, [], { password: "wrong" })).rejects.toMatchObject({ code: "encrypted" });
});

/** A scanned page at 144 dpi with the first line on it and camera data in the file. */
async function scan(): Promise<Uint8Array> {
  const lines = [{ text: LINES[0]!, at: [100, 200] as const, size: 30 }];
  const { data, width, height } = await drawPage({ width: 1190, height: 1684, lines });
  return sharp(data, { raw: { width, height, channels: 3 } })
    .withExif({ IFD0: { Artist: "camera", ImageDescription: PHONE } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

function expectGone(bytes: Uint8Array): void {
  const text = witness.readableText(bytes);
  const objects = witness.everyObject(bytes);
  const tags = witness.everyTag(bytes);
  for (const value of VALUES) {
    for (const part of partsOf(value)) {
      expect(text).not.toContain(part);
      expect(tags).not.toContain(part);
    }
    for (const form of formsOf(value)) {
      expect(objects.includes(form)).toBe(false);
      expect(Buffer.from(bytes).includes(form)).toBe(false);
    }
  }
}

/** Any run of six characters gives a value away; a name is one run. */
function partsOf(value: string): string[] {
  const length = Math.min(6, value.length);
  return Array.from({ length: value.length - length + 1 }, (_, at) => value.slice(at, at + length));
}

/** The value in the encodings and spellings that PDF has. */
function formsOf(value: string): Buffer[] {
  const utf8 = Buffer.from(value);
  const be = Buffer.from(value, "utf16le").swap16();
  const hex = [utf8, be].flatMap((bytes) => [bytes.toString("hex"), bytes.toString("hex").toUpperCase()]);
  const octal = [...utf8].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
  return [utf8, be, Buffer.from(value, "utf16le"), ...hex.map((text) => Buffer.from(text)), Buffer.from(octal)];
}

const DPI = 72;
/** Levels by which soft edges may differ; a stroke that is lost differs by 255. */
const LEVELS = 128;

/** By Poppler's eyes: every box black, every pixel outside of them as before. */
async function expectBlackAndOtherwiseUnchanged(
  original: Uint8Array,
  output: Uint8Array,
  { password, isRedrawn }: { readonly password: string | undefined; readonly isRedrawn: boolean },
): Promise<void> {
  const places = await placesOf(original, VALUES, password);
  const after = witness.drawn(output, 0, DPI);
  const scale = after.width / (await widthOf(output));
  const boxes = places
    .filter(({ page }) => page === 0)
    .map(({ quad }) => boxAround(quad))
    .map((box) => ({
      left: box.x * scale,
      top: box.y * scale,
      right: (box.x + box.width) * scale,
      bottom: (box.y + box.height) * scale,
    }));
  expect(boxes.length).toBeGreaterThan(0);
  const inside = (x: number, y: number, grow: number) =>
    boxes.some(
      ({ left, top, right, bottom }) => x >= left - grow && x < right + grow && y >= top - grow && y < bottom + grow,
    );
  const before = password === undefined && !isRedrawn ? witness.drawn(original, 0, DPI) : undefined;
  let [bright, changed] = [0, 0];
  for (let y = 0; y < after.height; y++) {
    for (let x = 0; x < after.width; x++) {
      const at = (y * after.width + x) * 3;
      if (inside(x, y, -2)) bright = Math.max(bright, after.data[at]!, after.data[at + 1]!, after.data[at + 2]!);
      else if (before && !inside(x, y, 4) && !isAsBefore(before, x, y, after.data[at]!)) changed++;
    }
  }
  expect(bright).toBeLessThan(40);
  expect(changed).toBe(0);
}

/** Poppler sets glyphs on quarters of a pixel, so that an unmoved one may be drawn a little to the side. */
function isAsBefore({ data, width, height }: witness.Drawn, x: number, y: number, level: number): boolean {
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const [nx, ny] = [x + dx, y + dy];
      if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
      if (Math.abs(data[(ny * width + nx) * 3]! - level) <= LEVELS) return true;
    }
  }
  return false;
}

async function widthOf(bytes: Uint8Array): Promise<number> {
  const { openPdf } = await import("@tuhei/core/pdf");
  const file = await openPdf(bytes, { name: "test.pdf" });
  try {
    return file.withPage(0, ({ space }) => space.width);
  } finally {
    file.close();
  }
}
