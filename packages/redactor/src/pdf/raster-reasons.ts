/** Why a page becomes a picture: a stable English phrase without document text, alphabetical. */
export type RasterReason =
  | "a font that may name what was removed"
  | "a picture that cannot be blanked in place"
  | "annotations that cannot be made part of the page"
  | "content that cannot be followed"
  | "content that cannot be removed in place"
  | "drawings beside it that would change"
  | "drawings that cannot be removed in place"
  | "glyphs made of text"
  | "hidden layers"
  | "looks that would change"
  | "not proven clean in place"
  | "objects that cannot be parsed"
  | "text beside it that would move"
  | "text in a pattern or mask"
  | "text that stays in place"
  | "text without Unicode";

/** A page (from 0) that is now a picture. */
export interface RasterizedPage {
  readonly page: number;
  readonly reason: RasterReason;
}

/** Pages that must become pictures, each with the first reason found. */
export interface RasterReasons {
  add(page: number, reason: RasterReason): void;
  has(page: number): boolean;
  of(page: number): RasterReason | undefined;
  /** Ascending by page. */
  all(): RasterizedPage[];
}

/** No page yet. */
export function rasterReasons(): RasterReasons {
  const reasons = new Map<number, RasterReason>();
  return {
    add(page, reason) {
      if (!reasons.has(page)) reasons.set(page, reason);
    },
    has: (page) => reasons.has(page),
    of: (page) => reasons.get(page),
    all: () => [...reasons].map(([page, reason]) => ({ page, reason })).sort((a, b) => a.page - b.page),
  };
}
