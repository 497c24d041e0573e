// What PyMuPDF is compared with: find the values, take them out and save, without rebuilding or proof. Usage: file.pdf out.pdf
import { readFileSync, writeFileSync } from "node:fs";
import { bytesSource, createServices, open, scan } from "@tuhei/core";
import { openPdf, pageChars } from "@tuhei/core/pdf";
import { redactInPlace } from "../../packages/redactor/dist/pdf/redact-in-place.js";

const [input, output] = process.argv.slice(2);
const bytes = readFileSync(input);
const services = createServices({ ocr: "none" });
const document = await open(bytesSource(bytes, input), { services });
const file = await openPdf(bytes, { name: input });
for await (const { page, findings } of scan(document)) {
  const quads = findings.flatMap(({ place }) => place.quads);
  if (quads.length > 0) file.withPage(page.index, (loaded) => redactInPlace(loaded, pageChars(loaded), quads));
}
writeFileSync(output, file.save());
file.close();
document.close();
await services.close();
