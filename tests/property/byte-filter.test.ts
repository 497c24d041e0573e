import { detect, detectorFromConfig, type Match } from "@tuhei/patterns";
import { type ByteFilter, createByteFilter, FILTER_SIGHT, type Stop } from "@tuhei/patterns/bytes";
import { describedDetectors } from "@tuhei/patterns/descriptions";
import fc from "fast-check";
import { expect, test } from "vitest";
import { asciiTexts } from "./ascii-texts.ts";
import { runs } from "./settings.ts";
import { values } from "./texts.ts";

const filter = createByteFilter()!;
/** Lines of logs in which nothing is to be found: times, process numbers, versions, hashes, private addresses. */
const QUIET = [
  "2026-03-01T12:34:56.789Z INFO [worker-3] app.module.Service - request served in 45 ms, status=200\n",
  "Mar  1 12:34:56 web-01 sshd[2211]: Accepted publickey for deploy from 10.2.3.4 port 48332 ssh2: RSA SHA256:9ec30585\n",
  '10.0.3.17 - - [01/Mar/2026:12:34:56 +0800] "GET /api/v1/items?page=2 HTTP/1.1" 200 5316 "-" "curl/8.4.0" 0.012\n',
  '{"ts":1772368496123,"name":"worker-1","traceId":"9ec3058598079d8c3858bba06cb77ec1","msg":"\\"main\\" closed\\n"}\n',
].join("");

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function isQuiet(text: string, by: ByteFilter = filter): boolean {
  const bytes = bytesOf(text);
  return by.find(bytes, 0, bytes.length) === undefined && !by.isOpen();
}

/** Every stop; the first that is none of ASCII is the last. */
function stopsIn(text: string): Stop[] {
  const bytes = bytesOf(text);
  const stops: Stop[] = [];
  for (let stop = filter.find(bytes, 0, bytes.length); stop; stop = filter.find(bytes, stop.at, bytes.length)) {
    stops.push(stop);
    if (stop.sign === "foreign") return stops;
  }
  return filter.isOpen() ? [...stops, { at: bytes.length, sign: "value" }] : stops;
}

/** Matches that no stop stands for: none that comes soon after their beginning, and no table before them. */
function passedOver(text: string): Match[] {
  const stops = stopsIn(text);
  const from = stops.find(({ sign }) => sign !== "value")?.at ?? Number.POSITIVE_INFINITY;
  return detect(text).filter(
    ({ span: { start } }) =>
      start + FILTER_SIGHT < from && !stops.some(({ at }) => at >= start && at <= start + FILTER_SIGHT),
  );
}

test("nothing that is found in ASCII text is passed over by a look at its bytes", () => {
  fc.assert(
    fc.property(asciiTexts, (text) => {
      expect(passedOver(text)).toEqual([]);
    }),
    runs(200),
  );
});

test("a long stretch stops where it does when it is gone through a little at a time", () => {
  const little = 1000;
  fc.assert(
    fc.property(fc.array(asciiTexts, { maxLength: 4 }), fc.nat(60_000), fc.nat(3000), (texts, place, from) => {
      const quiet = QUIET.repeat(120);
      const amid = texts.map((text) => text + quiet.slice(0, place % 9000)).join("");
      const bytes = bytesOf(quiet.slice(0, place) + amid + quiet);
      const long = filter.find(bytes, from, bytes.length);
      let short: Stop | undefined;
      for (let at = from; at < bytes.length && !short; at += little)
        short = filter.find(bytes, at, Math.min(bytes.length, at + little));
      expect(long).toEqual(short);
    }),
    runs(200),
  );
});

test("lines of logs are quiet, few and many", () => {
  expect(detect(QUIET)).toEqual([]);
  expect(isQuiet(QUIET)).toBe(true);
  expect(isQuiet(QUIET.repeat(300))).toBe(true);
});

test.each(describedDetectors.map((detector) => [detector.entityType, detector.examples.found] as const))(
  "a look at bytes sees every example of %s amid quiet lines",
  (_, found) => {
    for (const example of found) {
      const text = `${QUIET}${example.replace(/[⟦⟧]/g, "")}\n${QUIET}`;
      expect([example, isQuiet(text)]).toEqual([example, false]);
      // In the second of four parts, and at the end.
      expect(isQuiet(QUIET.repeat(60) + text + QUIET.repeat(120))).toBe(false);
      expect(isQuiet(QUIET + example.replace(/[⟦⟧]/g, ""))).toBe(false);
    }
  },
);

/** One character as exports may write it. */
const spellings = [
  (character: string) => character,
  (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  (character: string) => `\\\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  (character: string) => `&#${character.charCodeAt(0)};`,
  (character: string) => `&#x${character.charCodeAt(0).toString(16)};`,
  (character: string) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  (character: string) => `\u200b${character}`,
  (character: string) => String.fromCharCode(character.charCodeAt(0) + 0xfee0),
];

test("a value is seen amid quiet lines however its characters are spelled", () => {
  const spelled = fc
    .tuple(values, fc.infiniteStream(fc.constantFrom(...spellings.keys())), fc.nat(20))
    .map(([[, value], stream, plainFor]) =>
      Array.from(value, (character, index) => {
        const spelling = stream.next().value!;
        return index < plainFor || !/[0-9A-Za-z]/.test(character) ? character : spellings[spelling]!(character);
      }).join(""),
    );
  fc.assert(
    fc.property(spelled, fc.nat(3), (value, lines) => {
      const text = `${QUIET.repeat(lines)} ${value} \n${QUIET}`;
      fc.pre(detect(text).length > 0);
      expect(isQuiet(text)).toBe(false);
    }),
    runs(300),
  );
});

test("detectors of the caller's own are seen too", () => {
  const staff = detectorFromConfig({ entityType: "custom-staff", pattern: "Z[A-F]\\d{3}", labels: ["staff"] });
  const own = createByteFilter({ detectors: [staff] })!;
  expect([isQuiet("by ZF123 at noon\n"), isQuiet("by ZF123 at noon\n", own)]).toEqual([true, false]);
});

test("what only a lower threshold finds is seen where it is asked for", () => {
  const lower = createByteFilter({ minScore: { "id-card": 0.3 } })!;
  expect([isQuiet("no 110105491231002 at noon\n"), isQuiet("no 110105491231002 at noon\n", lower)]).toEqual([
    true,
    false,
  ]);
});
