import { openDocument } from "../../packages/redactor/dist/pdfjs/open.js";

/** Every string that pdf.js has to tell of a file: text, annotations, fields, structure, outline, attachments, scripts. */
export async function textByPdfJs(bytes: Uint8Array): Promise<string> {
  const document = await openDocument(Uint8Array.from(bytes));
  const told: string[] = [];
  try {
    const { info, metadata } = await document.getMetadata();
    const about = [
      info,
      metadata?.getRaw(),
      document.getOutline(),
      document.getAttachments(),
      document.getFieldObjects(),
    ];
    const more = [
      document.getJSActions(),
      document.getDestinations(),
      document.getPageLabels(),
      document.getOpenAction(),
    ];
    for (const answer of [...about, ...more]) told.push(...stringsIn(await answer));
    told.push(...[...(await document.getOptionalContentConfig())].flatMap((layer) => [...stringsIn(layer)]));
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      told.push(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""));
      told.push(...stringsIn(await page.getAnnotations({ intent: "any" })));
      told.push(...stringsIn(await page.getStructTree()), ...stringsIn(await page.getJSActions()));
    }
  } finally {
    await document.destroy();
  }
  return told.join("\n");
}

const UTF8 = new TextDecoder();

function* stringsIn(answer: unknown, seen = new Set<object>()): Generator<string> {
  if (typeof answer === "string") yield answer;
  else if (answer instanceof Uint8Array) yield UTF8.decode(answer);
  else if (typeof answer === "object" && answer !== null && !seen.has(answer)) {
    seen.add(answer);
    if (Array.isArray(answer) && answer.every((one) => typeof one === "string")) yield answer.join("");
    for (const [key, value] of answer instanceof Map ? answer.entries() : Object.entries(answer)) {
      yield String(key);
      yield* stringsIn(value, seen);
    }
  }
}
