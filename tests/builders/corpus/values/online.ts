import type { Chance } from "../chance.ts";

const WORDS = [
  "xiaoyu",
  "leo",
  "sunny",
  "mango",
  "wang.wei",
  "lily",
  "jack_chen",
  "kuaile",
  "tianya",
  "zhao",
  "moon",
  "yang",
  "coco",
];
const MAIL_HOSTS = [
  "qq.com",
  "163.com",
  "126.com",
  "sina.com",
  "foxmail.com",
  "139.com",
  "outlook.com",
  "corp-mail.cn",
  "mail.sysu.edu.cn",
];

/** Letters and digits before one of the hosts people use here. */
export function emailOf(c: Chance): string {
  const host = c.pick(MAIL_HOSTS);
  return host === "qq.com" && c.oneIn(2) ? `${qqOf(c)}@qq.com` : `${c.pick(WORDS)}${c.digits(c.from(1, 5))}@${host}`;
}

export function qqOf(c: Chance): string {
  return `${c.from(1, 9)}${c.digits(c.from(5, 9))}`;
}

/** WeChat takes six to twenty characters. */
const SHORTEST_WECHAT = 6;

/** A name that its owner chose, or one that the service gave. */
export function wechatOf(c: Chance): string {
  if (c.oneIn(4)) return `wxid_${c.letters("abcdefghijklmnopqrstuvwxyz0123456789", 14)}`;
  const chosen = `${c.pick(WORDS).replace(".", "_")}${c.pick(["", "_", "-"])}${c.digits(c.from(2, 6))}`;
  return chosen.padEnd(SHORTEST_WECHAT, "0");
}

/** What people think up as a password. */
export function passwordOf(c: Chance): string {
  return c.pick([
    `${c.pick(["Abc", "Qwe", "Love", "Hello", "Zhang"])}@${c.digits(4)}`,
    `${c.pick(["pass", "admin", "iloveyou", "woaini"])}${c.digits(c.from(3, 6))}`,
    `${c.letters("abcdefghijkmnpqrstuvwxyz", 5)}${c.digits(3)}!${c.letters("ABCDEFGHJK", 2)}`,
    `${c.letters("ABCDEFGHJKMNPQRSTUVWXYZ", 2)}#${c.digits(6)}`,
  ]);
}
