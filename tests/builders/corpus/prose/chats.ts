import type { Chance } from "../chance.ts";
import { joined, plant, say, type Text } from "../planted.ts";
import { passwordOf, qqOf } from "../values/online.ts";
import { spelledPhone } from "../writing.ts";
import { dayOf, person, type Template } from "./parts.ts";

const NICKS = [
  "小鱼干",
  "A~诚信装修",
  "夏天的风",
  "客服08",
  "团长",
  "Momo",
  "平凡之路",
  "售后专员",
  "爱吃辣",
  "阿杰",
  "群主",
];

/** Lines of a chat as the apps copy them out. */
function exported(c: Chance, lines: readonly Text[]): Text {
  const nicks = c.some(NICKS, 2) as [string, string];
  const clock = () => `${c.from(8, 22)}:${c.digits(1)}${c.digits(1)}`.replace(/:([6-9])/, ":3");
  const write = c.pick<(nick: string, line: Text) => Text>([
    (nick, line) => say`${nick}:\n${line}\n`,
    (nick, line) => say`${nick} 2026-0${c.from(1, 9)}-1${c.digits(1)} ${clock()}:2${c.digits(1)}\n${line}\n`,
    (nick, line) => say`【${nick}】${clock()}\n${line}\n`,
    (nick, line) => say`${nick}：${line}`,
    (nick, line) => say`[${clock()}] ${nick}: ${line}`,
  ]);
  return joined(
    lines.map((line, index) => write(nicks[index % 2]!, line)),
    "\n",
  );
}

/** WeChat, QQ, 企业微信. */
export const chats: readonly Template[] = [
  (c) => {
    const who = person(c);
    return exported(c, [
      say`亲，麻烦发一下收件信息哈`,
      say`${who.name("beside")} ${who.phone()} ${who.address("beside")}`,
      say`好的，${dayOf(c)}之前发出`,
      say`单号发我下`,
      say`${who.tracking()} 您查收`,
    ]);
  },
  (c) => {
    const who = person(c);
    return exported(c, [
      say`在吗 把${who.name("none")}的身份证号发我一下 订票用`,
      say`${who.idCard()}`,
      say`手机呢`,
      say`${who.phone()}，别打错了`,
      say`好嘞 我${dayOf(c)}下午去取`,
    ]);
  },
  (c) => {
    const [who, other] = [person(c), person(c)];
    return exported(c, [
      say`@所有人 明天春游，还没交表的抓紧`,
      say`${who.name("none")}妈妈：我家已经交了哈`,
      say`${other.name("none")}还差一个家长电话`,
      say`补上：${other.phone()}`,
      say`收到[玫瑰]`,
    ]);
  },
  (c) => {
    const who = person(c);
    return exported(c, [
      say`我加你微信吧`,
      say`可以，微信号${who.wechat()}，或者QQ${plant("qq", qqOf(c))}也行`,
      say`加了，备注${who.name("none")}`,
    ]);
  },
  (c) => {
    const who = person(c);
    return exported(c, [
      say`工资打哪张卡？`,
      say`工行的，${who.bankCard()}，户名${who.name("label")}`,
      say`开户行？`,
      say`${who.facts.place.city || who.facts.place.province}分行营业部`,
    ]);
  },
  (c) => {
    const who = person(c);
    return exported(c, [
      say`到楼下了，您在几号楼？`,
      say`我在${who.nearAddress("beside")}，上来吧`,
      say`门禁进不去`,
      say`打我电话 ${plant("phone", spelledPhone(who.facts.phone))}`,
    ]);
  },
  (c) => {
    const who = person(c);
    return exported(c, [
      say`昨天跟${who.name("none")}吃饭，他说公司要搬了`,
      say`搬哪去啊`,
      say`${who.nearAddress("none")}，离地铁倒是近`,
      say`那${who.name("none")}上班不是更远了`,
      say`可不`,
    ]);
  },
  (c) => {
    const who = person(c);
    return exported(c, [
      say`办公室wifi多少来着`,
      say`WiFi密码：${plant("password", passwordOf(c))}`,
      say`连上了，另外测试账号密码是${plant("password", passwordOf(c))}对吧`,
      say`对，问${who.name("none")}要权限`,
    ]);
  },
  (c) => {
    const who = person(c);
    return exported(c, [
      say`车停地库了，车牌${who.plate()}，麻烦登记下`,
      say`好的，您贵姓`,
      say`姓名${who.name("label")}，电话${who.phone()}`,
    ]);
  },
  (c) => {
    const [who, other] = [person(c), person(c)];
    return exported(c, [
      say`这次评优推荐${who.name("none")}和${other.name("none")}，大家看有没有意见`,
      say`同意`,
      say`${who.name("none")}去年就评过了吧，要不换人`,
      say`那就${other.name("none")}，我把名单报上去`,
    ]);
  },
];
