import { expect, test } from "vitest";
import { placeAt, placeNames } from "./places.js";

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

test("a name without its unit says so, and the widest level wins", () => {
  expect(placeAt("在杭州开会", 1)).toEqual({ level: "city", isShort: true, end: 3 });
  expect(placeAt("吉林大学", 0)).toEqual({ level: "province", isShort: true, end: 2 });
  expect(placeAt("吉林市", 0)).toEqual({ level: "city", isShort: false, end: 3 });
  expect(placeAt("九龙", 0)).toMatchObject({ isShort: false });
});

test("all 34 provinces are known by name and by short name", () => {
  const provinces = [...placeNames()].filter(([, { level }]) => level === "province");
  expect(provinces.filter(([, { isShort }]) => isShort)).toHaveLength(34);
  expect(provinces.filter(([, { isShort }]) => !isShort)).toHaveLength(34);
});

test("no name has fewer than two characters or anything but Han in it", () => {
  expect([...placeNames().keys()].filter((name) => !/^\p{Script=Han}{2,}$/u.test(name))).toEqual([]);
});
