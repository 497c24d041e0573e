import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import { TuheiError } from "../errors.js";

/** Every exported function of pdfium, called without conversion: pointers and numbers in, numbers out. */
export type PdfiumExports = Readonly<Record<string, (...args: number[]) => number>>;

/** A running pdfium. One for all files of the process, until it fails. */
export interface Pdfium {
  /** Raw calls. Booleans come back as 0 and 1. About 30 ns each, where the package's own wrappers cost microseconds. */
  readonly raw: PdfiumExports;
  /** The package's wrappers, for functions that take strings. */
  readonly wrapped: WrappedPdfiumModule;
  /** Memory of the engine. Never keep it: it is replaced when the memory grows. */
  bytes(): Uint8Array;
  /** Memory as 32-bit floats; index by pointer / 4. Never keep it. */
  floats(): Float32Array;
  /** Memory as 64-bit floats; index by pointer / 8. Never keep it. */
  doubles(): Float64Array;
  /** Memory as 32-bit integers; index by pointer / 4. Never keep it. */
  words(): Int32Array;
  /**
   * Runs calls. A trap inside makes the whole instance unusable: it is thrown away.
   *
   * @throws {TuheiError} "engine" after a trap
   */
  guard<T>(work: () => T): T;
  /** Lends zeroed memory for the time of `work`. */
  borrow<T>(size: number, work: (pointer: number) => T): T;
  /** Lends memory that holds anything, for what is to be filled as a whole: zeroing megabytes takes as long as drawing them. */
  borrowUnfilled<T>(size: number, work: (pointer: number) => T): T;
  /** Whether a trap has happened. */
  isLost(): boolean;
}

/** Earlier versions leave text behind where several places on one line are blacked out (EmbedPDF #801). */
const MIN_VERSION = [2, 15, 1] as const;

let instance: Promise<Pdfium> | undefined;

/**
 * The shared instance, started at first use.
 *
 * @throws {TuheiError} "engine" when it cannot start or is a version known to leak
 */
export function pdfium(): Promise<Pdfium> {
  instance ??= start().catch((error: unknown) => {
    instance = undefined;
    throw error;
  });
  return instance;
}

/** Gives the engine's memory back, which otherwise only grows. Only while no file is open. */
export function discardPdfium(): void {
  instance = undefined;
}

/** What is used of WebAssembly, whose types come with those of browsers. */
interface Wasm {
  compile(bytes: Uint8Array): Promise<object>;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

async function start(): Promise<Pdfium> {
  const require = createRequire(import.meta.url);
  refuseLeakingVersion(require);
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: Wasm };
  const compiled = await WebAssembly.compile(readFileSync(require.resolve("@embedpdf/pdfium/pdfium.wasm")));
  // What pdfium prints may quote the document.
  const silent = () => {};
  const { init } = await import("@embedpdf/pdfium");
  // The glue would keep the file's bytes in memory for as long as it runs.
  const instantiateWasm = (imports: object, receive: (instance: object) => void): object => {
    const instance = new WebAssembly.Instance(compiled, imports);
    receive(instance);
    return instance.exports;
  };
  // Otherwise the path of the program that runs, which the glue takes no Chinese characters in.
  const thisProgram = "tuhei";
  const options = { instantiateWasm, print: silent, printErr: silent, thisProgram } as Parameters<typeof init>[0];
  const wrapped = await init(options);
  wrapped.PDFiumExt_Init();
  return handleOf(wrapped);
}

function handleOf(wrapped: WrappedPdfiumModule): Pdfium {
  const raw = wrapped.pdfium.wasmExports as unknown as PdfiumExports;
  let lost = false;
  const memory = () => wrapped.pdfium.HEAPU8;
  let views = viewsOf(memory().buffer);

  function current() {
    // Memory that grew is another buffer, and the one before has no bytes any more.
    if (views.floats.length === 0) views = viewsOf(memory().buffer);
    return views;
  }

  function guard<T>(work: () => T): T {
    if (lost) throw new TuheiError("engine", "pdfium stopped earlier on this file; open it again");
    try {
      return work();
    } catch (error) {
      if (!isTrap(error)) throw error;
      lost = true;
      instance = undefined;
      throw new TuheiError("engine", "pdfium stopped while working on this file; re-export the file", { cause: error });
    }
  }

  function borrowUnfilled<T>(size: number, work: (pointer: number) => T): T {
    const pointer = guard(() => raw.malloc!(size));
    if (pointer === 0) throw new TuheiError("engine", "pdfium has no memory left for this file");
    try {
      return guard(() => work(pointer));
    } finally {
      if (!lost) raw.free!(pointer);
    }
  }

  return {
    raw,
    wrapped,
    bytes: memory,
    floats: () => current().floats,
    doubles: () => current().doubles,
    words: () => current().words,
    guard,
    isLost: () => lost,
    borrow: (size, work) =>
      borrowUnfilled(size, (pointer) => {
        memory().fill(0, pointer, pointer + size);
        return work(pointer);
      }),
    borrowUnfilled,
  };
}

function viewsOf(buffer: ArrayBufferLike) {
  return { floats: new Float32Array(buffer), doubles: new Float64Array(buffer), words: new Int32Array(buffer) };
}

/** A wasm trap, an emscripten abort, or a recursion that ran out of stack. */
function isTrap(error: unknown): boolean {
  return error instanceof Error && (error.name === "RuntimeError" || error instanceof RangeError);
}

function refuseLeakingVersion(require: NodeJS.Require): void {
  const manifest = require.resolve("@embedpdf/pdfium/pdfium.wasm").replace(/dist[\\/]pdfium\.wasm$/, "package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  const [needMajor, needMinor, needPatch] = MIN_VERSION;
  const newer = major - needMajor || minor - needMinor || patch - needPatch;
  if (newer < 0) {
    throw new TuheiError(
      "engine",
      `@embedpdf/pdfium ${version} leaves redacted text behind; install ${MIN_VERSION.join(".")}`,
    );
  }
}
