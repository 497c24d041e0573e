// What PyMuPDF is compared with: find the values, take them out in parts and save one file, without cleaning or proof. Usage: file.pdf out.pdf
import { readFileSync, writeFileSync } from "node:fs";
import { bytesSource, createServices, open, scan } from "@tuhei/core";
import { openPdf, openPdfIn, pageChars } from "@tuhei/core/pdf";
import { joinerInto } from "../../packages/redactor/dist/pdf/join-parts.js";
import { PART_PAGES } from "../../packages/redactor/dist/pdf/part-ranges.js";
import { rebuild, settleInherited } from "../../packages/redactor/dist/pdf/rebuild.js";
import { redactInPlace } from "../../packages/redactor/dist/pdf/redact-in-place.js";
import { PDFDocument } from "../../packages/redactor/dist/pdf-lib.js";

const [input, output] = process.argv.slice(2);
const bytes = readFileSync(input);
const services = createServices({ ocr: "none" });
const document = await open(bytesSource(bytes, input), { services });
const quads = new Map();
for await (const { page, findings } of scan(document)) {
  quads.set(
    page.index,
    findings.flatMap(({ place }) => place.quads),
  );
}
document.close();
await services.close();

const whole = await openPdf(bytes, { name: input });
const { engine, pageCount } = whole;
whole.close();
let first;
const pages = [];
for (let from = 0; from < pageCount; from += PART_PAGES) {
  const to = Math.min(pageCount, from + PART_PAGES);
  const only = to - from === pageCount ? undefined : { from, to };
  const part = await PDFDocument.load(redactedPart(only, from, to), {
    updateMetadata: false,
    parseSpeed: Number.POSITIVE_INFINITY,
  });
  const own = part.getPages().map(({ node }) => node);
  for (const page of own) settleInherited(page);
  const joiner = first && joinerInto(first, part);
  pages.push(...own.map((page) => joiner?.page(page) ?? page));
  first ??= part;
}
writeFileSync(output, Buffer.concat([...rebuild(first.context, pages)]));

function redactedPart(only, from, to) {
  const file = openPdfIn(engine, bytes, { name: input, only });
  try {
    for (let index = from; index < to; index++) {
      const places = quads.get(index) ?? [];
      if (places.length > 0) file.withPage(index, (page) => redactInPlace(page, pageChars(page), places));
    }
    return file.save();
  } finally {
    file.close();
  }
}
