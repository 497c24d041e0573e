import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as Library from "@cantoo/pdf-lib";

const require = createRequire(import.meta.url);

/**
 * The one file that pdf-lib ships for browsers: its 190 modules, and the 150 of a library for colours of SVG, which nothing
 * here draws, take longer to load than a page takes to redact. Asked for without `await`: whoever waits while it is loaded
 * cannot be loaded by `require`.
 */
const library = require(join(dirname(require.resolve("@cantoo/pdf-lib")), "../dist/pdf-lib.js")) as typeof Library;

/** What is used of pdf-lib. Whoever imports it from elsewhere has other classes. */
export const {
  PDFArray,
  PDFBool,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} = library;
export const decodePDFRawStream: typeof Library.decodePDFRawStream = library.decodePDFRawStream;

export type PDFArray = Library.PDFArray;
export type PDFBool = Library.PDFBool;
export type PDFContext = Library.PDFContext;
export type PDFDict = Library.PDFDict;
export type PDFDocument = Library.PDFDocument;
export type PDFHexString = Library.PDFHexString;
export type PDFInvalidObject = Library.PDFInvalidObject;
export type PDFName = Library.PDFName;
export type PDFNumber = Library.PDFNumber;
export type PDFObject = Library.PDFObject;
export type PDFPageLeaf = Library.PDFPageLeaf;
export type PDFRawStream = Library.PDFRawStream;
export type PDFRef = Library.PDFRef;
export type PDFStream = Library.PDFStream;
export type PDFString = Library.PDFString;
