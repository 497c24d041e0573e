import { createReadStream, openAsBlob, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Input, limits, TuheiError } from "@tuhei/core";
import { createAllowList, detectorFromConfig, hashOf } from "@tuhei/patterns";
import { createTuhei, type ScanReport } from "@tuhei/redactor";
import { Ajv } from "ajv";
import { afterAll, describe, expect, test } from "vitest";
import { committedTruth, documentsFolder } from "../builders/examples.ts";
import { runTuhei } from "../cli/run-tuhei.ts";

const tuhei = createTuhei();
afterAll(() => tuhei.close());

const TEXT = "姓名：林晓峰，电话：13900001234，工号 E204816\n";
const bytes = new TextEncoder().encode(TEXT);
const VALUES = ["林晓峰", "13900001234"];

const schema = JSON.parse(
  readFileSync(new URL("../../packages/redactor/report.schema.json", import.meta.url), "utf8"),
) as { definitions: object };
const ajv = new Ajv();
const isReport = ajv.compile(schema);
const isFinding = ajv.compile({ $ref: "#/definitions/finding", definitions: schema.definitions });

function example(name: string): Uint8Array {
  return readFileSync(join(documentsFolder, name));
}

/** In chunks that cut characters in two. */
async function* chunks(): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

describe("whatever bytes come as", () => {
  test.each<[string, () => Input | Promise<Input>]>([
    ["Uint8Array", () => bytes],
    ["Buffer", () => Buffer.from(TEXT)],
    ["ArrayBuffer", () => Uint8Array.from(bytes).buffer],
    ["Blob", () => new Blob([bytes])],
    ["File", () => new File([bytes], "a.txt")],
    ["Blob of a file on disk", () => openAsBlob(join(documentsFolder, "聊天记录.txt"))],
    ["ReadableStream", () => new Blob([bytes]).stream()],
    ["body of a Request", () => new Request("http://localhost", { method: "POST", body: TEXT }).body!],
    ["AsyncIterable", () => chunks()],
    ["stream of Node", () => createReadStream(join(documentsFolder, "聊天记录.txt"))],
    ["ByteSource", () => ({ name: "-", size: bytes.length, read: async (start, end) => bytes.slice(start, end) })],
  ])("a %s is scanned and redacted", async (_what, input) => {
    const report = await tuhei.scan(await input());
    expect(report).toMatchObject({ schemaVersion: 1, status: "ok", format: "text", gaps: [] });
    expect(report.counts).toMatchObject({ phone: expect.any(Number), name: expect.any(Number) });
    const redacted = await tuhei.redact(await input());
    expect(redacted.report.findings).toEqual(report.findings);
    expect(redacted.report.redactions).toBeGreaterThanOrEqual(report.findings.length);
    const text = Buffer.from(redacted.bytes).toString();
    for (const value of VALUES) expect(text).not.toContain(value);
    expect(text).toContain("█");
  });

  test.each([["text"], [null], [undefined], [{}], [42], [[1, 2]]])("%j is refused", async (input) => {
    await expect(tuhei.scan(input as unknown as Input)).rejects.toMatchObject({ code: "usage" });
  });

  test("a stream of text instead of bytes is refused", async () => {
    const stream = new ReadableStream({ start: (controller) => controller.enqueue(TEXT) });
    const refused = tuhei.scan(stream as unknown as Input);
    await expect(refused).rejects.toMatchObject({ code: "usage" });
    await expect(refused).rejects.not.toThrow(/1390000/);
  });

  test("the output is the caller's own, and the input is left alone", async () => {
    const before = Uint8Array.from(bytes);
    const { bytes: output } = await tuhei.redact(bytes);
    expect(output.buffer.byteLength).toBe(output.length);
    output.fill(0);
    expect(bytes).toEqual(before);
  });

  test("the name of a File tells a table", async () => {
    const file = new File(["客户,备用\n林晓峰,13900001234\n"], "客户.csv");
    expect((await tuhei.scan(file)).format).toBe("csv");
    expect((await tuhei.scan(file, { name: "客户.txt" })).format).toBe("text");
  });
});

describe("reports", () => {
  test.each(["客户导出.csv", "简历.pdf", "银行卡.png"])(
    "of %s fit the schema, survive JSON and hold no value",
    async (name) => {
      const values = committedTruth()[name]!.map(({ value }) => value);
      const { report, bytes: output } = await tuhei.redact(example(name), { name });
      for (const each of [await tuhei.scan(example(name), { name }), report]) {
        expect(isReport(each), JSON.stringify(isReport.errors)).toBe(true);
        expect(JSON.parse(JSON.stringify(each))).toEqual(each);
        for (const value of values) expect(JSON.stringify(each)).not.toContain(value);
      }
      expect((await tuhei.scan(output, { name })).findings).toEqual([]);
    },
  );

  test("say of findings what the command line says", async () => {
    for (const name of ["简历.pdf", "客户导出.csv"]) {
      const { stdout } = await runTuhei(["scan", join(documentsFolder, name), "--format", "json"]);
      const [file] = (JSON.parse(stdout) as { files: Pick<ScanReport, "findings">[] }).files;
      expect(file!.findings).toEqual((await tuhei.scan(example(name), { name })).findings);
      expect(file!.findings.every((finding) => isFinding(finding))).toBe(true);
    }
  });

  test("the schema refuses a value and a page 0", () => {
    const finding = { type: "phone", masked: "139****1234", confidence: 0.9, reason: "format" };
    expect(isFinding(finding)).toBe(true);
    expect(isFinding({ ...finding, value: "13900001234" })).toBe(false);
    expect(isFinding({ ...finding, page: 0 })).toBe(false);
  });

  test("tell what was not read", async () => {
    await using blind = createTuhei({ ocr: "none" });
    const report = await blind.scan(example("银行卡.png"));
    expect(report).toMatchObject({ status: "partial", gaps: [{ code: "ocr-unavailable", page: 1 }] });
  });
});

describe("settings", () => {
  test("detectors, allow-list, types and scores of one's own count", async () => {
    const staff = detectorFromConfig({ entityType: "custom-staff", pattern: "E\\d{6}", labels: ["工号"] });
    const allow = createAllowList({ key: "secret", hashes: [hashOf("139 0000 1234", "secret")] });
    await using own = createTuhei({ detectors: [staff], allow });
    expect((await own.scan(bytes)).counts).toEqual({ name: 1, "custom-staff": 1 });
    await using phones = createTuhei({ only: ["phone"] });
    expect((await phones.scan(bytes)).counts).toEqual({ phone: 1 });
    await using certain = createTuhei({ minScore: { name: 1, phone: 1 } });
    expect((await certain.scan(bytes)).counts).toEqual({});
  });

  test("a style and a password are of one file", async () => {
    const { bytes: output } = await tuhei.redact(bytes, { looks: { style: "label" } });
    expect(Buffer.from(output).toString()).toContain("[手机号]");
  });

  test.each([
    ["wholeFileBytes", limits.wholeFileBytes + 1],
    ["picturePixels", 0],
    ["pdfPages", 1.5],
    ["renderPixels", 1],
    ["pages", 1],
  ])("the limit %s = %d is refused", (name, value) => {
    expect(() => createTuhei({ limits: { [name]: value } })).toThrow(TuheiError);
  });
});

describe("lower limits", () => {
  test.each([
    ["a file", { wholeFileBytes: 50 }, () => bytes],
    ["a File", { wholeFileBytes: 50 }, () => new File([bytes], "a.txt")],
    ["a PDF's pages", { pdfPages: 1 }, () => example("租房合同-扫描.pdf")],
    ["a picture", { picturePixels: 10_000 }, () => example("银行卡.png")],
    ["a side of a picture", { pictureSide: 100 }, () => example("挪车牌.webp")],
    ["a fax", { frames: 1 }, () => example("登记表-传真.tiff")],
  ])("refuse %s beyond them", async (_what, lower, input) => {
    await using small = createTuhei({ limits: lower });
    await expect(small.scan(input())).rejects.toMatchObject({ code: "too-large" });
    await expect(small.redact(input())).rejects.toMatchObject({ code: "too-large" });
  });

  test("end a stream before it is held", async () => {
    let [sent, isCancelled] = [0, false];
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1000).fill(65 + (sent++ % 26))),
      cancel: () => {
        isCancelled = true;
      },
    });
    await using small = createTuhei({ limits: { wholeFileBytes: 10_000 } });
    await expect(small.scan(endless)).rejects.toMatchObject({ code: "too-large" });
    expect(sent).toBeLessThan(20);
    expect(isCancelled).toBe(true);
  });

  test("do not stop a proof: an output may be larger than its original", async () => {
    const lines = "电话：13900001234\n".repeat(50);
    await using small = createTuhei({ limits: { wholeFileBytes: Buffer.byteLength(lines) } });
    const { bytes: output } = await small.redact(Buffer.from(lines));
    expect(output.length).toBeGreaterThan(Buffer.byteLength(lines));
  });
});

describe("stopping", () => {
  const reason = new Error("the client went away");

  test("a signal that was given already reads nothing", async () => {
    const signal = AbortSignal.abort(reason);
    const unread = { name: "-", size: 9, read: () => Promise.reject(new Error("it was read")) };
    await expect(tuhei.scan(unread, { signal })).rejects.toBe(reason);
    await expect(tuhei.redact(unread, { signal })).rejects.toBe(reason);
  });

  test.each(["scan", "redact"] as const)(
    "a signal during %s ends it at the next page, with its reason",
    async (work) => {
      const controller = new AbortController();
      let last = 0;
      const onProgress = ({ pages }: { pages: number }) => {
        last = pages;
        if (pages === 1) controller.abort(reason);
      };
      const input = example("租房合同-扫描.pdf");
      await expect(tuhei[work](input, { signal: controller.signal, onProgress })).rejects.toBe(reason);
      expect(last).toBe(1);
      // The engines are as good as before.
      expect((await tuhei.scan(example("简历.pdf"))).findings.length).toBeGreaterThan(0);
    },
  );

  test("a signal ends a stream that is slow", async () => {
    const controller = new AbortController();
    async function* slow(): AsyncGenerator<Uint8Array> {
      for (;;) {
        yield bytes;
        controller.abort(reason);
      }
    }
    await expect(tuhei.scan(slow(), { signal: controller.signal })).rejects.toBe(reason);
  });

  test("progress counts the pages that are read, the proof's too", async () => {
    const pages: number[] = [];
    await tuhei.redact(example("租房合同-扫描.pdf"), { onProgress: (progress) => pages.push(progress.pages) });
    expect(pages).toEqual(pages.map((_, index) => index + 1));
    expect(pages.length).toBeGreaterThanOrEqual(4);
  });

  test("closing waits for what is under way, and is the end", async () => {
    const closing = createTuhei();
    let isDone = false;
    const work = closing.redact(example("银行卡.png")).then(() => {
      isDone = true;
    });
    await closing.close();
    expect(isDone).toBe(true);
    await work;
    await expect(closing.scan(bytes)).rejects.toMatchObject({ code: "usage" });
    await closing.close();
  });
});

describe("errors", () => {
  test.each([
    ["unsupported", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 1, 2, 3)],
    ["damaged", new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<< /Name (13900001234) >>\n")],
  ])("have the code %s", async (code, input) => {
    const error: unknown = await tuhei.redact(input).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(TuheiError);
    expect(error).toMatchObject({ code });
    expect(String(error)).not.toContain("13900001234");
  });
});

test("files worked on at the same time come out as one after the other", async () => {
  const names = ["简历.pdf", "银行卡.png", "客户导出.csv"];
  const together = await Promise.all(names.map((name) => tuhei.redact(example(name), { name })));
  for (const [index, name] of names.entries()) {
    const alone = await tuhei.redact(example(name), { name });
    expect(Buffer.from(together[index]!.bytes).equals(alone.bytes), name).toBe(true);
    expect(together[index]!.report).toEqual(alone.report);
  }
});
