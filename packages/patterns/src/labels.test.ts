import { expect, test } from "vitest";
import { detect } from "./detect.js";
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

test.each([
  // A character wrong.
  ["公民身份号玛110105194912310021", "id-card"],
  ["公民身分号码：110105194912310021", "id-card"],
  ["住圵 北京市朝阳区建国路93号院2号楼1804室", "address"],
  ["住圵北京市朝阳区建国路93号院2号楼1804室", "address"],
  ["姓各 徐明哲", "name"],
  ["申话13800138000", "phone"],
  // One missing.
  ["公民份号码 110105194912310021", "id-card"],
  ["身份证码 110105194912310021", "id-card"],
  // One too many.
  ["公民身份证号码 110105194912310021", "id-card"],
  ["公民身份份号码 110105194912310021", "id-card"],
  // No colon.
  ["联系电话13800138000", "phone"],
  ["住址北京市朝阳区建国路93号院2号楼1804室", "address"],
  ["姓名徐明哲", "name"],
])("what stands behind a label as OCR read it is found: %s", (text, entityType) => {
  const value = /(?:1[\d]{10,17}|北京.*|徐明哲)$/.exec(text)![0];
  const matches = detect(text, { ocr: true });
  expect(matches.filter((match) => match.entityType === entityType)).toMatchObject([
    { span: { start: text.length - value.length, end: text.length } },
  ]);
  expect(matches[0]!.reason).toContain("label");
});

test.each(["往来", "各地址", "申请人话费", "活动地点", "佳人"])("%s is no misread label of two characters", (text) => {
  expect(labelOf(text, { ocr: true })?.entityTypes ?? []).toEqual(labelOf(text)?.entityTypes ?? []);
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
