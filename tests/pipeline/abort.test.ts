import { bytesSource, createServices, createValueIndex } from "@tuhei/core";
import { memorySpool, redact, type Spool, verify } from "@tuhei/redactor";
import { afterAll, expect, test } from "vitest";
import { pdfOf } from "../builders/pdf.ts";
import { personOf } from "../builders/people.ts";

const services = createServices({ ocr: "none" });
afterAll(() => services.close());

const REASON = new Error("the client went away");
const PAGES = 3;

function document(): Promise<Uint8Array> {
  return pdfOf(
    Array.from({ length: PAGES }, (_, page) => ({
      texts: [{ text: `电话：${personOf(page).phone}`, x: 72, y: 100 }],
    })),
  );
}

/** Redacts, and gives the signal in a turn of its own, as a timer or a closed connection does, when so many pages were read. */
async function abortedAfter(pages: number): Promise<{ readonly error: unknown; readonly spool: string[] }> {
  const controller = new AbortController();
  const said: string[] = [];
  let read = 0;
  const working = redact(bytesSource(await document(), "a.pdf"), {
    open: { services },
    signal: controller.signal,
    onPage() {
      if (++read === pages) setImmediate(() => controller.abort(REASON));
    },
    spool: async () => telling(await memorySpool("a.pdf"), said),
  });
  return { error: await working.catch((error) => error), spool: said };
}

function telling(spool: Spool, said: string[]): Spool {
  return {
    async write(chunk) {
      said.push("write");
      await spool.write(chunk);
    },
    finish: () => spool.finish(),
    async dispose() {
      said.push("dispose");
      await spool.dispose();
    },
  };
}

test("a signal given while a PDF is written ends it before anything is written, and gives back what was held", async () => {
  const { error, spool } = await abortedAfter(PAGES);
  expect(error).toBe(REASON);
  expect(spool).toEqual(["dispose"]);
});

test("a signal given while the copy is proven ends it, and the copy is gone", async () => {
  const { error, spool } = await abortedAfter(PAGES + 1);
  expect(error).toBe(REASON);
  expect(spool.at(-1)).toBe("dispose");
});

test("a signal ends a proof alone", async () => {
  const context = { open: { services }, scan: {}, values: createValueIndex(), redactions: [], gaps: [] };
  const source = bytesSource(await document(), "a.pdf");
  await expect(verify(source, { ...context, signal: AbortSignal.abort(REASON) })).rejects.toBe(REASON);
});
