import { detect } from "@tuhei/patterns";
import { describedDetectors } from "@tuhei/patterns/descriptions";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "./settings.ts";

/** ASCII text is looked at in less detail first, and left when it is quiet. One character that is none takes the whole road. */
const [ASCII_END, OTHER_END] = ["\n\n\n.", "\n\n\n。"];

const asciiExamples = describedDetectors
  .flatMap(({ examples }) => [...examples.found, ...examples.ignored])
  .map((example) => example.replace(/[⟦⟧]/g, ""))
  .filter((example) => /^\p{ASCII}+$/u.test(example));
/** Values and what stands beside them, without their Chinese labels. */
const asciiParts = describedDetectors
  .flatMap(({ examples }) => [...examples.found, ...examples.ignored])
  .flatMap((example) => example.match(/[ -~]{4,}/g) ?? []);
const latinLabels = describedDetectors.flatMap(({ context = [] }) => context.filter((word) => /^[ -~]+$/.test(word)));

/** What logs, code and exports are made of. */
const fragments = [
  ...["2026-03-01T12:34:56.789Z", "2026-03-01 12:34:56", "[worker-3]", "status=200", "in 45 ms", "0x7f3a", "a1b2c3d4"],
  ...["INSERT INTO users (name, phone) VALUES ('", "name,phone,id\n", "| name | phone |\n|---|---|\n", "name\tphone\n"],
  ...[
    "<table><tr><th>name</th><th>phone</th></tr><tr><td>",
    "</td><td>",
    '{"phone":"',
    '","',
    "password=",
    "api/v1/",
    "%20",
  ],
];
const separators = [
  " ",
  ": ",
  ":",
  "=",
  "\n",
  "\r\n",
  "\t",
  "-",
  ".",
  ",",
  "(",
  ")",
  "+",
  '"',
  "  ",
  "@",
  "#",
  "",
  "\\n",
  "&nbsp;",
];
const digits = fc.stringMatching(/^[0-9]{1,20}$/);
const piece = fc.oneof(
  fc.constantFrom(...asciiExamples),
  fc.constantFrom(...asciiParts),
  fc.constantFrom(...latinLabels),
  fc.constantFrom(...fragments),
  { weight: 3, arbitrary: fc.constantFrom(...separators) },
  digits,
  fc.stringMatching(/^[ -~\n]{0,12}$/),
);
const texts = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat())
  .map(([pieces, from, to]) => {
    const text = pieces.join("");
    // Cut anywhere, as windows of a stream are.
    const start = from % 4 === 0 ? from % (text.length + 1) : 0;
    const end = to % 4 === 0 ? start + (to % (text.length - start + 1)) : text.length;
    return text.slice(start, end);
  });

test("ASCII text that is left as quiet holds nothing that the whole pass finds", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(detect(text + ASCII_END)).toEqual(detect(text + OTHER_END));
    }),
    runs(20_000),
  );
});

test("every example of a detector in ASCII is found without and with the whole pass", () => {
  expect(asciiExamples.length).toBeGreaterThan(100);
  expect(asciiExamples.map((text) => detect(text + ASCII_END))).toEqual(
    asciiExamples.map((text) => detect(text + OTHER_END)),
  );
});
