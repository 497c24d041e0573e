import { TuheiError } from "./errors.js";
import type { Mark } from "./model/document.js";
import type { Raster } from "./ocr/engine.js";
import type { RasterMarks } from "./read-raster.js";
import type { Services } from "./services.js";

/** The model by which faces are found, for the report. */
const MODEL = "SSD MobileNet";

/** Faces in a picture, in pixels; none where the caller keeps them. */
export async function readFaces(raster: Raster, services: Services): Promise<RasterMarks> {
  try {
    const faces = await services.faces(raster);
    return { marks: faces.map(({ quad, score }): Mark => ({ entityType: "face", quad, score, kind: MODEL })) };
  } catch (error) {
    const isMissing = error instanceof TuheiError && error.code === "engine";
    return { marks: [], gap: isMissing ? "faces-unavailable" : "faces-failed" };
  }
}
