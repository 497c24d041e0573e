import { expect, test } from "vitest";
import { createDetect } from "../create-detect.js";
import { trackingNumber } from "./tracking-number.js";

const detect = createDetect([trackingNumber]);

const found = (text: string) => detect(text).map(({ span: { start, end } }) => text.slice(start, end));

/** A series' number and how many digits it ends in. */
test.each([
  ["SF", "SFA", 12],
  ["圆通", "YT", 13],
  ["极兔", "JT", 13],
  ["德邦", "DPK", 12],
  ["德邦, older", "DP", 12],
  ["德邦, of goods", "DPL", 12],
  ["京东", "JDV0", 11],
  ["菜鸟", "LP", 14],
  ["菜鸟, warehouses", "CN", 13],
  ["韵达", "YD", 13],
  ["申通", "ST", 13],
  ["中通", "ZT", 13],
  ["邮政", "PB", 11],
])(
  "a bare waybill number of %s is found in capitals and small letters, with as many digits as it has",
  (_, head, digits) => {
    const number = head + "48151623427301".slice(0, digits);
    expect(found(`我的${number}到了`)).toEqual([number]);
    expect(found(`(${number.toLowerCase()})`)).toEqual([number.toLowerCase()]);
    expect(found(`${number}7`)).toEqual([]);
    expect(found(number.slice(0, -1))).toEqual([]);
    expect(found(`${number.slice(0, -1)}x`)).toEqual([]);
    for (const neighbour of "0Az_+/=") {
      expect(found(`${neighbour}${number}`)).toEqual([]);
      expect(found(`${number}${neighbour}`)).toEqual([]);
    }
    expect([found(`a-${number}`), found(`7-${number}`), found(`--${number}`)]).toEqual([[], [], [number]]);
  },
);

test.each(["JDV048151623427-1-1-", "JDV048151623427-12-345", "JDV048151623427-123-12-"])(
  "the number of a parcel among several is part of it: %s",
  (number) => expect(found(`已寄${number}，`)).toEqual([number]),
);

test("an international number stands apart from letters and digits", () => {
  const number = "RA473124829CN";
  expect([found(`件${number}。`), found(`-${number}`)]).toEqual([[number], [number]]);
  for (const neighbour of "0Az_+/=") expect([found(neighbour + number), found(number + neighbour)]).toEqual([[], []]);
  expect([found(`a-${number}`), found(`${number}-`), found("RA473124829ZZ")]).toEqual([[], [], []]);
});

test.each([
  ["快递单号：12345678", "12345678"],
  ["快递单号：1234567", undefined],
  ["快递单号：ABCD-123456", "ABCD-123456"],
  ["快递单号：ABCD 1234", undefined],
  ["快递单号：A12345B", undefined],
  ["快递单号：A1B23456", undefined],
  ["快递单号：12-34-56-78-90-12", "12-34-56-78-90-12"],
  ["快递单号：123456789012345678901234", "123456789012345678901234"],
  ["快递单号：1234567890123456789012345", undefined],
  ["快递单号：12345678_9", undefined],
  ["快递单号：UA-12345678", undefined],
])(
  "behind its label a number has six digits in a row and 8 to 24 characters, whatever parts them: %s",
  (text, number) => {
    expect(found(text)).toEqual(number ? [number] : []);
  },
);

test.each([
  ["运单号请核对：(7361055558)", "7361055558"],
  ["运单号请核对：x7361055558", undefined],
  ["运单号请核对：1.7361055558", undefined],
  ["运单号请核对：1-7361055558", undefined],
  ["运单号请核对：-7361055558", "7361055558"],
  ["运单号请核对：7361055558.5", undefined],
  ["运单号请核对：7361055558-5", undefined],
  ["运单号请核对：7361055558.", "7361055558"],
  ["运单号请核对：7361055558：5", "7361055558"],
  ["运单号请核对：736105555", undefined],
])("close to a label digits alone are one where they stand apart: %s", (text, number) => {
  expect(found(text)).toEqual(number ? [number] : []);
});

test.each([
  ["快件已到，快件446518754176", "446518754176"],
  ["快递 446518754176081派送", "446518754176081"],
  ["包裹（YT4465187541）到了", "YT4465187541"],
  ["包裹【4465187541】到了", "4465187541"],
  ["包裹(446518754176081999)到了", "446518754176081999"],
  ["包裹4465187541到了", undefined],
  ["包裹（446518754）到了", undefined],
  ["包裹（4465187541到了", undefined],
  ["包裹446518754176081x", undefined],
  ["包裹446518754176081.5", undefined],
  ["包裹446518754176081-5", undefined],
  ["包裹446518754176081.", "446518754176081"],
  ["包裹446518754176081，5", "446518754176081"],
])("what a courier calls a parcel has its number behind it: %s", (text, number) => {
  expect(found(text)).toEqual(number ? [number] : []);
});

test.each([
  ["把單號發我\n76070698862739", "76070698862739"],
  ["单号发一下给我看看谢谢\n好的\n76070698862739，收好", "76070698862739"],
  ["单号是多少？\n76070698862739x", undefined],
  ["单号多少\n76070698862739.5", undefined],
  ["单号多少\n76070698862739-5", undefined],
  ["单号多少\n76070698862739：5", "76070698862739"],
  ["单号多少\nx76070698862739", undefined],
  ["单号1234给我\n76070698862739", undefined],
  ["单号不对\n76070698862739", undefined],
  ["單號76070698862739", "76070698862739"],
  ["单号：ABC760706988627", "ABC760706988627"],
  ["单号是760706988627-5", undefined],
  ["单号是760706988627.", "760706988627"],
  ["单号760706988627a", undefined],
  ["检验单号760706988627", undefined],
])("in a chat a number that was asked for is told in a later message, or behind the word alone: %s", (text, number) => {
  expect(found(text)).toEqual(number ? [number] : []);
});
