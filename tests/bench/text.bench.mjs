import { execFileSync } from "node:child_process";
import { closeSync, openSync, statSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inFolder, measure, median, peakMemory, tuhei } from "./measure.mjs";

const patterns = fileURLToPath(new URL("patterns.rg", import.meta.url));
const detectFile = fileURLToPath(new URL("detect-file.mjs", import.meta.url));
/** Size of the large export; `TUHEI_BENCH_MB=1024` for the full gigabyte. */
const LARGE_MB = Number(process.env.TUHEI_BENCH_MB ?? 200);

/** Text scan against ripgrep with the raw patterns, start-up against bare Node, and a large export in constant memory. */
export async function bench() {
  await inFolder(async (folder) => {
    const csv = join(folder, "orders.csv");
    writeOrders(csv, 20);
    const megabytes = statSync(csv).size / 1e6;
    const ripgrep = median(3, () => measure("rg", ["-j1", "--no-config", "--count-matches", "-f", patterns, csv]));
    const scan = median(3, () => measure(process.execPath, [tuhei, "scan", csv, "--format", "json", "--quiet"]));
    print("scan CSV, 15 raw patterns in ripgrep", megabytes, ripgrep);
    print("scan CSV, tuhei, whole process", megabytes, scan);
    console.log(`tuhei / ripgrep: ${(scan / ripgrep).toFixed(2)} × its time`);

    const prose = join(folder, "prose.txt");
    writeProse(prose, 20);
    const log = join(folder, "quiet.log");
    writeLog(log, 20);
    for (const [name, path] of [
      ["orders, CSV", csv],
      ["prose", prose],
      ["a log with nothing in it", log],
    ])
      compareDetect(name, path);

    const small = join(folder, "small.txt");
    writeFileSync(small, "电话：13900001234\n");
    const bare = median(7, () => measure(process.execPath, ["-e", "0"]));
    const start = median(7, () => measure(process.execPath, [tuhei, "scan", small]));
    console.log(
      `start-up: node -e 0 ${bare.toFixed(3)} s, scan of one small file ${start.toFixed(3)} s, difference ${(start - bare).toFixed(3)} s`,
    );

    const large = join(folder, "large.csv");
    writeOrders(large, LARGE_MB);
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

/** Running text as in chats and articles: a number or an e-mail address in about every thirtieth sentence. */
function writeProse(path, megabytes) {
  const next = sequence(7);
  const pick = (words) => words[next() % words.length];
  const sentence = () => {
    const clauses = Array.from({ length: 1 + (next() % 3) }, () =>
      [pick(WHEN), pick(WHO), pick(HOW), pick(DOES), pick(WHAT)].join(""),
    );
    const extra = next() % 30 === 0 ? `，打${1300000000 + (next() % 899999999)}${next() % 10}` : "";
    return `${clauses.join("，")}${extra}${pick(["。", "。", "！", "？"])}${next() % 6 === 0 ? "\n" : ""}`;
  };
  writeBlocks(path, megabytes, sentence);
}

const WHEN = "昨天 今年三月 后来 这时候 第二天早上 一直以来 从前 在会议上 下班以后 2023年".split(" ");
const WHO = "大家 我们 学校的老师 公司 这座城市 研究人员 许多人 他的朋友 政府部门 几个孩子".split(" ");
const HOW = "已经 终于 慢慢地 非常认真地 没有 可能 又一次 不得不 开始 仍然".split(" ");
const DOES = "讨论 看到 完成了 解决了 想起 买下 整理 发现 修改 介绍".split(" ");
const WHAT =
  "这个问题 一本关于历史的书 新的计划 12项任务 很多有意思的事情 那部电影 数据库的设计 全部工作 一条小路 春天的花".split(
    " ",
  );

/** What a server writes when all is well. */
function writeLog(path, megabytes) {
  const next = sequence(11);
  const levels = ["INFO", "INFO", "INFO", "DEBUG", "WARN"];
  const texts = ["request served", "cache refreshed", "connection closed", "job finished", "retrying in a moment"];
  writeBlocks(path, megabytes, () => {
    const time = `2026-03-${String(1 + (next() % 28)).padStart(2, "0")}T12:${String(next() % 60).padStart(2, "0")}:30.${next() % 1000}Z`;
    return `${time} ${levels[next() % 5]} [worker-${next() % 8}] app.module.Service - ${texts[next() % 5]} in ${next() % 900} ms, status=${200 + (next() % 5)}\n`;
  });
}

function writeBlocks(path, megabytes, make) {
  const file = openSync(path, "w");
  for (let written = 0; written < megabytes * 1e6; )
    written += writeSync(file, Array.from({ length: 5000 }, make).join(""));
  closeSync(file);
}

/** The same numbers every time (Numerical Recipes' linear congruential generator, its upper bits). */
function sequence(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}

/** An order export with a phone, a name and an address in every row. */
function writeOrders(path, megabytes) {
  const file = openSync(path, "w");
  writeSync(file, "订单号,下单时间,收货人,手机号,收货地址,金额\n");
  let rows = [];
  for (let written = 0, index = 0; written < megabytes * 1e6; index++) {
    rows.push(row(index));
    if (rows.length < 5000) continue;
    const block = Buffer.from(rows.join(""));
    writeSync(file, block);
    written += block.length;
    rows = [];
  }
  closeSync(file);
}

function row(index) {
  const phone = `1${3 + (index % 7)}${String(index % 10)}${String((index * 7919) % 100000000).padStart(8, "0")}`;
  const name = `${"赵钱孙李周吴郑王"[index % 8]}${String.fromCodePoint(0x5b50 + (index % 900))}`;
  return `${20240100000000 + index},2024-03-${String(1 + (index % 28)).padStart(2, "0")} 12:30,${name},${phone},浙江省杭州市西湖区文三路${1 + (index % 900)}号${1 + (index % 40)}室,${(index % 900) + 0.5}\n`;
}

function print(what, megabytes, seconds) {
  console.log(`${what}: ${seconds.toFixed(2)} s, ${(megabytes / seconds).toFixed(0)} MB/s`);
}
