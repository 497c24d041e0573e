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
