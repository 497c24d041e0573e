import { execFileSync } from "node:child_process";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

register("./typescript-hooks.mjs", import.meta.url);
const { bytesSource, createServices, readAll } = await import("@tuhei/core");
const { memorySpool, redact } = await import("@tuhei/redactor");
const { findChromium, openPage } = await import("../browser/chromium.ts");
const { PAGE_LAYOUTS, PRINTED_FONTS } = await import("../builders/printed-pages.ts");
const { corpusOf } = await import("../builders/corpus/index.ts");
const { sentDocumentsOf } = await import("../builders/corpus/sent/index.ts");

/** The seed whose documents may be looked at, and the one whose figures alone are. */
const OPEN_SEED = 21;
const HELD_BACK_SEED = 24;
/** Of the corpus; of the documents that are sent each shape comes once. */
const DOCUMENTS = 60;
/** `redact` takes what identifies an organisation only when it is asked to. */
const KEPT = ["social-credit-code", "vat-invoice"];
/** Of a number that is left in part so many characters in a row count. */
const PART = 4;
const MIN_NUMBER = 10;

/** How much of what printed pages hold is gone from what poppler reads of the redacted PDFs, by the layout of the page. */
export async function bench(options = {}) {
  const { seed = HELD_BACK_SEED, show = false } = options;
  const documents = [...sentDocumentsOf(seed, 1), ...corpusOf(seed, DOCUMENTS)].filter(
    ({ truths }) => truths.length > 0,
  );
  const browser = await openPage(findChromium());
  const services = createServices({ ocr: "none", faces: "keep" });
  const counts = new Map(PAGE_LAYOUTS.map(({ name }) => [name, { values: 0, whole: 0, partial: 0, missed: 0 }]));
  for (const [at, document] of documents.entries()) {
    const layout = PAGE_LAYOUTS[at % PAGE_LAYOUTS.length];
    const pdf = await browser.print(layout.html(document.text, PRINTED_FONTS[at % PRINTED_FONTS.length]));
    const [before, after] = [readingsOf(pdf), readingsOf(await redacted(pdf, services))];
    for (const { entityType, start, end } of document.truths) {
      const value = plain(document.text.slice(start, end));
      // What a page cuts off is not in it.
      if (KEPT.includes(entityType) || value.length < 2 || !before.some((text) => text.includes(value))) continue;
      const outcome = outcomeOf(value, before[0], after);
      const count = counts.get(layout.name);
      count.values++;
      count[outcome]++;
      if (show && outcome !== "whole" && seed !== HELD_BACK_SEED)
        console.log(`${outcome} ${layout.name} ${document.name} ${entityType} ${value}`);
    }
  }
  await services.close();
  await browser.close();
  printTable(counts, seed, documents.length);
}

async function redacted(pdf, services) {
  const options = { open: { services }, spool: async () => memorySpool("printed.pdf") };
  const { file, dispose } = await redact(bytesSource(pdf, "printed.pdf"), options);
  const output = await readAll(file.source);
  await dispose();
  return output;
}

/** What poppler reads in the order of the file and by the layout, without spaces. */
function readingsOf(pdf) {
  return [["-raw"], ["-layout"]].map((mode) =>
    plain(execFileSync("pdftotext", [...mode, "-", "-"], { input: pdf, encoding: "utf8", maxBuffer: 2 ** 28 })),
  );
}

function plain(text) {
  return text.normalize("NFKC").replace(/[\s\p{Cf}]/gu, "");
}

function outcomeOf(value, before, after) {
  if (after.some((text) => text.includes(value))) return "missed";
  if (value.length < MIN_NUMBER) return "whole";
  const parts = Array.from({ length: value.length - PART + 1 }, (_, at) => value.slice(at, at + PART));
  // What else holds the same characters is left as it was.
  const isLeft = (part) => after[0].includes(part) && after[0].split(part).length >= before.split(part).length;
  return parts.some(isLeft) ? "partial" : "whole";
}

function printTable(counts, seed, documents) {
  console.log(`seed ${seed}: ${documents} documents`);
  const row = ([title, ...cells]) => title.padEnd(36) + cells.map((cell) => String(cell).padStart(10)).join("");
  console.log(row(["layout", "values", "whole", "partial", "missed"]));
  for (const [name, { values, whole, partial, missed }] of counts)
    console.log(row([name, values, `${((100 * whole) / values).toFixed(1)} %`, partial, missed]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { seed: { type: "string" }, show: { type: "boolean" } } });
  await bench({ ...values, seed: Number(values.seed ?? OPEN_SEED) });
}
