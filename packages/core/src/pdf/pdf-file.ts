import { TuheiError } from "../errors.js";
import { limits } from "../limits.js";
import { discardPdfium, type Pdfium, pdfium } from "./engine.js";
import { type PageGeometry, type PageSpace, pageSpace } from "./page-space.js";

/** A PDF held by pdfium. Must be closed. */
export interface PdfFile {
  readonly engine: Pdfium;
  /** FPDF_DOCUMENT, for calls that need it. */
  readonly handle: number;
  readonly pageCount: number;
  /** Number of its first page: not 0 where only a part of a file is open. */
  readonly firstPage: number;
  /** Whether the file was encrypted, with or without a password to open it. */
  readonly isEncrypted: boolean;
  /** Loads one page, by its number in the whole file, for the time of `work`. @throws {TuheiError} "damaged" when the page cannot be parsed, "engine" */
  withPage<T>(index: number, work: (page: PdfPage) => T): T;
  /**
   * Puts a copy in a page's place that says itself what the page inherits from the tree of pages, as it is in the bytes: what was
   * done to it in memory is undone. @returns whether that could be done @throws {TuheiError} "engine"
   */
  ownPage(index: number): boolean;
  /** The whole document written anew: no earlier revisions, no encryption. @throws {TuheiError} "engine" */
  save(): Uint8Array;
  close(): void;
}

/** A loaded page. Valid only inside `withPage`. */
export interface PdfPage {
  readonly file: PdfFile;
  readonly engine: Pdfium;
  /** FPDF_PAGE. */
  readonly handle: number;
  readonly index: number;
  readonly geometry: PageGeometry;
  readonly space: PageSpace;
}

/** Pages by their numbers in the whole file, from 0; `to` is not one of them. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** How to open. */
export interface OpenPdfOptions {
  /** Default: `limits.pdfPages`. */
  readonly maxPages?: number;
  /** For messages. */
  readonly name: string;
  readonly password?: string;
  /** Only these pages, if the tree of pages can be cut so; the others are taken out in memory. */
  readonly only?: PageRange | undefined;
  /** The number that the first page has, for a file that is a part of another. Default: 0, or that of `only`. */
  readonly firstPage?: number;
}

/** FPDF_GetLastError, fpdfview.h. */
const FPDF_ERR_PASSWORD = 4;
const FPDF_ERR_SECURITY = 5;
/** FPDF_REMOVE_SECURITY, fpdf_save.h: a full rewrite without encryption. */
const SAVE_WITHOUT_SECURITY = 3;
/** Engine memory beyond which the instance is given back once no file is open. */
const KEEP_ENGINE_BYTES = 256 * 1024 * 1024;

let openFiles = 0;

/**
 * Opens a PDF in memory.
 *
 * @throws {TuheiError} "encrypted" when a password is needed, "damaged", "too-large", "engine"
 */
export async function openPdf(bytes: Uint8Array, options: OpenPdfOptions): Promise<PdfFile> {
  return openPdfIn(await pdfium(), bytes, options);
}

/** {@link openPdf} in an engine that runs. */
export function openPdfIn(engine: Pdfium, bytes: Uint8Array, options: OpenPdfOptions): PdfFile {
  const { name, password, maxPages = limits.pdfPages, only, firstPage = only?.from ?? 0 } = options;
  const { raw, wrapped } = engine;
  const data = engine.guard(() => raw.malloc!(bytes.length));
  if (data === 0) throw new TuheiError("too-large", `${name}: does not fit into pdfium's memory; split the file`);
  engine.bytes().set(bytes, data);
  const handle = engine.guard(() => wrapped.FPDF_LoadMemDocument(data, bytes.length, password ?? ""));
  if (handle === 0) {
    const reason = raw.FPDF_GetLastError!();
    raw.free!(data);
    throw openingError(reason, name, password !== undefined);
  }
  openFiles++;
  if (only && !engine.guard(() => keepsPages(engine, handle, only))) {
    engine.guard(() => raw.FPDF_CloseDocument!(handle));
    raw.free!(data);
    return openPdfIn(engine, bytes, { ...options, only: undefined });
  }
  const load = () => wrapped.FPDF_LoadMemDocument(data, bytes.length, password ?? "");
  const file = fileOf(engine, { handle, data, load }, firstPage);
  if (file.pageCount > maxPages || file.pageCount === 0) {
    const { pageCount } = file;
    file.close();
    if (pageCount === 0) throw new TuheiError("damaged", `${name}: has no pages; re-export the file`);
    throw new TuheiError("too-large", `${name}: has ${pageCount} pages, more than ${maxPages}; split the file`);
  }
  return file;
}

/** Takes all other pages out. @returns whether just these are left, by the numbers of their objects */
function keepsPages({ raw }: Pdfium, handle: number, { from, to }: PageRange): boolean {
  const numberOf = (index: number) => raw.EPDFDoc_GetPageObjectNumberByIndex!(handle, index);
  const wanted = Array.from({ length: to - from }, (_, at) => numberOf(from + at));
  const after = raw.FPDF_GetPageCount!(handle) - to;
  for (let at = 0; at < from; at++) raw.FPDFPage_Delete!(handle, 0);
  // The page behind the last one that stays, as the tree is searched from its start.
  for (let at = 0; at < after; at++) raw.FPDFPage_Delete!(handle, wanted.length);
  return (
    raw.FPDF_GetPageCount!(handle) === wanted.length &&
    wanted.every((number, at) => number > 0 && number === numberOf(at))
  );
}

function openingError(reason: number, name: string, hasPassword: boolean): TuheiError {
  if (reason === FPDF_ERR_PASSWORD) {
    const what = hasPassword ? "the password does not fit" : "needs a password";
    return new TuheiError("encrypted", `${name}: ${what}; pass --password-file`);
  }
  if (reason === FPDF_ERR_SECURITY) {
    return new TuheiError(
      "encrypted",
      `${name}: encrypted in a way that is not supported; remove the encryption first`,
    );
  }
  return new TuheiError("damaged", `${name}: not a readable PDF; re-export the file`);
}

/** A document that pdfium has loaded from bytes in its memory. */
interface Loaded {
  readonly handle: number;
  readonly data: number;
  /** Loads it once more, as it was; 0 where that fails. */
  readonly load: () => number;
}

function fileOf(engine: Pdfium, { handle, data, load }: Loaded, firstPage: number): PdfFile {
  const { raw } = engine;
  let isOpen = true;
  let original = 0;
  const file: PdfFile = {
    engine,
    handle,
    pageCount: engine.guard(() => raw.FPDF_GetPageCount!(handle)),
    firstPage,
    isEncrypted: engine.guard(() => raw.EPDF_IsEncrypted!(handle)) !== 0,
    withPage(index, work) {
      if (!isOpen) throw new TuheiError("engine", "the PDF was closed; open it again");
      return engine.guard(() => {
        const page = raw.FPDF_LoadPage!(handle, index - firstPage);
        if (page === 0) throw new TuheiError("damaged", `page ${index + 1} cannot be parsed; re-export the file`);
        try {
          const geometry = geometryOf(engine, page);
          return work({ file, engine, handle: page, index, geometry, space: pageSpace(geometry) });
        } finally {
          if (!engine.isLost()) raw.FPDF_ClosePage!(page);
        }
      });
    },
    ownPage(index) {
      return engine.guard(() => {
        original ||= load();
        return original !== 0 && replacePage(engine, handle, index - firstPage, { document: original, page: index });
      });
    },
    save: () => saveCopy(engine, handle),
    close() {
      if (!isOpen) return;
      isOpen = false;
      openFiles--;
      if (engine.isLost()) return;
      engine.guard(() => {
        if (original !== 0) raw.FPDF_CloseDocument!(original);
        raw.FPDF_CloseDocument!(handle);
        raw.free!(data);
      });
      if (openFiles === 0 && engine.bytes().length > KEEP_ENGINE_BYTES) discardPdfium();
    },
  };
  return file;
}

/** @returns whether a page is that of another document now, with all that it inherits there */
function replacePage(
  engine: Pdfium,
  handle: number,
  at: number,
  { document, page }: { readonly document: number; readonly page: number },
): boolean {
  const { raw } = engine;
  return engine.borrow(Int32Array.BYTES_PER_ELEMENT, (indices) => {
    engine.bytes().set(new Uint8Array(Int32Array.of(page).buffer), indices);
    if (raw.FPDF_ImportPagesByIndex!(handle, document, indices, 1, at + 1) === 0) return false;
    raw.FPDFPage_Delete!(handle, at);
    return true;
  });
}

function geometryOf(engine: Pdfium, page: number): PageGeometry {
  return engine.borrow(16, (rect) => {
    engine.raw.FPDF_GetPageBoundingBox!(page, rect);
    // FS_RECTF: left, top, right, bottom.
    const [left = 0, top = 0, right = 0, bottom = 0] = engine.floats().subarray(rect / 4, rect / 4 + 4);
    return { visible: { left, bottom, right, top }, turns: engine.raw.FPDFPage_GetRotation!(page) & 3 };
  });
}

function saveCopy(engine: Pdfium, handle: number): Uint8Array {
  const { raw } = engine;
  return engine.guard(() => {
    const writer = raw.PDFiumExt_OpenFileWriter!();
    try {
      if (raw.FPDF_SaveAsCopy!(handle, writer, SAVE_WITHOUT_SECURITY) === 0) {
        throw new TuheiError("engine", "pdfium could not write the file; re-export it");
      }
      const size = raw.PDFiumExt_GetFileWriterSize!(writer);
      return engine.borrow(size, (buffer) => {
        raw.PDFiumExt_GetFileWriterData!(writer, buffer, size);
        return engine.bytes().slice(buffer, buffer + size);
      });
    } finally {
      if (!engine.isLost()) raw.PDFiumExt_CloseFileWriter!(writer);
    }
  });
}
