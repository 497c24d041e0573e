import { type PDFContext, type PDFDict, PDFName, PDFRawStream } from "../pdf-lib.js";
import type { ShownWord } from "../raster-text/shown-words.js";
import { textBehind } from "../raster-text/text-behind.js";

/** A page as one picture. */
export interface PagePicture {
  /** Visible size of the page in points, upright. */
  readonly width: number;
  readonly height: number;
  /** Size of the picture on the page, from its top left corner, points: up to a pixel more than the page. */
  readonly drawnWidth: number;
  readonly drawnHeight: number;
  /** Bytes ready for an image stream. */
  readonly data: Uint8Array;
  readonly filter: "DCTDecode" | "FlateDecode";
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  readonly colors: "DeviceRGB" | "DeviceGray";
  /** /UserUnit of the original page. */
  readonly userUnit: number;
  /** What it shows, to be found and copied. */
  readonly words: readonly ShownWord[];
}

/** A page dictionary that shows the picture and nothing else, with its words behind. */
export function addPicturePage(context: PDFContext, picture: PagePicture): PDFDict {
  const { width, height, drawnWidth, drawnHeight, userUnit } = picture;
  const image = context.register(
    PDFRawStream.of(
      context.obj({
        Type: "XObject",
        Subtype: "Image",
        Width: picture.pixelWidth,
        Height: picture.pixelHeight,
        ColorSpace: picture.colors,
        BitsPerComponent: 8,
        Filter: picture.filter,
        Length: picture.data.length,
        ...(picture.filter === "FlateDecode" && {
          DecodeParms: {
            Predictor: PNG_PREDICTOR,
            Colors: picture.colors === "DeviceRGB" ? 3 : 1,
            BitsPerComponent: 8,
            Columns: picture.pixelWidth,
          },
        }),
      }),
      picture.data,
    ),
  );
  const text = textBehind(context, picture.words);
  const drawing = `q\n${drawnWidth} 0 0 ${drawnHeight} 0 ${height - drawnHeight} cm\n/P Do\nQ\n`;
  const content = Buffer.from(drawing + (text?.operators ?? ""));
  const page = context.obj({
    Type: "Page",
    MediaBox: [0, 0, width, height],
    Resources: { XObject: { P: image }, ...(text && { Font: { T: text.font } }) },
    Contents: context.register(PDFRawStream.of(context.obj({ Length: content.length }), content)),
  });
  if (userUnit !== 1) page.set(PDFName.of("UserUnit"), context.obj(userUnit));
  return page;
}

/** Any PNG predictor: each row says its own (ISO 32000-2, table 8). */
const PNG_PREDICTOR = 15;
