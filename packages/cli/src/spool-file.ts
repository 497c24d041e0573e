import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesSource } from "@tuhei/core";
import type { Spool } from "@tuhei/redactor";

/** Outputs up to this size wait for their proof in memory. */
const MEMORY_BYTES = 8 * 1024 * 1024;
const ALGORITHM = "aes-256-ctr";
const BLOCK_BYTES = 16;

/**
 * A spool that moves to a temporary file once it is large. The file is encrypted under a key that only this process's memory
 * holds, so an output that turns out not to be clean was never readable on disk, not even after a crash.
 */
export async function fileSpool(name: string): Promise<Spool> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let file: CipherFile | undefined;
  return {
    async write(chunk) {
      size += chunk.length;
      if (!file && size <= MEMORY_BYTES) {
        chunks.push(Uint8Array.from(chunk));
        return;
      }
      if (!file) {
        file = await cipherFile();
        for (const kept of chunks.splice(0)) await file.write(kept);
      }
      await file.write(chunk);
    },
    async finish() {
      if (!file) return bytesSource(Buffer.concat(chunks), name);
      await file.flush();
      return { name, size, read: file.read };
    },
    async dispose() {
      chunks.length = 0;
      await file?.remove();
    },
  };
}

interface CipherFile {
  write(chunk: Uint8Array): Promise<void>;
  flush(): Promise<void>;
  read(start: number, end: number): Promise<Uint8Array>;
  remove(): Promise<void>;
}

/** Small writes are gathered to this size. */
const WRITE_BYTES = 1024 * 1024;

async function cipherFile(): Promise<CipherFile> {
  const path = join(tmpdir(), `.tuhei-${randomBytes(8).toString("hex")}.tmp`);
  const handle = await open(path, "wx+", 0o600);
  // Without a name it is gone with this process, however that ends.
  await rm(path, { force: true }).catch(() => undefined);
  const key = randomBytes(32);
  const cipher = createCipheriv(ALGORITHM, key, Buffer.alloc(BLOCK_BYTES));
  let waiting: Buffer[] = [];
  let [waitingBytes, written] = [0, 0];

  async function flush(): Promise<void> {
    if (waitingBytes === 0) return;
    const block = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    await handle.write(block, 0, block.length, written);
    written += block.length;
  }

  return {
    async write(chunk) {
      const encrypted = cipher.update(chunk);
      waiting.push(encrypted);
      waitingBytes += encrypted.length;
      if (waitingBytes >= WRITE_BYTES) await flush();
    },
    flush,
    async read(start, end) {
      const from = start - (start % BLOCK_BYTES);
      const length = Math.max(0, Math.min(end, written) - from);
      const buffer = Buffer.allocUnsafe(length);
      const { bytesRead } = await handle.read(buffer, 0, length, from);
      const decipher = createDecipheriv(ALGORITHM, key, counterAt(from / BLOCK_BYTES));
      return decipher.update(buffer.subarray(0, bytesRead)).subarray(start - from);
    },
    async remove() {
      await handle.close();
      // Where an open file keeps its name.
      await rm(path, { force: true });
    },
  };
}

/** The counter of AES-CTR (NIST SP 800-38A, 6.5) at a block: big-endian, from 0. */
function counterAt(block: number): Buffer {
  const counter = Buffer.alloc(BLOCK_BYTES);
  counter.writeBigUInt64BE(BigInt(block), BLOCK_BYTES / 2);
  return counter;
}
