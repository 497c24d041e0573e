// Loaded before the command line in tests: pdfium traps on pages of one file, and the thread of pdf.js dies on another.
import { parentPort } from "node:worker_threads";

const TRAPS = Buffer.from("611.11");
const DIES = Buffer.from("613.13");

if (parentPort) {
  const once = parentPort.once.bind(parentPort);
  parentPort.once = (event, receive) =>
    once(event, (job) => {
      if (job?.bytes && Buffer.from(job.bytes).includes(DIES)) process.exit(1);
      receive(job);
    });
}

const { Instance } = WebAssembly;
WebAssembly.Instance = function TrappingInstance(...args) {
  const instance = new Instance(...args);
  const { exports } = instance;
  if (!exports.FPDF_LoadMemDocument) return instance;
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
  return { exports: trapping };
};
