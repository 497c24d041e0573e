import { rgb } from "@cantoo/pdf-lib";
import { bytesSource } from "@tuhei/core";
import { beforeAll, expect, test } from "vitest";
import { checks } from "../../packages/redactor/dist/checks/index.js";
import * as leaky from "../builders/leaky-pdf.ts";
import { A4, pdfOf, textPdf } from "../builders/pdf.ts";
import { placesOf, redactByHand } from "./pdf-places.ts";

const { NAME, PHONE, QUAD } = leaky;
const context = {
  redactions: [{ entityType: "name" as const, page: 0, quads: [QUAD] }],
  values: new Set([NAME, PHONE]),
};

/** Made by the writer, so that there is nothing to object to but what a test adds. */
let clean: Uint8Array;
beforeAll(async () => {
  clean = (await redactByHand(await leaky.boxedPdf(), [])).bytes;
});

/** Names of the checks that object to a file. */
async function objections(bytes: Uint8Array, redactions = context.redactions): Promise<string[]> {
  const source = bytesSource(bytes, "output.pdf");
  const names: string[] = [];
  for (const check of checks) {
    if (!check.formats.includes("pdf")) continue;
    if ((await check.run(source, { ...context, redactions })).length > 0) names.push(check.name);
  }
  return names;
}

test("a page with a black box and nothing beneath passes every check", async () => {
  expect(await objections(await leaky.leaking(clean))).toEqual([]);
});

test("what the writer makes passes every check", async () => {
  const original = await textPdf([`姓名：${NAME} 电话：${PHONE} 完毕`]);
  const redactions = (await placesOf(original, [NAME, PHONE])).map(({ page, quad }) => ({
    entityType: "name" as const,
    page,
    quads: [quad],
  }));
  expect(redactions).toHaveLength(2);
  const { bytes } = await redactByHand(original, [NAME, PHONE]);
  expect(await objections(bytes, redactions)).toEqual([]);
});

test("a box that reaches over the edge of the page is looked at as far as the page shows it", async () => {
  const original = await pdfOf([{ texts: [{ text: PHONE, x: A4[0] - 40, y: 100 }] }]);
  const redactions = (await placesOf(original, [PHONE])).map(({ page, quad }) => ({
    entityType: "name" as const,
    page,
    quads: [quad],
  }));
  const { bytes } = await redactByHand(original, [PHONE]);
  expect(await objections(bytes, redactions)).toEqual([]);
});

test.each([false, true])("text under a box is seen, invisible: %s", async (invisible) => {
  expect(await objections(await leaky.textUnderBox(NAME, invisible))).toContain("pdf-no-text-under-boxes");
});

test("text whose box is missing is seen by both readers, and as a box that is not black", async () => {
  const found = await objections((await redactByHand(await textPdf([NAME]), [])).bytes);
  expect(found).toEqual(["pdf-boxes-solid", "pdf-no-text-under-boxes", "pdf-second-reader"]);
});

test.each([
  { title: "smaller than it should be", box: { inset: 3 } },
  { title: "dark grey", box: { level: 0.25 } },
])("a box that is $title is not solid", async ({ box }) => {
  const bytes = await leaky.leaking(clean, (page) => {
    page.drawRectangle({
      x: 60,
      y: 700,
      width: 200,
      height: 80,
      color: rgb(1, 1, 1),
    });
    leaky.drawBox(page, box);
  });
  expect(await objections(bytes)).toEqual(["pdf-boxes-solid"]);
});

for (const compressed of [false, true]) {
  test.each(Object.entries(leaky.SPELLINGS))(`a value in %s is seen, compressed: ${compressed}`, async (_, spell) => {
    const bytes = await leaky.leaking(clean, (page, document) =>
      leaky.addRawContent(page, document, spell(PHONE), compressed),
    );
    expect(await objections(bytes)).toContain("pdf-no-value-in-streams");
  });
}

test("a Chinese name in UTF-16, four bytes and more, is seen in a content stream", async () => {
  const bytes = await leaky.leaking(clean, (page, document) =>
    leaky.addRawContent(page, document, leaky.SPELLINGS["UTF-16"]!(NAME), true),
  );
  expect(await objections(bytes)).toContain("pdf-no-value-in-streams");
});

test("a value in a comment between objects is seen", async () => {
  const at = Buffer.from(clean).indexOf("endobj") + "endobj".length;
  const bytes = Buffer.concat([clean.subarray(0, at), Buffer.from(`\n% ${PHONE}`), clean.subarray(at)]);
  expect(await objections(bytes)).toContain("pdf-no-value-in-streams");
});

test.each(Object.entries(leaky.SIDE_CHANNELS))("a file with %s holds more than pages", async (_, add) => {
  expect(await objections(await leaky.leaking(clean, add))).toContain("pdf-allow-list");
});

test("a second revision, an object without use and bytes around the file are seen", async () => {
  const orphan = await leaky.leaking(clean, (_, { context }) => void context.register(context.obj(["orphan"])));
  const around = [Buffer.concat([clean, Buffer.from("tail bytes")]), Buffer.concat([Buffer.from("head\n"), clean])];
  for (const bytes of [await leaky.withRevision(clean), orphan, ...around]) {
    expect(await objections(bytes)).toContain("pdf-one-revision");
  }
});

test("a font that names characters which no page shows is seen", async () => {
  expect(await objections(await leaky.fontThatNames(NAME))).toContain("pdf-no-unseen-font-chars");
});
