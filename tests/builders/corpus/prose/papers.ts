import { plant, say } from "../planted.ts";
import {
  diplomaOf,
  hkMacauPermitOf,
  militaryIdOf,
  oldIdCardOf,
  passportOf,
  passportZoneOf,
  taiwanPermitOf,
  writtenBirthOf,
} from "../values/documents.ts";
import { pinyinNameOf } from "../values/names.ts";
import { housingFundOf, medicalNumberOf, vinOf } from "../values/numbers.ts";
import { dayOf, person, type Template, titled } from "./parts.ts";

/** CVs, police notices, judgments, hospital notes, school lists, contracts, letters. */
export const papers: readonly Template[] = [
  (c) => {
    const who = person(c);
    const birth = plant("birth-date", writtenBirthOf(c, who.facts.birth));
    return say`个人简历\n\n${who.name("beside")}\n男 | 出生日期：${birth} | ${who.phone()} | ${who.email()}\n现居${who.nearAddress("beside")}\n\n教育经历\n${c.from(2005, 2018)}.09-${c.from(2019, 2024)}.06 某大学 计算机科学 本科\n毕业证书编号：${plant("diploma", diplomaOf(c))}\n\n工作经历\n负责订单系统重构，日均处理 ${c.from(10, 900)} 万单，将接口耗时从 ${c.from(200, 900)}ms 降到 ${c.from(20, 90)}ms。`;
  },
  (c) => {
    const [who, other] = [person(c), person(c)];
    return say`警情通报\n${dayOf(c)}，我局接群众报警称，${who.nearAddress("none")}发生一起纠纷。经查，${who.name("none")}（男，${c.from(20, 60)}岁，身份证号${who.idCard()}）因琐事与${other.name("none")}发生口角，后持械将其打伤。目前，${who.name("none")}已被依法采取刑事强制措施，${other.name("none")}无生命危险，案件正在进一步侦办中。`;
  },
  (c) => {
    const who = person(c);
    return say`寻人启事\n${who.name("beside")}，女，${c.from(5, 80)}岁，身高1.5${c.digits(1)}米，${dayOf(c)}上午在${who.nearAddress("none")}附近走失，走时穿红色外套、黑色布鞋。如有线索请联系家属：${who.phone()}，必有重谢。`;
  },
  (c) => {
    const [plaintiff, defendant, lawyer, judge] = [person(c), person(c), person(c), person(c)];
    const birth = plant("birth-date", writtenBirthOf(c, plaintiff.facts.birth), "beside");
    return say`民 事 判 决 书\n（2025）浙0${c.from(100, 999)}民初${c.from(100, 9999)}号\n原告：${plaintiff.name("label")}，男，${birth}出生，汉族，住${plaintiff.address("beside")}。\n委托诉讼代理人：${lawyer.name("label")}，某律师事务所律师。\n被告：${defendant.name("label")}，女，汉族，公民身份号码${defendant.idCard()}，住${defendant.address("beside")}。\n原告${plaintiff.name("beside")}与被告${defendant.name("beside")}民间借贷纠纷一案，本院于${dayOf(c)}立案后，依法适用简易程序公开开庭进行了审理。${plaintiff.name("none")}到庭参加诉讼，${defendant.name("none")}经传票传唤无正当理由拒不到庭。\n经审理查明，${defendant.name("none")}因资金周转向${plaintiff.name("none")}借款${c.from(1, 90)}万元，约定月利率1%。\n审判员 ${judge.name("label")}\n书记员 ${lawyer.name("label")}`;
  },
  (c) => {
    const who = person(c);
    return say`犯罪嫌疑人${who.name("beside")}，曾用名无，${c.from(1960, 2000)}年出生，户籍所在地${who.address("label")}，旧身份证${plant("id-card", oldIdCardOf(c))}，现羁押于看守所。其供述：${dayOf(c)}驾驶${who.plate()}小型轿车（车架号${plant("vin", vinOf(c))}）行至该路段。`;
  },
  (c) => {
    const who = person(c);
    return say`门诊病历\n姓名：${who.name("label")}  性别：女  年龄：${c.from(3, 80)}岁\n医保卡号：${plant("medical-insurance", medicalNumberOf(c))}  电话：${who.phone()}\n主诉：反复咳嗽${c.from(2, 20)}天，加重伴发热1天。\n现病史：患者${who.name("beside")}于${dayOf(c)}受凉后出现咳嗽，体温38.${c.digits(1)}℃，自服药物无好转。\n处理：血常规，胸部CT，${c.from(3, 7)}天后复诊。\n医师签名：${person(c).name("label")}`;
  },
  (c) => {
    const who = person(c);
    return say`出院小结  住院号${c.digits(8)}  床号${c.from(1, 60)}\n${who.name("beside")}，${c.from(20, 90)}岁，因“突发胸痛3小时”入院。住址：${who.address("label")}。家属${person(c).name("beside")}代诉病史。入院后查肌钙蛋白升高，行PCI术，植入支架1枚。出院带药：阿司匹林100mg qd。随访电话${who.landline()}。`;
  },
  (c) => {
    const pupils = c.times(c.from(3, 8), () => person(c));
    return say`${c.from(1, 6)}年级${c.from(1, 9)}班值日表\n${pupils.flatMap((pupil, index) => say`${index === 0 ? "" : "、"}${pupil.name("none")}`)}\n请各位家长按时接送。`;
  },
  (c) => {
    const pupils = c.times(c.from(4, 9), () => person(c));
    return say`录取名单（按成绩排序）\n${pupils.flatMap((pupil, index) => say`${index + 1}. ${pupil.name("none")} ${c.from(360, 690)}分\n`)}以上同学请于${dayOf(c)}报到。`;
  },
  (c) => {
    const [landlord, tenant] = [person(c), person(c)];
    return say`房屋租赁合同\n出租方（甲方）：${landlord.name("label")}  身份证号：${landlord.idCard()}\n承租方（乙方）：${tenant.name("label")}  身份证号：${tenant.idCard()}\n一、甲方将位于${landlord.address("beside")}的房屋出租给乙方居住使用，建筑面积${c.from(30, 140)}平方米。\n二、租金每月${c.from(8, 90)}00元，押一付三，乙方将租金汇入甲方账户${landlord.bankCard()}。\n三、租期自2026年${c.from(1, 12)}月1日起一年。\n甲方电话：${landlord.phone()}    乙方电话：${tenant.phone()}`;
  },
  (c) => {
    const [lender, borrower] = [person(c), person(c)];
    return say`借 条\n今借到${lender.name("none")}人民币${c.from(1, 20)}万元整，于2026年底前还清，逾期按年息6%计算。\n借款人：${borrower.name("label")}\n身份证：${borrower.idCard()}\n住址：${borrower.address("label")}\n${dayOf(c)}`;
  },
  (c) => {
    const who = person(c);
    return say`关于${who.name("none")}同志任职的通知\n各部门：\n经研究决定，任命${who.name("beside")}为市场部经理，试用期三个月；免去其原行政专员职务。${who.name("none")}同志分管渠道工作，办公电话${who.landline()}。\n特此通知。`;
  },
  (c) => {
    const [who, other] = [person(c), person(c)];
    return say`发件人: ${who.email()}\n收件人: ${other.email()}\n主题: 转正材料\n\n${other.name("none")}，你好：\n\n附件是转正答辩的模板，请${dayOf(c)}前发回。公积金账号${plant("housing-fund", housingFundOf(c))}我已帮你查到，缴存基数下月调整。\n\n此致\n${who.name("none")}\n人力资源部 | ${who.landline()} | ${who.phone()}`;
  },
  (c) => {
    const who = person(c);
    const latin = pinyinNameOf(c);
    return say`出境旅游报名资料\n中文姓名：${who.name("label")}\n拼音：${plant("name", latin)}\n护照：${plant("passport", passportOf(c))}\n港澳通行证：${plant("hk-macau-permit", hkMacauPermitOf(c))}\n台湾通行证：${plant("taiwan-permit", taiwanPermitOf(c))}\n紧急联系人${person(c).name("label")}，电话${who.phone()}\n机读码：\n${plant("passport", passportZoneOf(c, latin), "none")}`;
  },
  (c) => {
    const who = person(c);
    return say`退役军人登记\n姓名${who.name("label")}，原部队证件${plant("military-id", militaryIdOf(c), "none")}，身份证${who.idCard()}，退役时间2020年${c.from(1, 12)}月，安置地${who.address("beside")}。`;
  },
  (c) => {
    const [who, other] = [person(c), person(c)];
    return say`会议纪要\n时间：${dayOf(c)}\n主持：${who.name("label")}\n参加：${other.name("label")}、${person(c).name("label")}、${person(c).name("label")}\n${who.name("none")}首先通报了三季度经营情况，${other.name("none")}就库存问题作了补充。会议决定由${other.name("none")}牵头成立专班，${titled(c)}配合，两周内拿出方案。`;
  },
  (c) => {
    const [who, other] = [person(c), person(c)];
    return say`遗失声明\n${who.name("none")}遗失身份证，号码${who.idCard()}，声明作废。\n${other.name("none")}遗失车辆行驶证，车牌${other.plate()}，声明作废。`;
  },
  (c) => {
    const who = person(c);
    return say`小区停车公示：${who.plate()}，车主${who.name("label")}，${who.nearAddress("beside")}，月租${c.from(1, 9)}00元；访客车请走南门，物业电话${who.landline()}。`;
  },
];
