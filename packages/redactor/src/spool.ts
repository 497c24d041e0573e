import { type ByteSource, bytesSource } from "@tuhei/core";

/**
 * Where an output waits until it is proven. Nothing that is not proven may be readable on disk: a spool keeps it in memory
 * or encrypted under a key that only memory holds.
 */
export interface Spool {
  write(chunk: Uint8Array): Promise<void>;
  /** The whole output, to be read as often as needed until `dispose`. */
  finish(): Promise<ByteSource>;
  dispose(): Promise<void>;
}

/** A spool in memory, named like the original so that formats told apart by name are recognised again. */
export function memorySpool(name: string): Spool {
  const chunks: Uint8Array[] = [];
  return {
    write: async (chunk) => void chunks.push(Uint8Array.from(chunk)),
    finish: async () => bytesSource(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks), name),
    dispose: async () => void chunks.splice(0),
  };
}
