import type { Chance } from "../chance.ts";
import { joined, type Planted, plant, say, type Text } from "../planted.ts";
import { person, type Template, titled } from "../prose/parts.ts";
import { nameOf, surnameOf } from "../values/names.ts";
import { passwordOf } from "../values/online.ts";

const GOODS = ["沃柑5斤装", "土鸡蛋30枚", "原切牛排10片", "阳山水蜜桃12只", "五常大米10斤", "冰鲜黄鱼2条"];
const CARRIERS = ["中通", "圆通", "韵达", "极兔", "顺丰", "申通"];
const BANKS = ["中国工商银行", "中国农业银行", "中国建设银行", "招商银行", "邮储银行", "兴业银行"];

/** 08:14, 21:37. */
function timeOf(c: Chance): string {
  return `${String(c.from(7, 22)).padStart(2, "0")}:${String(c.from(0, 59)).padStart(2, "0")}`;
}

function dateOf(c: Chance): string {
  return `2026-${String(c.from(1, 12)).padStart(2, "0")}-${String(c.from(1, 28)).padStart(2, "0")}`;
}

/** House, unit and room as neighbours write them to each other. */
function roomOf(c: Chance): Planted {
  const [block, unit, number] = [c.from(1, 28), c.from(1, 4), `${c.from(1, 26)}0${c.from(1, 6)}`];
  const room = c.pick([
    `${block}栋${number}`,
    `${block}号楼${unit}单元${number}`,
    `${block}幢${unit}单元${number}室`,
    `${block}-${unit}-${number}`,
    `${block}#${number}`,
    `${block}号楼${number}室`,
  ]);
  return plant("address", room, "beside");
}

/** What people send each other: chats, group orders, text messages. */
export const messages: readonly Template[] = [
  // A chat as WeChat for computers exports it: who and when on one line, then what was said.
  (c) => {
    const [pupil, father, other] = [person(c), person(c), person(c)];
    const teacher = { either: `${surnameOf(c)}老师` };
    return say`—————  ${dateOf(c)}  —————\n\n${pupil.name("beside")}妈妈  ${timeOf(c)}\n${teacher}早上好，我是${pupil.name("beside")}的妈妈，孩子昨晚发烧38.5，今天请假一天\n\n${teacher}(班主任)  ${timeOf(c)}\n好的，多喝水。另外学籍系统要补录，把孩子身份证号和家里地址发我一下\n\n${pupil.name("beside")}妈妈  ${timeOf(c)}\n身份证${pupil.idCard()}\n住${pupil.address("beside")}\n我的手机${pupil.phone()}，他爸爸${father.name("beside")}${father.phone()}\n\n${teacher}(班主任)  ${timeOf(c)}\n收到[OK]\n@${other.name("none")}爸爸 您那边也发一下\n\n${other.name("beside")}爸爸  ${timeOf(c)}\n[图片]\n${other.idCard()} ${other.name("beside")}\n电话同微信 ${other.phone()}\n`;
  },
  (c) => {
    const [seller, buyer] = [person(c), person(c)];
    const line = (name: string, said: Text) => say`${dateOf(c)} ${timeOf(c)}:1${c.digits(1)} ${name}\n${said}\n\n`;
    return say`消息记录\n================\n消息对象:${seller.name("label")}\n================\n\n${line("我", say`麻烦发下收款信息`)}${line("老板", say`户名 ${seller.name("label")}\n${c.pick(BANKS)}${c.pick(["城东", "高新", "人民路"])}支行\n${seller.bankCard()}`)}${line("我", say`转过去了，查收。货发这里：${buyer.address("label")} ${buyer.name("beside")} ${buyer.phone()}`)}${line("老板", say`好嘞，${buyer.name("none")}对吧，明天发，单号${seller.tracking()}`)}`;
  },
  (c) => {
    const who = person(c);
    const [first, second] = [passwordOf(c), passwordOf(c)];
    return say`周工，交接的东西发你：\n1、后台 http://10.0.3.${c.from(2, 250)}:8080/admin  账号 admin 密码 ${plant("password", first)}\n2、邮箱 ${who.email()} / ${plant("password", second)}\n3、钥匙在${who.name("none")}那里，他手机${who.phone()}，微信${who.wechat()}\n4、发票寄：${who.address("label")}，${who.name("beside")}收\n有事call我`;
  },
  // A group order: everybody copies the list and adds a line.
  (c) => {
    const buyers = c.times(c.from(5, 9), () => person(c));
    const write = c.pick<(index: number) => Text>([
      (index) => say`${roomOf(c)} ${buyers[index]!.name("beside")} ${c.from(1, 4)}份 ${buyers[index]!.phone()}`,
      (index) => say`${buyers[index]!.name("none")} ${roomOf(c)} ${c.from(1, 3)}份`,
      (index) =>
        say`${buyers[index]!.name("beside")}，${plant("phone", buyers[index]!.facts.phone)}，${roomOf(c)}，${c.from(1, 5)}箱`,
      (index) => say`${buyers[index]!.name("beside")}${plant("phone", buyers[index]!.facts.phone)} ${c.from(1, 5)}份`,
    ]);
    const lines = buyers.map((_, index) => say`${index + 1}. ${write(index)}`);
    return say`#接龙\n${c.pick(["邻里优选", "果园直供", "业主团购"])}：${c.pick(GOODS)} ${c.from(19, 99)}.9元\n今晚${c.from(6, 9)}点截单，明天下午到货，团长${person(c).name("beside")}\n\n${joined(lines, "\n")}\n`;
  },
  (c) => {
    const guests = c.times(c.from(4, 8), () => person(c));
    const lines = guests.map(
      (guest, index) => say`${index + 1}、${guest.name("none")}${c.pick(["", "✅", "（带娃）", " +1", " 已交费"])}`,
    );
    return say`【报名接龙】周六${c.pick(["徒步", "羽毛球", "摘草莓"])}，AA，限20人\n时间：${dateOf(c)} 8:30\n集合：地铁站A口\n联系人：${guests[0]!.name("label")} ${guests[0]!.phone()}\n${joined(lines, "\n")}\n${guests.length + 1}、\n`;
  },
  // Text messages of carriers.
  (c) => {
    const who = person(c);
    return say`【${c.pick(CARRIERS)}快递】${who.name("beside")}您好！您的包裹${who.tracking()}已由快递员${nameAndPhone(c)}派送中，送至${who.nearAddress("none")}，请保持电话畅通。如需改址请回复1。\n\n【菜鸟驿站】取件码${c.from(1, 9)}-${c.from(1, 9)}-${c.digits(4)}，${c.pick(CARRIERS)}包裹已到${who.nearAddress("none")}菜鸟驿站，营业时间8:00-21:00，电话${plant("phone", who.facts.phone)}。`;
  },
  (c) => {
    const who = person(c);
    return say`【京东】尊敬的${who.name("beside")}，您的订单${c.digits(12)}已出库，配送员${nameAndPhone(c)}，收货地址：${who.address("label")}，祝您生活愉快！\n【顺丰速运】寄件人${person(c).name("label")}寄给您的快件（尾号${c.digits(4)}）预计今日18:00前送达，查看详情 sf-express.example/t/${c.digits(4)}，退订回T`;
  },
  // Text messages of banks.
  (c) => {
    const [who, other] = [person(c), person(c)];
    return say`【${c.pick(BANKS)}】${who.name("beside")}先生您好，您尾号${c.digits(4)}的账户${dateOf(c)} ${timeOf(c)}向${other.name("none")}(尾号${c.digits(4)})转账支出人民币${c.from(100, 90000)}.00元，活期余额${c.from(1, 99999)}.${c.digits(2)}元。\n【${c.pick(BANKS)}】您的信用卡${who.bankCard()}本期账单${c.from(100, 9000)}.${c.digits(2)}元，到期还款日12月05日。回复“分期”办理。\n【${c.pick(BANKS)}】贷款催收通知：借款人${who.name("label")}，身份证号${who.idCard()}，截至今日已逾期${c.from(3, 90)}天，请尽快联系${other.name("none")}${plant("phone", other.facts.phone)}处理。`;
  },
  // A notice on the door of a block of flats.
  (c) => {
    const owners = c.times(c.from(3, 7), () => person(c));
    const rows = owners.map(
      (owner) => say`${roomOf(c)}\t${owner.name("none")}\t${owner.phone()}\t${c.from(300, 4000)}.${c.digits(2)}`,
    );
    return say`关于催缴${c.from(2024, 2026)}年度物业服务费的通知\n尊敬的各位业主：\n    截至${dateOf(c)}，以下业主仍未缴纳物业费，请于本月底前到物业服务中心缴纳：\n房号\t业主\t电话\t欠费金额（元）\n${joined(rows, "\n")}\n    另：${owners[0]!.name("none")}家的车（${owners[0]!.plate()}）长期占用消防通道，请尽快挪走。\n物业前台：${person(c).landline()}  ${titled(c)}\n${c.pick(["万和", "嘉信", "东湖"])}物业服务有限公司\n${dateOf(c)}`;
  },
  (c) => {
    const who = person(c);
    return say`温馨提示\n${roomOf(c)}业主${who.name("beside")}：您家阳台漏水影响楼下，多次拨打您预留的电话${who.phone()}无人接听。楼下住户${person(c).name("beside")}请您速与其联系，电话${person(c).phone()}。\n        客服中心 ${titled(c)}`;
  },
  // IOU and what comes of it.
  (c) => {
    const [lender, borrower, surety] = [person(c), person(c), person(c)];
    return say`借    条\n今借到${lender.name("beside")}（身份证号：${lender.idCard()}）现金人民币伍万元整（¥50000.00），用于周转，于${dateOf(c)}前归还，月息1%。转入${borrower.name("none")}建行卡${borrower.bankCard()}。\n\n        借款人：${borrower.name("label")}\n        身份证号码：${borrower.idCard()}\n        电话：${borrower.phone()}\n        住址：${borrower.address("label")}\n        担保人：${surety.name("label")} ${surety.phone()}\n        ${dateOf(c)}`;
  },
];

function nameAndPhone(c: Chance): Text {
  const courier = person(c);
  return c.pick([
    say`${plant("name", nameOf(c), "beside")}（${courier.phone()}）`,
    say`${plant("name", nameOf(c), "beside")}，电话${courier.phone()}`,
    say`${plant("name", nameOf(c), "beside")}[${plant("phone", courier.facts.phone)}]`,
  ]);
}
