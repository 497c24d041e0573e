import { expect, test } from "vitest";
import { fileNotes } from "./file-notes.js";
import { catalogues } from "./messages/index.js";
import type { FileResult } from "./result.js";

const FILE: FileResult = { path: "a.pdf", status: "ok", findings: [], counts: {}, gaps: [], warnings: [] };

test("what is sanitised away and what is kept is told in the user's language, technical names as they are", () => {
  const file = { ...FILE, removed: ["annotations", "thumbnail", "thumbnails", "iTXt"], kept: ["links"] };
  const said = (language: "zh" | "en") =>
    fileNotes(file, { messages: catalogues[language], detectors: [] }).map(({ text }) => text);
  expect(said("zh")).toEqual(["同时清除：注释, 缩略图, iTXt", "干净，已保留：链接"]);
  expect(said("en")[0]).toContain("annotations, thumbnail, thumbnails, iTXt");
});

test("what verify still sees is told in the user's language, each thing once with its pages; names of checks stay", () => {
  const residue = [
    { check: "fresh-scan", detail: "phone", page: 3 },
    { check: "fresh-scan", detail: "phone", page: 1 },
    { check: "fresh-scan", detail: "phone", page: 2 },
    { check: "output-readable", detail: "ocr-failed", page: 2 },
    { check: "pdf-one-revision", detail: "bytes after the end" },
    { check: "pdf-second-reader", detail: "a part beside the pages", part: "an outline" },
    { check: "picture-no-metadata", detail: "a chunk that pixels do not need", part: "tEXt" },
    {
      check: "pdf-no-covered-text",
      detail: "text under a drawn shape",
      text: { characters: 12, box: { x: 72, y: 90, width: 100, height: 12 } },
      page: 1,
    },
  ] as const;
  const said = (language: "zh" | "en") =>
    fileNotes({ ...FILE, residue }, { messages: catalogues[language], detectors: [] }).map(({ text }) => text);
  expect(said("zh")).toEqual([
    "第 1–3 页：手机号 (fresh-scan)",
    "第 2 页：图片中的文字无法识别 (output-readable)",
    "文件结尾之后还有字节 (pdf-one-revision)",
    "页面之外的内容：书签 (pdf-second-reader)",
    "与像素无关的数据块：tEXt (picture-no-metadata)",
    "第 1 页：图形下有文字：12 个字符，位于 72,90（100 × 12 pt） (pdf-no-covered-text)",
  ]);
  expect(said("en")).toEqual([
    "pages 1–3: Mobile phone number (fresh-scan)",
    "page 2: text in a picture could not be read (output-readable)",
    "bytes after the end (pdf-one-revision)",
    "a part beside the pages: an outline (pdf-second-reader)",
    "a chunk that pixels do not need: tEXt (picture-no-metadata)",
    "page 1: text under a drawn shape: 12 characters at 72,90 (100 × 12 pt) (pdf-no-covered-text)",
  ]);
});
