import { expect, test } from "vitest";
import { detect } from "./detect.js";

function valuesOf(text: string): string[] {
  return detect(text).map(({ entityType, span }) => `${entityType} ${text.slice(span.start, span.end)}`);
}

test.each([
  ["邮箱：", "email", "sunny82\n@126.com"],
  ["邮箱：", "email", "kuaile40956@mail.sysu.\nedu.cn"],
  ["手机号：", "phone", "(+86)19\n1 8507 8457"],
  ["电话：", "phone", "(+86)175 3679\n 1649"],
  ["家庭电话：", "landline", "0551-8\n123587-676"],
  ["收款账号：", "bank-card", "6225\n-7552-3456-6318"],
  ["学历证书编号：", "diploma", "105301200606\r\n235349"],
  ["永久居留身份证：", "residence-permit", "USA3101980\n71837"],
  ["注册IP：", "ip-address", "2408:42d7:1ed:f641:8592:6be2:f5e\n4:b830"],
  ["Email: ", "email", "sunny82\n@126.com"],
  ["邮箱：", "email", "xiaoyu7@mail.sys\nu.edu.cn"],
  ["家庭电话：", "landline", "0991-5175165\n2转0982"],
  ["微信：", "wechat", "wxid_cg545lu\n9769ji4"],
  ["储蓄卡号：", "bank-card", "6217 0065 2702 00\n76 048"],
])("%s a value of %s goes on in the next line: %j", (label, entityType, value) => {
  expect(valuesOf(`性别：男\n${label}${value}\n省份：山东省\n`)).toEqual([`${entityType} ${value}`]);
});

test.each([
  ["手机 ", "phone", "139\n00001234", "，请回电"],
  ["联系电话 ", "landline", "0571-8765\n4321", "。"],
  ["电话：", "phone", "139-0000-\n5678", "；"],
  ["卡号 ", "bank-card", "6222021234\n567890128", "、开户行"],
])("in prose %s a value of %s goes on in the next line: %j", (label, entityType, value, after) => {
  expect(valuesOf(`请记下他的${label}${value}${after}`)).toEqual([`${entityType} ${value}`]);
});

test.each([
  ["邮箱：a1@126.com\nPhone\n", ["email a1@126.com"]],
  ["Email: a1@126.com\nTel: 123\n", ["email a1@126.com"]],
  ["QQ：123456\n12\n", ["qq 123456"]],
  ["手机号：13800138000\n浙江省\n", ["phone 13800138000"]],
  ["微信号：chenxi_0\nhello\n", ["wechat chenxi_0"]],
  ["微信号：chenxi_0\n2024\n", ["wechat chenxi_0"]],
])("the line below is left alone when it is something else: %j", (text, values) => {
  expect(valuesOf(text)).toEqual(values);
});

test("a line end after every label takes no longer than twice for twice the text", () => {
  const timeOf = (count: number) => {
    const text = "邮箱：a1\n@\n".repeat(count);
    const started = performance.now();
    detect(text);
    return performance.now() - started;
  };
  timeOf(1000);
  const [short, long] = [Math.min(timeOf(5000), timeOf(5000)), Math.min(timeOf(20_000), timeOf(20_000))];
  expect(long).toBeLessThan(short * 12 + 20);
});
