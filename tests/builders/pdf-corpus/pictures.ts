import { type PDFContext, PDFDocument, PDFName, PDFRawStream, type PDFRef } from "@cantoo/pdf-lib";
import sharp, { type Sharp } from "sharp";
import { drawPage } from "../drawn-text.ts";
import { pdfOf } from "../pdf.ts";
import { NAME, PHONE } from "./content.ts";
import { type CorpusFile, READERS } from "./corpus-file.ts";
import { faxStrips } from "./fax-strips.ts";
import { jbig2 } from "./jbig2.ts";
import { jpx } from "./jpx.ts";

/** Points. */
const [WIDTH, HEIGHT] = [420, 120];
/** Pixels: 180 to the inch. */
const SIZE = { width: 1050, height: 300 };
const LINE = `姓名：${NAME}，电话：${PHONE}`;
const WHOLE_PAGE = { x: 0, y: 0, width: WIDTH, height: HEIGHT };

/** A line of values as a scanner sees it. */
async function scan(): Promise<Sharp> {
  const { data, width, height } = await drawPage({ ...SIZE, lines: [{ text: LINE, at: [80, 150], size: 40 }] });
  return sharp(data, { raw: { width, height, channels: 3 } });
}

async function gray(): Promise<Buffer> {
  return (await scan()).toColorspace("b-w").extractChannel(0).raw().toBuffer();
}

/** Levels in so many bits a pixel, rows of whole bytes. */
function packed(levels: Buffer, bits: 1 | 4): Buffer {
  const perByte = 8 / bits;
  const rowBytes = Math.ceil(SIZE.width / perByte);
  const rows = Buffer.alloc(rowBytes * SIZE.height);
  for (let at = 0; at < levels.length; at++) {
    const [x, y] = [at % SIZE.width, Math.floor(at / SIZE.width)];
    const shift = 8 - bits - (x % perByte) * bits;
    rows[y * rowBytes + Math.floor(x / perByte)]! |= (levels[at]! >> (8 - bits)) << shift;
  }
  return rows;
}

type Entries = Parameters<PDFContext["flateStream"]>[1] & object;
const IMAGE = { Type: "XObject", Subtype: "Image", Width: SIZE.width, Height: SIZE.height };

/** A page that is a picture, or strips of one from the top down. */
async function pictured(
  make: (context: PDFContext) => Promise<readonly { readonly image: PDFRef; readonly height: number }[]>,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const page = document.addPage([WIDTH, HEIGHT]);
  let top = HEIGHT;
  const shown: string[] = [];
  const images: Record<string, PDFRef> = {};
  for (const [index, { image, height }] of (await make(context)).entries()) {
    top -= height;
    images[`I${index}`] = image;
    shown.push(`q ${WIDTH} 0 0 ${height.toFixed(3)} 0 ${top.toFixed(3)} cm /I${index} Do Q`);
  }
  page.node.set(PDFName.of("Resources"), context.obj({ XObject: images }));
  page.node.set(PDFName.of("Contents"), context.register(context.stream(shown.join("\n"))));
  return document.save({ useObjectStreams: false });
}

/** A page that is one picture of these bytes, deflated here, or encoded as `Filter` in the entries says. */
const single = (entries: Entries, bytes: () => Promise<Uint8Array>, isEncoded = false) =>
  pictured(async (context) => {
    const dict = { ...IMAGE, ...entries };
    const content = await bytes();
    const stream = isEncoded ? PDFRawStream.of(context.obj(dict), content) : context.flateStream(content, dict);
    return [{ image: context.register(stream), height: HEIGHT }];
  });

const seen = { picture: WHOLE_PAGE, shows: [{ values: [NAME, PHONE], seenBy: ["pixels"] }] } as const;

/** Values in pixels, by how these are kept. */
export const pictures: readonly CorpusFile[] = [
  {
    id: "04",
    title: "a JPEG with camera data",
    build: () =>
      single(
        { ColorSpace: "DeviceRGB", BitsPerComponent: 8, Filter: "DCTDecode" },
        async () =>
          (await scan())
            .withExif({ IFD0: { Artist: PHONE } })
            .jpeg({ quality: 90 })
            .toBuffer(),
        true,
      ),
    picture: WHOLE_PAGE,
    shows: [
      { values: [NAME, PHONE], seenBy: ["pixels"] },
      { values: [PHONE], seenBy: ["the bytes themselves"] },
    ],
  },
  {
    id: "04b",
    title: "a picture in a form",
    build: () =>
      pictured(async (context) => {
        const dict = { ...IMAGE, ColorSpace: "DeviceGray", BitsPerComponent: 8 };
        const image = context.register(context.flateStream(await gray(), dict));
        const form = context.stream(`q 1 0 0 1 0 0 cm /I Do Q`, {
          Type: "XObject",
          Subtype: "Form",
          BBox: [0, 0, 1, 1],
          Resources: { XObject: { I: image } },
        });
        return [{ image: context.register(form), height: HEIGHT }];
      }),
    ...seen,
  },
  {
    id: "05",
    title: "one bit a pixel, deflated",
    build: () => single({ ColorSpace: "DeviceGray", BitsPerComponent: 1 }, async () => packed(await gray(), 1)),
    ...seen,
  },
  {
    id: "05b",
    title: "fax strips, CCITT group 4",
    build: () =>
      pictured(async (context) =>
        (await faxStrips(await scan())).map(({ bytes, rows, blackIs1 }) => {
          const parameters = { K: -1, Columns: SIZE.width, Rows: rows, BlackIs1: blackIs1 };
          const dict = { ...IMAGE, Height: rows, ColorSpace: "DeviceGray", BitsPerComponent: 1 };
          const entries = { ...dict, Filter: "CCITTFaxDecode", DecodeParms: parameters };
          const image = context.register(PDFRawStream.of(context.obj(entries), bytes));
          return { image, height: (HEIGHT * rows) / SIZE.height };
        }),
      ),
    shows: [{ values: [NAME, PHONE], seenBy: ["page pixels"] }],
  },
  {
    id: "05c",
    title: "a mask that is filled with colour",
    build: () => single({ ImageMask: true, BitsPerComponent: 1 }, async () => packed(await gray(), 1)),
    ...seen,
  },
  {
    id: "05d",
    title: "a JPEG in CMYK",
    build: () =>
      single(
        { ColorSpace: "DeviceCMYK", BitsPerComponent: 8, Filter: "DCTDecode", Decode: [1, 0, 1, 0, 1, 0, 1, 0] },
        async () => (await scan()).toColorspace("cmyk").jpeg({ quality: 92 }).toBuffer(),
        true,
      ),
    ...seen,
  },
  {
    id: "06",
    title: "a scan under invisible text",
    build: async () =>
      pdfOf([
        {
          size: [WIDTH, HEIGHT],
          pictures: [
            { bytes: await (await scan()).jpeg({ quality: 90 }).toBuffer(), x: 0, y: 0, width: WIDTH, height: HEIGHT },
          ],
          texts: [{ text: LINE, x: 32, y: 60, size: 16, invisible: true }],
        },
      ]),
    rasterized: "text that stays in place",
    picture: WHOLE_PAGE,
    shows: [{ values: [NAME, PHONE], seenBy: [...READERS, "pixels"] }],
  },
  {
    id: "12",
    title: "an inline image",
    build: async () => {
      const document = await PDFDocument.create({ updateMetadata: false });
      const page = document.addPage([WIDTH, HEIGHT]);
      const head = `q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm BI /W ${SIZE.width} /H ${SIZE.height} /CS /G /BPC 1 ID `;
      const content = Buffer.concat([Buffer.from(head), packed(await gray(), 1), Buffer.from("\nEI Q\n")]);
      page.node.set(PDFName.of("Contents"), document.context.register(document.context.stream(content)));
      return document.save({ useObjectStreams: false });
    },
    ...seen,
  },
  {
    id: "35",
    title: "a picture whose soft mask draws the values",
    build: () =>
      pictured(async (context) => {
        const dict = { ...IMAGE, ColorSpace: "DeviceGray", BitsPerComponent: 8 };
        const ink = (await gray()).map((level) => 255 - level);
        const mask = context.register(context.flateStream(ink, dict));
        const black = context.flateStream(Buffer.alloc(ink.length), { ...dict, SMask: mask });
        return [{ image: context.register(black), height: HEIGHT }];
      }),
    shows: [{ values: [NAME, PHONE], seenBy: ["page pixels"] }],
  },
  {
    id: "36",
    title: "levels of grey",
    build: () => single({ ColorSpace: "DeviceGray", BitsPerComponent: 8 }, gray),
    ...seen,
  },
  {
    id: "37",
    title: "a palette, eight bits a pixel",
    build: () =>
      pictured(async (context) => {
        const palette = Buffer.from(Array.from({ length: 256 }, (_, level) => [level, level, level]).flat());
        const space = [PDFName.of("Indexed"), PDFName.of("DeviceRGB"), 255, context.register(context.stream(palette))];
        const dict = { ...IMAGE, ColorSpace: space, BitsPerComponent: 8 };
        return [{ image: context.register(context.flateStream(await gray(), dict)), height: HEIGHT }];
      }),
    ...seen,
  },
  {
    id: "39",
    title: "a palette, four bits a pixel",
    build: () =>
      pictured(async (context) => {
        const palette = Buffer.from(
          Array.from({ length: 16 }, (_, level) => [level * 17, level * 17, level * 17]).flat(),
        );
        const space = [PDFName.of("Indexed"), PDFName.of("DeviceRGB"), 15, context.register(context.stream(palette))];
        const dict = { ...IMAGE, ColorSpace: space, BitsPerComponent: 4 };
        return [{ image: context.register(context.flateStream(packed(await gray(), 4), dict)), height: HEIGHT }];
      }),
    ...seen,
  },
  {
    id: "41",
    title: "sixteen bits a colour",
    build: () =>
      single({ ColorSpace: "DeviceGray", BitsPerComponent: 16 }, async () =>
        Buffer.from([...(await gray())].flatMap((level) => [level, level])),
      ),
    ...seen,
  },
  {
    id: "42",
    title: "lightness and no colour",
    build: () =>
      single({ ColorSpace: ["Lab", { WhitePoint: [0.9505, 1, 1.089] }], BitsPerComponent: 8 }, async () =>
        Buffer.from([...(await gray())].flatMap((level) => [level, 128, 128])),
      ),
    ...seen,
  },
  {
    id: "43",
    title: "two inks of a printer",
    build: () =>
      pictured(async (context) => {
        const tint = context.stream("{ add dup 1 gt { pop 1 } if 1 exch sub }", {
          FunctionType: 4,
          Domain: [0, 1, 0, 1],
          Range: [0, 1],
        });
        const space = ["DeviceN", ["Black", "Blue"], "DeviceGray", context.register(tint)];
        const dict = { ...IMAGE, ColorSpace: space, BitsPerComponent: 8 };
        const inks = Buffer.from([...(await gray())].flatMap((level) => [255 - level, 0]));
        return [{ image: context.register(context.flateStream(inks, dict)), height: HEIGHT }];
      }),
    ...seen,
  },
  {
    id: "44",
    title: "JBIG2, white on black",
    build: () =>
      single(
        { ColorSpace: "DeviceGray", BitsPerComponent: 1, Filter: "JBIG2Decode" },
        async () => jbig2(SIZE, await faxStrips(await scan())),
        true,
      ),
    ...seen,
  },
  {
    id: "38",
    title: "JPEG 2000, levels of grey",
    build: () => single({ Filter: "JPXDecode" }, async () => jpx(await gray(), { ...SIZE, components: 1 }), true),
    ...seen,
  },
  {
    id: "38b",
    title: "JPEG 2000 in colour, its colour space named by the page",
    build: () =>
      single(
        { ColorSpace: "DeviceRGB", BitsPerComponent: 8, Filter: "JPXDecode" },
        async () => jpx(await (await scan()).raw().toBuffer(), { ...SIZE, components: 3 }),
        true,
      ),
    ...seen,
  },
];
