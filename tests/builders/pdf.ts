import {
  clip,
  degrees,
  endPath,
  PDFArray,
  PDFDict,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  StandardFonts,
  setCharacterSpacing,
  TextRenderingMode,
} from "@cantoo/pdf-lib";
import { chineseFont, fontkit } from "./pdf-font.ts";

/** Text at a place. Points; the origin is the upper left corner of the sheet before it is rotated or cropped. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly size?: number;
  /** Degrees counterclockwise. */
  readonly angle?: number;
  /** Degrees by which letters lean on an upright baseline, as made-up italics do. */
  readonly lean?: number;
  /** Added between characters, as character spacing is (Tc, ISO 32000-2, 9.3.2). Points. */
  readonly spacing?: number;
  /** Drawn with text rendering mode 3, as OCR layers are. */
  readonly invisible?: boolean;
  /** "latin" is Helvetica, not embedded. */
  readonly font?: "chinese" | "latin";
}

/** A picture at a place, PNG or JPEG; (x, y) is its upper left corner. */
export interface PlacedPicture {
  readonly bytes: Uint8Array;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One page. */
export interface Sheet {
  readonly texts?: readonly PlacedText[];
  readonly pictures?: readonly PlacedPicture[];
  readonly size?: readonly [width: number, height: number];
  /** Lower left corner of the MediaBox. */
  readonly corner?: readonly [x: number, y: number];
  /** Left, bottom, width, height from the MediaBox's corner. */
  readonly cropBox?: readonly [x: number, y: number, width: number, height: number];
  /** Left, bottom, width and height of what pictures are shown through, from the MediaBox's corner. */
  readonly clip?: readonly [x: number, y: number, width: number, height: number];
  /** Clockwise, as /Rotate has it. */
  readonly rotate?: 0 | 90 | 180 | 270;
  readonly userUnit?: number;
  /** Anything else, after texts and pictures. */
  readonly draw?: (page: PDFPage, font: PDFFont) => void | Promise<void>;
}

/** Without ToUnicode; written downwards; claiming five times the height it has. */
export type FontChange = "no-unicode" | "vertical" | "tall";

/** What concerns the whole file. */
export interface PdfOptions {
  /** What is done to the Chinese font after it is made. */
  readonly font?: FontChange;
  /** Runs before the file is written. */
  readonly finish?: (document: PDFDocument, font: PDFFont) => void | Promise<void>;
  /** To open it. */
  readonly password?: string;
}

/** A4, in points. */
export const A4 = [595, 842] as const;

/** A PDF of these pages. The same sheets give the same bytes, unless a password is set. */
export async function pdfOf(sheets: readonly Sheet[], options: PdfOptions = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit);
  const fonts = {
    chinese: await document.embedFont(chineseFont(), { subset: true }),
    latin: await document.embedFont(StandardFonts.Helvetica),
  };
  for (const sheet of sheets) await addSheet(document, sheet, fonts);
  if (options.font) {
    await document.flush();
    CHANGES[options.font](document.context.lookup(fonts.chinese.ref, PDFDict));
  }
  await options.finish?.(document, fonts.chinese);
  if (options.password !== undefined) {
    document.encrypt({ userPassword: options.password, ownerPassword: `${options.password}-owner` });
  }
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}

/** One page of text lines, the first at the top. */
export function textPdf(lines: readonly string[], sheet: Sheet = {}): Promise<Uint8Array> {
  return pdfOf([{ ...sheet, texts: lines.map((text, row) => ({ text, x: 72, y: 100 + row * 24 })) }]);
}

/** One page that is nothing but a picture, as scanners make them. */
export function scannedPdf(bytes: Uint8Array, sheet: Sheet = {}): Promise<Uint8Array> {
  const [width, height] = sheet.size ?? A4;
  return pdfOf([{ ...sheet, pictures: [{ bytes, x: 0, y: 0, width, height }] }]);
}

async function addSheet(
  document: PDFDocument,
  sheet: Sheet,
  fonts: Record<"chinese" | "latin", PDFFont>,
): Promise<void> {
  const [width, height] = sheet.size ?? A4;
  const [left, bottom] = sheet.corner ?? [0, 0];
  const page = document.addPage([width, height]);
  page.setMediaBox(left, bottom, width, height);
  if (sheet.cropBox) {
    const [x, y, w, h] = sheet.cropBox;
    page.setCropBox(left + x, bottom + y, w, h);
  }
  if (sheet.rotate) page.setRotation(degrees(sheet.rotate));
  if (sheet.userUnit) page.node.set(PDFName.of("UserUnit"), document.context.obj(sheet.userUnit));
  if (sheet.clip) {
    const [x, y, w, h] = sheet.clip;
    page.pushOperators(pushGraphicsState(), rectangle(left + x, bottom + y, w, h), clip(), endPath());
  }
  for (const { bytes, ...place } of sheet.pictures ?? []) {
    const isJpeg = bytes[0] === 0xff;
    const image = isJpeg ? await document.embedJpg(bytes) : await document.embedPng(bytes);
    page.drawImage(image, {
      x: left + place.x,
      y: bottom + height - place.y - place.height,
      width: place.width,
      height: place.height,
    });
  }
  if (sheet.clip) page.pushOperators(popGraphicsState());
  for (const { text, x, y, size = 12, angle = 0, lean = 0, spacing = 0, invisible, font = "chinese" } of sheet.texts ??
    []) {
    if (spacing !== 0) page.pushOperators(pushGraphicsState(), setCharacterSpacing(spacing));
    page.drawText(text, {
      x: left + x,
      y: bottom + height - y,
      size,
      rotate: degrees(angle),
      ySkew: degrees(lean),
      font: fonts[font],
      ...(invisible && { renderMode: TextRenderingMode.Invisible }),
    });
    if (spacing !== 0) page.pushOperators(popGraphicsState());
  }
  await sheet.draw?.(page, fonts.chinese);
}

const CHANGES: Readonly<Record<FontChange, (font: PDFDict) => void>> = {
  "no-unicode": (font) => font.delete(PDFName.of("ToUnicode")),
  vertical: (font) => font.set(PDFName.of("Encoding"), PDFName.of("Identity-V")),
  tall(font) {
    const descendant = font.lookup(PDFName.of("DescendantFonts"), PDFArray).lookup(0, PDFDict);
    const descriptor = descendant.lookup(PDFName.of("FontDescriptor"), PDFDict);
    descriptor.set(PDFName.of("Ascent"), PDFNumber.of(3000));
    descriptor.set(PDFName.of("Descent"), PDFNumber.of(-2000));
  },
};

/** A text string object, UTF-16. */
export function pdfText(text: string): PDFHexString {
  return PDFHexString.fromText(text);
}

/** Adds an entry to an array that a dictionary may not have yet. */
export function appendTo(
  document: PDFDocument,
  dict: PDFDict,
  key: string,
  entry: Parameters<PDFArray["push"]>[0],
): void {
  const name = PDFName.of(key);
  const array = dict.lookupMaybe(name, PDFArray) ?? document.context.obj([]);
  array.push(entry);
  dict.set(name, array);
}
