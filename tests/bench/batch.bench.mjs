import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inFolder, measure, median, tuhei } from "./measure.mjs";

const patterns = fileURLToPath(new URL("patterns.rg", import.meta.url));
const waybill = fileURLToPath(new URL("../../examples/documents/快递单-面单.png", import.meta.url));
const SMALL_FILES = 10_000;
const SMALL_BYTES = 4000;
/** `TUHEI_BENCH_PICTURES=500` for the large batch. */
const PICTURES = Number(process.env.TUHEI_BENCH_PICTURES ?? 24);

/** Many small files against ripgrep with as many threads, and what a second process brings. */
export async function bench() {
  await inFolder((folder) => {
    const texts = join(folder, "texts");
    for (let index = 0; index < SMALL_FILES; index++) writeSmall(texts, index);
    const cores = availableParallelism();
    const args = ["--no-config", "--no-ignore", "--count-matches", "-f", patterns, texts];
    const ripgrep = median(3, () => measure("rg", [`-j${cores}`, ...args]));
    const all = scanWith(texts, cores);
    const one = scanWith(texts, 1);
    console.log(
      `${SMALL_FILES} texts of ${SMALL_BYTES} bytes: ripgrep with ${cores} threads ${rate(SMALL_FILES, ripgrep)}, scan with ${cores} processes ${rate(SMALL_FILES, all)} = ${(ripgrep / all).toFixed(2)} × ripgrep's rate; ${cores} processes are ${(one / all).toFixed(2)} × one`,
    );
    const pictures = join(folder, "pictures");
    mkdirSync(pictures);
    for (let index = 0; index < PICTURES; index++) cpSync(waybill, join(pictures, `${index}.png`));
    const [pair, single] = [scanWith(pictures, cores), scanWith(pictures, 1)];
    console.log(
      `${PICTURES} pictures: ${cores} processes ${rate(PICTURES, pair)}, ${(single / pair).toFixed(2)} × one`,
    );
  });
}

function scanWith(folder, jobs) {
  return median(3, () =>
    measure(process.execPath, [tuhei, "scan", folder, "--jobs", String(jobs), "-f", "json", "--quiet"]),
  );
}

const rate = (files, seconds) => `${(files / seconds).toFixed(0)} files/s`;

/** Mails and notes, as a folder of exports has them: a phone number in every fifth. */
function writeSmall(folder, index) {
  const below = join(folder, String(index % 100));
  mkdirSync(below, { recursive: true });
  const line = `第 ${index} 条记录：今天上午已经联系过客户，对方表示下周再确认合同细节，状态 ${index % 7}。\n`;
  const last = index % 5 === 0 ? `联系电话：138${String(index).padStart(8, "0")}\n` : "";
  const text = line.repeat(Math.floor(SMALL_BYTES / Buffer.byteLength(line)));
  writeFileSync(join(below, `${index}.txt`), text + last);
}
