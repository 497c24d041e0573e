import { expect, test } from "vitest";
import { detect } from "../detect.js";
import { detectors } from "../detectors/index.js";
import { createLabels } from "../labels.js";
import { tableFields } from "./table-fields.js";

const labels = createLabels(detectors);

function labelled(text: string): string[] {
  return tableFields(labels, text).fields.map(({ label, start, end }) => `${label}: ${text.slice(start, end)}`);
}

test.each([
  ["Markdown", "| 姓名 | 数量 | QQ |\n|---|:-:|---|\n| 林晓峰 | 3 | 52905991 |\n| 方静怡 | | 868268 |\n\n完"],
  [
    "Markdown without outer bars, its headers bold",
    "**姓名** | 数量 | `QQ`\n--- | --- | ---\n林晓峰 | 3 | 52905991\n方静怡 | 1 | 868268\n",
  ],
  [
    "HTML",
    '<table class="a">\n<thead><tr><th>姓名</th><th>数量</th><th>QQ</th></tr></thead><tbody>\n<tr><td>林晓峰</td><td>3</td><td>52905991</td></tr>\n<tr>\n<td>方静怡</td><td></td><td align="right"> 868268 </td></tr></tbody></table>',
  ],
  [
    "an INSERT statement",
    "INSERT INTO `t_user` (`姓名`, `数量`, `QQ`) VALUES ('林晓峰', 3, '52905991'),\n('方静怡', NULL, '868268');",
  ],
  ["tabs", "姓名\t数量\tQQ\n林晓峰\t3\t52905991\n方静怡\t\t868268\n"],
  ["commas", "姓名,数量,QQ\n林晓峰,3,52905991\n方静怡,,868268\n"],
  ["bars", "姓名|数量|QQ\n林晓峰|3|52905991\n方静怡||868268\n"],
  ["bars around it", "| 姓名 | 数量 | QQ |\n| 林晓峰 | 3 | 52905991 |\n| 方静怡 | | 868268 |\n"],
  ["semicolons", "姓名;数量;QQ\r\n林晓峰;3;52905991\r\n方静怡;;868268\r\n"],
  ["spaces", "统计如下：\n姓名    数量  QQ\r\n林晓峰  3     52905991\r\n方静怡  1     868268\r\n"],
])("a table of %s labels its cells by its header", (_name, text) => {
  expect(labelled(text).map((cell) => cell.replace(/[*`]/g, ""))).toEqual([
    "姓名: 林晓峰",
    "QQ: 52905991",
    "姓名: 方静怡",
    "QQ: 868268",
  ]);
});

test("a line of another length among the rows does not end a table, a blank one does", () => {
  const text = "姓名,数量,QQ\n林晓峰,3,52905991\n备注,无\n方静怡,1,868268\n\n王小明,1,10001234\n";
  expect(labelled(text)).toEqual(["姓名: 林晓峰", "QQ: 52905991", "姓名: 方静怡", "QQ: 868268"]);
});

test("single spaces part the columns of a header in Chinese most of whose words are labels", () => {
  expect(labelled("序号 姓名 性别 家庭住址\n1 林晓峰 男 阳光花园3栋502\n")).toEqual([
    "姓名: 林晓峰",
    "家庭住址: 阳光花园3栋502",
  ]);
  expect(labelled("姓名 林晓峰 住址 阳光花园\n张三 来了 以后 再说\n")).toEqual([]);
});

test("each of two tables of HTML has its own header", () => {
  const table = (header: string, cell: string) =>
    `<table><tr><td>${header}</td><td>数量</td></tr><tr><td>${cell}</td><td>1</td></tr></table>`;
  expect(labelled(table("姓名", "林晓峰") + table("QQ", "52905991"))).toEqual(["姓名: 林晓峰", "QQ: 52905991"]);
});

test("quotes, commas and brackets inside a value of SQL do not shift its columns", () => {
  const text = "insert into t (remark, qq) values ('O''Hara, (a)', '52905991'), ('it\\'s, x', '868268')";
  expect(labelled(text)).toEqual(["qq: 52905991", "qq: 868268"]);
});

test.each([
  ["a form", "姓名  张三  性别  男\n民族  汉族  手机  无\n"],
  ["a sentence with one label", "姓名  请写在这里\n照片  请贴在这里\n"],
  ["a row of another length", "姓名\tQQ\n林晓峰\t52905991\t1\n"],
  ["a rule without a table", "姓名\n---\n林晓峰\n"],
])("%s is no table", (_name, text) => {
  expect(labelled(text)).toEqual([]);
});

test("bars and dashes without a header are no table", () => {
  expect(labelled("|\n|-|\n| 林晓峰 |\n\n| 姓名 | QQ |\n|---|---|\n| 方静怡 | |\n")).toEqual(["姓名: 方静怡"]);
});

test.each([
  ["tabs", "学号\t姓名\t成绩\n2023001\t管飞\t90\n2023002\t应洋\t88\n", ["姓名: 管飞", "姓名: 应洋"]],
  ["commas", "班级,姓名\n三班,管飞\n", ["姓名: 管飞"]],
  ["one cell that is none", "姓名\t林晓峰\n年龄\t30\n", []],
  ["one that goes on behind its label", "班级三班\t姓名\n林晓峰\t管飞\n", []],
])("one column of a type is told where all headers are labels: %s", (_name, text, expected) => {
  expect(labelled(text)).toEqual(expected);
});

test("headers are no values", () => {
  expect(
    detect("| 收件人 | 周日 | 手机 |\n|---|---|---|\n| 林晓峰 | 是 | 13900001234 |\n").map(
      ({ entityType }) => entityType,
    ),
  ).toEqual(["name", "phone"]);
});

test("values keep their place when invisible characters stand before them", () => {
  const text = "|\u200b 姓名 | QQ |\n|--|--|\n| 林\u200b晓峰 | 529\u200b05991 |\n";
  expect(detect(text).map(({ span }) => text.slice(span.start, span.end))).toEqual(["林\u200b晓峰", "529\u200b05991"]);
});

test.each([
  ["bars", "| a "],
  ["bars and dashes", "|--\n"],
  ["tabs", "姓名\tQQ\n\t"],
  ["indents", "   x\n"],
  ["rows of HTML", "<tr><td>"],
  ["INSERTs", "insert into a (b) values ('"],
])("sixteen times as many %s take no sixty-four times as long", (_name, part) => {
  const timeOf = (count: number) => {
    const text = part.repeat(count);
    const started = process.cpuUsage();
    tableFields(labels, text);
    return process.cpuUsage(started).user / 1000;
  };
  // Quadratic time takes 256 times as long. Other programs on the machine slow it down: the quickest of some runs counts.
  let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < 6 && !(long < Math.max(short, 1) * 64); run++) {
    short = Math.min(short, timeOf(10_000));
    long = Math.min(long, timeOf(160_000));
  }
  expect(long).toBeLessThan(Math.max(short, 1) * 64);
});
