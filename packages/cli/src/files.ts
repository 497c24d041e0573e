import { closeSync, fstatSync, openSync, read, readSync } from "node:fs";
import { link, mkdir, open, realpath, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { type ByteSource, TuheiError } from "@tuhei/core";
import type { VerifiedFile } from "@tuhei/redactor";
import { nameOf, readablePath, systemPath } from "./path-bytes.js";
import { removeLeftovers, temporaryOf } from "./temporary.js";

/** A file that cannot be read as a {@link TuheiError}. */
export function fileError(error: unknown, path: string): TuheiError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return new TuheiError("not-found", `${path}: not found`);
  return new TuheiError("unreadable", `${path}: ${code ?? "cannot be read"}`);
}

/** Bytes to work on. */
export interface CheckedSource extends ByteSource {
  /**
   * To be asked before anything made of the bytes is written: left out where they cannot change.
   *
   * @throws {TuheiError} "changed" where the file is no longer what it was when it was opened
   */
  check?(): Promise<void>;
}

/** A file opened read-only. Close it when done. */
export interface FileSource extends CheckedSource {
  close(): Promise<void>;
}

/** Up to this size a file is read whole at once: its bytes are there sooner than a thread that would fetch them. */
const SMALL_BYTES = 64 * 1024;

/** @throws {TuheiError} "not-found", "unreadable" */
export async function fileSource(path: string): Promise<FileSource> {
  let file: number;
  try {
    file = openSync(systemPath(path), "r");
  } catch (error) {
    throw fileError(error, path);
  }
  try {
    const { size, mtimeMs } = fstatSync(file);
    const small = size <= SMALL_BYTES ? readWhole(file, size) : undefined;
    return {
      name: basename(path),
      size,
      read: async (start, end) => small?.subarray(start, end) ?? readFrom(file, path, start, Math.min(end, size)),
      ...(!small && { readInto: (into, start) => fill(file, path, into.subarray(0, size - start), start) }),
      async check() {
        const now = fstatSync(file);
        if (now.size !== size || now.mtimeMs !== mtimeMs || (small && small.length !== size))
          throw new TuheiError("changed", `${path}: changed while it was read`);
      },
      close: async () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw fileError(error, path);
  }
}

/** The bytes up to `size`, fewer where the file became shorter. */
function readWhole(file: number, size: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(size);
  let filled = 0;
  for (let bytesRead = -1; filled < size && bytesRead !== 0; filled += bytesRead)
    bytesRead = readSync(file, buffer, filled, size - filled, filled);
  return buffer.subarray(0, filled);
}

const readInto = promisify(read);

/** @throws {TuheiError} "changed", "unreadable" */
async function readFrom(file: number, path: string, start: number, end: number): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafe(Math.max(0, end - start));
  await fill(file, path, buffer, start);
  return buffer;
}

/** @throws {TuheiError} "changed", "unreadable" */
async function fill(file: number, path: string, buffer: Uint8Array, start: number): Promise<number> {
  for (let filled = 0; filled < buffer.length; ) {
    const { bytesRead } = await readInto(file, buffer, filled, buffer.length - filled, start + filled).catch(
      (error) => {
        throw fileError(error, path);
      },
    );
    if (bytesRead === 0) throw new TuheiError("changed", `${path}: became shorter while it was read`);
    filled += bytesRead;
  }
  return buffer.length;
}

/** Bytes copied at once. */
const COPY_BYTES = 1024 * 1024;

/** Folders in which nothing lies any more that a killed run left. */
const tidied = new Set<string>();

/**
 * Saves a proven file: to a temporary file beside the target, synced, renamed. Takes nothing but a {@link VerifiedFile}.
 *
 * @throws {TuheiError} "exists" when the target is there and `overwrite` is not set; "unwritable" when the folder refuses
 */
export async function writeVerified({ source }: VerifiedFile, target: string, overwrite: boolean): Promise<void> {
  const [temporary, folder] = [temporaryOf(target), dirname(target)];
  try {
    await mkdir(systemPath(folder), { recursive: true });
    if (!overwrite) await refuseExisting(target);
    if (!tidied.has(folder)) await removeLeftovers(folder);
    tidied.add(folder);
    const handle = await open(systemPath(temporary), "wx", 0o600);
    try {
      for (let at = 0; at < source.size; at += COPY_BYTES)
        await handle.writeFile(await source.read(at, at + COPY_BYTES));
      await handle.chmod(0o644);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (overwrite) await rename(systemPath(temporary), systemPath(target));
    else await renameToNew(temporary, target);
  } catch (error) {
    // What is left is proven clean; the first error is the one to tell.
    await unlink(systemPath(temporary)).catch(() => undefined);
    throw error instanceof TuheiError ? error : writeError(error, target);
  }
}

/** What file systems say that know no second name of a file. */
const NO_LINKS = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EINVAL"];

/** A link never replaces what another run put there meanwhile, as a rename would. */
async function renameToNew(temporary: string, target: string): Promise<void> {
  try {
    await link(systemPath(temporary), systemPath(target));
  } catch (error) {
    if (!NO_LINKS.includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    await refuseExisting(target);
    await rename(systemPath(temporary), systemPath(target));
    return;
  }
  await unlink(systemPath(temporary));
}

function writeError(error: unknown, path: string): TuheiError {
  const { code = "cannot be written" } = error as NodeJS.ErrnoException;
  return code === "EEXIST"
    ? new TuheiError("exists", `${path}: exists`)
    : new TuheiError("unwritable", `${path}: ${code}`);
}

/** @throws {TuheiError} "exists" */
export async function refuseExisting(target: string): Promise<void> {
  const exists = await stat(systemPath(target)).then(
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
  const real = async (path: string) => nameOf(await realpath(systemPath(path), "buffer"));
  const [from, to] = await Promise.all([real(input), real(target).catch(() => resolve(target))]);
  if (from === to) throw new TuheiError("same-file", `${input}: output equals input`);
}

/** A path for reports: relative to the working folder where it lies below it. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return readablePath(path === "-" ? path : short.startsWith("..") ? path : short.split(sep).join("/"));
}
