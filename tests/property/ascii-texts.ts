import { describedDetectors } from "@tuhei/patterns/descriptions";
import fc from "fast-check";

/** Detectors' examples without a character that is none of ASCII, their marks taken out. */
export const asciiExamples = describedDetectors
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
/** Text of ASCII with values, labels and parts of them in it, cut anywhere. */
export const asciiTexts: fc.Arbitrary<string> = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat())
  .map(([pieces, from, to]) => {
    const text = pieces.join("");
    // Cut anywhere, as windows of a stream are.
    const start = from % 4 === 0 ? from % (text.length + 1) : 0;
    const end = to % 4 === 0 ? start + (to % (text.length - start + 1)) : text.length;
    return text.slice(start, end);
  });
