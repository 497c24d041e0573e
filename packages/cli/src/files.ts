import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { type ByteSource, TuheiError } from "@tuhei/core";
import type { VerifiedFile } from "@tuhei/redactor";

/** A failed file operation as a {@link TuheiError}. */
export function fileError(error: unknown, path: string): TuheiError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return new TuheiError("not-found", `${path}: not found`);
  if (code === "EEXIST") return new TuheiError("exists", `${path}: exists`);
  return new TuheiError("unreadable", `${path}: ${code ?? "cannot be read"}`);
}

/** A file opened read-only. Close it when done. */
export interface FileSource extends ByteSource {
  close(): Promise<void>;
}

/** @throws {TuheiError} "not-found", "unreadable" */
export async function fileSource(path: string): Promise<FileSource> {
  let handle: FileHandle;
  try {
    handle = await open(path, "r");
  } catch (error) {
    throw fileError(error, path);
  }
  const { size } = await handle.stat();
  return {
    name: basename(path),
    size,
    async read(start, end) {
      const length = Math.max(0, Math.min(end, size) - start);
      const buffer = Buffer.allocUnsafe(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await handle.read(buffer, filled, length - filled, start + filled);
        if (bytesRead === 0) throw new TuheiError("unreadable", `${path}: became shorter while it was read`);
        filled += bytesRead;
      }
      return buffer;
    },
    close: () => handle.close(),
  };
}

/** Bytes copied at once. */
const COPY_BYTES = 1024 * 1024;

/**
 * Saves a proven file: to a temporary file beside the target, synced, renamed. Takes nothing but a {@link VerifiedFile}.
 *
 * @throws {TuheiError} "exists" when the target is there and `overwrite` is not set; "unreadable" when the folder refuses
 */
export async function writeVerified({ source }: VerifiedFile, target: string, overwrite: boolean): Promise<void> {
  const temporary = join(dirname(target), `.tuhei-${randomBytes(6).toString("hex")}.tmp`);
  try {
    await mkdir(dirname(target), { recursive: true });
    if (!overwrite) await refuseExisting(target);
    const handle = await open(temporary, "wx", 0o600);
    try {
      for (let at = 0; at < source.size; at += COPY_BYTES)
        await handle.writeFile(await source.read(at, at + COPY_BYTES));
      await handle.chmod(0o644);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    // What is left is proven clean; the first error is the one to tell.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error instanceof TuheiError ? error : fileError(error, target);
  }
}

/** @throws {TuheiError} "exists" */
export async function refuseExisting(target: string): Promise<void> {
  const exists = await stat(target).then(
    () => true,
    () => false,
  );
  if (exists) throw new TuheiError("exists", `${target}: exists`);
}

/**
 * Refuses an output that is the input itself, also through links and other spellings of the path.
 *
 * @throws {TuheiError} "same-file"
 */
export async function refuseSameFile(input: string, target: string): Promise<void> {
  const [from, to] = await Promise.all([realpath(input), realpath(target).catch(() => resolve(target))]);
  if (from === to) throw new TuheiError("same-file", `${input}: output equals input`);
}

/** A path for reports: relative to the working folder where it lies below it. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return path === "-" ? path : short.startsWith("..") ? path : short.split(sep).join("/");
}
