import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { reports } from "../../packages/cli/dist/reports/index.js";
import { personOf } from "../builders/people.js";
import { runs } from "../property/settings.js";
import { emptyFolder, runTuhei } from "./run-tuhei.js";

/** What one run writes, of every report and stream together. */
async function everythingWritten(command: string, files: Readonly<Record<string, string>>, ...options: string[]) {
  const [inputs, written] = [emptyFolder(), emptyFolder()];
  for (const [name, text] of Object.entries(files)) writeFileSync(join(inputs, name), text);
  const asked = reports.flatMap(({ name }) => ["-f", name, "--report", join(written, name)]);
  const env = { GITHUB_STEP_SUMMARY: join(written, "step-summary") };
  const { stdout, stderr } = await runTuhei([command, inputs, ...asked, ...options], { env });
  const names = readdirSync(written);
  expect(names).toHaveLength(reports.length + 1);
  return [stdout, stderr, ...names.map((name) => readFileSync(join(written, name), "utf8"))];
}

function filesOf(seed: number) {
  const person = personOf(seed);
  const { name, idCard, phone, bankCard, address, email } = person;
  const table = `姓名,身份证号,手机号,银行卡号,住址,邮箱\n${[name, idCard, phone, bankCard, address, email].join(",")}\n`;
  const letter = `姓名：${name}\n身份证号：${idCard}\n电话 ${phone}，卡号 ${bankCard}\n地址：${address}\n${email}\n`;
  return { values: [name, idCard, phone, bankCard, address, email], files: { "a.csv": table, "b.txt": letter } };
}

test.each(["scan", "verify", "redact"])("no report of %s holds a planted value", async (command) => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      const { values, files } = filesOf(seed);
      const options = command === "redact" ? ["--out", emptyFolder()] : [];
      for (const text of await everythingWritten(command, files, ...options)) {
        for (const value of values) expect(text).not.toContain(value);
      }
    }),
    runs(3),
  );
});

test("no report of scan holds a value that a baseline knows, nor does the baseline", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      const { values, files } = filesOf(seed);
      const [home, folder] = [emptyFolder(), emptyFolder()];
      const baseline = join(folder, "tuhei.baseline");
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      const env = { XDG_CONFIG_HOME: home };
      const made = await runTuhei(["baseline", "create", folder, "--baseline", baseline], { env });
      const text = readFileSync(baseline, "utf8");
      // Somebody new in one of the files: what is known and what is not stand side by side.
      const newcomer = filesOf(seed + 1);
      appendFileSync(join(folder, "b.txt"), newcomer.files["b.txt"]);
      const asked = reports.flatMap(({ name }) => ["-f", name, "--report", join(home, name)]);
      const { stdout, stderr } = await runTuhei(["scan", folder, ...asked, "--baseline", baseline], { env });
      const told = reports.map(({ name }) => readFileSync(join(home, name), "utf8"));
      for (const value of [...values, ...newcomer.values])
        for (const place of [text, made.stdout, made.stderr, stdout, stderr, ...told])
          expect(place).not.toContain(value);
      for (const value of values) for (const run of runsOf(value)) expect(text).not.toContain(run);
    }),
    runs(2),
  );
});

/** A value's runs of six characters; a shorter value whole. */
function runsOf(value: string): string[] {
  const characters = [...value];
  const count = Math.max(1, characters.length - 5);
  return Array.from({ length: count }, (_, at) => characters.slice(at, at + 6).join(""));
}

test("a value is in every report of findings where the user asked for it, so the search does see it", async () => {
  const { values, files } = filesOf(1);
  const texts = await everythingWritten("scan", files, "--show-values");
  expect(texts.filter((text) => text.includes(values[1]!))).toHaveLength(reports.length + 1);
});
