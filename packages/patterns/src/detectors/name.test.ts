import { expect, test } from "vitest";
import { createDetect } from "../create-detect.js";
import { detect as detectAll } from "../detect.js";
import { name } from "./name.js";

const detect = createDetect([name]);

/** What the label alone gives away, with its score and reason. */
const told = (text: string) =>
  detect(text, { minScore: 0 })
    .filter(({ reason }) => reason.startsWith("label"))
    .map(({ span, score, reason }) => `${text.slice(span.start, span.end)} ${score} ${reason}`);

test.each([
  ["王小明", "0.85 label, surname"],
  ["欧阳修远", "0.85 label, surname"],
  ["阿卜杜拉·买买提", "0.85 label, surname"],
  ["阿卜杜拉•买买提・努尔·艾力", "0.85 label, surname"],
  ["约翰·史密斯", "0.6 label"],
  ["多吉次仁", "0.85 label, surname"],
  ["王 小  明", "0.85 label, surname"],
  ["王    明", "0.85 label, surname"],
  ["许子轩 XU/ZIXUAN", "0.85 label, surname"],
  ["许子轩   XU/ZIXUAN", "0.85 label, surname"],
  ["王某某", "0.85 label, surname"],
  ["王女士", "0.85 label, surname"],
  ["李总", "0.85 label, surname"],
  ["张**", "0.85 label, surname"],
  ["张XX", "0.85 label, surname"],
  ["李*明", "0.85 label, surname"],
  ["李**小明", "0.85 label, surname"],
  ["Mary Smith", "0.85 label, surname"],
  ["WANG, XIAOMING", "0.85 label, surname"],
  ["WANG,XIAOMING", "0.85 label, surname"],
  ["Anna Maria Luisa Smith", "0.85 label, surname"],
  ["合住", "0.6 label"],
  ["和住所", "0.6 label"],
  ["石家庄", "0.6 label"],
  ["扎西", "0.8 label, transliteration"],
  ["张×", "0.85 label, surname"],
])("behind a label %s is a name as far as it looks like one", (value, expected) => {
  const found = told(`姓名：${value}，`);
  expect(found).toContain(`${value} ${expected}`);
});

test.each([
  "上海明月科技有限公司",
  "明月（上海）集团",
  "明月（上海科技发展有限公司",
  "明月科技上海）公司",
  "王府井百货商店",
  "张家口第一中学",
  "无",
  "暂无",
  "家长电话",
  "Passport Number",
  "Phone No",
  "未知",
  "匿名",
  "不详",
  "本人签字",
  "如下",
  "详见附件",
  "必填",
  "王小明：",
  "王小明  ：",
  "Mary Smith:",
  "Mary Smith-7",
  "Mary Smith.7",
  "Mary Smith@a",
  "张*明天气",
  "李*明*",
  "张XX7",
  "合同专用",
])("behind a label %s is nobody's name", (value) => {
  expect(told(`户名：${value}`)).toEqual([]);
});

test.each([
  ["Passport Numbers", "Passport Numbers"],
  ["许子轩 XU/ZIXUANx", "许子轩"],
  ["Mary Smith-", "Mary Smith"],
  ["Mary Smith.", "Mary Smith"],
  ["王小明同学", "王小明"],
  ["王小明 :", undefined],
])("a name ends where something else begins: %s", (value, expected) => {
  expect(told(`姓名：${value}`).map((one) => one.replace(/ 0\..*/, ""))).toEqual(expected ? [expected] : []);
});

test.each([
  ["张晓峰因病请假", ["张晓峰 0.8 label, surname"]],
  ["张伟应于每月付款", ["张伟 0.75 label, surname"]],
  ["应于每月付款", []],
  ["高速公路管理", []],
])("where a sentence goes on a name must be a likely one: %s", (value, expected) => {
  expect(told(`姓名：${value}`)).toEqual(expected);
});

/** By what stands around them and what they are made of, too. */
const names = (text: string) =>
  detectAll(text, { only: new Set(["name"]) }).map(({ span: { start, end } }) => text.slice(start, end));

test.each([
  ["蛟停湖、黄墩湖、邱家湖、姜家湖、唐垛湖、寿西湖、董峰湖、石姚湾", []],
  ["西界：王祥河、郭坪河一线，淮河、洪汝河、沙颍河", []],
  ["朱家角镇、黎里镇、姚庄镇、洪安镇", []],
  ["秦岭北麓、贺兰山、白于山", []],
  ["6323,黄南藏族自治州，金秀瑶族自治县", []],
  ["陇海铁路、焦柳铁路以北，兰南高速以北", []],
  ["应当严格履行安全运输义务，与被害方达成和解，准许达成协议", []],
  ["交易行政主管部门、外公路以南、对罪犯确有悔改表现", []],
  ["连翘、黄荆、杜鹃花，山水林田湖草，涌泉泉群、泉林泉群", []],
  ["游戏“欧陆风云”，将3张火焰图放在一起，始创于波兰的校园，谢谢，祝愉快。", []],
  ["史浩，鄞縣（今浙江寧波）人，兼翰林學士", []],
  ["戴雨耕，黄巖（今屬浙江）人", ["戴雨耕"]],
  ["許葆光，龍溪（今屬福建）人", ["許葆光"]],
  ["替代的名字为空字符串，名字：空格", []],
  ["乙方：经查，甲方：经核实", []],
])("places, plants and words that begin as names do are none: %s", (text, expected) => {
  expect(names(text)).toEqual(expected);
});
