import { TuheiError } from "./errors.js";
import type { FaceFinder } from "./faces/face-finder.js";
import type { OcrEngine } from "./ocr/engine.js";
import { ocrEngines } from "./ocr/index.js";
import type { Services } from "./services.js";

/** What becomes of faces in pictures. */
export const faceChoices = ["cover", "keep"] as const;

/** One of {@link faceChoices}. */
export type FaceChoice = (typeof faceChoices)[number];

/** What the caller may choose about the engines. */
export interface ServiceOptions {
  /** "auto" is the first engine of `ocr/index.ts` that can be loaded; "none" reads no pictures. */
  readonly ocr?: "auto" | "none" | (typeof ocrEngines)[number]["name"];
  /** "keep" does not look for them. Default: "cover". */
  readonly faces?: FaceChoice;
  /**
   * Threads of one run of a network, and of one long PDF, from 1. Default: 2, which reads a picture soonest; where several
   * processes read beside each other, 1 takes a twentieth less processor time. The answers are the same.
   */
  readonly threads?: number;
  /**
   * The process is there for nothing else: all of its garbage may be collected between the pages of a long PDF, which keeps its
   * peak low and halts whatever else it does. Default: false.
   */
  readonly ownsProcess?: boolean;
}

/** More gain little on lines of text, and other work shares the machine. */
const THREADS = 2;

/**
 * The engines of one run. Nothing is loaded before it is asked for, so a run over text loads none of them. Close it: an
 * engine holds threads and native memory.
 */
export function createServices(options: ServiceOptions = {}): Services {
  const { ocr = "auto", faces = "cover", threads = THREADS, ownsProcess = false } = options;
  let engine: Promise<OcrEngine | undefined> | undefined;
  let finder: Promise<FaceFinder> | undefined;
  let reader: Promise<Services["barcodes"]> | undefined;
  return {
    threads,
    ownsProcess,
    ocr() {
      engine ??= loadEngine(ocr, threads);
      return engine;
    },
    async barcodes(raster) {
      reader ??= import("./barcodes/load-barcodes.js").then(({ loadBarcodes }) => loadBarcodes());
      return (await reader)(raster);
    },
    async faces(raster) {
      if (faces === "keep") return [];
      finder ??= import("./faces/load-faces.js").then(({ loadFaces }) => loadFaces(threads));
      return (await finder).find(raster);
    },
    async close() {
      const loaded = [engine, finder];
      [engine, finder] = [undefined, undefined];
      // An engine that could not be loaded has told so where it was asked for, and there is nothing to close.
      for (const it of await Promise.allSettled(loaded)) if (it.status === "fulfilled") await it.value?.close();
    },
  };
}

/** @throws {TuheiError} "engine" when a named engine cannot be loaded, "usage" when there is none of that name */
async function loadEngine(choice: NonNullable<ServiceOptions["ocr"]>, threads: number): Promise<OcrEngine | undefined> {
  if (choice === "none") return undefined;
  if (choice === "auto") return loadFirst(threads);
  const entry = ocrEngines.find(({ name }) => name === choice);
  if (entry === undefined) {
    const names = ["auto", ...ocrEngines.map(({ name }) => name), "none"].join(", ");
    throw new TuheiError("usage", `Expected ${names} for ocr but received ${choice}`);
  }
  return entry.load(threads);
}

/** Not being able to load any is a value: pages with pictures then get the gap "ocr-unavailable". */
async function loadFirst(threads: number): Promise<OcrEngine | undefined> {
  for (const { load } of ocrEngines) {
    try {
      return await load(threads);
    } catch (error) {
      if (!(error instanceof TuheiError && error.code === "engine")) throw error;
    }
  }
  return undefined;
}
