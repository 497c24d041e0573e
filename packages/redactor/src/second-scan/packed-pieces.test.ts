import { expect, test } from "vitest";
import type { TextPiece } from "../pdfjs/reading.js";
import { packed, unpacked } from "./packed-pieces.js";

test("pieces come back as they were, empty ones and those beyond the first plane too", () => {
  const piece = (text: string, at: number, endsLine: boolean): TextPiece => ({
    text,
    line: [
      { x: at + 0.1, y: -at },
      { x: at + 100 / 3, y: at * 1e6 },
    ],
    height: 9.96,
    endsLine,
  });
  const pieces = [
    piece("手机 139", 1, false),
    piece("", 2, true),
    piece("𠮷\0\n", 3, false),
    piece("", 4, false),
    piece("z", 5, true),
  ];
  expect(unpacked(packed(pieces))).toEqual(pieces);
  expect(unpacked(packed([]))).toEqual([]);
});
