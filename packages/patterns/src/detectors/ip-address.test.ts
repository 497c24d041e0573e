import { expect, test } from "vitest";
import { createDetect } from "../create-detect.js";
import { ipAddress } from "./ip-address.js";

const detect = createDetect([ipAddress]);

const told = (text: string) =>
  detect(text, { minScore: 0 }).map(
    ({ span, score, reason }) => `${text.slice(span.start, span.end)} ${score} ${reason}`,
  );

test.each(["IP", "ip", "Ip", "IPv4", "IPV4", "ip 地址", "IP位址", "IP Address", "ip addr", "Ip地址"])(
  "%s has an address behind it, however short",
  (word) => {
    for (const between of [" ", "：", ": ", "=", "为", "是", "】：", " is "])
      expect([between, ...told(`x，${word}${between}1.1.1.1`).map((one) => one.slice(0, 9))]).toEqual([
        between,
        "1.1.1.1 0",
      ]);
  },
);

test.each([
  ["1.1.1.101", []],
  ["1.11.1.101", ["1.11.1.101 0.6 public address"]],
  ["remote_addr: 1.1.1.1", ["1.1.1.1 0.9 label, public address"]],
])("without the word four parts need seven digits in all: %j", (text, addresses) => {
  expect(told(text)).toEqual(addresses);
});

test.each([
  ["来自2408:8456::1，", ["2408:8456::1"]],
  ["来自2a01:4f8:c17:1::2。", ["2a01:4f8:c17:1::2"]],
  ["来自2A01:4F8:C17:1::2。", ["2A01:4F8:C17:1::2"]],
  ["来自2001:da8:8000::9", ["2001:da8:8000::9"]],
  ["来自2600:1f18::7", ["2600:1f18::7"]],
  ["来自2804:14c::7", ["2804:14c::7"]],
  ["来自2c0f:f248::7", ["2c0f:f248::7"]],
  ["来自2C0F:F248::7", ["2C0F:F248::7"]],
  ["来自2001:db8::7", []],
  ["来自x2408:8456::1", []],
  ["来自2408:8456::1:", []],
  ["来自2408:8456::1x", []],
  ["来自2408:8456::1.5", []],
  ["来自2408:8456::1.", ["2408:8456::1"]],
])("addresses of version 6 lie in the space that is assigned: %s", (text, addresses) => {
  expect(told(text).map((one) => one.split(" ")[0])).toEqual(addresses);
});
