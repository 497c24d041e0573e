import { type ByteSource, type DetectedEncoding, detectEncoding, TuheiError, textFormats } from "@tuhei/core";
import { detectors } from "@tuhei/patterns";
import iconv from "iconv-lite";
import type { Looks, Redaction } from "../redaction.js";
import type { Writer } from "./writer.js";

/** Full block: one for every character that goes, in every encoding tuhei writes. */
const BLOCK = "█";
/** Blocks for a finding whose length is not to be told. */
const FIXED_BLOCKS = 6;
/** Bytes read at once. */
const READ_BYTES = 64 * 1024;
/** Below it, a byte is never part of a longer character in UTF-8, GB18030 or Big5: a safe place to cut a very long line. */
const SAFE_CUT_BELOW = 0x30;

/**
 * Text and tables: lines without a finding are copied byte for byte, byte order mark, line ends and all; the others are
 * written anew in the input's encoding.
 */
export const text: Writer = {
  formats: textFormats,
  async write({ source, open, redactions, looks, arePlaceholdersSealed }) {
    const encoding = open.encoding
      ? { encoding: open.encoding as DetectedEncoding["encoding"], bomLength: 0 }
      : await detectEncoding(source);
    if (!encoding)
      throw new TuheiError(
        "unsupported",
        `${source.name}: not text in UTF-8, UTF-16, GB18030 or Big5; pass --encoding`,
      );
    return {
      chunks: gathered(
        redactedChunks(source, encoding, redactions[Symbol.asyncIterator](), {
          ...looks,
          seal: arePlaceholdersSealed ? BLOCK : "",
        }),
      ),
      removed: () => [],
      rasterized: () => [],
    };
  },
};

interface TextLooks extends Looks {
  /** Before the end of a placeholder: `[姓名]吃饭` reads as if 吃饭 were the name, as forms have it. */
  readonly seal: string;
}

/** Bytes of a chunk that is passed on. A chunk a line would cost more memory than its text. */
const CHUNK_BYTES = 64 * 1024;

async function* gathered(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    size += piece.length;
    if (size < CHUNK_BYTES) continue;
    yield Buffer.concat(waiting, size);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting, size);
}

async function* redactedChunks(
  source: ByteSource,
  { encoding, bomLength }: DetectedEncoding,
  redactions: AsyncIterator<Redaction>,
  looks: TextLooks,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const encode = encoderFor(encoding);
  let next = await redactions.next();
  let offset = 0;
  if (bomLength > 0) yield await source.read(0, bomLength);
  for await (const piece of linePieces(source, bomLength, encoding)) {
    const decoded = decoder.decode(piece);
    const end = offset + decoded.length;
    const here: Redaction[] = [];
    while (!next.done && next.value.span!.start < end) {
      here.push(next.value);
      if (next.value.span!.end > end) break;
      next = await redactions.next();
    }
    yield here.length === 0 ? piece : encode(blackOut(decoded, offset, here, looks, encode));
    offset = end;
  }
  if (!next.done && next.value.span!.end > offset) {
    throw new TuheiError(
      "residue",
      `${source.name}: a finding lies beyond the end of the text; the file changed while it was read`,
    );
  }
}

/** The text with every redacted character gone. Line ends inside a finding stay, so that rows and lines keep their number. */
function blackOut(
  text: string,
  offset: number,
  redactions: readonly Redaction[],
  looks: TextLooks,
  encode: (text: string) => Uint8Array,
): string {
  const pieces: string[] = [];
  let kept = 0;
  for (const { span, entityType } of redactions) {
    const start = Math.max(span!.start - offset, kept);
    const end = Math.min(span!.end - offset, text.length);
    if (end <= start) continue;
    pieces.push(text.slice(kept, start));
    const isContinued = span!.start < offset;
    const label = replacement(entityType, looks, encode);
    pieces.push(
      label === undefined ? blocks(text.slice(start, end)) : labelled(text.slice(start, end), isContinued ? "" : label),
    );
    kept = end;
  }
  return [...pieces, text.slice(kept)].join("");
}

function blocks(value: string): string {
  return value.replace(/[^\r\n]/gu, BLOCK);
}

function labelled(value: string, label: string): string {
  return label + value.replace(/[^\r\n]+/g, "");
}

/** What stands for a whole finding; undefined where every character has its block. */
function replacement(entityType: string, looks: TextLooks, encode: (text: string) => Uint8Array): string | undefined {
  const label = looks.style === "label" ? placeholder(entityType, looks.seal, encode) : undefined;
  return label ?? (looks.hideLength ? BLOCK.repeat(FIXED_BLOCKS) : undefined);
}

/** "[身份证号]", sealed "[身份证号█]", or undefined where the encoding has no such characters. */
function placeholder(entityType: string, seal: string, encode: (text: string) => Uint8Array): string | undefined {
  const title = detectors.find((detector) => detector.entityType === entityType)?.title.zh ?? entityType;
  const isEncodable = !Buffer.from(encode(title)).includes("?".charCodeAt(0));
  return isEncodable ? `[${title}${seal}]` : undefined;
}

/** The source in pieces that end with a line feed, or, in very long lines, at a byte that ends a character. */
async function* linePieces(source: ByteSource, from: number, encoding: string): AsyncGenerator<Uint8Array> {
  const cut = encoding === "utf-16le" ? lastUnit(0) : encoding === "utf-16be" ? lastUnit(1) : lastByte;
  let rest: Uint8Array = new Uint8Array();
  for (let at = from; at < source.size; at += READ_BYTES) {
    const read = await source.read(at, at + READ_BYTES);
    const bytes = rest.length === 0 ? read : Buffer.concat([rest, read]);
    const end = at + READ_BYTES >= source.size ? bytes.length : cut(bytes);
    if (end > 0) yield* lines(bytes.subarray(0, end), encoding);
    rest = bytes.slice(end);
  }
}

/** Small groups of lines, so that a finding rewrites its neighbourhood and not a quarter of a megabyte. */
function* lines(bytes: Uint8Array, encoding: string): Generator<Uint8Array> {
  if (encoding.startsWith("utf-16")) {
    yield bytes;
    return;
  }
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    yield bytes.subarray(start, end);
    start = end;
  }
}

function lastByte(bytes: Uint8Array): number {
  const newline = bytes.lastIndexOf(10);
  if (newline >= 0) return newline + 1;
  let end = bytes.length;
  while (end > 0 && bytes[end - 1]! >= SAFE_CUT_BELOW) end--;
  return end;
}

/** For UTF-16: the end of the last whole unit that is not the first half of a surrogate pair. */
function lastUnit(highByte: 0 | 1): (bytes: Uint8Array) => number {
  return (bytes) => {
    const end = bytes.length - (bytes.length % 2);
    const high = end >= 2 ? bytes[end - 1 - highByte]! : 0;
    return high >= 0xd8 && high <= 0xdb ? end - 2 : end;
  };
}

function encoderFor(encoding: DetectedEncoding["encoding"]): (text: string) => Uint8Array {
  if (encoding === "utf-8") return (text) => Buffer.from(text, "utf8");
  if (encoding === "utf-16le") return (text) => Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return (text) => Buffer.from(text, "utf16le").swap16();
  return (text) => iconv.encode(text, encoding);
}
