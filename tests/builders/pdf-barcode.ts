import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { prepareZXingModule, type WriteInputBarcodeFormat, writeBarcode } from "zxing-wasm/writer";

/** A symbol as a picture and as its modules, one byte each, below 128 for dark. */
export interface Symbol {
  readonly png: Uint8Array;
  readonly modules: { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };
}

/** By itself the package would fetch its WebAssembly from the network. */
function prepare(): void {
  const wasm = readFileSync(fileURLToPath(import.meta.resolve("zxing-wasm/writer/zxing_writer.wasm")));
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  prepareZXingModule({ overrides: { wasmBinary } });
}

/** Draws a barcode. */
export async function symbolOf(text: string, format: WriteInputBarcodeFormat): Promise<Symbol> {
  prepare();
  const { image, symbol, error } = await writeBarcode(text, { format, scale: 4 });
  if (!image) throw new Error(`Expected a symbol but received: ${error}`);
  return { png: new Uint8Array(await image.arrayBuffer()), modules: symbol };
}
