import { readFile } from "node:fs/promises";
import { TuheiError } from "../errors.js";
import { commandToAdd } from "../optional-packages.js";
import { type FaceFinder, openFaceFinder } from "./face-finder.js";

const MODEL = "../model/ssd_mobilenetv1_model";
const REMEDY = `run: ${commandToAdd("faces")}; or keep faces`;

/**
 * Loads the runtime and the weights from their packages; no network.
 *
 * @param threads see `ServiceOptions`
 * @throws {TuheiError} "engine"
 */
export async function loadFaces(threads: number): Promise<FaceFinder> {
  try {
    const runtime = await import("onnxruntime-node");
    const asset = (ending: string) => new URL(MODEL + ending, import.meta.resolve("@vladmandic/face-api"));
    return await openFaceFinder(
      runtime,
      {
        manifest: await readFile(asset("-weights_manifest.json"), "utf8"),
        weights: await readFile(asset(".bin")),
      },
      threads,
    );
  } catch (cause) {
    throw new TuheiError("engine", `Faces cannot be looked for; ${REMEDY}`, { cause });
  }
}
