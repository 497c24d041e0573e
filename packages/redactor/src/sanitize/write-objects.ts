import { createHash } from "node:crypto";
import type { PDFContext, PDFRef } from "../pdf-lib.js";

/** The binary comment tells transfer programs that the file is not text (ISO 32000-2, 7.5.2). */
const HEADER = Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1");

/**
 * A file of exactly these objects: one revision, one cross-reference table, an /ID that follows from the content and nothing
 * else in the trailer.
 */
export function* fileOf(context: PDFContext, catalog: PDFRef): Generator<Uint8Array> {
  const hash = createHash("sha256");
  const places = new Map<number, number>();
  let at = 0;
  function put(bytes: Uint8Array): Uint8Array {
    at += bytes.length;
    hash.update(bytes);
    return bytes;
  }

  yield put(HEADER);
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    places.set(ref.objectNumber, at);
    const body = new Uint8Array(object.sizeInBytes());
    object.copyBytesInto(body, 0);
    yield put(Buffer.concat([Buffer.from(`${ref.objectNumber} 0 obj\n`), body, Buffer.from("\nendobj\n")]));
  }
  const size = Math.max(...places.keys()) + 1;
  const start = at;
  yield put(Buffer.from(crossReferences(places, size)));
  const id = hash.digest("hex").slice(0, 32);
  const trailer = `<< /Size ${size} /Root ${catalog.objectNumber} 0 R /ID [<${id}> <${id}>] >>`;
  yield Buffer.from(`trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`);
}

/** ISO 32000-2, 7.5.4: twenty bytes a line; numbers without an object are free. */
function crossReferences(places: ReadonlyMap<number, number>, size: number): string {
  const lines = [`xref\n0 ${size}\n0000000000 65535 f \n`];
  for (let number = 1; number < size; number++) {
    const place = places.get(number);
    lines.push(place === undefined ? "0000000000 65535 f \n" : `${String(place).padStart(10, "0")} 00000 n \n`);
  }
  return lines.join("");
}
