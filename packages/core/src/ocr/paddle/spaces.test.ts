import { describe, expect, test } from "vitest";
import { LINE_HEIGHT, type LinePicture } from "./crop.js";
import { withSpaces } from "./spaces.js";

/** What a character takes of the picture below, of its height. */
const INK = 0.7;

/** A line as it was read: every character `advance` line heights after the one before, inked narrower than that. */
function read(chars: readonly (readonly [text: string, advance: number])[]): string {
  let at = 0;
  const placed = chars.map(([text, advance]) => {
    at += advance * LINE_HEIGHT;
    return { text, confidence: 1, center: at };
  });
  const width = Math.ceil(at + LINE_HEIGHT);
  const picture: LinePicture = { data: new Uint8Array(width * LINE_HEIGHT * 3).fill(255), width, stretch: 1 };
  for (const { text, center } of placed) {
    const half = ((/\d|[A-Z]/.test(text) ? INK / 2 : INK) * LINE_HEIGHT) / 2;
    for (let x = Math.round(center - half); x < center + half; x++)
      for (let y = 10; y < 38; y++) picture.data.fill(0, (y * width + x) * 3, (y * width + x) * 3 + 3);
  }
  return withSpaces(placed, picture)
    .map(({ text }) => text)
    .join("");
}

/** Characters of one distance. */
function even(text: string, advance: number): (readonly [string, number])[] {
  return [...text].map((char) => [char, advance]);
}

describe("a space stands", () => {
  test("where print leaves a gap", () => {
    expect(read([...even("林晓峰", 0.8), ["收", 1.6]])).toBe("林晓峰 收");
    expect(read([...even("6217", 0.42), ["1", 1], ...even("882", 0.42)])).toBe("6217 1882");
  });

  test("between all the words of a line that has more gaps than words", () => {
    expect(
      read([
        ["姓", 0.8],
        ["名", 1.6],
        ["林", 1.6],
        ["晓", 0.8],
      ]),
    ).toBe("姓 名 林晓");
  });
});

describe("no space stands", () => {
  test("in what is spaced wide from end to end", () => {
    expect(read(even("曹县东关街道", 1.25))).toBe("曹县东关街道");
    expect(read(even("110105", 0.9))).toBe("110105");
  });

  test("in what is written downward, where digits take as much as Chinese characters", () => {
    expect(read(even("三合村13号2单元1108", 1.2))).toBe("三合村13号2单元1108");
  });

  test("beside a 1 that stands apart in its font", () => {
    expect(read([...even("862", 0.55), ["1", 0.66], ...even("540", 0.6)])).toBe("8621540");
  });
});

test("what stands two characters apart is not one word, however even", () => {
  expect(read(even("男汉", 2.5))).toBe("男 汉");
});
