import { bytesSource, createServices, open, scan } from "@tuhei/core";
import { detectors } from "@tuhei/patterns";
import { expect, test } from "vitest";
import { gapLines } from "./file-notes.js";
import { catalogues } from "./messages/index.js";
import { shownReason } from "./shown-reason.js";

const zh = { messages: catalogues.zh, detectors: [] };
const en = { messages: catalogues.en, detectors: [] };
const proofs = [...new Set(detectors.flatMap(({ forms }) => forms.flatMap(({ proof }) => proof ?? [])))];

test.each([...proofs, "label, surname, over two lines", "checksum, a digit too many", "place, id-card-front"])(
  "what %s proves is said in Chinese",
  (proof) => {
    expect(shownReason(proof, zh)).toMatch(/^[\p{Script=Han}、]+$/u);
    expect(shownReason(proof, en)).not.toMatch(/\p{Script=Han}/u);
  },
);

test("a name is next to what it stands beside, by its title", () => {
  expect(shownReason("next to phone, surname", zh)).toBe("紧挨手机号、姓氏");
  expect(shownReason("next to phone, surname", en)).toBe("next to Mobile phone number, surname");
});

test("what is no word of ours is the same in every language", () => {
  for (const reason of ["QRCode", "constructor", ""]) expect(shownReason(reason, zh)).toBe(reason);
});

test("every reason that texts give has words", async () => {
  const services = createServices({ ocr: "none" });
  const text = `姓名：林晓峰 电话：13900001234\n王小明 13900001234 北京市朝阳区建国路93号院2号楼1804室\n联系林晓峰确认\n林晓峰\n身份证 11010519491231002X\nE-mail: a@example.com IP 114.114.115.115\n`;
  const document = await open(bytesSource(new TextEncoder().encode(text), "a.txt"), { services });
  const reasons = new Set<string>();
  for await (const { findings } of scan(document)) for (const { reason } of findings) reasons.add(reason);
  expect(reasons.size).toBeGreaterThan(4);
  for (const reason of reasons) expect(shownReason(reason, zh), reason).toMatch(/^[\p{Script=Han}、]+$/u);
  await services.close();
});

test("a gap is told once, with its pages", () => {
  const at = (...pages: number[]) => pages.map((page) => ({ code: "page-failed" as const, page }));
  const told = (gaps: Parameters<typeof gapLines>[0]) => gapLines(gaps, catalogues.en);
  expect(told([])).toEqual([]);
  expect(told(at(3))).toEqual(["page 3: the page could not be read"]);
  expect(told([...at(1, 2, 3), { code: "attachment-not-read" }, ...at(7)])).toEqual([
    "pages 1–3, 7: the page could not be read",
    catalogues.en.gaps["attachment-not-read"],
  ]);
});
