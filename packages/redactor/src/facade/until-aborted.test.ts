import { bytesSource, open, type Services, scan } from "@tuhei/core";
import sharp from "sharp";
import { expect, test } from "vitest";
import { untilAborted } from "./until-aborted.js";

test.each([
  ["codes", ["codes"]],
  ["faces", ["codes", "faces"]],
  ["text", ["codes", "faces", "text"]],
])("a signal given while %s are looked for lets nothing else begin", async (stage, begun) => {
  const controller = new AbortController();
  const { signal } = controller;
  const reason = new Error("the client went away");
  const seen: string[] = [];
  async function look(what: string): Promise<never[]> {
    seen.push(what);
    if (what === stage) controller.abort(reason);
    return [];
  }
  const services: Services = {
    barcodes: () => look("codes"),
    faces: () => look("faces"),
    ocr: async () => ({ name: "test", recognize: () => look("text"), close: async () => undefined }),
    close: async () => undefined,
  };
  const frame = { width: 40, height: 30, channels: 3, background: "white" } as const;
  const picture = await sharp({ create: frame }).png().toBuffer();
  const document = await open(bytesSource(picture, "a.png"), { services: untilAborted(services, signal) });
  const pages = async () => {
    for await (const _ of scan(document, { onPage: () => signal.throwIfAborted() }));
  };
  await expect(pages()).rejects.toBe(reason);
  expect(seen).toEqual(begun);
});
