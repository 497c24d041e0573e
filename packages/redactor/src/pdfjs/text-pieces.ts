import type { PDFPageProxy } from "unpdf/pdfjs";
import type { TextPiece } from "./reading.js";

type Item = Awaited<ReturnType<PDFPageProxy["getTextContent"]>>["items"][number];
type TextItem = Extract<Item, { readonly str: string }>;
type Viewport = ReturnType<PDFPageProxy["getViewport"]>;

/** Of the height of a line, where its middle is above the base line. */
const MIDDLE = 0.3;

/** The text of a page in the order in which it is drawn, invisible text included. */
export async function textPieces(page: PDFPageProxy): Promise<readonly TextPiece[]> {
  const viewport = page.getViewport({ scale: 1 / page.userUnit });
  const { items } = await page.getTextContent({ disableNormalization: true });
  return items.flatMap((item) => ("str" in item ? [pieceOf(item, viewport)] : []));
}

/** The matrix of an item is that of its font: units of text space along both axes, origin at the start of the base line. */
function pieceOf({ str, dir, transform, width, height, hasEOL }: TextItem, viewport: Viewport): TextPiece {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform as number[];
  const [along, across] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1];
  const isVertical = dir === "ttb";
  const [run, rise] = isVertical ? [0, 0] : [(a / along) * width, (b / along) * width];
  const [fall, sink] = isVertical ? [(c / across) * -height, (d / across) * -height] : [0, 0];
  const [lift, shift] = isVertical ? [0, 0] : [c * MIDDLE, d * MIDDLE];
  const start = { x: x + lift, y: y + shift };
  return {
    text: str,
    line: [pointIn(viewport, start.x, start.y), pointIn(viewport, start.x + run + fall, start.y + rise + sink)],
    height: isVertical ? along : across,
    endsLine: hasEOL,
  };
}

function pointIn(viewport: Viewport, x: number, y: number) {
  const [pageX = 0, pageY = 0] = viewport.convertToViewportPoint(x, y) as number[];
  return { x: pageX, y: pageY };
}
