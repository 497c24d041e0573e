import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inFolder, middle, tuhei, usageOfAll } from "./measure.mjs";
import { HEADER, note, orderRows, sentences, upTo } from "./texts.mjs";

const patterns = fileURLToPath(new URL("patterns.rg", import.meta.url));
const waybill = fileURLToPath(new URL("../../examples/documents/快递单-面单.png", import.meta.url));
const SMALL_FILES = Number(process.env.TUHEI_BENCH_FILES ?? 10_000);
const SMALL_BYTES = 4000;
/** `TUHEI_BENCH_PICTURES=500` for the large batch. */
const PICTURES = Number(process.env.TUHEI_BENCH_PICTURES ?? 24);
const ROUNDS = 3;

/** Many small files against ripgrep with as many threads, and what a second process brings. */
export async function bench() {
  const cores = availableParallelism();
  await inFolder((folder) => {
    for (const [kind, extension, make] of kinds()) {
      const texts = join(folder, kind.replaceAll(" ", "-"));
      for (let index = 0; index < SMALL_FILES; index++) {
        const below = join(texts, String(index % 100));
        mkdirSync(below, { recursive: true });
        writeFileSync(join(below, `${index}.${extension}`), make(index));
      }
      const ripgrep = ["--no-config", "--no-ignore", "--count-matches", "-f", patterns, texts];
      const [rg, all, one] = interleaved([
        () => usageOfAll("rg", [`-j${cores}`, ...ripgrep]),
        () => scanWith(texts, cores),
        () => scanWith(texts, 1),
      ]);
      console.log(
        `${SMALL_FILES} texts of ${SMALL_BYTES} bytes, ${kind}: ripgrep with ${cores} threads ${rate(SMALL_FILES, rg)}, scan with ${cores} processes ${rate(SMALL_FILES, all)}: ${ratio(rg, all)} × ripgrep's rate, ${(rg.processor / all.processor).toFixed(2)} × by processor time; ${cores} processes are ${ratio(one, all)} × one`,
      );
    }
    const pictures = join(folder, "pictures");
    mkdirSync(pictures);
    for (let index = 0; index < PICTURES; index++) cpSync(waybill, join(pictures, `${index}.png`));
    const [all, one] = interleaved([() => scanWith(pictures, cores), () => scanWith(pictures, 1)]);
    console.log(
      `${PICTURES} pictures: ${cores} processes ${rate(PICTURES, all)}, ${ratio(one, all)} × one; processor time ${(one.processor / PICTURES).toFixed(2)} s a picture with one, ${(all.processor / PICTURES).toFixed(2)} s with ${cores}`,
    );
  });
}

/** What small files hold: as much as ripgrep can find, running text, and next to nothing. */
function kinds() {
  const [rows, prose] = [orderRows(), sentences()];
  return [
    ["order rows", "csv", () => upTo(SMALL_BYTES, rows, HEADER)],
    ["prose", "txt", () => upTo(SMALL_BYTES, prose)],
    ["notes", "txt", (index) => note(index, SMALL_BYTES)],
  ];
}

/** The medians of several actions, one after the other in every round, so that each meets the same machine. */
function interleaved(actions) {
  const runs = Array.from({ length: ROUNDS }, () => actions.map((action) => action()));
  return actions.map((_, index) => ({
    seconds: middle(runs.map((run) => run[index].seconds)),
    processor: middle(runs.map((run) => run[index].processor)),
  }));
}

function scanWith(folder, jobs) {
  return usageOfAll(process.execPath, [tuhei, "scan", folder, "--jobs", String(jobs), "-f", "json", "--quiet"]);
}

const rate = (files, { seconds }) => `${(files / seconds).toFixed(0)} files/s`;

const ratio = (from, to) => (from.seconds / to.seconds).toFixed(2);
