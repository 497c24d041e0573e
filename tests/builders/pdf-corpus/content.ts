import { PDFDocument, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import { A4 } from "../pdf.ts";

/** Invented; the check digits are right. */
export const NAME = "王小明";
export const PHONE = "13912345678";
export const ID = "11010519491231002X";
export const ADDRESS = "北京市朝阳区建国路88号院3号楼1204室";
export const VALUES = [NAME, PHONE, ID, ADDRESS];
/** Those that need no Chinese font. */
export const NUMBERS = [PHONE, ID];
/** Shown and not to be touched. Has no character of the values. */
export const KEPT = "这一行文字必须保留下来";
export const LINES = [`姓名：${NAME}，电话：${PHONE}，证件号码：${ID}，完毕。`, KEPT, `地址：${ADDRESS}；附注`];
export const TEXTS = LINES.map((text, row) => ({ text, x: 72, y: 100 + row * 24 }));
/** What stays on a page whose text is Latin. */
export const KEPT_LATIN = "stays as it is";

/**
 * A page whose content is written by hand, with Helvetica as /F in its resources.
 *
 * @param content parts of an array of content streams
 */
export async function contentPdf(
  content: readonly string[],
  finish: (document: PDFDocument, page: PDFPage) => void = () => {},
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const page = document.addPage([...A4]);
  const parts = content.map((part) => context.register(context.stream(Buffer.from(part, "latin1"))));
  const helvetica = { Type: "Font", Subtype: "Type1", BaseFont: "Helvetica", Encoding: "WinAnsiEncoding" };
  page.node.set(PDFName.of("Resources"), context.obj({ Font: { F: context.register(context.obj(helvetica)) } }));
  page.node.set(PDFName.of("Contents"), context.obj(parts));
  finish(document, page);
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}
