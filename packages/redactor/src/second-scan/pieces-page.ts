import type { Page, Point, Quad, TextRun } from "@tuhei/core";
import type { TextPiece } from "../pdfjs/reading.js";

/** Of the height of a line, how far heads and tails of its letters reach from its middle, with some room. */
const REACH = 0.75;

/** A page as pdf.js reads it. A span's place is that of whole pieces: where letters stand within one is only estimated. */
export function pageOfPieces(index: number, pieces: readonly TextPiece[]): Page {
  const parts: string[] = [];
  const runs: TextRun[] = [];
  let at = 0;
  for (const { text, endsLine } of pieces) {
    runs.push({ span: { start: at, end: at + text.length }, origin: "content", precision: "estimated", confidence: 1 });
    parts.push(text, endsLine ? "\n" : "");
    at += text.length + (endsLine ? 1 : 0);
  }
  return {
    index,
    text: parts.join(""),
    runs,
    marks: [],
    gaps: [],
    locate: ({ start, end }) =>
      pieces.flatMap((piece, at) => {
        const { span } = runs[at]!;
        return piece.text.trim() !== "" && span.start < end && span.end > start ? [quadOf(piece)] : [];
      }),
  };
}

/** The rectangle around its middle line. */
function quadOf({ line: [start, end], height }: TextPiece): Quad {
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const [x, y] = length > 0 ? [(end.x - start.x) / length, (end.y - start.y) / length] : [1, 0];
  const reach = REACH * height;
  const corner = (from: Point, up: number): Point => ({ x: from.x + y * up, y: from.y - x * up });
  return [corner(start, reach), corner(end, reach), corner(end, -reach), corner(start, -reach)];
}
