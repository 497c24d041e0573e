import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Evidence, witnesses } from "./witnesses.ts";

/** What one witness gets out of a PDF. @param name as in the table of witnesses */
export function testimonyOf(name: string, bytes: Uint8Array): Promise<Buffer> {
  const { testify } = witnesses.find((witness) => witness.name === name)!;
  return asEvidence(bytes, async (file) => {
    const [testimony] = await testify([file]);
    return testimony!;
  });
}

/** Lends a file with these bytes. */
export async function asEvidence<T>(bytes: Uint8Array, work: (file: Evidence) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "tuhei-recovery-"));
  try {
    const path = join(folder, "file.pdf");
    await writeFile(path, bytes);
    return await work({ path });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
