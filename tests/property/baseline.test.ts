import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createBaseline, createBaselineKey, formatBaseline, parseBaseline } from "@tuhei/core";
import { detect, entityTypes } from "@tuhei/patterns";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "./settings.js";

const key = createBaselineKey();
const { forFile } = createBaseline([], key);
const anyType = fc.constantFrom(...entityTypes);
const anyFinding = fc.record({ type: anyType, value: fc.string({ minLength: 1 }), path: fc.string({ minLength: 1 }) });
const entryFor = ({ type, value, path }: { type: (typeof entityTypes)[number]; value: string; path: string }) =>
  forFile({ path }).entryOf(type, value)!;
const anyEntries = fc.array(anyFinding.map(entryFor), { maxLength: 12 });

function entriesIn(text: string): ReadonlySet<string> | undefined {
  const read = parseBaseline(text, key);
  return "baseline" in read ? read.baseline.entries : undefined;
}

test("what is written is read, and known to the file it is of", () => {
  fc.assert(
    fc.property(fc.array(anyFinding, { maxLength: 12 }), (findings) => {
      const read = parseBaseline(formatBaseline(findings.map(entryFor), key), key);
      const { baseline } = read as Extract<typeof read, { baseline: unknown }>;
      for (const { type, value, path } of findings) {
        expect(baseline.forFile({ path }).isKnown(type, value)).toBe(true);
        expect(baseline.forFile({ path: `${path}/` }).isKnown(type, value)).toBe(false);
      }
    }),
    runs(200),
  );
});

test("any one character that is another is told", () => {
  const printable = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
  const anyCharacter = fc.oneof(fc.constantFrom("\n", "\r", "\0", "王"), printable);
  fc.assert(
    fc.property(anyEntries, fc.nat(), anyCharacter, (entries, place, character) => {
      const text = formatBaseline(entries, key);
      const at = place % text.length;
      fc.pre(text[at] !== character);
      expect(parseBaseline(text.slice(0, at) + character + text.slice(at + 1), key)).toHaveProperty("problem");
    }),
    runs(1000),
  );
});

test("a text that was cut off or lost a character is told", () => {
  fc.assert(
    fc.property(anyEntries, fc.nat(), (entries, place) => {
      const text = formatBaseline(entries, key);
      const at = place % text.length;
      expect(parseBaseline(text.slice(0, at) + text.slice(at + 1), key)).toHaveProperty("problem");
      // Whole lines may go: that is what prune does.
      if (text[at - 1] !== "\n") expect(parseBaseline(text.slice(0, at), key)).toHaveProperty("problem");
    }),
    runs(500),
  );
});

test("what two branches added is there after git has merged them, and sorted it is one text", () => {
  fc.assert(
    fc.property(anyEntries, anyEntries, anyEntries, (base, ours, theirs) => {
      const folder = mkdtempSync(join(tmpdir(), "tuhei-merge-"));
      const sides = { base, ours: [...base, ...ours], theirs: [...base, ...theirs] };
      for (const [name, entries] of Object.entries(sides))
        writeFileSync(join(folder, name), formatBaseline(entries, key));
      // What `*.baseline merge=union` in .gitattributes makes of it.
      const merge = ["merge-file", "-p", "--union", "ours", "base", "theirs"];
      const { stdout, status } = spawnSync("git", merge, { cwd: folder, encoding: "utf8" });
      expect(status).toBe(0);
      const all = new Set([...base, ...ours, ...theirs]);
      expect(new Set(entriesIn(stdout))).toEqual(all);
      expect(formatBaseline(entriesIn(stdout)!, key)).toBe(formatBaseline(all, key));
    }),
    runs(40),
  );
});

test("nothing in a baseline or a key looks like personal information to tuhei itself", () => {
  fc.assert(
    fc.property(fc.array(anyFinding, { minLength: 1, maxLength: 40 }), (findings) => {
      const own = createBaselineKey();
      const under = createBaseline([], own);
      const text = formatBaseline(
        findings.map(({ type, value, path }) => under.forFile({ path }).entryOf(type, value)!),
        own,
      );
      expect(detect(text)).toEqual([]);
      expect(detect(`${own}\n`)).toEqual([]);
    }),
    runs(200),
  );
});
