import { availableParallelism, totalmem } from "node:os";
import { createServices, type Raster, TuheiError } from "@tuhei/core";
import { openPdf } from "@tuhei/core/pdf";
import { mostJobs } from "./batch/jobs.js";
import { stateFolder, userKey } from "./journal/state-folder.js";

/** A part that tuhei works with. */
export type Part =
  | "node"
  | "pdf"
  | "pictures"
  | "fonts"
  | "paddle"
  | "tesseract"
  | "barcodes"
  | "faces"
  | "machine"
  | "state";

/** What became of a look at a part. `spare`: it is not there, and another one does its work. */
export interface Examined {
  readonly part: Part;
  readonly state: "ok" | "missing" | "spare";
  /** Not translated: a version, a number. */
  readonly detail: string;
}

/** What Node 20 needs to be, as the package's manifest says. */
const MIN_NODE = [20, 19] as const;
const GIB = 1024 ** 3;
/** Read in the trial: Chinese characters and digits, as on documents. */
const SAMPLE = "姓名 13900001234";
const SAMPLE_DIGITS = "13900001234";

/** Looks at every part by using it. */
export async function* examine(): AsyncGenerator<Examined> {
  yield { part: "node", state: isNewEnough(process.versions.node) ? "ok" : "missing", detail: process.versions.node };
  yield { part: "pdf", state: (await opensPdf()) ? "ok" : "missing", detail: "" };
  const drawn = await drawSample();
  const isDrawn = typeof drawn !== "string";
  yield { part: "pictures", state: drawn === "engine" ? "missing" : "ok", detail: "" };
  yield { part: "fonts", state: isDrawn ? "ok" : "missing", detail: "" };
  const raster = isDrawn ? drawn : BLANK;
  const paddle = await reads("paddle", raster, isDrawn);
  const tesseract = await reads("tesseract", raster, isDrawn);
  yield { part: "paddle", state: paddle ? "ok" : tesseract ? "spare" : "missing", detail: "" };
  yield { part: "tesseract", state: tesseract ? "ok" : paddle ? "spare" : "missing", detail: "" };
  yield { part: "barcodes", state: (await looksForBarcodes(raster)) ? "ok" : "missing", detail: "" };
  yield { part: "faces", state: (await looksForFaces(raster)) ? "ok" : "missing", detail: "" };
  const memory = `${(totalmem() / GIB).toFixed(1)} GiB`;
  yield { part: "machine", state: "ok", detail: `${availableParallelism()} × CPU, ${memory}, --jobs ${mostJobs()}` };
  const hasState = await succeeds(userKey(stateFolder()));
  yield { part: "state", state: hasState ? "ok" : "missing", detail: "" };
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1]);
}

/** An engine that works says of what is no PDF that it is damaged. */
async function opensPdf(): Promise<boolean> {
  return openPdf(Buffer.from("%PDF-1.7\n"), { name: "sample" }).then(
    () => false,
    (error) => error instanceof TuheiError && error.code === "damaged",
  );
}

const BLANK: Raster = { data: new Uint8Array(64 * 64 * 3).fill(255), width: 64, height: 64 };
/** White around the sample, in pixels. */
const MARGIN = 24;

/** The sample in black on white, or the code of what failed. */
async function drawSample(): Promise<Raster | "engine" | "font"> {
  const { createWatermark } = await import("@tuhei/redactor");
  try {
    const { mask } = await createWatermark(SAMPLE);
    const [width, height] = [mask.width + 2 * MARGIN, mask.height + 2 * MARGIN];
    const data = new Uint8Array(width * height * 3).fill(255);
    for (let y = 0; y < mask.height; y++)
      for (let x = 0; x < mask.width; x++) {
        const at = ((y + MARGIN) * width + x + MARGIN) * 3;
        data.fill(255 - mask.data[y * mask.width + x]!, at, at + 3);
      }
    return { data, width, height };
  } catch (error) {
    return error instanceof TuheiError && error.code === "font" ? "font" : "engine";
  }
}

/** Whether an engine can be loaded and, where the sample could be drawn, reads its digits. */
async function reads(ocr: "paddle" | "tesseract", raster: Raster, isDrawn: boolean): Promise<boolean> {
  const services = createServices({ ocr });
  try {
    const lines = await (await services.ocr())?.recognize(raster);
    const text = lines?.map((line) => line.text).join("") ?? "";
    return lines !== undefined && (!isDrawn || text.replace(/\s/g, "").includes(SAMPLE_DIGITS));
  } catch {
    return false;
  } finally {
    await services.close();
  }
}

async function looksForBarcodes(raster: Raster): Promise<boolean> {
  return succeeds(createServices({ ocr: "none" }).barcodes(raster));
}

async function looksForFaces(raster: Raster): Promise<boolean> {
  const services = createServices({ ocr: "none" });
  try {
    return await succeeds(services.faces(raster));
  } finally {
    await services.close();
  }
}

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
