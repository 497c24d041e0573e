import { execFileSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inFolder, measure, median, peakMemory, tuhei } from "./measure.mjs";
import { HEADER, logLines, orderRows, sentences, serverLogLines, writeBlocks } from "./texts.mjs";

const patterns = fileURLToPath(new URL("patterns.rg", import.meta.url));
const detectFile = fileURLToPath(new URL("detect-file.mjs", import.meta.url));
/** Size of the large export; `TUHEI_BENCH_MB=1024` for the full gigabyte. */
const LARGE_MB = Number(process.env.TUHEI_BENCH_MB ?? 200);

/** Size of the logs of servers; `TUHEI_BENCH_LOG_MB=1024` for the full gigabyte. */
const LOG_MB = Number(process.env.TUHEI_BENCH_LOG_MB ?? 200);

/** Text scan against ripgrep with the raw patterns, start-up against bare Node, and a large export in constant memory. */
export async function bench() {
  await inFolder(async (folder) => {
    const csv = join(folder, "orders.csv");
    writeBlocks(csv, 20, orderRows(), HEADER);
    const megabytes = statSync(csv).size / 1e6;
    const ripgrep = median(3, () => measure("rg", ["-j1", "--no-config", "--count-matches", "-f", patterns, csv]));
    const scan = median(3, () => measure(process.execPath, [tuhei, "scan", csv, "--format", "json", "--quiet"]));
    print("scan CSV, 15 raw patterns in ripgrep", megabytes, ripgrep);
    print("scan CSV, tuhei, whole process", megabytes, scan);
    console.log(`tuhei / ripgrep: ${(scan / ripgrep).toFixed(2)} × its time`);

    const prose = join(folder, "prose.txt");
    writeBlocks(prose, 20, sentences());
    const log = join(folder, "quiet.log");
    writeBlocks(log, 20, logLines());
    for (const [name, path] of [
      ["orders, CSV", csv],
      ["prose", prose],
      ["a log with nothing in it", log],
    ])
      compareDetect(name, path);

    const logs = join(folder, "large.log");
    writeBlocks(logs, LOG_MB, serverLogLines());
    const ripgrepLogs = measure("rg", ["-j1", "--no-config", "--count-matches", "-f", patterns, logs]);
    const scanLogs = measure(process.execPath, [tuhei, "scan", logs, "--quiet"]);
    print(
      `logs of servers, ${LOG_MB} MB with nothing in them, ripgrep, exit ${ripgrepLogs.status}`,
      LOG_MB,
      ripgrepLogs.seconds,
    );
    print(`the same, tuhei, whole process, exit ${scanLogs.status}`, LOG_MB, scanLogs.seconds);
    console.log(`tuhei / ripgrep: ${(scanLogs.seconds / ripgrepLogs.seconds).toFixed(2)} × its time`);

    const small = join(folder, "small.txt");
    writeFileSync(small, "电话：13900001234\n");
    const bare = median(7, () => measure(process.execPath, ["-e", "0"]));
    const start = median(7, () => measure(process.execPath, [tuhei, "scan", small]));
    console.log(
      `start-up: node -e 0 ${bare.toFixed(3)} s, scan of one small file ${start.toFixed(3)} s, difference ${(start - bare).toFixed(3)} s`,
    );

    const large = join(folder, "large.csv");
    writeBlocks(large, LARGE_MB, orderRows(), HEADER);
    const out = join(folder, "out");
    for (const args of [
      [tuhei, "scan", large, "--quiet"],
      [tuhei, "redact", large, "--out", out, "--quiet", "--overwrite"],
    ]) {
      const { seconds, status } = measure(process.execPath, args);
      print(`${args[1]} of ${LARGE_MB} MB, exit ${status}`, LARGE_MB, seconds);
      console.log(`peak memory: ${peakMemory(args).toFixed(0)} MB`);
    }
  });
}

/** The detectors alone, all of them, against ripgrep counting all matches of the raw patterns. */
function compareDetect(name, path) {
  const megabytes = statSync(path).size / 1e6;
  const ripgrep = median(3, () => measure("rg", ["-j1", "--no-config", "--count-matches", "-f", patterns, path]));
  const { cold, warm, matches } = JSON.parse(execFileSync(process.execPath, [detectFile, path], { encoding: "utf8" }));
  const rate = (seconds) => `${(megabytes / seconds).toFixed(0)} MB/s`;
  console.log(
    `detect, ${name}: warm ${rate(warm)}, cold with import ${rate(cold)}, ripgrep ${rate(ripgrep)}; ${(ripgrep / warm).toFixed(1)} × and ${(ripgrep / cold).toFixed(1)} × as fast; ${matches} matches`,
  );
}

function print(what, megabytes, seconds) {
  console.log(`${what}: ${seconds.toFixed(2)} s, ${(megabytes / seconds).toFixed(0)} MB/s`);
}
