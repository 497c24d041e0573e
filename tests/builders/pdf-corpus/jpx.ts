import { createRequire } from "node:module";

/** The encoder as Emscripten makes it: what it is given and what it gives lie in its own memory. */
interface Encoder {
  getDecodedBuffer(frame: object): Uint8Array;
  getEncodedBuffer(): Uint8Array;
  /** @param isLossless the second number is then of no account */
  setQuality(isLossless: boolean, quality: number): void;
  encode(): void;
  delete(): void;
}

const BITS = 8;
/** Enumerated colour spaces (ISO/IEC 15444-1, table I.10). */
const COLOR_SPACES = { 1: 17, 3: 16 } as const;
/** The compression type of the image header, which has one value only. */
const JPEG_2000 = 7;

/** Levels, 8 bits a component and components side by side, as a JP2 file without loss. */
export async function jpx(
  levels: Uint8Array,
  { width, height, components }: { width: number; height: number; components: keyof typeof COLOR_SPACES },
): Promise<Buffer> {
  const load = createRequire(import.meta.url)("@cornerstonejs/codec-openjpeg");
  const encoder: Encoder = new (await load()).J2KEncoder();
  try {
    const frame = { width, height, bitsPerSample: BITS, componentCount: components, isSigned: false };
    encoder.getDecodedBuffer({ ...frame, isUsingColorTransform: components > 1 }).set(levels);
    encoder.setQuality(true, 0);
    encoder.encode();
    return file(Buffer.from(encoder.getEncodedBuffer()), width, height, components);
  } finally {
    encoder.delete();
  }
}

/** ISO/IEC 15444-1, annex I: the boxes around a code stream. */
function file(codestream: Buffer, width: number, height: number, components: keyof typeof COLOR_SPACES): Buffer {
  const header = Buffer.alloc(14);
  header.writeUInt32BE(height, 0);
  header.writeUInt32BE(width, 4);
  header.writeUInt16BE(components, 8);
  header.writeUInt8(BITS - 1, 10);
  header.writeUInt8(JPEG_2000, 11);
  const color = Buffer.alloc(7);
  color.writeUInt8(1, 0);
  color.writeUInt32BE(COLOR_SPACES[components], 3);
  return Buffer.concat([
    box("jP  ", Buffer.from("\r\n\x87\n", "latin1")),
    box("ftyp", Buffer.from("jp2 \0\0\0\0jp2 ", "latin1")),
    box("jp2h", Buffer.concat([box("ihdr", header), box("colr", color)])),
    box("jp2c", codestream),
  ]);
}

function box(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + head.length, 0);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, content]);
}
