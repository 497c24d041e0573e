import type { Chance } from "../chance.ts";
import { joined, plant, say, type Text } from "../planted.ts";
import { type Person, person, type Template } from "../prose/parts.ts";
import { writtenBirthOf } from "../values/documents.ts";
import { housingFundOf, medicalNumberOf } from "../values/numbers.ts";

/** A line a person, the first one above them. */
function table(c: Chance, header: string, row: (who: Person, index: number) => Text, between: string): Text {
  const rows = c.times(c.from(4, 9), (index) => row(person(c), index));
  const head = header.split(" ").join(between);
  return say`${head}\n${joined(rows, "\n")}`;
}

function cells(between: string, ...all: readonly (string | Text | ReturnType<typeof plant>)[]): Text {
  return joined(all, between);
}

/** Lists and tables as offices, schools and villages keep them. */
export const lists: readonly Template[] = [
  // A roster copied out of a PDF: single spaces, columns do not line up.
  (c) =>
    say`${c.pick(["实验小学", "育才中学", "第三小学"])}${c.from(1, 6)}（${c.from(1, 9)}）班学生花名册\n${table(
      c,
      "序号 姓名 性别 身份证号 监护人 监护人电话 家庭住址 备注",
      (who, index) =>
        cells(
          " ",
          `${index + 1}`,
          who.name("label"),
          c.pick(["男", "女"]),
          plant("id-card", who.facts.idCard),
          person(c).name("label"),
          plant("phone", who.facts.phone),
          plant("address", who.facts.shortAddress.replace(/\s+/g, ""), "label"),
          c.pick(["走读", "住校"]),
        ),
      " ",
    )}\n制表：教务处`,
  (c) =>
    say`高三年级体检未到名单\n${table(
      c,
      "班级 学号 姓名 家长 联系方式",
      (who) =>
        cells(
          "\t",
          `${c.from(1, 20)}班`,
          `2024${c.digits(4)}`,
          who.name("label"),
          person(c).name("label"),
          who.phone(),
        ),
      "\t",
    )}\n请班主任通知到人`,
  // Exports of a personnel system, its headers as its programmers wrote them.
  (c) => {
    const fund = () => plant("housing-fund", housingFundOf(c));
    const medical = () => plant("medical-insurance", medicalNumberOf(c));
    return table(
      c,
      "人员编号,员工姓名,证件类型,证件号,手机(长号),短号,工资卡卡号,开户支行,公积金个人账号,社保个人编号,紧急联络人,紧急联络电话,家庭详细地址,入职时间".replaceAll(
        ",",
        " ",
      ),
      (who, index) =>
        cells(
          ",",
          `HR${1000 + index}`,
          who.name("label"),
          "居民身份证",
          plant("id-card", who.facts.idCard),
          plant("phone", who.facts.phone),
          `6${c.digits(4)}`,
          who.bankCard(),
          "建行城东支行",
          fund(),
          medical(),
          person(c).name("label"),
          plant("phone", person(c).facts.phone),
          plant("address", who.facts.address.replace(/,/g, ""), "label"),
          `20${c.from(10, 25)}/0${c.from(1, 9)}/1${c.digits(1)}`,
        ),
      ",",
    );
  },
  (c) =>
    table(
      c,
      "EMP_ID|EMP_NM|CERT_NO|MOBILE_TEL|HOME_ADDR|ACCT_NO|EMRG_CONT_NM|EMRG_CONT_TEL".replaceAll("|", " "),
      (who, index) =>
        cells(
          "|",
          `E${10_000 + index}`,
          who.name("label"),
          plant("id-card", who.facts.idCard),
          plant("phone", who.facts.phone),
          plant("address", who.facts.address, "label"),
          plant("bank-card", who.bankCard().text),
          person(c).name("label"),
          plant("phone", person(c).facts.phone),
        ),
      "|",
    ),
  // Members of a household, as a village keeps them.
  (c) => {
    const head = person(c);
    const relations = c.some(
      ["妻", "长子", "次子", "长女", "次女", "父亲", "母亲", "儿媳", "孙子", "孙女"],
      c.from(2, 5),
    );
    const rows = relations.map((relation, index) => {
      const one = person(c);
      return say`${index + 2}\t${one.name("label")}\t${relation}\t${c.pick(["男", "女"])}\t汉\t${plant("id-card", one.facts.idCard)}\t${c.pick(["小学", "初中", "高中", "本科"])}`;
    });
    return say`${c.pick(["红星", "上坝", "桥头"])}村农户家庭成员登记表\n户主：${head.name("label")}    户号：0${c.digits(3)}    住址：${head.address("label")}\n联系电话：${head.phone()}    农商行卡号：${head.bankCard()}\n序号\t姓名\t与户主关系\t性别\t民族\t身份证号码\t文化程度\n1\t${head.name("label")}\t户主\t男\t汉\t${plant("id-card", head.facts.idCard)}\t初中\n${joined(rows, "\n")}\n填表人：${person(c).name("label")}   审核人：${person(c).name("label")}`;
  },
  // The booklet itself, typed off.
  (c) => {
    const who = person(c);
    const birth = plant(
      "birth-date",
      `${who.facts.birth.slice(0, 4)}年${Number(who.facts.birth.slice(4, 6))}月${Number(who.facts.birth.slice(6))}日`,
    );
    return say`常住人口登记卡\n姓名 ${who.name("label")}  户主或与户主关系 ${c.pick(["户主", "妻", "子", "女"])}\n曾用名        性别 女\n出生地 ${who.facts.place.province}${who.facts.place.district}  民族 汉族\n籍贯 ${who.facts.place.province}  出生日期 ${birth}\n本市（县）其他住址\n公民身份号码 ${who.idCard()}  身高 16${c.digits(1)}cm  血型 ${c.pick(["A", "B", "O", "不详"])}\n文化程度 大学本科  婚姻状况 已婚  兵役状况 未服兵役\n服务处所 某市第二中学  职业 教师\n何时由何地迁来本市（县） 1998年9月1日由${person(c).address("none")}迁来\n何时由何地迁来本址 ${person(c).address("none")}\n承办人签章：${person(c).name("label")}  登记日期：2019年3月2日`;
  },
  // Contacts of a case, as a health office passed them on.
  (c) => {
    const first = person(c);
    const contacts = c.times(c.from(3, 7), (index) => {
      const one = person(c);
      return say`${index + 1}.${one.name("beside")}，${c.pick(["男", "女"])}，${c.from(4, 80)}岁，身份证号${one.idCard()}，电话${one.phone()}，现住${one.address("beside")}，与病例关系：${c.pick(["同事", "母女", "同乘电梯", "同桌就餐"])}，末次接触${c.from(1, 12)}月${c.from(1, 28)}日`;
    });
    return say`关于协查密切接触者的函\n病例${first.name("beside")}，${c.from(20, 70)}岁，居住于${first.nearAddress("beside")}，${c.from(1, 12)}月${c.from(1, 28)}日乘坐G${c.digits(4)}次（${c.from(1, 16)}车${c.from(1, 18)}F座）到达，随后驾驶${first.plate()}回家。现将密接人员名单函告贵区：\n${joined(contacts, "；\n")}。\n联系人：${person(c).name("label")}，${person(c).landline()}`;
  },
  (c) =>
    say`${c.from(1, 12)}月${c.from(1, 28)}日核酸采样登记表\n${table(
      c,
      "姓名 证件号码 手机号 现居住地 采样时间",
      (who) =>
        cells(
          ", ",
          who.name("label"),
          plant("id-card", who.facts.idCard),
          plant("phone", who.facts.phone),
          plant("address", who.facts.shortAddress, "label"),
          `0${c.from(7, 9)}:${c.from(10, 59)}`,
        ),
      ", ",
    )}`,
  // Donors, winners, the praised: names in a row.
  (c) => {
    const people = c.times(c.from(8, 16), () => person(c));
    const amounts = people.map((one) => say`${one.name("none")} ${c.pick([50, 100, 200, 500, 1000])}元`);
    return say`${c.pick(["清河村修路", "王氏宗祠重修", "爱心助学"])}捐款公示\n${joined(amounts, c.pick(["  ", "\n", "、", "，"]))}\n合计${c.from(2000, 90000)}元。监督电话：${people[0]!.landline()}`;
  },
  (c) => {
    const who = person(c);
    const birth = plant("birth-date", writtenBirthOf(c, who.facts.birth));
    return say`拟发展对象公示\n${who.name("beside")}，女，汉族，${birth}生，大学文化，现任财务科副科长，${c.from(2015, 2022)}年参加工作。家庭主要成员：丈夫 ${person(c).name("beside")}，个体；父亲 ${person(c).name("beside")}，务农。\n公示期如有异议，请与组织部${person(c).name("none")}联系，电话：${person(c).landline()}。`;
  },
];
