import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { bytesSource, createServices, createValueIndex } from "@tuhei/core";
import { redact, verify } from "@tuhei/redactor";
import { afterAll, describe, expect, test } from "vitest";
import { appendTo, pdfOf, pdfText } from "../builders/pdf.ts";
import * as pdfFeatures from "../builders/pdf-features.ts";

const services = createServices({ ocr: "none" });
afterAll(() => services.close());

const KEEP = new Set(["links", "outline"] as const);

interface Entry {
  readonly title: string;
  readonly below?: readonly Entry[];
}

/** Two pages with an outline of these entries and links to these addresses, and one link to the second page. */
function linkedPdf(
  entries: readonly Entry[],
  uris: readonly string[] = [],
  { rotate = 0, hasPattern = false }: { rotate?: 0 | 90; hasPattern?: boolean } = {},
): Promise<Uint8Array> {
  const texts = [{ text: "姓名：林晓峰，电话：13900001234", x: 72, y: 100 }];
  return pdfOf([{ texts, rotate }, { texts: [{ text: "第二页", x: 72, y: 100 }] }], {
    finish(document) {
      const { context, catalog } = document;
      const [first, second] = document.getPages();
      if (hasPattern) pdfFeatures.fillWithPattern(document, first!, "12");
      const root = context.nextRef();
      const written = (
        list: readonly Entry[],
        parent: typeof root,
      ): { First: typeof root; Last: typeof root; Count: number } => {
        const refs = list.map(() => context.nextRef());
        for (const [at, { title, below }] of list.entries()) {
          context.assign(
            refs[at]!,
            context.obj({
              Title: pdfText(title),
              Parent: parent,
              Dest: [second!.ref, "XYZ", 0, 700, null],
              SecretKey: PDFString.of("13900001234"),
              ...(refs[at + 1] && { Next: refs[at + 1]! }),
              ...(refs[at - 1] && { Prev: refs[at - 1]! }),
              ...(below && written(below, refs[at]!)),
            }),
          );
        }
        return { First: refs[0]!, Last: refs.at(-1)!, Count: list.length };
      };
      context.assign(root, context.obj({ Type: "Outlines", ...written(entries, root) }));
      catalog.set(PDFName.of("Outlines"), root);
      const link = (at: number, more: object) =>
        appendTo(
          document,
          first!.node,
          "Annots",
          context.register(
            context.obj({
              Type: "Annot",
              Subtype: "Link",
              Rect: [72, 500 - at * 20, 172, 512 - at * 20],
              Contents: pdfText("林晓峰的主页"),
              ...more,
            }),
          ),
        );
      for (const [at, uri] of uris.entries()) link(at, { A: { S: "URI", URI: PDFString.of(uri) } });
      link(uris.length, { Dest: [second!.ref, "Fit"] });
      link(uris.length + 1, { A: { S: "JavaScript", JS: pdfText("app.alert('林晓峰')") } });
      link(uris.length + 2, { Rect: [72, 735, 300, 760], Dest: [second!.ref, "Fit"] });
    },
  });
}

async function kept(bytes: Uint8Array) {
  const result = await redact(bytesSource(bytes, "a.pdf"), { open: { services }, keep: KEEP });
  const { source } = result.file;
  const output = await source.read(0, source.size);
  const document = await PDFDocument.load(output);
  const dicts = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
  const textIn = (dict: PDFDict, key: string) =>
    dict.lookupMaybe(PDFName.of(key), PDFString, PDFHexString)?.decodeText();
  const links = dicts.filter((dict) => dict.get(PDFName.of("Subtype")) === PDFName.of("Link"));
  return {
    result,
    output,
    titles: dicts.flatMap((dict) => textIn(dict, "Title") ?? []),
    addresses: links.flatMap((dict) => {
      const action = dict.lookupMaybe(PDFName.of("A"), PDFDict);
      return action ? [textIn(action, "URI")!] : [];
    }),
    links,
    keys: new Set(dicts.flatMap((dict) => dict.keys().map((key) => key.decodeText()))),
  };
}

describe("what is kept besides pages", () => {
  test("an outline stays with its clean entries, and those below an entry that goes move up", async () => {
    const entries = [
      { title: "第一章 总则" },
      { title: "林晓峰", below: [{ title: "附件清单" }] },
      { title: "电话13700137000" },
    ];
    const { titles, result, keys } = await kept(await linkedPdf(entries));
    expect(titles.sort()).toEqual(["第一章 总则", "附件清单"]);
    expect(result.kept).toEqual(["links", "outline"]);
    expect(result.removed).toContain("outline entries");
    expect(result.removed).not.toContain("outline");
    expect(keys).not.toContain("SecretKey");
  });

  test("addresses with a value in them go, however it is escaped; others stay", async () => {
    const uris = [
      "https://example.com/help?page=3",
      "https://example.com/u/13900001234",
      `https://example.com/?n=${encodeURIComponent("林晓峰")}`,
      `https://example.com/?n=${encodeURIComponent(encodeURIComponent("林晓峰"))}`,
      "https://example.com/139000-01234x",
      "mailto:lin@example.com",
      "javascript:alert(1)",
      "file:///home/lin/a.pdf",
    ];
    const { addresses, result, links, keys } = await kept(await linkedPdf([{ title: "目录" }], uris));
    expect(addresses).toEqual(["https://example.com/help?page=3"]);
    expect(result.removed).toContain("links");
    // One to the address, one to the second page; the one over the name and the script are gone.
    expect(links).toHaveLength(2);
    expect(keys).not.toContain("JS");
  });

  test("links keep their place on a turned page, and on one that became a picture", async () => {
    const rectOf = async (bytes: Promise<Uint8Array>) =>
      (await kept(await bytes)).links.map((link) => link.get(PDFName.of("Rect"))!.toString());
    expect(await rectOf(linkedPdf([{ title: "目录" }], [], { rotate: 90 }))).toEqual(["[ 72 500 172 512 ]"]);
    // Turned upright, the page is 842 wide and 595 high.
    expect(await rectOf(linkedPdf([{ title: "目录" }], [], { rotate: 90, hasPattern: true }))).toEqual([
      "[ 500 423 512 523 ]",
    ]);
  });

  test("nothing is kept unless asked for", async () => {
    const result = await redact(bytesSource(await linkedPdf([{ title: "目录" }]), "a.pdf"), { open: { services } });
    expect(result.kept).toEqual([]);
    expect(result.removed).toEqual(expect.arrayContaining(["annotations", "outline"]));
  });

  test("the proof objects to an outline or a link that is more than it may be", async () => {
    const { output } = await kept(await linkedPdf([{ title: "目录" }]));
    const spoiled = async (spoil: (document: PDFDocument) => void) => {
      const document = await PDFDocument.load(output, { updateMetadata: false });
      spoil(document);
      const bytes = await document.save({ useObjectStreams: false });
      const proof = await verify(bytesSource(bytes, "a.pdf"), {
        open: { services },
        scan: {},
        values: createValueIndex(),
        redactions: [],
        gaps: [],
        kept: KEEP,
      });
      return proof.verified
        ? []
        : proof.leaks.filter(({ check }) => check === "pdf-kept-parts").map(({ detail }) => detail);
    };
    const entryOf = (document: PDFDocument) =>
      document.catalog.lookup(PDFName.of("Outlines"), PDFDict).lookup(PDFName.of("First"), PDFDict);
    expect(await spoiled(() => undefined)).toEqual([]);
    expect(await spoiled((document) => entryOf(document).set(PDFName.of("Note"), PDFString.of("x")))).toEqual([
      "an outline that is more than titles and places",
    ]);
    expect(
      await spoiled((document) => {
        const [link] = document.getPage(0).node.Annots()!.asArray();
        document.context.lookup(link!, PDFDict).set(PDFName.of("Contents"), PDFString.of("x"));
      }),
    ).toEqual(["a link that is more than a place or an address"]);
  });
});
