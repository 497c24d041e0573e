import { expect, test } from "vitest";
import { isPlace, placeAt } from "./places.js";

test.each([
  ["浙江省杭州市西湖区", ["浙江省", "杭州市", "西湖区"]],
  ["广西南宁青秀区", ["广西", "南宁", "青秀区"]],
  ["内蒙古自治区鄂尔多斯市准格尔旗", ["内蒙古自治区", "鄂尔多斯市", "准格尔旗"]],
  ["云南省镇沅彝族哈尼族拉祜族自治县", ["云南省", "镇沅彝族哈尼族拉祜族自治县"]],
  ["镇沅县", ["镇沅县"]],
  ["海南省三沙市", ["海南省", "三沙市"]],
  ["香港特别行政区油尖旺区", ["香港特别行政区", "油尖旺区"]],
  ["北京市崇文区", ["北京市", "崇文区"]],
  ["河北省赵县", ["河北省", "赵县"]],
])("the units of %s are read one by one, each as its longest name", (text, parts) => {
  const read: string[] = [];
  for (let at = 0; at < text.length; ) {
    const { end } = placeAt(text, at) ?? { end: text.length };
    read.push(text.slice(at, end));
    at = end;
  }
  expect(read).toEqual(parts);
});

test.each(["", "市辖区", "省直辖县级行政单位", "县", "电话", "有限公司"])("%j is no place", (text) => {
  expect(placeAt(text, 0)).toBeUndefined();
});

test("a name without its unit says so, unless another place is named so", () => {
  expect(placeAt("在杭州开会", 1)).toEqual({ isShort: true, end: 3 });
  expect(placeAt("吉林大学", 0)).toEqual({ isShort: true, end: 2 });
  expect(placeAt("吉林市", 0)).toEqual({ isShort: false, end: 3 });
  expect(placeAt("九龙", 0)).toEqual({ isShort: false, end: 2 });
});

test("all 34 provinces are known by name and by short name", () => {
  const provinces =
    "北京市 天津市 河北省 山西省 内蒙古自治区 辽宁省 吉林省 黑龙江省 上海市 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 广西壮族自治区 海南省 重庆市 四川省 贵州省 云南省 西藏自治区 陕西省 甘肃省 青海省 宁夏回族自治区 新疆维吾尔自治区 台湾省 香港特别行政区 澳门特别行政区".split(
      " ",
    );
  const short = provinces.map((name) => name.replace(/(?:壮族|回族|维吾尔)?自治区$|特别行政区$|[省市]$/, ""));
  expect(provinces.map((name) => placeAt(name, 0))).toEqual(
    provinces.map((name) => ({ isShort: false, end: name.length })),
  );
  expect(short.map((name) => placeAt(name, 0))).toEqual(short.map((name) => ({ isShort: true, end: name.length })));
  expect(provinces).toHaveLength(34);
});

test("only a whole name is one", () => {
  expect(["金华", "金华市", "金华人", "金", ""].map(isPlace)).toEqual([true, true, false, false, false]);
});
