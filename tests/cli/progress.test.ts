import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { personOf } from "../builders/people.ts";
import { emptyFolder, runTuhei } from "./run-tuhei.ts";

function folderOf(count: number): string {
  const folder = emptyFolder();
  for (let index = 0; index < count; index++)
    writeFileSync(join(folder, `${index}.txt`), `电话：${personOf(index).phone}\n`);
  return folder;
}

test("--progress json tells every file on standard error, one object a line, and no value", async () => {
  const folder = folderOf(5);
  const run = await runTuhei(["scan", folder, "--jobs", "2", "--progress", "json", "-f", "json"]);
  const events = run.stderr
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { event: string; done: number; total: number });
  expect(events.filter(({ event }) => event === "begin")).toHaveLength(5);
  const ends = events.filter(({ event }) => event === "end");
  expect(ends.map(({ done }) => done)).toEqual([1, 2, 3, 4, 5]);
  expect(ends.every(({ total }) => total === 5)).toBe(true);
  expect(run.stderr).not.toContain(personOf(0).phone);
});

test("a short run that is piped says nothing on standard error", async () => {
  expect((await runTuhei(["scan", folderOf(3)])).stderr).toBe("");
});
