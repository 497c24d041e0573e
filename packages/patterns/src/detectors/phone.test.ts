import { expect, test } from "vitest";
import { createDetect } from "../create-detect.js";
import { phone } from "./phone.js";

const detect = createDetect([phone]);

const found = (text: string) => detect(text).map(({ span: { start, end } }) => text.slice(start, end));

test.each([
  "一三八洞洞幺三八洞洞洞",
  "幺五九零〇○一二两兩贰",
  "么六叁三四肆五伍六陆七",
  "壹玖捌勾九拐柒八捌貳參",
  "一陸陆拐七勾九肆伍三四",
])("eleven numerals in Chinese characters are a number without a label: %s", (number) => {
  expect(detect(`回我${number}谢谢`).map(({ span, score, reason }) => [span.start, span.end, score, reason])).toEqual([
    [2, 13, 0.75, "Chinese numerals"],
  ]);
  expect(found(`回我${number}九`)).toEqual([]);
  expect(found(`回我${number.slice(0, -1)}`)).toEqual([]);
});

const LIKE = ["零〇○洞", "一幺么壹", "二两兩贰貳", "三叁參", "四肆", "五伍", "六陆陸", "七拐柒", "八捌", "九勾玖"];

test.each(LIKE.flatMap((numerals, digit) => Array.from(numerals, (numeral) => [numeral, digit] as const)))(
  "%s stands for its digit in a number behind a label",
  (numeral, digit) => {
    expect(found(`手机：1${numeral}00013800`)).toEqual([]);
    expect(found(`手机：1${numeral}0001 38000`)).toEqual(digit >= 3 ? [`1${numeral}0001 38000`] : []);
    expect(found(`手机：86-壹${numeral}0001 38000`)).toEqual(digit >= 3 ? [`86-壹${numeral}0001 38000`] : []);
  },
);

test.each([
  ["电话：2024-01-15", undefined],
  ["电话：2024/1/15", undefined],
  ["电话：2024.10.15", undefined],
  ["电话：2024 10 15", undefined],
  ["电话：20240115", undefined],
  ["电话：20241115", undefined],
  ["电话：19991231", undefined],
  ["电话：20240195", "20240195"],
  ["电话：20240145", "20240145"],
  ["电话：20240015", "20240015"],
  ["电话：20241315", "20241315"],
  ["电话：21240115", "21240115"],
  ["电话：320240115", "320240115"],
  ["电话：31/08/2011", undefined],
  ["电话：1.12.2011", undefined],
  ["电话：31-8-11", undefined],
  ["电话：131/08/2011", "131/08/2011"],
  ["电话：31/080/2011", "31/080/2011"],
  ["电话：31/08/20112", "31/08/20112"],
  ["电话：31 08 2011", "31 08 2011"],
])("a date behind a label is no number of a telephone: %s", (text, number) => {
  expect(found(text)).toEqual(number ? [number] : []);
});

test.each([
  ["电话：400 800 8000", undefined],
  ["电话：86 400 800 8000", undefined],
  ["电话：0086 800 800 8000", undefined],
  ["电话：400 800 80001", "400 800 80001"],
  ["电话：1400 800 8000", "1400 800 8000"],
  ["电话：086 400 800 8000", "086 400 800 8000"],
  ["电话：88 888 888", undefined],
  ["电话：88 888 889", "88 888 889"],
  ["电话：13.9006776", undefined],
  ["电话：1300.9006776", "1300.9006776"],
])("a service number, one digit over and over, a measure are none: %s", (text, number) => {
  expect(found(text)).toEqual(number ? [number] : []);
});

test.each([
  ["电话：123456", undefined],
  ["电话：612 3456", "612 3456"],
  ["电话：612 3456 x 1234", "612 3456 x 1234"],
  ["电话：612 345 x 1234", undefined],
  ["电话：612 345 X1234", undefined],
  ["电话：612 345#1234", undefined],
  ["电话：612 345 ext. 1234", undefined],
  ["电话：612 345 Ext1234", undefined],
  ["电话：612 345转1234", undefined],
  ["电话：612 345轉1234", undefined],
  ["电话：612 345 分机1234", undefined],
  ["电话：612 345分機 1234", undefined],
  ["电话：2345 6789 01234", "2345 6789 01234"],
  ["电话：2345 6789 012345", undefined],
  ["电话：+44 5678 9012345", "+44 5678 9012345"],
  ["电话：+44 5678 90123456 78", undefined],
  ["电话：(+44) 5678 9012 345", "(+44) 5678 9012 345"],
  ["电话：0044 5678 9012 345", "0044 5678 9012 345"],
  ["电话：44 005678 9012 345", undefined],
  ["电话：+44 5678", undefined],
  ["电话：+4 561 234", undefined],
  ["电话：+4 561 2345", "+4 561 2345"],
])("a number has as many digits as a local one or a country's, its extension left out: %s", (text, number) => {
  expect(found(text)).toEqual(number ? [number] : []);
});
