import { detect } from "@tuhei/patterns";
import { createByteFilter } from "@tuhei/patterns/bytes";
import { describedDetectors } from "@tuhei/patterns/descriptions";
import { expect, test } from "vitest";

/** Units that make careless detectors look at the same text again and again. */
const HOSTILE = [
  "1",
  "13800138000",
  "1 ",
  "1-",
  "1.",
  "11010519491231002",
  "+86 ",
  "(0",
  "(",
  "-",
  " ",
  "\t",
  "：",
  "\n",
  "。，",
  "a",
  "a1",
  "A1B2",
  "a@",
  "a.",
  "@a.",
  "wxid_",
  "www.",
  "http://",
  "%31",
  "&#49;",
  "\\u0031",
  "\u200b",
  "<td>",
  '="',
  "张",
  "张 ",
  "王李",
  "欧阳",
  "先生",
  "·",
  "省市区",
  "市",
  "路1号",
  "，区",
  "号楼",
  "姓名",
  "姓名：",
  "地址：",
  "收件人",
  "密码：",
  "电话 ",
  "身份证号",
  "name: ",
  "phone_no=",
  "京A",
  "军字第",
  "QQ",
  "IMEI：",
  "P<CHN",
  "<",
  "M1",
  "2024年",
  "1990-01-01",
  "39.9,116.3,",
] as const;
/** Of UTF-16 units. Quadratic time takes 64 times as long for 8 times the text. */
const SIZES = [64_000, 512_000] as const;
const SMALL_SIZES = [32_000, 256_000] as const;
const MAX_RATIO = 24;
/** Shorter times are mostly noise. */
const FLOOR_MS = 2;
/** Compiling and collecting garbage only add to a time: the quickest of so many runs counts, and fewer when they suffice. */
const RUNS = 6;

test.each(HOSTILE)("a long run of %j takes time in proportion", (unit) => {
  expect(isInProportion(unit, SIZES, MAX_RATIO)).toBe(true);
});

test.each(describedDetectors.map((detector) => [detector.entityType, detector] as const))(
  "what %s finds, ignores and is named by, over and over, takes time in proportion",
  (_, { examples, context = [] }) => {
    const units = [...examples.found, ...examples.ignored].join(" ").replace(/[⟦⟧]/g, "");
    expect(isInProportion(units, SMALL_SIZES, MAX_RATIO)).toBe(true);
    expect(isInProportion(`${context.join("：")} `, SMALL_SIZES, MAX_RATIO)).toBe(true);
  },
);

/** Digits, separators, characters of surnames, words of labels. */
const LARGE = ["1", "-", "张", "姓名"];

test.each(LARGE)("10 MB of %j take time in proportion", (unit) => {
  // 160 times the text; quadratic time takes 25,600 times as long.
  expect(isInProportion(unit, [SIZES[0], 10 * 2 ** 20], 640)).toBe(true);
});

/** Digits, what separates them, escapes that may go on, starts of labels; and all that is hostile in ASCII, one behind the other. */
const LARGE_IN_BYTES = ["1", "1 ", "1-", "a1B2", "%31", "\\", "&#", "phone ", "name: "];
const HOSTILE_IN_BYTES = HOSTILE.filter((unit) => /^\p{ASCII}+$/u.test(unit)).join("");

test.each([...LARGE_IN_BYTES, HOSTILE_IN_BYTES])(
  "a look at the bytes of 10 MB of %j takes time in proportion",
  (unit) => {
    const look = (text: string) => {
      const [bytes, filter] = [new TextEncoder().encode(text), createByteFilter()!];
      for (let at = 0; at < bytes.length; ) {
        const stop = filter.find(bytes, at, bytes.length);
        at = stop ? Math.max(stop.at, at + 1) : bytes.length;
      }
    };
    expect(isInProportion(unit, [SIZES[0], 10 * 2 ** 20], 640, look)).toBe(true);
  },
);

function isInProportion(
  unit: string,
  sizes: readonly [number, number],
  maxRatio: number,
  look: (text: string) => unknown = detect,
): boolean {
  const [short, long] = sizes.map((size) => unit.repeat(Math.ceil(size / unit.length))) as [string, string];
  const best = { short: Infinity, long: Infinity };
  for (let run = 0; run < RUNS; run++) {
    best.short = Math.min(best.short, millisecondsFor(short, look));
    best.long = Math.min(best.long, millisecondsFor(long, look));
    if (best.long < Math.max(best.short, FLOOR_MS) * maxRatio) return true;
  }
  return false;
}

/** Of this process alone, whatever else the machine does. */
function millisecondsFor(text: string, look: (text: string) => unknown): number {
  const start = process.cpuUsage();
  look(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
