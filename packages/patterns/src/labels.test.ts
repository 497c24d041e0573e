import { expect, test } from "vitest";
import { labelOf } from "./engine.js";

test.each([
  ["手机号", ["phone"]],
  ["收件人手机号", ["phone"]],
  ["客户地址", ["address"]],
  ["宝妈手机号", ["phone"]],
  ["手机号码(必填)", ["phone"]],
  ["customer_phone", ["landline", "phone"]],
  ["homeAddress", ["address"]],
  ["姓  名", ["name"]],
  ["收", ["address", "name", "phone"]],
  ["收貨地址", ["address"]],
  ["金额", []],
  ["IP地址", ["ip-address"]],
  ["内存地址", []],
  ["product_name", []],
  ["WiFi密码", ["password"]],
  ["联系QQ", ["qq"]],
  ["imei1", ["imei"]],
  ["mm", ["password"]],
])("%s names %j", (text, entityTypes) => {
  expect(labelOf(text)?.entityTypes).toEqual(entityTypes);
});

test.each(["收件入：王小明", "公民身份号玛", "联系申话13800138000"])("%s is a label only where OCR may err", (text) => {
  expect(labelOf(text)).toBeUndefined();
  expect(labelOf(text, { ocr: true })?.entityTypes.length).toBeGreaterThan(0);
});

test.each([
  "Git地址",
  "size_mm",
  "王小明",
  "浙江省杭州市西湖区",
  "13800138000",
  "",
  "收到货了",
  "今天天气很好我们去散步吧",
])("%j is no label", (text) => {
  expect(labelOf(text)).toBeUndefined();
});

test("the end of a label is where its value begins", () => {
  expect(labelOf("收件人： 王小明")?.end).toBe(5);
  expect(labelOf("Tel: 13800138000")?.end).toBe(5);
});
