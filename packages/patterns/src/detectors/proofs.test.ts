import { expect, test } from "vitest";
import { detect } from "../detect.js";
import type { EntityType } from "../detector.js";

/** The value that is found of a type, even where it counts for too little to be told, with its score and reason. */
function told(entityType: EntityType, text: string): string[] {
  return detect(text, { minScore: 0, only: new Set([entityType]) }).map(
    ({ span, score, reason }) => `${text.slice(span.start, span.end)} ${score} ${reason}`,
  );
}

test.each([
  ["53.6000,135.1000", "0.65 inside China"],
  ["坐标：73.0000", "0.85 label, inside China"],
  ["坐标：135.1000", "0.85 label, inside China"],
  ["坐标：3.8000", "0.85 label, inside China"],
  ["坐标：53.6000", "0.85 label, inside China"],
  ["坐标：116.3975 39.9088", "0.85 label, inside China"],
])("a place inside China counts: %s", (text, reason) => {
  expect(told("geo-location", text)).toEqual([`${text.replace("坐标：", "")} ${reason}`]);
});

test.each([
  "53.6001,135.1000",
  "53.6000,135.1001",
  "坐标：72.9999",
  "坐标：135.1001",
  "坐标：3.7999",
  "坐标：53.6001",
  "坐标：39.9088,140.0000",
  "坐标：60.0000 39.9088",
])("a place elsewhere does not: %s", (text) => {
  expect(told("geo-location", text)).toEqual([]);
});

test.each([
  ["residence-permit", "A1234563", "0.4 checksum"],
  ["residence-permit", "A123456789", "0.4 checksum"],
  ["residence-permit", "AD00000005", "0.4 checksum"],
  ["residence-permit", "A900000007", "0.4 checksum"],
  ["residence-permit", "A123456(3)", "0.8 checksum"],
  ["social-credit-code", "91110000600037341L", "0.9 checksum, organisation checksum, region"],
  ["social-credit-code", "911522010783762860", "0.75 checksum, organisation checksum, region"],
  ["social-credit-code", "111000000000143498", "0.75 checksum, organisation checksum, region"],
  ["id-card", "11010519491231002X", "0.95 checksum, region, date"],
  ["id-card", "370620199505100123", "0.95 checksum, region, date"],
  ["id-card", "932682198501010017", "0.95 checksum, region, date"],
  ["id-card", "11019919491231002X", "0.75 checksum, date"],
  ["id-card", "990426199112010074", "0.4 checksum, date"],
  ["id-card", "110105491231002", "0.4 region, date"],
  ["bank-card", "6217000341034103418", "0.88 checksum, issuer, length"],
  ["bank-card", "4111111111111111", "0.7 checksum, scheme, length"],
  ["ip-address", "2400::1", "0.75 public address"],
  ["ip-address", "2400:1:2:3:4:5:6:7", "0.75 public address"],
  ["ip-address", "2400:1:2:3:4:5:6::", "0.75 public address"],
  ["ip-address", "223.255.255.254", "0.6 public address"],
  ["ip-address", "100.128.100.1", "0.6 public address"],
  ["ip-address", "172.32.100.1", "0.6 public address"],
  ["vin", "1M8GDM9AXKP042788", "0.9 checksum"],
  ["tracking-number", "RA473124829CN", "0.7 checksum, country"],
] as const)("%s %s proves %s by itself", (entityType, text, reason) => {
  expect(told(entityType, text)).toEqual([`${text} ${reason}`]);
});

test.each([
  ["residence-permit", "A1234564"],
  ["residence-permit", "A123456788"],
  ["residence-permit", "AA12345678"],
  ["residence-permit", "A900000002"],
  ["residence-permit", "A123456(4)"],
  ["residence-permit", "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<7"],
  ["social-credit-code", "91110000600037342L"],
  ["social-credit-code", "94110000600037341B"],
  ["social-credit-code", "91000000600037341R"],
  ["id-card", "110105194912310021"],
  ["id-card", "11010519490231002X"],
  ["bank-card", "4111111111111112"],
  ["bank-card", "8111111111111115"],
  ["ip-address", "2400:1:2:3:4:5:6:7:8"],
  ["ip-address", "2400:1::2::3"],
  ["ip-address", "2400:1:2:3"],
  ["ip-address", "2400:1:2:3:4:5::7:8"],
  ["ip-address", "2400:0:0:0:0:0:0::7"],
  ["ip-address", "2001:0db8::1"],
  ["ip-address", "100.64.100.1"],
  ["ip-address", "100.127.255.254"],
  ["ip-address", "172.31.100.1"],
  ["ip-address", "169.254.100.1"],
  ["ip-address", "198.19.100.1"],
  ["ip-address", "192.88.99.100"],
  ["ip-address", "203.0.113.100"],
  ["ip-address", "224.100.100.1"],
  ["vin", "1M8GDM9A0KP042788"],
  ["tracking-number", "RA473124828CN"],
] as const)("%s: %s is none", (entityType, text) => {
  expect(told(entityType, text)).toEqual([]);
});

test.each([
  ["residence-permit", "证件号：AA12345678", "0.6 checksum failed, label"],
  ["residence-permit", "香港身份证：A1234564", "0.6 checksum failed, label"],
  ["social-credit-code", "税号：91110000600037341l", "0.98 label, checksum, organisation checksum, region"],
  ["social-credit-code", "税号：91110000600037342L", "0.7 label"],
  ["taiwan-permit", "台胞证：20240115", "0.55 label"],
  ["taiwan-permit", "台胞证：T20240115", "0.9 format, label"],
  ["taiwan-permit", "台胞证：2024011501", "0.85 label"],
  ["tracking-number", "快递单号：12345678", "0.8 label"],
  ["tracking-number", "快递单号：123456789012345678901234", "0.8 label"],
  ["passport", "护照：123456789", "0.75 label"],
  ["passport", "护照：AB123456", "0.75 label"],
  ["phone", "电话：+44 7911 123456", "0.7 label"],
  ["phone", "电话：+12345678", "0.7 label"],
  ["phone", "电话：+123 45678 90123 45", "0.7 label"],
  ["phone", "手机：8613800138000", "0.95 format, label"],
  ["id-card", "身份证 110105194912310021", "0.6 checksum failed, label"],
  ["id-card", "身份证 110105491231002", "0.95 region, date, label"],
  ["id-card", "身份证 123456991010193", "0.85 date, label"],
  ["id-card", "身份证 110105491331002", "0.55 label"],
  ["bank-card", "卡号 4111111111111112", "0.7 label"],
  ["bank-card", "卡号 4222222222222", "0.7 label"],
  ["vin", "车架号 1M8GDM9A0KP042788", "0.8 label"],
] as const)("%s behind its label: %s counts %s", (entityType, text, reason) => {
  const [, value] = /[： ](.*)$/.exec(text)!;
  expect(told(entityType, text)).toEqual([`${value} ${reason}`]);
});

test.each([
  ["tracking-number", "快递单号：1234567"],
  ["tracking-number", "快递单号：AB12CD34EF"],
  ["tracking-number", "快递单号：1234567890123456789012345"],
  ["passport", "护照：12345678"],
  ["passport", "护照：1234567"],
  ["phone", "电话：+1 234 567"],
  ["phone", "电话：+123 45678 90123 4567"],
  ["phone", "手机：1 2 3 4 5 6 7 8 9 0 1"],
  ["medical-insurance", "医保卡：2024-01-15"],
  ["housing-fund", "公积金：2024-01-15"],
  ["diploma", "学位证号：2024-06-07"],
] as const)("%s even behind its label: %s is none", (entityType, text) => {
  expect(told(entityType, text)).toEqual([]);
});

test.each([
  ["phone", "接龙 1574 857 21 23", "1574 857 21 23"],
  ["phone", "13 80 01 38 000", "13 80 01 38 000"],
] as const)("of what OCR read spaces may be too many: %s in %s", (entityType, text, value) => {
  const found = detect(text, { ocr: true }).map(({ span }) => text.slice(span.start, span.end));
  expect(found).toEqual([value]);
  expect(detect(text).filter((match) => match.entityType === entityType)).toEqual([]);
});

test.each(["1 1574 857 21 23", "1574 857 21 23 5", "2574 857 21 23", "081234567890"])(
  "OCR or not, %s is no number of a telephone",
  (text) => {
    expect(detect(text, { ocr: true })).toEqual([]);
  },
);

test("what OCR read counts by its region and date alone", () => {
  const read = "110105194912310021";
  const [match] = detect(read, { ocr: true });
  expect(match).toMatchObject({ entityType: "id-card", score: 0.6, reason: "region, date" });
  expect(detect("110105194913310021", { ocr: true })).toEqual([]);
  expect(detect("990105194912310021", { ocr: true })).toEqual([]);
});
