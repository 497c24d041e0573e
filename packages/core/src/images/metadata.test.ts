import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { scanMetadata } from "../scan.js";
import type { PictureFormat } from "./decode.js";
import { metadataOf } from "./metadata.js";
import { partsOf } from "./parts.js";

function picture() {
  return sharp({ create: { width: 16, height: 8, channels: 3, background: "#abc" } });
}

const exif = {
  IFD0: { Artist: "Lin Xiaofeng", Make: "Camera Works" },
  IFD3: {
    GPSLatitudeRef: "S",
    GPSLatitude: "31/1 13/1 4944/100",
    GPSLongitudeRef: "E",
    GPSLongitude: "121/1 28/1 2532/100",
  },
};
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:o="urn:o" o:phone="13900001234">
<dc:creator><rdf:Seq><rdf:li>林晓峰</rdf:li><rdf:li>陆远 &amp; 周小婷</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;

async function textsIn(bytes: Uint8Array, format: PictureFormat): Promise<Record<string, string>> {
  return Object.fromEntries(metadataOf(partsOf(bytes, format)).metadata.map(({ key, text }) => [key, text]));
}

function withPngChunk(png: Uint8Array, type: string, data: Uint8Array): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4);
  chunk.set(data, 8);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

describe.each(["jpeg", "png", "webp"] as const)("in %s", (format) => {
  test("EXIF text and position are read", async () => {
    const bytes = await picture().withExif(exif).toFormat(format).toBuffer();
    expect(await textsIn(bytes, format)).toMatchObject({
      "EXIF.Artist": "Lin Xiaofeng",
      "EXIF.Make": "Camera Works",
      "EXIF.GPS": "-31.230400,121.473700",
    });
  });

  test("XMP properties are read by their names", async () => {
    const bytes = await picture().withXmp(xmp).toFormat(format).toBuffer();
    expect(await textsIn(bytes, format)).toMatchObject({
      "XMP.creator": "林晓峰\n陆远 & 周小婷",
      "XMP.phone": "13900001234",
    });
  });

  test("notes behind the end are read, a longer appendix is a gap", async () => {
    const bytes = await picture().toFormat(format).toBuffer();
    expect(metadataOf(partsOf(bytes, format)).gaps).toEqual([]);
    const noted = metadataOf(partsOf(Buffer.concat([bytes, Buffer.from("\x01\x02电话 13900001234")]), format));
    expect(noted).toMatchObject({ metadata: [{ key: "trailing data", text: "电话 13900001234" }], gaps: [] });
    const longer = Buffer.concat([bytes, Buffer.alloc(5000, "film")]);
    expect(metadataOf(partsOf(longer, format)).gaps).toEqual([{ code: "attachment-not-read" }]);
  });
});

test("TIFF says who made it", async () => {
  const bytes = await picture().withExif(exif).withXmp(xmp).tiff().toBuffer();
  expect(await textsIn(bytes, "tiff")).toMatchObject({ "XMP.phone": "13900001234" });
});

describe("a position", () => {
  const entries = async (bytes: Uint8Array) => metadataOf(partsOf(bytes, "jpeg")).metadata;
  const gps = (fields: Record<string, string>) => picture().withExif({ IFD3: fields }).jpeg().toBuffer();
  const tokyo = { GPSLatitudeRef: "N", GPSLatitude: "35/1 4087/100 0/1", GPSLongitudeRef: "E" };

  test("is a finding wherever on Earth it is, alone too, and under other types not asked for", async () => {
    const metadata = await entries(await gps({ ...tokyo, GPSLongitude: "139/1 4603/100 0/1" }));
    const finding = { entityType: "geo-location", place: { metadataKey: "EXIF.GPS", span: { start: 0, end: 20 } } };
    expect(scanMetadata(metadata)).toMatchObject([finding]);
    expect(scanMetadata(metadata, { only: new Set(["name"]) })).toEqual([]);
    expect(await entries(await gps({ GPSLatitudeRef: "S", GPSLatitude: "35/1 30/1 0/1" }))).toMatchObject([
      { key: "EXIF.GPS", text: "-35.500000", entityType: "geo-location" },
    ]);
  });

  test("is none where the camera did not know it", async () => {
    expect(await entries(await gps({ ...tokyo, GPSLatitude: "0/1 0/1 0/1", GPSLongitude: "0/1 0/1 0/1" }))).toEqual([]);
    expect(await entries(await gps({ ...tokyo, GPSLatitude: "0/0 0/0 0/0" }))).toEqual([]);
  });

  test.each([
    ["31,13.824N", "121,28.422E", "31.230400,121.473700"],
    ["35,30,36S", "139,45,0W", "-35.510000,-139.750000"],
  ])("is read from XMP: %s %s", async (latitude, longitude, text) => {
    const packet = `<rdf:Description exif:GPSLatitude="${latitude}"><exif:GPSLongitude>${longitude}</exif:GPSLongitude></rdf:Description>`;
    const { metadata } = metadataOf([{ name: "XMP", data: Buffer.from(packet) }]);
    expect(metadata).toEqual([{ key: "XMP.GPS", text, entityType: "geo-location" }]);
  });

  test("that XMP writes otherwise stays text", () => {
    const { metadata } = metadataOf([{ name: "XMP", data: Buffer.from('<a exif:GPSLatitude="here"/>') }]);
    expect(metadata).toEqual([{ key: "XMP.GPSLatitude", text: "here" }]);
  });
});

test("whoever stands as artist is a name, in any script", () => {
  const data = Buffer.from("<dc:creator><rdf:Seq><rdf:li>Lin Xiaofeng</rdf:li></rdf:Seq></dc:creator>");
  const { metadata } = metadataOf([{ name: "XMP", data }]);
  expect(scanMetadata(metadata)).toMatchObject([{ entityType: "name", place: { metadataKey: "XMP.creator" } }]);
});

describe("PNG text", () => {
  const zipped = deflateSync(Buffer.from("备注 13900001234"));
  test.each([
    ["tEXt", Buffer.from("Author\0林晓峰"), { "PNG.Author": "林晓峰" }],
    ["tEXt", Buffer.from("13900001234\0x"), { "PNG.text": "13900001234: x" }],
    ["zTXt", Buffer.concat([Buffer.from("Comment\0\0"), zipped]), { "PNG.Comment": "备注 13900001234" }],
    ["iTXt", Buffer.from("Title\0\0\0zh\0标题\0收件人林晓峰"), { "PNG.Title": "收件人林晓峰" }],
    ["iTXt", Buffer.concat([Buffer.from("Title\0\x01\0zh\0\0"), zipped]), { "PNG.Title": "备注 13900001234" }],
  ])("%s is read", async (type, data, expected) => {
    const png = await picture().png().toBuffer();
    expect(await textsIn(withPngChunk(png, type, data), "png")).toEqual(expected);
  });

  test.each([
    ["exif", "EXIF.Artist"],
    ["APP1", "EXIF.Artist"],
    ["xmp", "XMP.phone"],
  ])("a profile in hexadecimal is read: %s", async (name, key) => {
    const jpeg = await picture().withExif(exif).withXmp(xmp).jpeg().toBuffer();
    const held = partsOf(jpeg, "jpeg").find((part) => part.name === (name === "xmp" ? "XMP" : "EXIF"))!.data;
    const body = Buffer.concat([Buffer.from(name === "APP1" ? "Exif\0\0" : ""), held]);
    const hex = body.toString("hex").replace(/.{72}/g, "$&\n");
    const chunk = `Raw profile type ${name}\0\n${name}\n${String(body.length).padStart(8)}\n${hex}\n`;
    const png = withPngChunk(await picture().png().toBuffer(), "tEXt", Buffer.from(chunk));
    expect(await textsIn(png, "png")).toHaveProperty([key]);
  });

  test("a text that inflates without end is a gap", async () => {
    const bomb = Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(Buffer.alloc(64 * 1024 * 1024))]);
    const png = withPngChunk(await picture().png().toBuffer(), "zTXt", bomb);
    expect(metadataOf(partsOf(png, "png")).gaps).toEqual([{ code: "attachment-not-read" }]);
  });
});

describe("in JPEG", () => {
  function withSegment(jpeg: Uint8Array, marker: number, data: Uint8Array): Buffer {
    const head = Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]);
    return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
  }

  test.each([
    ["a comment in UTF-8", 0xfe, Buffer.from("林晓峰"), { "JPEG.Comment": "林晓峰" }],
    ["a comment in GB18030", 0xfe, Buffer.from([0xc1, 0xd6, 0xcf, 0xfe, 0xb7, 0xe5]), { "JPEG.Comment": "林晓峰" }],
    [
      "IPTC in Photoshop's resources",
      0xed,
      Buffer.concat([
        Buffer.from("Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0e\x1c\x02\x50\0\x09"),
        Buffer.from("林晓峰"),
      ]),
      { "IPTC.By-line": "林晓峰" },
    ],
    [
      "what a maker keeps in a segment of its own",
      0xe9,
      Buffer.from("\x01\x02owner 13900001234\0\x05"),
      { "application data": "owner 13900001234" },
    ],
  ])("%s is read", async (_name, marker, data, expected) => {
    const jpeg = await picture().jpeg().toBuffer();
    expect(await textsIn(withSegment(jpeg, marker, data), "jpeg")).toEqual(expected);
  });

  test("entropy-coded data is not taken for segments, in progressive files either", async () => {
    const noise = Uint8Array.from({ length: 64 * 64 * 3 }, (_, at) => (at * at * 31) % 256);
    const image = sharp(noise, { raw: { width: 64, height: 64, channels: 3 } });
    expect(partsOf(await image.jpeg({ progressive: true, quality: 100 }).toBuffer(), "jpeg")).toEqual([]);
  });
});

describe("a damaged file is read as far as it goes", () => {
  test.each(["jpeg", "png", "webp", "tiff"] as const)("%s with any bytes changed, cut anywhere", async (format) => {
    const whole = await picture().withExif(exif).withXmp(xmp).withIccProfile("p3").toFormat(format).toBuffer();
    let state = 99;
    const random = (below: number): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    for (let round = 0; round < 800; round++) {
      const bytes = Buffer.from(whole);
      for (let change = random(12); change >= 0; change--)
        bytes[random(bytes.length)] = [0, 255, random(256)][random(3)]!;
      const cut = random(3) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
      expect(() => metadataOf(partsOf(cut, format))).not.toThrow();
    }
  });
});

test("structures that point into themselves or outside the file end", () => {
  const loop = Buffer.from(
    "4949 2a00 0800 0000 0100 6987 0400 0100 0000 0800 0000 0800 0000".replaceAll(" ", ""),
    "hex",
  );
  expect(metadataOf([{ name: "EXIF", data: loop }]).metadata).toEqual([]);
  for (let length = 0; length < loop.length; length++) {
    const big = Buffer.concat([Buffer.from("II+\0"), loop.subarray(4, length)]);
    expect(metadataOf([{ name: "EXIF", data: big }]).metadata).toEqual([]);
  }
  const outside = Buffer.from(
    "4949 2a00 0800 0000 0100 3b01 0200 ffff 0000 ffff ff7f 0000 0000".replaceAll(" ", ""),
    "hex",
  );
  expect(metadataOf([{ name: "EXIF", data: outside }]).metadata).toEqual([]);
});
