import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { bytesSource, createServices, metadataTextOf, open, readAll, scanMetadata } from "@tuhei/core";
import { redact } from "@tuhei/redactor";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { missingCommands } from "./witnesses.ts";

/** ExifTool plants and looks for what it planted: nothing of ours takes part. */
const hasExifTool = !missingCommands().includes("exiftool");

const run = (...parameters: string[]) => promisify(execFile)("exiftool", parameters);

const folder = mkdtempSync(join(tmpdir(), "tuhei-photograph-"));
const services = createServices({ ocr: "none" });
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await services.close();
});

/** What each part is given. Writing PNG text as well. */
const PLANTED = [
  "-EXIF:Artist=林晓峰",
  "-EXIF:OwnerName=陆远",
  "-EXIF:XPComment=电话 13900001234",
  "-EXIF:GPSLatitude=35.6812",
  "-EXIF:GPSLatitudeRef=N",
  "-EXIF:GPSLongitude=139.7671",
  "-EXIF:GPSLongitudeRef=E",
  "-XMP-dc:Creator=Zhou Xiaoting",
  "-XMP-iptcCore:CreatorWorkTelephone=13800005678",
  "-XMP-exif:GPSLatitude=31.2304",
  "-XMP-exif:GPSLongitude=121.4737",
];
const PNG_TEXT = ["-PNG:Author=欧阳文静", "-PNG:Comment=手机 13700009999"];

const EXPECTED = {
  "EXIF.Artist": "林晓峰",
  "EXIF.CameraOwnerName": "陆远",
  "EXIF.XPComment": "13900001234",
  "EXIF.GPS": "35.681200,139.767100",
  "XMP.creator": "Zhou Xiaoting",
  "XMP.CiTelWork": "13800005678",
  "XMP.GPS": "31.230400,121.473700",
};
const EXPECTED_IN_PNG = { ...EXPECTED, "PNG.Author": "欧阳文静", "PNG.Comment": "13700009999" };

async function photograph(format: "jpeg" | "png" | "tiff" | "webp"): Promise<Buffer> {
  const path = join(folder, `photograph.${format}`);
  const image = sharp({ create: { width: 320, height: 200, channels: 3, background: "#9ab" } });
  await writeFile(path, await image.withIccProfile("p3").toFormat(format).toBuffer());
  const thumbnail = join(folder, "thumbnail.jpg");
  await writeFile(thumbnail, await image.clone().resize(160).jpeg().toBuffer());
  const own = format === "png" ? PNG_TEXT : format === "jpeg" ? [`-ThumbnailImage<=${thumbnail}`] : [];
  await run("-q", "-overwrite_original", "-charset", "iptc=utf8", ...PLANTED, ...own, path);
  return readFile(path);
}

test("ExifTool is installed", ({ skip }) => {
  skip(!hasExifTool && !process.env.CI, "not installed: exiftool; .ci/run installs it");
  expect(hasExifTool).toBe(true);
});

describe.skipIf(!hasExifTool).each(["jpeg", "png", "tiff", "webp"] as const)("a photograph as %s", (format) => {
  test("is told where it was taken and whose it is, with the field", async () => {
    const document = await open(bytesSource(await photograph(format), "photograph"), { services });
    const found = scanMetadata(document.metadata).map((finding) => [
      finding.place.metadataKey,
      metadataTextOf(finding, document),
    ]);
    expect(Object.fromEntries(found)).toEqual(format === "png" ? EXPECTED_IN_PNG : EXPECTED);
    document.close();
  });

  test("comes out with nothing but pixels", async () => {
    const redacted = await redact(bytesSource(await photograph(format), "photograph"), { open: { services } });
    expect(redacted.removed).toEqual(expect.arrayContaining(["EXIF", "GPS position", "ICC", "XMP"]));
    if (format === "jpeg") expect(redacted.removed).toContain("thumbnail");
    const path = join(folder, `redacted.${format}`);
    await writeFile(path, await readAll(redacted.file.source));
    const { stdout } = await run("-a", "-u", "-ee", "-G1", "-s", path);
    const groups = new Set(stdout.match(/(?<=^\[)[^\]]+/gm));
    for (const basic of ["ExifTool", "System", "File", "Composite", "JFIF", "PNG", "PNG-pHYs", "RIFF"])
      groups.delete(basic);
    if (format === "tiff") groups.delete("IFD0");
    expect([...groups]).toEqual([]);
    expect(stdout).not.toMatch(/Artist|Author|Creator|Comment|Owner|GPS|Profile|Thumbnail|Preview|Software/i);
  });
});
