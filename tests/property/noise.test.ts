import { detect, type EntityType } from "@tuhei/patterns";
import fc from "fast-check";
import { expect, test } from "vitest";
import { corpusOf } from "../builders/corpus/index.ts";
import { grouped, personOf } from "../builders/people.ts";
import { runs } from "./settings.ts";

/** A way of writing a value otherwise. `noisy` must be read as `value`. */
type Noise = (value: string) => fc.Arbitrary<string>;

const INVISIBLE = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e"];

const fullWidth: Noise = (value) =>
  fc.constant(value.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)));

const invisible: Noise = (value) =>
  fc
    .array(fc.array(fc.constantFrom(...INVISIBLE), { maxLength: 3 }), {
      minLength: value.length - 1,
      maxLength: value.length - 1,
    })
    .map((gaps) => [...value].map((character, index) => character + (gaps[index]?.join("") ?? "")).join(""));

const escaped: Noise = (value) =>
  fc.constantFrom(
    [...value].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
    [...value].map((character) => `&#${character.charCodeAt(0)};`).join(""),
    Buffer.from(value).toString("hex").replace(/../g, "%$&"),
  );

const asItIs: Noise = (value) => fc.constant(value);

/** Values that prove themselves, with the groups in which people write them. */
const values = fc.nat(1_000_000).chain((seed) => {
  const { idCard, phone, bankCard, plate } = personOf(seed);
  const card = fc.constantFrom(bankCard, grouped(bankCard, 4), grouped(bankCard, 4).replaceAll(" ", "-"));
  const mobile = fc.constantFrom(
    phone,
    grouped(phone, 3, 4),
    grouped(phone, 3, 4).replaceAll(" ", "-"),
    `+86 ${phone}`,
    `+86-${grouped(phone, 3, 4).replaceAll(" ", "-")}`,
  );
  return fc.oneof(
    fc.constantFrom(idCard, idCard.toLowerCase(), grouped(idCard, 6, 8, 4)).map((value) => ["id-card", value] as const),
    mobile.map((value) => ["phone", value] as const),
    card.map((value) => ["bank-card", value] as const),
    fc.constant(["license-plate", plate] as const),
  );
});

/** What may stand right beside a value; none of it can belong to one. */
const BESIDE = ["", "，", "。", "😀", "𠮷", "\ud83d", "\ude00", "的", "（", "）", "\n\n", "“", "》", "🀄️"];
const beside = fc.constantFrom(...BESIDE);

test.each([
  ["as it is", asItIs],
  ["in full-width characters", fullWidth],
  ["with invisible characters inside", invisible],
])("the span of a value %s is exact, between whatever stands right beside it", (_, noise) => {
  const noisy = values.chain(([type, value]) => noise(value).map((written) => [type, written] as const));
  fc.assert(fc.property(noisy, beside, beside, hasExactSpan), runs(1000));
});

test("the span of an escaped value covers the escapes whole", () => {
  const noisy = values
    .filter(([type]) => type !== "license-plate")
    .chain(([type, value]) => escaped(value).map((written) => [type, written] as const));
  fc.assert(fc.property(noisy, beside, beside, hasExactSpan), runs(1000));
});

/** Kangxi radicals, and those of the supplement that fonts give instead of the characters in use, by the characters. */
const RADICAL_OF = new Map([
  ...Array.from({ length: 0xd6 }, (_, index) => String.fromCharCode(0x2f00 + index)).map(
    (radical) => [radical.normalize("NFKC"), radical] as const,
  ),
  ...Object.entries({
    民: "⺠",
    西: "⻄",
    见: "⻅",
    贝: "⻉",
    车: "⻋",
    长: "⻓",
    门: "⻔",
    青: "⻘",
    风: "⻛",
    马: "⻢",
    龙: "⻰",
  }),
]);

test("texts say the same in radicals, as PDFs write them", () => {
  const spansOf = (text: string) => detect(text).map(({ entityType, span }) => ({ entityType, span }));
  const texts = corpusOf(1, 120).map(({ text }) => text);
  const inRadicals = texts.map((text) =>
    text.replace(/\p{Script=Han}/gu, (character) => RADICAL_OF.get(character) ?? character),
  );
  expect(inRadicals.join("")).toMatch(/[\u2f00-\u2fd5].*[\u2e9f-\u2ef3]/s);
  expect(inRadicals.map(spansOf)).toEqual(texts.map(spansOf));
});

function hasExactSpan([entityType, written]: readonly [EntityType, string], before: string, after: string): void {
  const text = `看${before}${written}${after}说`;
  const start = 1 + before.length;
  expect(detect(text).map((match) => [match.entityType, match.span])).toEqual([
    [entityType, { start, end: start + written.length }],
  ]);
}
