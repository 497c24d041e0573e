import { expect, test } from "vitest";
import { PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef, PDFStream } from "../pdf-lib.js";
import { joinerInto } from "./join-parts.js";

/** A part with one page, which draws a form that has a font; objects of all parts have the same numbers. */
async function partWith({ content = "q Q", font = "Helvetica", layer = "shown" } = {}): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const page = document.addPage([100, 100]);
  const Font = { F: context.register(context.obj({ Type: "Font", BaseFont: font })) };
  const OC = context.register(context.obj({ Type: "OCG", Name: layer }));
  const form = context.register(context.stream(content, { Subtype: "Form", OC, Resources: { Font } }));
  page.node.set(PDFName.of("Resources"), context.obj({ XObject: { X: form, Y: form } }));
  page.node.set(PDFName.of("Contents"), context.register(context.stream("/X Do")));
  page.node.set(PDFName.of("Annots"), context.obj([{ Type: "Annot" }]));
  return document;
}

/** The two references to the form of the only page. */
function formsOf(page: PDFDict): (PDFObject | undefined)[] {
  const forms = page.lookup(PDFName.of("Resources"), PDFDict).lookup(PDFName.of("XObject"), PDFDict);
  return [forms.get(PDFName.of("X")), forms.get(PDFName.of("Y"))];
}

async function joined(one: PDFDocument, other: PDFDocument) {
  const joiner = joinerInto(one, other);
  const own = one.getPage(0).node;
  const page = joiner.page(other.getPage(0).node);
  return { own, page, joiner };
}

test("what is the same in both parts stays one object", async () => {
  const one = await partWith();
  const before = one.context.enumerateIndirectObjects().length;
  const { own, page, joiner } = await joined(one, await partWith());
  expect(formsOf(page)).toEqual(formsOf(own));
  expect(page.get(PDFName.of("Contents"))).toBe(own.get(PDFName.of("Contents")));
  expect(one.context.enumerateIndirectObjects()).toHaveLength(before);
  expect(joiner.hasOwnLayer).toBe(false);
});

const CHANGES: readonly (readonly [what: string, change: { content?: string; font?: string }])[] = [
  ["content", { content: "q 1 0 0 1 5 5 cm Q" }],
  ["a font two references away", { font: "Courier" }],
];

test.each(CHANGES)(
  "objects with the same number that differ in %s are kept apart, and each once",
  async (_, change) => {
    const one = await partWith();
    const { own, page } = await joined(one, await partWith(change));
    const [x, y] = formsOf(page);
    expect(x).toBeInstanceOf(PDFRef);
    expect(x).toBe(y);
    expect(x).not.toBe(formsOf(own)[0]);
    const form = one.context.lookup(x, PDFStream);
    expect(Buffer.from(form.getContents()).toString()).toBe(change.content ?? "q Q");
    const fonts = form.dict.lookup(PDFName.of("Resources"), PDFDict).lookup(PDFName.of("Font"), PDFDict);
    const name = fonts.lookup(PDFName.of("F"), PDFDict).get(PDFName.of("BaseFont"));
    expect(name).toBe(PDFName.of(change.font ?? "Helvetica"));
  },
);

test("a layer that the first part does not have is told, for nobody knows any more whether it is shown", async () => {
  expect((await joined(await partWith(), await partWith({ layer: "other" }))).joiner.hasOwnLayer).toBe(true);
});

test("what leads from a page to others does not come along", async () => {
  const { page } = await joined(await partWith(), await partWith());
  expect(page.has(PDFName.of("Parent")) || page.has(PDFName.of("Annots"))).toBe(false);
});
