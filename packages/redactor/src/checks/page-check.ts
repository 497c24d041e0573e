import { type ByteSource, readAll, TuheiError } from "@tuhei/core";
import { flattenPage, openPdf, type PageChars, type PdfFile, type PdfPage, pageChars } from "@tuhei/core/pdf";
import type { Leak } from "../leak.js";
import type { Check, CheckContext } from "./check.js";

/** A page of an output, loaded once for every check that looks at pages. */
export interface OutputPage extends PdfPage {
  /** Read at first use. */
  readonly chars: () => PageChars;
}

/** One check at work on one output. */
export interface PageLook {
  /** What it objects to on this page, in stable English words. Called for every page in order. */
  readonly page: (page: OutputPage) => readonly string[];
  /** What it objects to when it has seen all pages. */
  readonly finish?: () => Promise<readonly Leak[]>;
}

/** A check of PDFs that looks at page after page, as pdfium shows them; several share one walk. */
export interface PageCheck extends Check {
  readonly look: (output: ByteSource, context: CheckContext) => PageLook;
}

/** A check of pages, which can also be run by itself. */
export function pageCheck(name: string, look: PageCheck["look"]): PageCheck {
  const check: PageCheck = {
    name,
    formats: ["pdf"],
    look,
    run: (output, context) => lookAtPages([check], output, context),
  };
  return check;
}

/**
 * Runs checks over the pages of an output, every page loaded once.
 *
 * @throws {TuheiError} "damaged", "engine" when the output cannot be opened
 */
export async function lookAtPages(
  checks: readonly PageCheck[],
  output: ByteSource,
  context: CheckContext,
): Promise<Leak[]> {
  const leaks: Leak[] = [];
  const looks = checks.map(({ name, look }) => ({ name, ...look(output, context) }));
  const file = await openPdf(await readAll(output), { name: output.name });
  try {
    for (let index = 0; index < file.pageCount; index++) {
      for (const { check, detail } of lookAt(file, index, looks)) leaks.push({ check, page: index, detail });
    }
  } finally {
    file.close();
  }
  for (const { finish } of looks) leaks.push(...((await finish?.()) ?? []));
  return leaks;
}

/** A page that cannot be parsed shows nothing; that it was not read is a gap, which the proof objects to by itself. */
function lookAt(
  file: PdfFile,
  index: number,
  looks: readonly (PageLook & { readonly name: string })[],
): readonly { readonly check: string; readonly detail: string }[] {
  try {
    flattenPage(file, index);
    return file.withPage(index, (page) => {
      let read: PageChars | undefined;
      const chars = () => {
        read ??= pageChars(page);
        return read;
      };
      return looks.flatMap((look) => look.page({ ...page, chars }).map((detail) => ({ check: look.name, detail })));
    });
  } catch (error) {
    if (error instanceof TuheiError && error.code === "damaged") return [];
    throw error;
  }
}
