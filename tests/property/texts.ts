import type { EntityType, Span } from "@tuhei/patterns";
import { describedDetectors } from "@tuhei/patterns/descriptions";
import fc from "fast-check";
import { personOf } from "../builders/people.ts";

/** A text with one value in it that must be found. */
export interface Planted {
  readonly entityType: EntityType;
  readonly text: string;
  readonly span: Span;
}

/** Any UTF-16 units at all, lone surrogates among them. */
export const anyUnits: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x7f })), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

/** What stands around values: labels, punctuation, digits, names' and addresses' characters, invisible characters. */
const FRAGMENTS = [
  ..."，。；：:=|\t\n\r-./()（）<>\"'@_ 　0123456789ABXYabxy张王李省市区路号栋室的是为和",
  "\u200b",
  "\ufeff",
  "😀",
  "𠮷",
  "姓名",
  "收件人：",
  "电话",
  "手机号：",
  "身份证号",
  "地址：",
  "密码",
  "金额",
  "phone=",
  '"name": "',
  "&#49;",
  "\\u0031",
  "%E5%BC%A0",
  "<td>",
  "www.example.com",
  "2024-01-31",
  "12:30",
  "共 3 件",
  "合计 128.50 元",
  "今天天气很好",
  "The quick brown fox",
];

/** Text of the kind that values stand in, with nothing of anybody in it but by chance. */
export const surroundings: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...FRAGMENTS) },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
    ),
    {
      maxLength: 25,
    },
  )
  .map((pieces) => pieces.join(""));

/** A detector's own example, with its marks. */
export const examples: fc.Arbitrary<Planted> = fc
  .constantFrom(...describedDetectors)
  .chain(({ entityType, examples: { found } }) =>
    fc.constantFrom(...found).map((example) => plantedIn(entityType, example)),
  );

function plantedIn(entityType: EntityType, example: string): Planted {
  const start = example.indexOf("⟦");
  const end = example.indexOf("⟧") - 1;
  return { entityType, text: example.replace(/[⟦⟧]/g, ""), span: { start, end } };
}

/** Values of an invented person that need no label. */
export const values: fc.Arbitrary<readonly [EntityType, string]> = fc.nat(1_000_000).chain((seed) => {
  const { idCard, phone, bankCard, email, plate, landline } = personOf(seed);
  return fc.constantFrom<readonly [EntityType, string]>(
    ["id-card", idCard],
    ["phone", phone],
    ["bank-card", bankCard],
    ["email", email],
    ["license-plate", plate],
    ["landline", landline],
  );
});

/** Labelled lines about an invented person, mixed with surroundings: what streams and files look like. */
export const documents: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      surroundings,
      examples.map(({ text }) => text),
      values.map(([, value]) => value),
      fc.constant("\n"),
    ),
    {
      maxLength: 20,
    },
  )
  .map((pieces) => pieces.join(""));
