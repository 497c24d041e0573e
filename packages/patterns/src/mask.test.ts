import { expect, test } from "vitest";
import { mask } from "./mask.js";

test("every value becomes blocks, and the rest stays", () => {
  expect(mask("姓名：王小明，电话 138-0013-8000。")).toBe("姓名：███，电话 █████████████。");
});

test("a value that was named once is masked where it stands again without its label", () => {
  expect(mask("收件人：王小明\n王小明说东西到了")).toBe("收件人：███\n███说东西到了");
});

test("a name that a line end breaks where it stands again is masked on both lines", () => {
  expect(mask("姓名：彭思梅\n认定当时驾驶小客车的彭思\r\n　　梅负全部责任")).toBe(
    "姓名：███\n认定当时驾驶小客车的██\r\n███负全部责任",
  );
});

test("each script of a name in two is masked where it stands alone", () => {
  expect(mask("姓名 许子轩 XU/ZIXUAN\n座位给许子轩留好，票上写XU/ZIXUAN的")).not.toMatch(/许子轩|ZIXUAN/);
});

test("a placeholder tells what stood there", () => {
  expect(mask("电话 13800138000", { style: "label" })).toBe("电话 [手机号]");
});

test("a partial mask keeps what reports show", () => {
  expect(mask("电话 13800138000", { style: "partial" })).toBe("电话 138****8000");
});

test("line ends stay, also inside a value", () => {
  expect(mask("身份证：110105194912\r\n31002X", { style: "block" })).toBe("身份证：████████████\r\n██████");
});

test("a character outside the basic plane is one block", () => {
  expect(mask("收件人：𠮷田大\n电话13800138000")).not.toMatch(/[\ud800-\udfff]/);
});

test("a text without findings comes back as it was", () => {
  expect(mask("今天天气很好，共 3 件，合计 128.50 元")).toBe("今天天气很好，共 3 件，合计 128.50 元");
});

test("only what is asked for is masked", () => {
  expect(mask("13800138000 11010519491231002X", { only: new Set(["phone"]) })).toBe("███████████ 11010519491231002X");
});
