import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { TuheiError } from "../errors.js";
import { readBarcodes } from "./read-barcodes.js";
import { startZxing } from "./zxing.js";

/**
 * The reader of barcodes, on the WebAssembly of its package.
 *
 * @throws {TuheiError} "engine"
 */
export async function loadBarcodes(): Promise<typeof readBarcodes> {
  try {
    const wasm = await readFile(fileURLToPath(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm")));
    const { buffer, byteOffset, byteLength } = wasm;
    startZxing(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
    return readBarcodes;
  } catch (cause) {
    throw new TuheiError("engine", "The barcode reader cannot be loaded; install tuhei again", { cause });
  }
}
