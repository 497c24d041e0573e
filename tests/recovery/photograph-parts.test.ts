import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesSource, createServices, type Document, metadataTextOf, open, readAll, scanMetadata } from "@tuhei/core";
import { redact } from "@tuhei/redactor";
import iconv from "iconv-lite";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import {
  asciiEntry,
  deflated,
  directory,
  exifStructure,
  filmTaken,
  photoshopResource,
  profileSaying,
  takenPicture,
  withChunk,
  withExtendedXmp,
  withSecondFrame,
  withSegment,
} from "../builders/photograph-parts.ts";
import { missingCommands } from "./witnesses.ts";

const PHONE = "13900001234";
const NAME = "林晓峰";
const size = [480, 320] as const;

const folder = mkdtempSync(join(tmpdir(), "tuhei-parts-"));
const services = createServices({ ocr: "none", faces: "keep" });
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await services.close();
});

const jpeg = (seed = 1) => takenPicture(seed).jpeg({ quality: 85 }).toBuffer();
const png = (seed = 1) => takenPicture(seed).png().toBuffer();
const small = (seed: number, width: number) => takenPicture(seed).resize(width).jpeg({ quality: 70 }).toBuffer();
const withExif = async (plan: Parameters<typeof exifStructure>[0]) =>
  withSegment(await jpeg(), 0xe1, Buffer.from("Exif\0\0"), exifStructure(plan));
const exif = Buffer.from("Exif\0\0");
const taken = {
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "31/1 13/1 4944/100",
    GPSLongitudeRef: "E",
    GPSLongitude: "121/1 28/1 2532/100",
  },
};

interface Planted {
  readonly file: () => Promise<Buffer>;
  /** Strings that the original holds, as it holds them; absent where only what is shown was planted. */
  readonly raw?: readonly Buffer[];
  /** Strings that ExifTool reads in the original. */
  readonly told?: readonly string[];
  /** Findings, as key and text. */
  readonly found?: Readonly<Record<string, string>>;
  readonly gaps?: readonly ("attachment-not-read" | "frame-not-read")[];
}

const utf8 = (text: string) => Buffer.from(text);
const position = "31.230400,121.473700";

const JPEGS: Readonly<Record<string, Planted>> = {
  "the owner in Canon's notes": {
    file: () =>
      withExif({
        make: "Canon",
        notes: (at) =>
          directory(at, [
            asciiEntry(7, `Firmware 1.0 ${PHONE}`),
            asciiEntry(9, "Lin Xiaofeng"),
            asciiEntry(0x96, "SN88213377"),
          ]),
      }),
    told: ["Lin Xiaofeng", PHONE, "SN88213377"],
    raw: [utf8("Lin Xiaofeng"), utf8("SN88213377")],
    found: { "EXIF.MakerNote": PHONE, "EXIF.MakerNote.Name": "Lin Xiaofeng" },
  },
  "a list of Apple's in UTF-16": {
    file: () =>
      withExif({
        make: "Apple",
        notes: () =>
          Buffer.concat([
            Buffer.from("Apple iOS\0\0\x01MM\0\0bplist00\x6d", "latin1"),
            Buffer.from(`机主电话 ${PHONE}`, "utf16le").swap16(),
            Buffer.from([0x08, 0, 0]),
          ]),
      }),
    raw: [Buffer.from(PHONE, "utf16le").swap16()],
    found: { "EXIF.MakerNote": PHONE },
  },
  "what a phone notes for itself, and in GB18030": {
    file: () =>
      withExif({
        make: "HUAWEI",
        others: [{ tag: 0x9999, type: 7, data: utf8(`{"lens":"rear","user":"${PHONE}"}`) }],
        notes: () =>
          Buffer.concat([
            Buffer.from("HUAWEI\0\x02\x01\0"),
            iconv.encode(`联系人：${NAME}`, "gb18030"),
            Buffer.alloc(3),
          ]),
      }),
    raw: [utf8(PHONE), iconv.encode(NAME, "gb18030")],
    found: { "EXIF.0x9999": PHONE, "EXIF.MakerNote": NAME },
  },
  "a thumbnail of what was cut off": {
    file: async () => withExif({ make: "Xiaomi", thumbnail: await small(2, 160) }),
    gaps: ["frame-not-read"],
  },
  "a thumbnail from before something was covered": {
    file: async () => {
      const bar = await sharp({ create: { width: 90, height: 18, channels: 3, background: "black" } })
        .png()
        .toBuffer();
      const covered = await takenPicture()
        .composite([{ input: bar, left: 200, top: 150 }])
        .jpeg()
        .toBuffer();
      const structure = exifStructure({ make: "Xiaomi", thumbnail: await small(1, 160) });
      return withSegment(covered, 0xe1, exif, structure);
    },
    gaps: ["frame-not-read"],
  },
  "its own thumbnail": { file: async () => withExif({ make: "Xiaomi", thumbnail: await small(1, 160) }) },
  "a thumbnail in an extension of JFIF": {
    file: async () => withSegment(await jpeg(), 0xe0, Buffer.from("JFXX\0\x10", "latin1"), await small(2, 80)),
    gaps: ["frame-not-read"],
  },
  "a thumbnail that is no JPEG": {
    file: async () =>
      withSegment(await jpeg(), 0xe0, Buffer.from("JFXX\0\x13\x02\x02", "latin1"), Buffer.alloc(12, 99)),
    gaps: ["frame-not-read"],
  },
  "a second picture behind the first, taken elsewhere": {
    file: async () =>
      Buffer.concat([
        withSegment(await jpeg(), 0xe2, Buffer.from("MPF\0II*\0\x08\0\0\0\0\0", "latin1")),
        await takenPicture(2).withExif(taken).jpeg().toBuffer(),
      ]),
    found: { "EXIF.GPS": position },
    gaps: ["frame-not-read"],
  },
  "a preview behind the picture": {
    file: async () =>
      Buffer.concat([
        withSegment(await jpeg(), 0xe2, Buffer.from("MPF\0II*\0\x08\0\0\0\0\0", "latin1")),
        await small(1, 320),
      ]),
  },
  "the film of a motion photo": {
    file: async () => Buffer.concat([await jpeg(), filmTaken("+31.2304+121.4737/", `电话 ${PHONE}`)]),
    raw: [utf8("+31.2304+121.4737"), utf8(PHONE)],
    found: { "film.GPS": position, film: PHONE },
    gaps: ["attachment-not-read"],
  },
  "a film among the notes of a phone": {
    file: async () =>
      Buffer.concat([
        await jpeg(),
        Buffer.from("\0\0\x30\x0a\x10\0\0\0MotionPhoto_Data", "latin1"),
        filmTaken("-33.8568+151.2153/", "x"),
        utf8(`\0\0\x01\x0aImage_Owner tel ${PHONE}\0SEFHk\0\0\0SEFT`),
      ]),
    raw: [utf8("-33.8568+151.2153"), utf8(PHONE)],
    found: { "film.GPS": "-33.856800,151.215300", "trailing data": PHONE },
    gaps: ["attachment-not-read"],
  },
  "XMP in several segments, with the cut in the value": {
    file: async () => {
      const packet = utf8(
        `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>电话 ${PHONE}</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`,
      );
      return withExtendedXmp(await jpeg(), packet, packet.indexOf(PHONE) + 5);
    },
    raw: [utf8(PHONE.slice(0, 5)), utf8(PHONE.slice(5))],
    found: { "XMP.description": PHONE },
  },
  "a thumbnail in XMP": {
    file: async () => {
      const image = (await small(2, 120)).toString("base64");
      return withSegment(
        await jpeg(),
        0xe1,
        Buffer.from("http://ns.adobe.com/xap/1.0/\0"),
        Buffer.from(`<x:xmpmeta><xmpGImg:image>${image}</xmpGImg:image></x:xmpmeta>`),
      );
    },
    gaps: ["frame-not-read"],
  },
  "the description of a colour profile": {
    file: async () =>
      withSegment(await jpeg(), 0xe2, Buffer.from("ICC_PROFILE\0\x01\x01", "latin1"), profileSaying(`显示器 ${PHONE}`)),
    raw: [Buffer.from(PHONE, "utf16le").swap16()],
    found: { "ICC.desc": PHONE },
  },
  "Photoshop's resources": {
    file: async () =>
      withSegment(
        await jpeg(),
        0xed,
        Buffer.from("Photoshop 3.0\0"),
        photoshopResource(1028, Buffer.concat([Buffer.from("\x1c\x02\x50\0\x09"), utf8(NAME)])),
        photoshopResource(1035, utf8(`https://a.example/?tel=${PHONE}`)),
        photoshopResource(1036, Buffer.concat([Buffer.alloc(28), await small(2, 100)])),
      ),
    told: [NAME, PHONE],
    raw: [utf8(NAME), utf8(PHONE)],
    found: { "IPTC.By-line": NAME, "application data": PHONE },
    gaps: ["frame-not-read"],
  },
  "a comment, and bytes that stand between segments": {
    file: async () => {
      const commented = withSegment(await jpeg(), 0xfe, utf8(`收件人：${NAME}`));
      const end = 4 + commented.readUInt16BE(4);
      return Buffer.concat([commented.subarray(0, end), utf8(`tel ${PHONE}`), commented.subarray(end)]);
    },
    raw: [utf8(NAME), utf8(PHONE)],
    found: { "JPEG.Comment": NAME, "application data": PHONE },
  },
};

const PNGS: Readonly<Record<string, Planted>> = {
  "EXIF with a place": {
    file: async () => {
      const structure = (await sharp(await takenPicture().withExif(taken).png().toBuffer()).metadata()).exif!;
      return withChunk(await png(), "eXIf", structure.subarray(exif.equals(structure.subarray(0, 6)) ? 6 : 0));
    },
    found: { "EXIF.GPS": position },
  },
  "a profile and its name": {
    file: async () =>
      withChunk(await png(), "iCCP", utf8(`Mi ${PHONE}\0\0`), deflated(profileSaying(`联系人：${NAME}`))),
    told: [PHONE, NAME],
    found: { "ICC.name": PHONE, "ICC.desc": NAME },
  },
  "the name of a palette": {
    file: async () => withChunk(await png(), "sPLT", utf8(`tel ${PHONE}\0\x08`)),
    raw: [utf8(PHONE)],
    found: { "application data": PHONE },
  },
  "texts of all three kinds": {
    file: async () => {
      const texts = withChunk(await png(), "zTXt", utf8("Comment\0\0"), deflated(`手机 ${PHONE}`));
      return withChunk(
        withChunk(texts, "tEXt", utf8("Author\0Lin Xiaofeng")),
        "iTXt",
        utf8(`Title\0\0\0zh\0\0收件人：${NAME}`),
      );
    },
    told: [PHONE, "Lin Xiaofeng", NAME],
    found: { "PNG.Author": "Lin Xiaofeng", "PNG.Comment": PHONE, "PNG.Title": NAME },
  },
  "a later frame": {
    file: async () => withSecondFrame(await png(1), await png(2), size),
    gaps: ["frame-not-read"],
  },
};

const TIFFS: Readonly<Record<string, Planted>> = {
  "bytes that no field speaks of": {
    file: async () => Buffer.concat([await takenPicture().tiff().toBuffer(), utf8(`tel ${PHONE}`)]),
    raw: [utf8(PHONE)],
    found: { "trailing data": PHONE },
  },
  "a film behind the end": {
    file: async () => Buffer.concat([await takenPicture().tiff().toBuffer(), filmTaken("+31.2304+121.4737/", "x")]),
    raw: [utf8("+31.2304+121.4737")],
    found: { "film.GPS": position },
    gaps: ["attachment-not-read"],
  },
  "nothing, compressed in any way": {
    file: async () => takenPicture().tiff({ compression: "jpeg", tile: true, pyramid: false }).toBuffer(),
  },
};

const WEBPS: Readonly<Record<string, Planted>> = {
  "a later frame": {
    file: async () =>
      sharp(await Promise.all([jpeg(1), jpeg(2)]), { join: { animated: true } })
        .webp({ delay: [100, 100] })
        .toBuffer(),
    gaps: ["frame-not-read"],
  },
  "a film behind the end": {
    file: async () => Buffer.concat([await takenPicture().webp().toBuffer(), filmTaken("+31.2304+121.4737/", "x")]),
    raw: [utf8("+31.2304+121.4737")],
    found: { "film.GPS": position },
    gaps: ["attachment-not-read"],
  },
};

const hasExifTool = !missingCommands().includes("exiftool");

describe.each([
  ["jpeg", JPEGS],
  ["png", PNGS],
  ["webp", WEBPS],
  ["tiff", TIFFS],
] as const)("in %s", (format, planted) => {
  describe.each(Object.entries(planted))("%s", (_name, { file, raw = [], told = [], found = {}, gaps = [] }) => {
    test("is reported, or told not to have been read", async () => {
      const bytes = await file();
      for (const value of raw) expect(bytes.includes(value)).toBe(true);
      if (hasExifTool) for (const value of told) expect(toldOf(bytes, format)).toContain(value);
      const document = await open(bytesSource(bytes, "photograph"), { services });
      expect(textsFound(document)).toEqual(found);
      expect(document.gaps).toEqual(gaps.map((code) => ({ code })));
      document.close();
    });

    test("is gone from the copy", async () => {
      const redacted = await redact(bytesSource(await file(), "photograph"), { open: { services } });
      const output = Buffer.from(await readAll(redacted.file.source));
      for (const value of [...raw, utf8(PHONE), utf8(NAME), utf8("Xiaofeng")])
        expect(output.includes(value)).toBe(false);
      expect((await sharp(output).metadata()).pages ?? 1).toBe(1);
      if (format === "jpeg") {
        expect(output.indexOf(Buffer.from([0xff, 0xd9]))).toBe(output.length - 2);
        expect(output.lastIndexOf(Buffer.from([0xff, 0xd8]))).toBe(0);
      }
      if (hasExifTool) expect(groupsTold(output, format)).toEqual([]);
    });
  });
});

test("a picture in a form that is not read is refused, not taken for text", async () => {
  const gif = await sharp(await Promise.all([jpeg(1), jpeg(2)]), { join: { animated: true } })
    .gif()
    .toBuffer();
  await expect(open(bytesSource(gif, "moving.gif"), { services })).rejects.toMatchObject({ code: "unsupported" });
  const avif = await takenPicture(1, [64, 48]).avif({ effort: 0 }).toBuffer();
  await expect(open(bytesSource(avif, "a.avif"), { services })).rejects.toMatchObject({ code: "unsupported" });
});

function textsFound(document: Document): Record<string, string> {
  const found = scanMetadata(document.metadata);
  return Object.fromEntries(found.map((one) => [one.place.metadataKey, metadataTextOf(one, document)]));
}

function exifTool(bytes: Uint8Array, format: string): string {
  const path = join(folder, `look.${format}`);
  writeFileSync(path, bytes);
  return execFileSync("exiftool", ["-a", "-u", "-ee", "-G1", "-s", "-charset", "iptc=utf8", path], {
    encoding: "utf8",
  });
}

function toldOf(bytes: Uint8Array, format: string): string {
  return exifTool(bytes, format);
}

/** ExifTool's groups in a file, without those of formats and of the file as such. */
function groupsTold(bytes: Uint8Array, format: string): string[] {
  const groups = new Set(exifTool(bytes, format).match(/(?<=^\[)[^\]]+/gm));
  for (const basic of [
    "ExifTool",
    "System",
    "File",
    "Composite",
    "JFIF",
    "PNG",
    "PNG-pHYs",
    "RIFF",
    ...(format === "tiff" ? ["IFD0"] : []),
  ])
    groups.delete(basic);
  return [...groups];
}
