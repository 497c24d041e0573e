import { constants, inflateRawSync, inflateSync } from "node:zlib";
import { limits } from "@tuhei/core";
import {
  decodePDFRawStream,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFStream,
} from "../pdf-lib.js";
import { undoPredictor } from "./predictor.js";

/** A stream that cannot be decoded: nothing may be concluded from it. */
export class StreamError extends Error {}

/** The filters of a stream from the outermost on, full names (ISO 32000-2, table 6). */
export function filtersOf(dict: PDFDict): string[] {
  const filter = dict.lookup(PDFName.of("Filter")) ?? dict.lookup(PDFName.of("F"));
  const names = filter instanceof PDFArray ? filter.asArray().map((item) => dict.context.lookup(item)) : [filter];
  return names.flatMap((name) =>
    name instanceof PDFName ? [SHORT_NAMES[name.decodeText()] ?? name.decodeText()] : [],
  );
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  AHx: "ASCIIHexDecode",
  A85: "ASCII85Decode",
  LZW: "LZWDecode",
  Fl: "FlateDecode",
  RL: "RunLengthDecode",
  CCF: "CCITTFaxDecode",
  DCT: "DCTDecode",
};

/** Filters that make pixels, not bytes. */
export const PICTURE_FILTERS: ReadonlySet<string> = new Set([
  "DCTDecode",
  "JPXDecode",
  "CCITTFaxDecode",
  "JBIG2Decode",
]);

/**
 * The bytes of a stream with every filter undone.
 *
 * @throws {StreamError} for pictures, unknown filters, damaged data, or beyond `limits.inflatedBytes`
 */
export function decodeStream(stream: PDFStream): Uint8Array {
  const filters = filtersOf(stream.dict);
  let bytes: Uint8Array = stream.getContents();
  for (const [index, filter] of filters.entries()) {
    const params = paramsOf(stream.dict, index);
    bytes = FLATE.has(filter) ? inflate(bytes) : decodeOne(bytes, filter, params);
    if (params && PREDICTED.has(filter)) bytes = predicted(bytes, params);
    if (bytes.length > limits.inflatedBytes) throw new StreamError("too large");
  }
  return bytes;
}

const FLATE: ReadonlySet<string> = new Set(["FlateDecode"]);
const PREDICTED: ReadonlySet<string> = new Set(["FlateDecode", "LZWDecode"]);

function paramsOf(dict: PDFDict, index: number): PDFDict | undefined {
  const params = dict.lookup(PDFName.of("DecodeParms")) ?? dict.lookup(PDFName.of("DP"));
  const one = params instanceof PDFArray && index < params.size() ? params.lookup(index) : params;
  return one instanceof PDFDict ? one : undefined;
}

/** Readers take what there is of a stream that breaks off, and do without a broken header; so must we, or text would go unseen. */
function inflate(bytes: Uint8Array): Uint8Array {
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: limits.inflatedBytes };
  try {
    return inflateSync(bytes, options);
  } catch (error) {
    if (error instanceof RangeError) throw new StreamError("too large", { cause: error });
  }
  try {
    return inflateRawSync(bytes.subarray(2), options);
  } catch (error) {
    throw new StreamError("damaged", { cause: error });
  }
}

function decodeOne(bytes: Uint8Array, filter: string, params: PDFDict | undefined): Uint8Array {
  if (!BYTE_FILTERS.has(filter)) throw new StreamError(`filter ${filter}`);
  const dict = PDFDict.withContext(params?.context ?? PDFContext.create());
  dict.set(PDFName.of("Filter"), PDFName.of(filter));
  if (params) dict.set(PDFName.of("DecodeParms"), params);
  try {
    return decodePDFRawStream(PDFRawStream.of(dict, bytes)).decode();
  } catch (error) {
    throw new StreamError("damaged", { cause: error });
  }
}

const BYTE_FILTERS: ReadonlySet<string> = new Set(["LZWDecode", "ASCII85Decode", "ASCIIHexDecode", "RunLengthDecode"]);

function predicted(bytes: Uint8Array, params: PDFDict): Uint8Array {
  const number = (key: string, otherwise: number) => {
    const value = params.lookup(PDFName.of(key));
    return value instanceof PDFNumber ? value.asNumber() : otherwise;
  };
  return undoPredictor(bytes, {
    predictor: number("Predictor", 1),
    colors: number("Colors", 1),
    bits: number("BitsPerComponent", 8),
    columns: number("Columns", 1),
  });
}
