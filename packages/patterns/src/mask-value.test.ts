import { expect, test } from "vitest";
import { maskValue } from "./mask-value.js";

test.each([
  ["11010519491231002X", "id-card", "110***********002X"],
  ["13800138000", "phone", "138****8000"],
  ["6217000341034103418", "bank-card", "***************3418"],
  ["王小明", "name", "王**"],
  ["张三", "name", "张*"],
  ["zhang.san@example.com", "email", "z********@*******.com"],
  ["北京市朝阳区建国路93号", "address", "北京市*********"],
  ["京A12345", "license-plate", "京A****5"],
  ["E12345678", "passport", "E*****678"],
  ["C12345678", "hk-macau-permit", "C*****678"],
  ["T12345678", "taiwan-permit", "T*****678"],
  ["A123456(3)", "residence-permit", "A*******3)"],
  ["军字第2001988号", "military-id", "********88号"],
  ["LSJA24U62JG269225", "vin", "LSJ**********9225"],
  ["91110000600037341L", "social-credit-code", "9111**********341L"],
  ["SF1385628716739", "tracking-number", "SF*********6739"],
  ["999-1234567890", "ticket-number", "**********7890"],
  ["12345678", "vat-invoice", "****5678"],
  ["114.114.115.115", "ip-address", "114.***********"],
  ["3C:22:FB:12:34:56", "mac-address", "3C:22:FB*********"],
  ["490154203237518", "imei", "***********7518"],
  ["10001234", "qq", "10****34"],
  ["zhang_san-88", "wechat", "z*********88"],
  ["1990-01-31", "birth-date", "1990******"],
  ["0123456789", "medical-insurance", "******6789"],
  ["110105198801", "housing-fund", "********8801"],
  ["106511202405001234", "diploma", "**************1234"],
  ["39.908823,116.397470", "geo-location", "39******************"],
  ["08/27", "card-expiry", "*****"],
  ["075526123456", "landline", "**********56"],
] as const)("%s is shown as %s → %s", (value, entityType, shown) => {
  expect(maskValue(value, entityType)).toBe(shown);
});

test.each(["1", "12", "张", "a@b.cn"])("a short value %j never shows whole", (value) => {
  for (const entityType of ["id-card", "phone", "name", "email", "barcode"] as const) {
    expect(maskValue(value, entityType)).not.toBe(value);
  }
});

test.each(["1234", "123", "Qwe#2024-and-much-longer"])("of a secret such as %s not even the length shows", (value) => {
  expect(maskValue(value, "password")).toBe("******");
  expect(maskValue(value, "cvv")).toBe("******");
});

test("only the ends of a machine-readable zone show", () => {
  expect(maskValue("P<UTO\nL898", "passport")).toBe("P******898");
});
