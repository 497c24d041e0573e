// Processor seconds by stage of reading and redacting pictures, a mean over them, as JSON. Usage: [--threads N] picture…
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { bytesSource, createServices, open, scan } from "@tuhei/core";
import { decodePicture } from "@tuhei/core/images";
import { memorySpool, redact } from "@tuhei/redactor";
import { recognizePage } from "../../packages/core/dist/ocr/paddle/recognize-page.js";
import { loadModels } from "../../packages/core/dist/ocr/paddle/runtime.js";

const { values, positionals } = parseArgs({
  // What a process takes that has nothing beside it.
  options: { threads: { type: "string", default: "2" } },
  allowPositionals: true,
});
const threads = Number(values.threads);
const pictures = positionals.map((path) => ({ path, bytes: readFileSync(path) }));
let stage = "other";
let since = processor();
const sums = {};

const services = await measured(createServices({ threads }));
// The first round loads the engines and compiles what is hot.
for (const picture of pictures) await scanned(picture);
const read = await sumsOf(async (picture) => {
  await during("decode", () => decodePicture(picture.bytes, 0, picture.path));
  await scanned(picture);
});
const redaction = await sumsOf(redacted);
const whole = (of) => Object.values(of).reduce((sum, seconds) => sum + seconds, 0);
console.log(
  JSON.stringify({
    decode: read.decode,
    faces: read.faces,
    barcodes: read.barcodes,
    "see text": read.detector,
    "turn lines": read.direction,
    "read lines": read.recognizer,
    "cut lines out": read.ocr,
    find: read.other - read.decode,
    "cover and encode": redaction.write - (whole(read) - read.decode),
    prove: redaction.prove,
  }),
);
await services.close();

async function scanned({ path, bytes }) {
  const document = await open(bytesSource(bytes, path), { services: services.timed });
  for await (const _ of scan(document));
  document.close();
}

/** From the last written byte on, it is the proof. */
async function redacted({ path, bytes }) {
  const spool = async () => {
    const inner = memorySpool(path);
    const finish = () => {
      enter("prove");
      return inner.finish();
    };
    return { ...inner, finish };
  };
  const options = { open: { services: services.plain }, spool, onAttempt: () => enter("write") };
  const { dispose } = await redact(bytesSource(bytes, path), options);
  enter("other");
  await dispose();
}

/** The engines twice: as they are, and with a stage for each. */
async function measured(plain) {
  const models = await loadModels(threads);
  const networks = ["detector", "direction", "recognizer"].map((name) => {
    const network = models[name];
    return [name, { ...network, run: (...args) => during(name, () => network.run(...args)) }];
  });
  const engine = {
    name: "paddle",
    recognize: (raster) => during("ocr", () => recognizePage({ ...models, ...Object.fromEntries(networks) }, raster)),
  };
  const timed = {
    ocr: async () => engine,
    barcodes: (raster) => during("barcodes", () => plain.barcodes(raster)),
    faces: (raster) => during("faces", () => plain.faces(raster)),
  };
  return { plain, timed, close: () => plain.close() };
}

/** Seconds by stage, a mean over the pictures. */
async function sumsOf(action) {
  enter("other");
  for (const key of Object.keys(sums)) delete sums[key];
  for (const picture of pictures) await action(picture);
  enter("other");
  return Object.fromEntries(Object.entries(sums).map(([key, seconds]) => [key, seconds / pictures.length]));
}

async function during(name, action) {
  const outer = stage;
  enter(name);
  try {
    return await action();
  } finally {
    enter(outer);
  }
}

function enter(next) {
  const now = processor();
  sums[stage] = (sums[stage] ?? 0) + now - since;
  [stage, since] = [next, now];
}

/** Of all threads. */
function processor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
