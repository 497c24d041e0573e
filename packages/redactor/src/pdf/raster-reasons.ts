/** Pages that must become pictures, each with the first reason found: a stable English phrase without document text. */
export interface RasterReasons {
  add(page: number, reason: string): void;
  has(page: number): boolean;
  /** Ascending by page. */
  all(): { readonly page: number; readonly reason: string }[];
}

/** No page yet. */
export function rasterReasons(): RasterReasons {
  const reasons = new Map<number, string>();
  return {
    add(page, reason) {
      if (!reasons.has(page)) reasons.set(page, reason);
    },
    has: (page) => reasons.has(page),
    all: () => [...reasons].map(([page, reason]) => ({ page, reason })).sort((a, b) => a.page - b.page),
  };
}
