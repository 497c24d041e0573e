import { describe, expect, test } from "vitest";
import { tilesOn } from "./tiles.js";

const ink = { width: 900, height: 60 };

describe.each([
  [595, 842],
  [842, 595],
  [4000, 3000],
  [1200, 90],
  [60, 2000],
])("on a page of %i × %i", (width, height) => {
  const tiling = tilesOn({ width, height }, ink);

  test("no place is farther from a line than two lines and the gap between them", () => {
    const far = 1.5 * Math.max(tiling.width, 5.5 * tiling.height);
    for (let x = 0; x <= width; x += width / 7) {
      for (let y = 0; y <= height; y += height / 7) {
        const nearest = Math.min(...tiling.middles.map((middle) => Math.hypot(middle.x - x, middle.y - y)));
        expect(nearest).toBeLessThanOrEqual(far);
      }
    }
  });

  test("lines keep the proportions of the ink and do not meet", () => {
    expect(tiling.width / tiling.height).toBeCloseTo(ink.width / ink.height);
    const [first, ...others] = tiling.middles;
    for (const { x, y } of others) expect(Math.hypot(x - first!.x, y - first!.y)).toBeGreaterThan(3 * tiling.height);
  });
});

test("a long text gets smaller", () => {
  const page = { width: 595, height: 842 };
  expect(tilesOn(page, { width: 4000, height: 60 }).width).toBeLessThan(Math.hypot(page.width, page.height));
  expect(tilesOn(page, { width: 4000, height: 60 }).height).toBeLessThan(tilesOn(page, ink).height);
});
