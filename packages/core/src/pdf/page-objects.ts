import { apply, IDENTITY, type Matrix, multiply } from "./matrix.js";
import type { UserRect } from "./page-space.js";
import type { PdfPage } from "./pdf-file.js";

/** What kind of thing is drawn; FPDF_PAGEOBJ_*, fpdf_edit.h. */
export type ObjectKind = "text" | "path" | "image" | "shading" | "form";

const KINDS: readonly (ObjectKind | undefined)[] = [undefined, "text", "path", "image", "shading", "form"];

/** One drawn thing, in painting order. */
export interface PageObject {
  readonly kind: ObjectKind;
  /** FPDF_PAGEOBJECT, valid while the page is loaded. */
  readonly handle: number;
  /** Upright rectangle around it, in user space of the page. */
  readonly bounds: UserRect;
  /** From the space that the object's own matrix leads to, into user space of the page. Not identity inside forms. */
  readonly parentMatrix: Matrix;
  /** How many forms it is nested in. */
  readonly depth: number;
}

/** Deeper nesting is not legitimate; readers stop there too. */
const MAX_DEPTH = 16;
/** A page with more objects is a map or a drawing; looking at each would take minutes. Only so many are given. */
export const MAX_OBJECTS = 500_000;

/** Everything that a page draws, forms opened. @throws {TuheiError} "engine" */
export function pageObjects(page: PdfPage): PageObject[] {
  const { engine, handle } = page;
  const { raw } = engine;
  return engine.borrow(24, (scratch) => {
    const found: PageObject[] = [];
    const count = raw.FPDFPage_CountObjects!(handle);
    for (let at = 0; at < count && found.length < MAX_OBJECTS; at++) {
      collect(engine, raw.FPDFPage_GetObject!(handle, at), IDENTITY, 0, scratch, found);
    }
    return found;
  });
}

function collect(
  engine: PdfPage["engine"],
  handle: number,
  parentMatrix: Matrix,
  depth: number,
  scratch: number,
  found: PageObject[],
): void {
  if (handle === 0 || found.length >= MAX_OBJECTS) return;
  const { raw } = engine;
  const kind = KINDS[raw.FPDFPageObj_GetType!(handle)];
  if (!kind) return;
  found.push({ kind, handle, bounds: boundsOf(engine, handle, parentMatrix, scratch), parentMatrix, depth });
  if (kind !== "form" || depth >= MAX_DEPTH) return;
  const inner = multiply(objectMatrix(engine, handle, scratch), parentMatrix);
  const count = raw.FPDFFormObj_CountObjects!(handle);
  for (let at = 0; at < count; at++) {
    collect(engine, raw.FPDFFormObj_GetObject!(handle, at), inner, depth + 1, scratch, found);
  }
}

/** The object's own matrix; `scratch` is 24 bytes of engine memory. */
export function objectMatrix({ raw, floats }: PdfPage["engine"], handle: number, scratch: number): Matrix {
  if (raw.FPDFPageObj_GetMatrix!(handle, scratch) === 0) return IDENTITY;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = floats().subarray(scratch / 4, scratch / 4 + 6);
  return [a, b, c, d, e, f];
}

function boundsOf({ raw, floats }: PdfPage["engine"], handle: number, matrix: Matrix, scratch: number): UserRect {
  if (raw.FPDFPageObj_GetBounds!(handle, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) {
    return { left: 0, bottom: 0, right: 0, top: 0 };
  }
  const [left = 0, bottom = 0, right = 0, top = 0] = floats().subarray(scratch / 4, scratch / 4 + 4);
  if (matrix === IDENTITY) {
    return {
      left: Math.min(left, right),
      bottom: Math.min(bottom, top),
      right: Math.max(left, right),
      top: Math.max(bottom, top),
    };
  }
  const corners = [
    apply(matrix, left, bottom),
    apply(matrix, right, bottom),
    apply(matrix, left, top),
    apply(matrix, right, top),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}
