import { deflateSync } from "node:zlib";
import { type ByteSource, bytesSource, type Point, type Quad, readAll } from "@tuhei/core";
import { openPdf, type PageSpace } from "@tuhei/core/pdf";
import { outputObjects, outputPages } from "../pdf/output-objects.js";
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "../pdf-lib.js";
import { operationsOf } from "../sanitize/content-lexer.js";
import { decodeStream } from "../sanitize/decode-stream.js";
import { fileOf } from "../sanitize/write-objects.js";
import type { Mask, Watermark } from "./mask.js";
import { OPACITY } from "./on-raster.js";
import { tilesOn } from "./tiles.js";

/** Name of the picture that is added; with a number where the page has it already. */
const NAME = "Watermark";
/** Level of the ink, of 255: seen on white and on black. */
const GREY = 128;

/**
 * A redacted PDF with a watermark over every page but the boxes, which stay black: one small picture, drawn again and again.
 * No font enters the file.
 *
 * @param quads boxes by page
 * @throws {TuheiError} "damaged", "engine"
 */
export async function* drawOnPdf(
  redacted: ByteSource,
  watermark: Watermark,
  quads: ReadonlyMap<number, readonly Quad[]>,
): AsyncGenerator<Uint8Array> {
  const spaces = await spacesOf(redacted);
  // Parsed anew: what checks have read stays as it was.
  const document = await outputObjects(bytesSource(await readAll(redacted), redacted.name));
  const { context } = document;
  const ink = context.register(inkOf(context, watermark.mask));
  for (const [index, page] of outputPages(document).entries()) {
    const drawing = [
      ...lines(spaces[index]!, watermark.mask, addPicture(page, ink)),
      ...boxes(spaces[index]!, quads.get(index) ?? []),
    ];
    addContent(page, drawing.join("\n"));
  }
  yield* fileOf(context, context.trailerInfo.Root as PDFRef);
}

async function spacesOf(redacted: ByteSource): Promise<readonly PageSpace[]> {
  const file = await openPdf(await readAll(redacted), { name: redacted.name });
  try {
    return Array.from({ length: file.pageCount }, (_, index) => file.withPage(index, ({ space }) => space));
  } finally {
    file.close();
  }
}

/**
 * A grey picture whose mask is the ink with its opacity (ISO 32000-2, 11.6.5.2). A stencil with an opacity of the graphics state
 * would be lighter in PDFium, which counts that twice where a picture is turned.
 */
function inkOf(context: PDFContext, { data, width, height }: Mask): PDFRawStream {
  const grey = (samples: Uint8Array, more: Readonly<Record<string, PDFRef>>): PDFRawStream => {
    const packed = deflateSync(samples, { level: 9 });
    const dict = context.obj({
      Type: "XObject",
      Subtype: "Image",
      Width: width,
      Height: height,
      ColorSpace: "DeviceGray",
      BitsPerComponent: 8,
      Filter: "FlateDecode",
      Length: packed.length,
      ...more,
    });
    return PDFRawStream.of(dict, packed);
  };
  const mask = grey(
    data.map((ink) => Math.round(ink * OPACITY)),
    {},
  );
  return grey(new Uint8Array(data.length).fill(GREY), { SMask: context.register(mask) });
}

function* lines(space: PageSpace, mask: Mask, picture: string): Generator<string> {
  const { width, height, angle, middles } = tilesOn(space, mask);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (const { x, y } of middles) {
    const corner = (u: number, v: number): Point =>
      space.toUser({ x: x + u * cos - v * sin, y: y + u * sin + v * cos });
    const origin = corner(-width / 2, height / 2);
    const [right, top] = [corner(width / 2, height / 2), corner(-width / 2, -height / 2)];
    const matrix = [right.x - origin.x, right.y - origin.y, top.x - origin.x, top.y - origin.y, origin.x, origin.y];
    yield `q ${matrix.map(number).join(" ")} cm /${picture} Do Q`;
  }
}

function* boxes(space: PageSpace, quads: readonly Quad[]): Generator<string> {
  if (quads.length === 0) return;
  yield "q 0 g";
  for (const quad of quads) {
    const points = quad.map((corner) => space.toUser(corner)).map(({ x, y }) => `${number(x)} ${number(y)}`);
    yield `${points[0]} m ${points[1]} l ${points[2]} l ${points[3]} l h f`;
  }
  yield "Q";
}

/** Exact to a thousandth of a point, and never in exponents, which PDF does not know. */
function number(value: number): string {
  return String(Number(value.toFixed(3)));
}

/** Adds to a page's own resources, not to those that other pages share. @returns the name it has there */
function addPicture(page: PDFDict, picture: PDFRef): string {
  const named = ownCopy(ownCopy(page, "Resources"), "XObject");
  let name = NAME;
  for (let count = 2; named.has(PDFName.of(name)); count++) name = `${NAME}${count}`;
  named.set(PDFName.of(name), picture);
  return name;
}

function ownCopy(dict: PDFDict, key: string): PDFDict {
  const copy = PDFDict.withContext(dict.context);
  const known = dict.lookup(PDFName.of(key));
  if (known instanceof PDFDict) for (const [name, value] of known.entries()) copy.set(name, value);
  dict.set(PDFName.of(key), copy);
  return copy;
}

/** Draws over what a page has, in the graphics state that a page begins with. */
function addContent(page: PDFDict, drawing: string): void {
  const { context } = page;
  const contents = page.get(PDFName.of("Contents"));
  const known = contents instanceof PDFRef ? context.lookup(contents) : contents;
  const streams: PDFObject[] = known instanceof PDFArray ? known.asArray() : contents ? [contents] : [];
  const add = (text: string) => {
    const packed = deflateSync(Buffer.from(text), { level: 9 });
    const dict = context.obj({ Filter: "FlateDecode", Length: packed.length });
    return context.register(PDFRawStream.of(dict, packed));
  };
  const all = PDFArray.withContext(context);
  for (const stream of [add("q"), ...streams, add(`${"Q ".repeat(1 + openStates(context, streams))}\n${drawing}\n`)]) {
    all.push(stream);
  }
  page.set(PDFName.of("Contents"), all);
}

/** How many saved graphics states a content leaves unrestored. */
function openStates(context: PDFContext, streams: readonly PDFObject[]): number {
  const parts = streams.flatMap((item) => {
    const stream = item instanceof PDFRef ? context.lookup(item) : item;
    return stream instanceof PDFStream ? [decodeStream(stream), Buffer.from("\n")] : [];
  });
  let depth = 0;
  for (const { operator } of operationsOf(Buffer.concat(parts))) {
    if (operator === "q") depth++;
    if (operator === "Q" && depth > 0) depth--;
  }
  return depth;
}
