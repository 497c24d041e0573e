import { createHash } from "node:crypto";
import type { OcrEngine, Raster } from "./ocr/engine.js";
import type { Services } from "./services.js";

/** Pictures of one file that are remembered: what is read of more would fill the memory, so they are read anew. */
const MAX_PICTURES = 200;

/**
 * The same engines, asked but once for the same picture. They answer by the pixels alone, so what is the same to the last of
 * them says the same: a page of an output that looks as its original does need not be read twice to know what it shows.
 * For one file and its outputs: the answers are document text, and stay as long as this does.
 */
export function rememberReadings(services: Services): Services {
  let engine: Promise<OcrEngine | undefined> | undefined;
  return {
    ...(services.threads !== undefined && { threads: services.threads }),
    ...(services.ownsProcess !== undefined && { ownsProcess: services.ownsProcess }),
    ocr() {
      engine ??= services.ocr().then((loaded) => loaded && { ...loaded, recognize: remembered(loaded.recognize) });
      return engine;
    },
    barcodes: remembered(services.barcodes),
    faces: remembered(services.faces),
    close: services.close,
  };
}

function remembered<T>(look: (raster: Raster) => Promise<T>): (raster: Raster) => Promise<T> {
  const answers = new Map<string, T>();
  return async (raster) => {
    const key = digestOf(raster);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = await look(raster);
    if (answers.size < MAX_PICTURES) answers.set(key, answer);
    return answer;
  };
}

function digestOf({ data, width, height }: Raster): string {
  return createHash("sha256").update(`${width} ${height} `).update(data).digest("base64");
}
