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
] as const)("%s is shown as %s → %s", (value, entityType, shown) => {
  expect(maskValue(value, entityType)).toBe(shown);
});

test.each(["1", "12", "张", "a@b.cn"])("a short value %j never shows whole", (value) => {
  for (const entityType of ["id-card", "phone", "name", "email", "barcode"] as const) {
    expect(maskValue(value, entityType)).not.toBe(value);
  }
});
