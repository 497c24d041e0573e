// Invented texts for the benches, the same every time: each function returns one that makes the next piece.
import { closeSync, openSync, writeSync } from "node:fs";

/** The first line of an order export. */
export const HEADER = "订单号,下单时间,收货人,手机号,收货地址,金额\n";

/** Rows of an order export: a phone, a name and an address in each. */
export function orderRows() {
  let index = 0;
  return () => row(index++);
}

function row(index) {
  const phone = `1${3 + (index % 7)}${String(index % 10)}${String((index * 7919) % 100000000).padStart(8, "0")}`;
  const name = `${"赵钱孙李周吴郑王"[index % 8]}${String.fromCodePoint(0x5b50 + (index % 900))}`;
  return `${20240100000000 + index},2024-03-${String(1 + (index % 28)).padStart(2, "0")} 12:30,${name},${phone},浙江省杭州市西湖区文三路${1 + (index % 900)}号${1 + (index % 40)}室,${(index % 900) + 0.5}\n`;
}

/** Running text as in chats and articles: a number or an e-mail address in about every thirtieth sentence. */
export function sentences() {
  const next = sequence(7);
  const pick = (words) => words[next() % words.length];
  return () => {
    const clauses = Array.from({ length: 1 + (next() % 3) }, () =>
      [pick(WHEN), pick(WHO), pick(HOW), pick(DOES), pick(WHAT)].join(""),
    );
    const extra = next() % 30 === 0 ? `，打${1300000000 + (next() % 899999999)}${next() % 10}` : "";
    return `${clauses.join("，")}${extra}${pick(["。", "。", "！", "？"])}${next() % 6 === 0 ? "\n" : ""}`;
  };
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
export function logLines() {
  const next = sequence(11);
  const levels = ["INFO", "INFO", "INFO", "DEBUG", "WARN"];
  const texts = ["request served", "cache refreshed", "connection closed", "job finished", "retrying in a moment"];
  return () => {
    const time = `2026-03-${String(1 + (next() % 28)).padStart(2, "0")}T12:${String(next() % 60).padStart(2, "0")}:30.${next() % 1000}Z`;
    return `${time} ${levels[next() % 5]} [worker-${next() % 8}] app.module.Service - ${texts[next() % 5]} in ${next() % 900} ms, status=${200 + (next() % 5)}\n`;
  };
}

/**
 * What syslog, nginx and services that log JSON write when nothing personal comes by: times, process numbers, private
 * addresses, versions, hashes and trace ids.
 */
export function serverLogLines() {
  const next = sequence(5);
  const pick = (words) => words[next() % words.length];
  const two = (number) => String(number).padStart(2, "0");
  const hex = (length) => Array.from({ length }, () => "0123456789abcdef"[next() % 16]).join("");
  const clock = () => `${two(next() % 24)}:${two(next() % 60)}:${two(next() % 60)}`;
  const day = () => two(1 + (next() % 28));
  const lan = () => `10.${next() % 256}.${next() % 256}.${next() % 256}`;
  const events = [
    () => `systemd[1]: Started Session ${next() % 9000} of user root.`,
    () => `sshd[${next() % 32768}]: Accepted publickey for deploy from ${lan()} port ${1024 + (next() % 60000)} ssh2`,
    () => `kernel: [${next() % 900000}.${next() % 1000000}] eth0: renamed from veth${hex(7)}`,
    () => `dockerd[${next() % 2000}]: time="2026-03-${day()}T${clock()}Z" level=info msg="gone" container=${hex(64)}`,
  ];
  const syslog = () => `${pick(MONTHS)} ${day()} ${clock()} web-${two(next() % 9)} ${pick(events)()}`;
  const nginx = () => {
    const path = pick(["api/v1/items", `static/app.${hex(8)}.js`, "search?q=blue%20shoes"]);
    const request = `[${day()}/${pick(MONTHS)}/2026:${clock()} +0800] "GET /${path} HTTP/1.1"`;
    return `${lan()} - - ${request} ${pick([200, 304, 404])} ${next() % 90000} "-" "${pick(AGENTS)}" 0.${next() % 1000}`;
  };
  const json = () =>
    JSON.stringify({
      ts: 1772368496123 + next(),
      level: pick(["info", "debug", "warn"]),
      logger: "app.order.OrderService",
      name: `worker-${next() % 64}`,
      traceId: hex(32),
      spanId: hex(16),
      msg: pick(["request served", 'connection "main" closed']),
      durationMs: next() % 900,
      host: lan(),
      pid: next() % 32768,
      version: `2.14.${next() % 9}`,
    });
  return () => `${pick([syslog, nginx, json])()}\n`;
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const AGENTS = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.0.0 Safari/537.36",
  "curl/8.4.0",
  "kube-probe/1.28",
];

/** Mails and notes, as a folder of exports has them: a phone number in every fifth. */
export function note(index, bytes) {
  const line = `第 ${index} 条记录：今天上午已经联系过客户，对方表示下周再确认合同细节，状态 ${index % 7}。\n`;
  const last = index % 5 === 0 ? `联系电话：138${String(index).padStart(8, "0")}\n` : "";
  return line.repeat(Math.floor(bytes / Buffer.byteLength(line))) + last;
}

/** Pieces one after the other, up to a number of bytes. */
export function upTo(bytes, make, head = "") {
  let [text, length] = [head, Buffer.byteLength(head)];
  for (let piece = make(); length + Buffer.byteLength(piece) <= bytes; piece = make()) {
    text += piece;
    length += Buffer.byteLength(piece);
  }
  return text;
}

/** A file of pieces, a block at a time. */
export function writeBlocks(path, megabytes, make, head = "") {
  const file = openSync(path, "w");
  let written = writeSync(file, head);
  while (written < megabytes * 1e6) written += writeSync(file, Array.from({ length: 5000 }, make).join(""));
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
