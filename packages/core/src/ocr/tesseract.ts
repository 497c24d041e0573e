import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bbox, Line, Page, Symbol as TesseractSymbol, Word, Worker } from "tesseract.js";
import { TuheiError } from "../errors.js";
import { quadOfBox } from "../model/geometry.js";
import { commandToAdd } from "../optional-packages.js";
import type { OcrChar, OcrEngine, OcrLine, Raster } from "./engine.js";

/** The integer LSTM model; the float one is ten times as large and reads no better here. */
const MODEL_FOLDER = "4.0.0_best_int";
/** OEM.LSTM_ONLY of tesseract's API. */
const LSTM_ONLY = 1;

/** From which gap on a space is read, in line heights: more than between letters, less than between columns. */
const SPACE = 0.6;

const REMEDY = `run: ${commandToAdd("tesseract")}; or choose another engine`;

/**
 * Tesseract in WebAssembly with the simplified Chinese model of its package: no native code, no network, nothing
 * written to disk. Reads upright, clean scans.
 *
 * @throws {TuheiError} "engine"
 */
export async function loadTesseract(): Promise<OcrEngine> {
  const worker = await startWorker();
  return {
    name: "tesseract",
    recognize: (raster) => recognize(worker, raster),
    close: async () => {
      await worker.terminate();
    },
  };
}

async function startWorker(): Promise<Worker> {
  try {
    const { createWorker } = await import("tesseract.js");
    const data = dirname(fileURLToPath(import.meta.resolve("@tesseract.js-data/chi_sim/package.json")));
    const worker = await createWorker("chi_sim", LSTM_ONLY, {
      langPath: join(data, MODEL_FOLDER),
      gzip: true,
      cacheMethod: "none",
      // The default throws outside of any promise; what fails is also rejected where it is awaited.
      errorHandler: () => undefined,
    });
    // Without a resolution tesseract guesses one and says so on the standard error output.
    await worker.setParameters({ preserve_interword_spaces: "1", user_defined_dpi: "300" });
    return worker;
  } catch (cause) {
    throw new TuheiError("engine", `The OCR engine "tesseract" cannot be loaded; ${REMEDY}`, { cause });
  }
}

async function recognize(worker: Worker, raster: Raster): Promise<readonly OcrLine[]> {
  try {
    const { data } = await worker.recognize(Buffer.from(pixmap(raster)), {}, { blocks: true, text: false });
    return linesOf(data);
  } catch (cause) {
    throw new TuheiError("engine", "The OCR engine failed on this picture; try a smaller picture", { cause });
  }
}

/** Binary portable pixmap (netpbm P6): the one format that needs no compression. */
function pixmap({ data, width, height }: Raster): Uint8Array {
  const header = new TextEncoder().encode(`P6\n${width} ${height}\n255\n`);
  const file = new Uint8Array(header.length + data.length);
  file.set(header);
  file.set(data, header.length);
  return file;
}

function linesOf({ blocks }: Page): readonly OcrLine[] {
  return (blocks ?? [])
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ lines }) => lines)
    .map(lineOf);
}

function lineOf({ bbox, words }: Line): OcrLine {
  const chars = words.flatMap((word, i) => {
    const before = words[i - 1];
    const space = before === undefined || !hasGap(before, word, bbox) ? [] : [spaceBetween(before, word, bbox)];
    return [...space, ...word.symbols.map((symbol) => charOf(symbol, bbox))];
  });
  const confidence = chars.length === 0 ? 0 : chars.reduce((sum, char) => sum + char.confidence, 0) / chars.length;
  return { text: chars.map(({ text }) => text).join(""), confidence, quad: quadOf(bbox), chars };
}

/** The height is the line's: tesseract's own for a single character is at times that of a dot in it. */
function charOf({ text, confidence, bbox: { x0, x1 } }: TesseractSymbol, { y0, y1 }: Bbox): OcrChar {
  return { text, confidence: confidence / 100, quad: quadOf({ x0, y0, x1, y1 }) };
}

/** The words of Chinese text touch: tesseract takes them from its dictionary. */
function hasGap(before: Word, after: Word, { y0, y1 }: Bbox): boolean {
  return after.bbox.x0 - before.bbox.x1 >= SPACE * (y1 - y0);
}

function spaceBetween(before: Word, after: Word, { y0, y1 }: Bbox): OcrChar {
  const confidence = Math.min(before.confidence, after.confidence) / 100;
  const [x0, x1] = [before.bbox.x1, Math.max(before.bbox.x1, after.bbox.x0)];
  return { text: " ", confidence, quad: quadOf({ x0, y0, x1, y1 }) };
}

function quadOf({ x0, y0, x1, y1 }: Bbox): OcrLine["quad"] {
  return quadOfBox({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 });
}
