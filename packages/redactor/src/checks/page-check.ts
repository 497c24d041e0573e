import { type ByteSource, readAll, TuheiError } from "@tuhei/core";
import { flattenPage, type LoadedPage, openPdf, type PdfFile, pageChars } from "@tuhei/core/pdf";
import type { CheckName, Leak, Objection } from "../leak.js";
import type { Check, CheckContext } from "./check.js";

/** What is wrong on a page. */
export type PageObjection = Omit<Objection, "check" | "page">;

/** One check at work on one output. */
export interface PageLook {
  /** What it objects to on this page. Shown every page that can be parsed, in order. */
  readonly page: (page: LoadedPage) => readonly PageObjection[];
  /** What it objects to when it has seen all pages. */
  readonly finish?: () => Promise<readonly Leak[]>;
}

/** A check of PDFs that looks at page after page, as pdfium shows them; several share one walk. */
export interface PageCheck extends Check {
  readonly look: (output: ByteSource, context: CheckContext) => PageLook;
}

/** A check of pages, which can also be run by itself. */
export function pageCheck(name: CheckName, look: PageCheck["look"]): PageCheck {
  const check: PageCheck = {
    name,
    formats: ["pdf"],
    look,
    run: (output, context) => lookAtPages(check, output, context),
  };
  return check;
}

/** Several checks at work on one output: shown its pages by whoever walks over them, then asked for all that they object to. */
export function looksOf(checks: readonly PageCheck[], output: ByteSource, context: CheckContext) {
  const looks = checks.map(({ name, look }) => ({ name, ...look(output, context) }));
  const leaks: Leak[] = [];
  return {
    page(page: LoadedPage): void {
      for (const { name, page: look } of looks)
        leaks.push(...look(page).map((objection) => ({ check: name, page: page.index, ...objection })));
    },
    async finish(): Promise<Leak[]> {
      for (const { finish } of looks) leaks.push(...((await finish?.()) ?? []));
      return leaks;
    },
  };
}

async function lookAtPages(check: PageCheck, output: ByteSource, context: CheckContext): Promise<Leak[]> {
  const looks = looksOf([check], output, context);
  const file = await openPdf(await readAll(output), { name: output.name });
  try {
    for (let index = 0; index < file.pageCount; index++) showPage(file, index, looks.page);
  } finally {
    file.close();
  }
  return looks.finish();
}

/** A page that cannot be parsed shows nothing; that it was not read is a gap, which the proof objects to by itself. */
function showPage(file: PdfFile, index: number, show: (page: LoadedPage) => void): void {
  try {
    flattenPage(file, index);
    file.withPage(index, (page) => show({ ...page, chars: pageChars(page) }));
  } catch (error) {
    if (!(error instanceof TuheiError) || error.code !== "damaged") throw error;
  }
}
