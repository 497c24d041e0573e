import { expect, test } from "vitest";
import { detect } from "./detect.js";

/** A table of codes and names, its cells labelled by their headers as a CSV's are. */
function foundIn(rows: readonly (readonly string[])[], headers: readonly string[]): string[] {
  const text = rows.map((row) => row.join(",")).join("\n");
  let at = 0;
  const labels = rows.flatMap((row) =>
    row.map((cell, column) => {
      const start = at;
      at += cell.length + 1;
      return { span: { start, end: start + cell.length }, label: headers[column]! };
    }),
  );
  return detect(text, { labels }).map(({ span }) => text.slice(span.start, span.end));
}

test.each([
  ["高邑镇"],
  ["康保县"],
  ["梁溪区"],
  ["邓州市"],
  ["楚雄彝族自治州"],
  ["阿荣旗"],
  ["巴林左旗"],
  ["阿拉善盟"],
  ["翁牛特旗"],
])("%s in a column that is headed name is no person, unless something is told of one beside it", (town) => {
  expect(foundIn([["411726113", town, "4117"]], ["code", "name", "cityCode"])).toEqual([]);
});

test("a county whose first characters could be a name is none in JSON either", () => {
  expect(detect('{"code":"150426","name":"翁牛特旗","cityCode":"1504"}')).toEqual([]);
  expect(detect('{"id":"17","name":"王红旗"}').map(({ reason }) => reason)).toEqual(["label, surname"]);
});

test("persons in a column that is headed name are found", () => {
  expect(
    foundIn(
      [
        ["17", "王小明", "3"],
        ["18", "陈镇", "13800138000"],
      ],
      ["no", "name", "count"],
    ),
  ).toEqual(["王小明", "陈镇", "13800138000"]);
});
