import { entityTypes } from "@tuhei/patterns";
import { expect, test } from "vitest";
import { createInlineIgnores } from "./inline-ignores.js";
import { open } from "./open.js";
import { scan } from "./scan.js";
import { bytesSource } from "./source.js";

const PHONE = "13900001234";
const isType = (word: string) => (entityTypes as readonly string[]).includes(word);

/** Lines (from 0) of findings that stay, and of marks with a problem. */
async function left(text: string) {
  const ignores = createInlineIgnores(isType);
  const lines: number[] = [];
  const document = await open(bytesSource(Buffer.from(text), "a.txt"), {} as never);
  for await (const { page, findings } of scan(document)) {
    ignores.read(page);
    for (const finding of findings) if (!ignores.silences(finding)) lines.push(finding.place.line!);
  }
  const problems = ignores.problems().map(({ code, lines: at }) => [code, ...at]);
  return { lines, problems };
}

test.each([
  ["its own line, in any comment", [`电话 ${PHONE} # tuhei-ignore-line`, `电话 ${PHONE}`], [1]],
  ["its own line, from before the value", [`/* tuhei-ignore-line */ 电话 ${PHONE}`, `电话 ${PHONE}`], [1]],
  ["the next line only", ["<!-- tuhei-ignore-next-line -->", `电话 ${PHONE}`, `电话 ${PHONE}`], [2]],
  ["the types that it names", [`电话 ${PHONE} lin@example.com // tuhei-ignore-line email -- sample`], [0]],
  ["several types", [`电话 ${PHONE} lin@example.com // tuhei-ignore-line email phone -- sample`], []],
  ["what stands in a table", ["姓名,电话,备注", `林晓峰,${PHONE},tuhei-ignore-line`, `林晓峰,${PHONE},`], [2]],
])("a mark silences %s", async (_what, text, lines) => {
  for (const end of ["\n", "\r\n"]) {
    const found = await left(text.join(end));
    expect([...new Set(found.lines)]).toEqual(lines);
    expect(found.problems).toEqual([]);
  }
});

test("a mark ends at any line end, so that it never silences a whole text", async () => {
  // Lines are counted by line feeds; all of this is the first.
  expect((await left(`电话 ${PHONE} tuhei-ignore-line\r电话 ${PHONE}\r电话 ${PHONE}`)).lines).toEqual([0, 0]);
});

test.each([
  ["nothing there", ["# tuhei-ignore-line", `电话 ${PHONE}`], [1], [["unused-ignore", 0]]],
  ["the next line, of a mark at the end", [`电话 ${PHONE} tuhei-ignore-next-line`], [0], [["unused-ignore", 0]]],
  ["another type", [`电话 ${PHONE} tuhei-ignore-line email -- x`], [0], [["unused-ignore", 0]]],
  ["a type that there is not", [`电话 ${PHONE} tuhei-ignore-line fone`], [0], [["unknown-ignore-type", 0]]],
  [
    "words that are no types",
    [`电话 ${PHONE} tuhei-ignore-line because it is mine`],
    [0],
    [["unknown-ignore-type", 0]],
  ],
  ["one type of two", [`电话 ${PHONE} tuhei-ignore-line fone phone --`], [], [["unknown-ignore-type", 0]]],
])("a mark for %s is told", async (_what, text, lines, problems) => {
  expect(await left(text.join("\n"))).toEqual({ lines, problems });
});

test.each(["tuhei-ignore-lines", "xtuhei-ignore-line", "tuhei-ignore", "Tuhei-Ignore-Line"])(
  "%s is no mark",
  async (word) => {
    expect(await left(`电话 ${PHONE} ${word}\n`)).toEqual({ lines: [0], problems: [] });
  },
);

test("marks count the same wherever the windows of a long text begin", async () => {
  for (const filler of [47_000, 48_100, 49_050, 49_120, 49_152, 49_200]) {
    const head = `${"字".repeat(filler)}\n`;
    const wide = " ".repeat(1500);
    expect((await left(`${head}电话 ${PHONE}${wide}tuhei-ignore-line\n`)).problems).toEqual([]);
    const next = await left(`${head}tuhei-ignore-next-line${wide}\n${wide}电话 ${PHONE}\n电话 ${PHONE}\n`);
    expect(next).toEqual({ lines: [3], problems: [] });
  }
});

test("of very many marks that do nothing a few lines are named and all are counted", async () => {
  const ignores = createInlineIgnores(isType);
  const document = await open(bytesSource(Buffer.from("tuhei-ignore-line\n".repeat(9000)), "a.txt"), {} as never);
  for await (const { page } of scan(document)) ignores.read(page);
  const [problem] = ignores.problems();
  expect(problem).toMatchObject({ code: "unused-ignore", count: 9000 });
  expect(problem!.lines).toHaveLength(20);
});
