// Loaded before the command line in tests: pdfium traps on pages of one file, and the thread of pdf.js dies on another.
import { workerData } from "node:worker_threads";

const TRAPS = Buffer.from("611.11");
const DIES = Buffer.from("613.13");

if (workerData?.bytes && Buffer.from(workerData.bytes).includes(DIES)) process.exit(1);

const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = async (...args) => {
  const result = await instantiate(...args);
  const { exports } = result.instance ?? result;
  if (!exports.FPDF_LoadMemDocument) return result;
  const poisoned = new Set();
  const trapping = {
    ...exports,
    FPDF_LoadMemDocument(data, length, password) {
      const handle = exports.FPDF_LoadMemDocument(data, length, password);
      if (Buffer.from(exports.memory.buffer, data, length).includes(TRAPS)) poisoned.add(handle);
      return handle;
    },
    FPDF_LoadPage(document, index) {
      if (poisoned.has(document)) throw new WebAssembly.RuntimeError("unreachable");
      return exports.FPDF_LoadPage(document, index);
    },
  };
  return result.instance ? { ...result, instance: { exports: trapping } } : { exports: trapping };
};
