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
