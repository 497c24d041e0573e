import type { Chance } from "../chance.ts";
import { joined, type Planted, plant, say, type Text } from "../planted.ts";
import { dayOf, person, type Template, titled } from "../prose/parts.ts";
import { passportOf, writtenBirthOf } from "../values/documents.ts";
import { pinyinNameOf, traditionalNameOf } from "../values/names.ts";
import { medicalNumberOf } from "../values/numbers.ts";

/** 7:05, 18:40. */
function clockOf(c: Chance): string {
  return `${c.from(6, 22)}:${String(c.from(0, 59)).padStart(2, "0")}`;
}

/** House, unit and room in the short forms that guards and riders use. */
function roomOf(c: Chance): Planted {
  const [block, unit, floor, door] = [c.from(1, 32), c.from(1, 3), c.from(1, 30), c.from(1, 4)];
  const room = c.pick([
    `${block}-${unit}-${floor}0${door}`,
    `${block}栋${unit}单元${floor}0${door}`,
    `${block}号楼${floor}0${door}`,
    `${block}#${floor}0${door}`,
  ]);
  return plant("address", room, "beside");
}

/** Pinyin as foreigners write a name: given name first, both with a capital. */
function westernNameOf(c: Chance): Planted {
  const [family, given] = pinyinNameOf(c)
    .split("/")
    .map((part) => part[0]! + part.slice(1).toLowerCase()) as [string, string];
  return plant("name", `${given} ${family}`);
}

/** What goes around between classes, courts, guards, riders and insurers. */
export const notices: readonly Template[] = [
  // Roll call of a class in its WeChat group: pupils alone, one a line, marks behind some.
  (c) => {
    const pupils = c.times(c.from(8, 14), () => person(c));
    const marks = ["", "", " 到", " 病假", " 事假（看牙）", " 已核"];
    const number = c.pick([(index: number) => `${index + 1}. `, (index: number) => `${index + 1}、`, () => ""]);
    const lines = pupils.map((pupil, index) => say`${number(index)}${pupil.name("none")}${c.pick(marks)}`);
    return say`@所有人 晨检点名，家长看到请在自己孩子后面打“到”\n${c.pick(["五", "七", "高一"])}（${c.from(1, 12)}）班 ${dayOf(c)}\n${joined(lines, "\n")}\n还没回的请抓紧，${titled(c)}7:50前要上报`;
  },
  // Slip from the machine of an outpatient clinic, and the screen above the door.
  (c) => {
    const who = person(c);
    const waiting = c.times(c.from(3, 5), () => person(c));
    const rows = waiting.map((one, index) => say`${String(index + 12).padStart(3, "0")}号  ${one.name("none")}  候诊`);
    return say`某某县人民医院\n★分诊排队单★\n${c.pick(["骨科", "眼科", "呼吸内科"])}门诊  第2诊室\n请 ${String(c.from(1, 99)).padStart(3, "0")} 号 ${who.name("beside")} 到第2诊室就诊\n就诊卡号 ${plant("medical-insurance", medicalNumberOf(c))}\n患者：${who.name("label")}/女/${c.from(3, 88)}岁\n预约手机 ${who.phone()}\n出诊专家：${person(c).name("label")}\n前面等候 ${c.from(0, 20)} 人\n-----\n${joined(rows, "\n")}\n过号请重新报到`;
  },
  // Announcement of a court: parties without anything beside them but the law.
  (c) => {
    const [one, two, three] = [person(c), person(c), person(c)];
    return say`送达公告\n${one.name("none")}、${two.name("none")}：\n原告${three.name("beside")}诉被告${one.name("beside")}、${two.name("beside")}${c.pick(["追偿权", "房屋租赁合同", "机动车交通事故责任", "民间借贷"])}纠纷一案，案号（2026）鄂0106民初${c.from(100, 9999)}号，本院已作出判决：一、被告${one.name("beside")}于判决生效之日起十日内偿还原告${three.name("beside")}借款本金${c.from(1, 90)}0000元；二、驳回${three.name("none")}的其他诉讼请求。${two.name("none")}（公民身份号码${two.idCard()}）下落不明，限你们自公告之日起30日内到本院第三审判庭领取，逾期视为送达。\n经办法官：${person(c).name("label")}  书记员${person(c).name("label")}  ${three.landline()}`;
  },
  // List of a delivery rider.
  (c) => {
    const drops = c.times(c.from(4, 8), (index) => {
      const who = person(c);
      const [name, phone, room] = [who.name("beside"), plant("phone", who.facts.phone), roomOf(c)];
      return c.pick<Text>([
        say`#${c.from(1, 99)} ${room} ${name} ${phone} 放门口别敲门`,
        say`${index + 1}单 ${name}(${phone}) ${who.nearAddress("beside")} 超时${c.from(1, 9)}分`,
        say`【${clockOf(c)}】${phone} ${name} ${room} 到付${c.from(5, 60)}元`,
      ]);
    });
    return say`午高峰 骑手${person(c).name("label")} ${c.from(4, 8)}单\n${joined(drops, "\n")}\n站长${person(c).name("beside")}催的先送，取餐码别搞混`;
  },
  // What a property office posts in the lift.
  (c) => {
    const [up, down, repair] = [person(c), person(c), person(c)];
    return say`停水及维修告知\n各位邻居：${roomOf(c)}（${up.name("none")}家）卫生间主管爆裂，已殃及${roomOf(c)}${down.name("none")}家吊顶。维修师傅${repair.name("beside")}${dayOf(c)}上午${clockOf(c)}上门，需配合关闭总阀。${roomOf(c)}钥匙留在门岗，请业主${person(c).name("beside")}凭身份证领取。租客${person(c).name("beside")}已于${dayOf(c)}搬离，欠费由房东${person(c).name("beside")}（${up.phone()}）结清。\n管家 ${person(c).name("label")} ${down.phone()}\n工程部值班 ${plant("landline", `0${c.pick(["27", "571", "816"])} ${c.from(3, 8)}${c.digits(6)}${c.from(0, 9)}`)}`;
  },
  // Chat exported by a tool: one line a message.
  (c) => {
    const [a, b, third] = [person(c), person(c), person(c)];
    const line = (who: Text | Planted, said: Text) =>
      say`[2026-${String(c.from(1, 12)).padStart(2, "0")}-1${c.digits(1)} ${clockOf(c)}] ${who}: ${said}\n`;
    return say`${line(a.name("label"), say`明天谁去接机？`)}${line(b.name("label"), say`我去吧，客人叫${third.name("beside")}，航班CA${c.from(1000, 1999)}`)}${line(a.name("label"), say`她电话多少`)}${line(b.name("label"), say`${third.phone()} 住${third.nearAddress("beside")}`)}${line(a.name("label"), say`帮她订房要身份证`)}${line(b.name("label"), say`${third.idCard()}，名字写${third.name("beside")}别写错`)}${line(a.name("label"), say`OK 让${person(c).name("none")}也一起吧`)}`;
  },
  // Call log as a phone's backup writes it.
  (c) => {
    const rows = c.times(c.from(5, 9), () => {
      const who = person(c);
      return say`${c.pick(["呼入", "呼出", "未接"])},${who.name("label")},${plant("phone", who.facts.phone)},2026/0${c.from(1, 9)}/1${c.digits(1)} ${clockOf(c)},${c.from(0, 59)}分${c.from(0, 59)}秒`;
    });
    return say`类型,联系人,号码,时间,通话时长\n${joined(rows, "\n")}\n`;
  },
  // Insurance claim.
  (c) => {
    const [who, driver, witness] = [person(c), person(c), person(c)];
    return say`理赔申请书\n出险人 ${who.name("label")}　证件 ${who.idCard()}　与投保人关系 本人\n出险经过：${dayOf(c)}晚，申请人${who.name("beside")}骑电动车行至${driver.nearAddress("none")}，被${driver.name("none")}驾驶的${driver.plate()}刮倒，目击者${witness.name("beside")}（${witness.phone()}）报警。\n赔款请划入以下账户：\n开户名 ${who.name("label")}\n开户行 农业银行${c.pick(["城关", "新城"])}支行\n账号 ${who.bankCard()}\n领款人声明：${who.name("none")}确认以上属实。\n查勘员 ${person(c).name("label")}　定损员 ${person(c).name("label")}`;
  },
  // Enrolment in traditional characters.
  (c) => {
    const rows = c.times(c.from(5, 9), (index) => {
      const birth = plant("birth-date", `201${c.digits(1)}/0${c.from(1, 9)}/1${c.digits(1)}`);
      return say`${index + 1}\t${plant("name", traditionalNameOf(c))}\t${birth}\t${plant("name", traditionalNameOf(c))}\t${person(c).phone()}`;
    });
    return say`${c.pick(["光明國小", "仁愛國中"])}新生入學名冊\n座號\t學生姓名\t出生日期\t家長\t聯絡電話\n${joined(rows, "\n")}\n導師：${plant("name", traditionalNameOf(c))}　教務主任：${plant("name", traditionalNameOf(c))}`;
  },
  // Hotel booking in English.
  (c) => {
    const [guest, second] = [westernNameOf(c), westernNameOf(c)];
    const who = person(c);
    const birth = plant("birth-date", writtenBirthOf(c, who.facts.birth));
    return say`Booking confirmation\nDear ${guest},\nThank you for choosing the Harbour View Hotel.\nGuest name: ${guest}\nAdditional guest: ${second}\nPassport no.: ${plant("passport", passportOf(c))}\nDate of birth: ${birth}\nMobile: +86 ${plant("phone", who.facts.phone)}\nE-mail: ${who.email()}\nRoom type: Deluxe Twin, 2 nights, CNY 1,280.00\nCard: ${who.bankCard()}, exp. ${plant("card-expiry", "09/28")}\nSpecial requests: late check-in, invoice to ${who.name("none")}`;
  },
];
