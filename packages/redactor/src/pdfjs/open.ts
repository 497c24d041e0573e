import type { PDFDocumentProxy } from "unpdf/pdfjs";
import { getDocument } from "unpdf/pdfjs";
import { CharacterMaps } from "./character-maps.js";

/** Of pdf.js's levels the one below which it says nothing but errors. */
const ERRORS_ONLY = 0;

/**
 * Opens a PDF without network, files, evaluated code or output. What the bytes are given to is theirs alone.
 *
 * @throws whatever pdf.js throws; its messages may quote the file
 */
export function openDocument(data: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    data,
    verbosity: ERRORS_ONLY,
    isEvalSupported: false,
    stopAtErrors: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    cMapPacked: false,
    BinaryDataFactory: CharacterMaps,
  }).promise;
}
