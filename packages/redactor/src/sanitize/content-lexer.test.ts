import { expect, test } from "vitest";
import { ContentError, operationsOf } from "./content-lexer.js";

const bytes = (text: string) => Uint8Array.from(Buffer.from(text));

function read(content: string | Uint8Array): [string, unknown[]][] {
  const data = typeof content === "string" ? Buffer.from(content, "latin1") : content;
  return [...operationsOf(data)].map(({ operator, operands }) => [
    operator,
    operands.map((operand) => (operand instanceof Uint8Array ? Buffer.from(operand).toString("latin1") : operand)),
  ]);
}

test.each([
  ["(a(b)c\\)\\\\d) Tj", "a(b)c)\\d"],
  ["(\\101\\102\\1) Tj", "AB\x01"],
  ["(one\\\ntwo\r\nthree\rfour) Tj", "onetwo\nthree\nfour"],
  ["(\\n\\r\\t\\b\\f\\x) Tj", "\n\r\t\b\fx"],
  ["<48 65 6C6c 6F7> Tj", "Hellop"],
  ["( % no comment ) Tj", " % no comment "],
])("the string in %j is decoded as ISO 32000-2, 7.3.4 says", (content, text) => {
  expect(read(content)).toEqual([["Tj", [text]]]);
});

test("numbers, names, arrays and dictionaries are told apart, with and without space between them", () => {
  expect(read("/F#31 12 Tf[(a)-.5(b)]TJ +1 -.2 --3 4. 5 6 cm/P<</M 1/T(x)>>BDC")).toEqual([
    ["Tf", [{ name: "F1" }, 12]],
    ["TJ", [[bytes("a"), -0.5, bytes("b")]]],
    ["cm", [1, -0.2, -3, 4, 5, 6]],
    [
      "BDC",
      [
        { name: "P" },
        {
          dict: new Map<string, unknown>([
            ["M", 1],
            ["T", bytes("x")],
          ]),
        },
      ],
    ],
  ]);
});

test("comments are passed over wherever white space may stand", () => {
  expect(read("% (first) Tj\n1 % two\r0 0 1 % ET\n0 0 cm")).toEqual([["cm", [1, 0, 0, 1, 0, 0]]]);
});

test.each([
  ["without a filter, whose length follows from its size", "BI /W 4 /H 2 /BPC 8 /CS /G ID \nEI Q\n(EI\nEI Q"],
  ["with a filter", "BI /W 4 /H 2 /F /Fl ID x\x9c\xf0EI\xff)(<[\nEI Q"],
])("an inline image %s ends where its data ends", (_, content) => {
  const operators = [...operationsOf(Buffer.from(content, "latin1"))].map(({ operator }) => operator);
  expect(operators).toEqual(["BI", "Q"]);
});

test.each(["(never ends", "<00", "[1 2", "<< /A 1", "BI /W 1 ID \x00\x01", `${"[".repeat(100)}${"]".repeat(100)} TJ`])(
  "%j cannot be followed, and says so",
  (content) => {
    expect(() => read(content)).toThrow(ContentError);
  },
);

test("a number that runs into letters is a word that no reader knows", () => {
  expect(read("1 0 0 1 5 6cm 2 w")).toEqual([
    ["6cm", [1, 0, 0, 1, 5]],
    ["w", [2]],
  ]);
});

test("a closing bracket or brace too many is passed over", () => {
  expect(read("] } ) > 1 w")).toEqual([["w", [1]]]);
});

test("numbers are read as the platform reads them", () => {
  for (let at = 0; at < 2000; at++) {
    const written = (((at * 7919) % 100003) / 7 - 5000).toFixed(at % 11);
    expect(read(`${written} w`)).toEqual([["w", [Number.parseFloat(written)]]]);
  }
  for (const written of [
    "0",
    "-0",
    ".5",
    "-.5",
    "4.",
    "123456789.123456",
    "12345678901234567890",
    "0.00000000000000000001",
  ])
    expect(read(`${written} w`)).toEqual([["w", [Number.parseFloat(written)]]]);
});
