import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { boxAround } from "@tuhei/core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chanceOf } from "../builders/corpus/chance.ts";
import type { Layout } from "../builders/image-corpus/layouts/layout.ts";
import { drivingLicence } from "../builders/image-corpus/layouts/licences.ts";
import { printed } from "../builders/image-corpus/printed.ts";
import { box, portrait, sheet, text } from "../builders/image-drawing.ts";
import { personOf } from "../builders/people.ts";
import { emptyFolder, type Run, runTuhei } from "../cli/run-tuhei.ts";
import { missingCommands } from "./witnesses.ts";

/** The real command line reads, redacts and proves pictures in a process of its own. */
const SLOW = 300_000;

const owner = personOf(171);
const folder = emptyFolder();
afterAll(() => rmSync(folder, { recursive: true }));

/** The front of an identity card, 1012 by 638 pixels. */
const PORTRAIT = { left: 660, top: 80, width: 270, height: 340 };
async function drawCard(path: string): Promise<void> {
  const { name, gender, idCard } = owner;
  const shapes = [
    text(60, 100, "姓 名", { size: 30 }),
    text(170, 102, name, { size: 40 }),
    text(60, 180, "性 别", { size: 30 }),
    text(170, 182, gender, { size: 34 }),
    text(270, 180, "民 族", { size: 30 }),
    text(370, 182, "汉", { size: 34 }),
    text(60, 260, "出 生", { size: 30 }),
    text(170, 262, "1990 年 3 月 7 日", { size: 34 }),
    text(60, 340, "住 址", { size: 30 }),
    text(170, 342, "浙江省杭州市西湖区文三", { size: 34 }),
    text(170, 392, "路1号2幢3单元401室", { size: 34 }),
    text(60, 555, "公民身份号码", { size: 30 }),
    text(320, 557, idCard, { size: 42, spacing: 3 }),
    portrait(PORTRAIT.left, PORTRAIT.top, PORTRAIT.width, PORTRAIT.height),
  ];
  await sheet(1012, 638, [box(4, 4, 1004, 630, "#eef4f8", "#99a"), ...shapes])
    .png()
    .toFile(path);
}

/** A waybill on which the receiver's line is smeared beyond reading. */
const SMEARED = { left: 150, top: 282, width: 620, height: 60 };
async function drawWaybill(path: string): Promise<void> {
  const shapes = [
    text(60, 100, "通途快递", { size: 48, weight: "bold" }),
    text(60, 170, "运单号：78812345678901", { size: 34 }),
    text(60, 240, "收件人：周佳宁  13900001234", { size: 34 }),
    text(170, 325, "浙江省杭州市西湖区文三路1号", { size: 38 }),
    text(60, 420, "付款方式：寄付月结", { size: 32 }),
    text(60, 490, "重量：2.35kg", { size: 32 }),
    text(60, 560, "签收人/签收时间：", { size: 32 }),
    text(560, 560, "已验视", { size: 32 }),
  ];
  const clear = await sheet(900, 640, shapes).png().toBuffer();
  const smear = await sharp(clear).extract(SMEARED).blur(7).toBuffer();
  await sharp(clear)
    .composite([{ input: smear, left: SMEARED.left, top: SMEARED.top }])
    .png()
    .toFile(path);
}

/** A document of the bench on which the values of some types are smeared beyond being seen as text; where their ink was. */
async function drawSmeared(draw: Layout, types: readonly string[], path: string): Promise<(typeof SMEARED)[]> {
  const { raster, truths } = await printed(await draw(chanceOf(7)));
  const { width, height } = raster;
  const clear = await sharp(raster.data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  const spots = truths.filter(({ entityType }) => types.includes(entityType)).flatMap((truth) => truth.spots);
  const inks = spots.map(({ quad }) => {
    const { x, y, ...size } = boxAround(quad);
    return { left: x, top: y, ...size };
  });
  const smears = inks.map(async ({ left, top, width, height }) => {
    const around = { left: left - 12, top: top - 8, width: width + 24, height: height + 16 };
    const input = await sharp(clear)
      .extract(around)
      .blur(0.45 * height)
      .toBuffer();
    return { input, left: around.left, top: around.top };
  });
  await sharp(clear)
    .composite(await Promise.all(smears))
    .png()
    .toFile(path);
  return inks;
}

/** The brightest sample in a part of a picture. */
async function brightest(path: string, part: typeof SMEARED): Promise<number> {
  const { channels } = await sharp(await sharp(path).extract(part).toBuffer()).stats();
  return Math.max(...channels.map(({ max }) => max));
}

/** What tesseract makes of a picture, without spaces. */
function readByTesseract(path: string): string {
  return execFileSync("tesseract", [path, "-", "-l", "chi_sim", "--psm", "11"], { stdio: ["ignore", "pipe", "ignore"] })
    .toString()
    .replace(/\s/g, "");
}

interface Report {
  readonly files: readonly {
    readonly findings: readonly { readonly type: string }[];
    readonly keptTypes?: Readonly<Record<string, number>>;
    readonly kinds?: readonly { readonly page: number; readonly kind: string }[];
    readonly gaps: readonly { readonly code: string }[];
  }[];
}

/** Each once: an address may be found line by line. */
const typesIn = (run: Run) =>
  reportOf(run)
    .findings.map(({ type }) => type)
    .filter((type, index, all) => all.indexOf(type) === index)
    .sort();
const reportOf = ({ stdout }: Run) => (JSON.parse(stdout) as Report).files[0]!;
const isBlind = missingCommands().includes("tesseract") && !process.env.CI;

describe("a copy of an ID card that shows the name and nothing else", () => {
  const [original, out] = [join(folder, "card.png"), join(folder, "out")];
  const copy = join(out, "card.png");
  let run: Run;
  beforeAll(async () => {
    await drawCard(original);
    run = await runTuhei(["redact", original, "--out", out, "--keep", "name", "--format", "json"]);
  }, SLOW);

  test("is told as such", () => {
    expect(run.exitCode).toBe(0);
    expect(reportOf(run)).toMatchObject({
      keptTypes: { name: 1 },
      kinds: [{ page: 1, kind: "id-card-front" }],
    });
    expect(typesIn(run)).toEqual(["address", "birth-date", "face", "id-card"]);
    expect(run.stdout).not.toContain(owner.name);
  });

  test.skipIf(isBlind)("gives tesseract the name, and neither number nor address", () => {
    expect(readByTesseract(original)).toContain(owner.idCard);
    const left = readByTesseract(copy);
    expect(left).toContain(owner.name);
    expect(left).not.toContain(owner.idCard.slice(0, 6));
    expect(left).not.toContain("西湖区");
  });

  test("has no pixel of the portrait", async () => {
    expect(await brightest(original, PORTRAIT)).toBeGreaterThan(100);
    expect(await brightest(copy, PORTRAIT)).toBe(0);
  });

  test(
    "is clean to a verification that knows what was kept, and to no other",
    async () => {
      expect((await runTuhei(["verify", copy, "--keep", "name"])).exitCode).toBe(0);
      expect((await runTuhei(["verify", copy, "--keep", "name", "--against", original])).exitCode).toBe(0);
      expect((await runTuhei(["verify", copy])).exitCode).toBe(1);
    },
    SLOW,
  );
});

describe("a line of a waybill that nobody can read", () => {
  const original = join(folder, "waybill.png");
  beforeAll(() => drawWaybill(original));
  const redacted = async (...more: string[]) => {
    const out = emptyFolder();
    const run = await runTuhei(["redact", original, "--out", out, "--format", "json", ...more]);
    return { run, copy: join(out, "waybill.png") };
  };

  test(
    "is black, counted, and told as not read",
    async () => {
      const { run, copy } = await redacted();
      expect(run.exitCode).toBe(3);
      expect(reportOf(run)).toMatchObject({ kinds: [{ kind: "waybill" }], gaps: [{ code: "low-confidence" }] });
      expect(typesIn(run)).toContain("unreadable");
      const ink = { left: 172, top: 296, width: 480, height: 34 };
      expect(await brightest(copy, ink)).toBe(0);
      expect(await brightest(copy, { left: 60, top: 440, width: 300, height: 50 })).toBe(255);
    },
    SLOW,
  );

  test(
    "stays where it is only to be reported",
    async () => {
      const { run, copy } = await redacted("--unreadable", "report");
      expect(typesIn(run)).not.toContain("unreadable");
      expect(await brightest(copy, SMEARED)).toBeGreaterThan(100);
    },
    SLOW,
  );
});

test(
  "values that are smeared so much that no text is seen there are black, and what is nobody's beside them is not",
  async () => {
    const original = join(folder, "licence.png");
    const smeared = await drawSmeared(drivingLicence, ["name", "id-card", "address"], original);
    const out = emptyFolder();
    const run = await runTuhei(["redact", original, "--out", out, "--format", "json"]);
    expect(run.exitCode).toBe(3);
    expect(reportOf(run)).toMatchObject({ kinds: [{ kind: "driving-licence" }], gaps: [{ code: "low-confidence" }] });
    expect(typesIn(run)).toEqual(expect.arrayContaining(["name", "id-card", "address"]));
    const copy = join(out, "licence.png");
    for (const part of smeared) expect(await brightest(copy, part)).toBe(0);
    // The classes it is good for.
    const other = { left: 515, top: 555, width: 60, height: 36 };
    const pixels = (path: string) => sharp(path).removeAlpha().extract(other).raw().toBuffer();
    expect(Buffer.compare(await pixels(copy), await pixels(original))).toBe(0);
  },
  SLOW,
);

test(
  "what is to be kept must have a name, what a page is, too",
  async () => {
    writeFileSync(join(folder, "a.txt"), "王小明 13900001234");
    for (const wrong of [
      ["redact", folder, "--out", join(folder, "x"), "--keep", "nose"],
      ["scan", folder, "--profile", "novel"],
      ["scan", folder, "--unreadable", "ignore"],
    ])
      expect((await runTuhei(wrong)).exitCode).toBe(2);
  },
  SLOW,
);
