import { expect, test } from "vitest";
import type { OcrLine, Raster } from "./ocr/engine.js";
import { rememberReadings } from "./remember-readings.js";
import type { Services } from "./services.js";

const line: OcrLine = {
  text: "13900001234",
  confidence: 1,
  quad: [
    { x: 0, y: 0 },
    { x: 9, y: 0 },
    { x: 9, y: 2 },
    { x: 0, y: 2 },
  ],
  chars: [],
};

function counting() {
  const asked = { ocr: 0, barcodes: 0, faces: 0 };
  const services: Services = {
    ocr: async () => ({
      name: "counting",
      recognize: async () => {
        asked.ocr++;
        return [line];
      },
      close: async () => {},
    }),
    barcodes: async () => {
      asked.barcodes++;
      return [];
    },
    faces: async () => {
      asked.faces++;
      throw new Error("no network");
    },
    close: async () => {},
  };
  return { asked, services };
}

function picture(level: number, width = 10): Raster {
  return { data: new Uint8Array(width * 4 * 3).fill(level), width, height: 4 };
}

test("the same picture is read once, and one that differs in a pixel or in shape is read anew", async () => {
  const { asked, services } = counting();
  const { ocr, barcodes } = rememberReadings(services);
  const engine = (await ocr())!;
  const changed = picture(7);
  changed.data[50] = 8;
  const turned: Raster = { ...picture(7), width: 4, height: 10 };
  for (const raster of [picture(7), picture(7), changed, turned, picture(7)]) {
    expect(await engine.recognize(raster)).toEqual([line]);
    await barcodes(raster);
  }
  expect(asked).toMatchObject({ ocr: 3, barcodes: 3 });
});

test("what failed is asked again", async () => {
  const { asked, services } = counting();
  const { faces } = rememberReadings(services);
  for (const _ of [1, 2]) await expect(faces(picture(7))).rejects.toThrow("no network");
  expect(asked.faces).toBe(2);
});
