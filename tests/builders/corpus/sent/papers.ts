import { plant, say } from "../planted.ts";
import { dayOf, person, type Template } from "../prose/parts.ts";
import { diplomaOf, hkMacauPermitOf, passportOf, writtenBirthOf } from "../values/documents.ts";
import { pinyinNameOf } from "../values/names.ts";
import { creditCodeOf, imeiOf, medicalNumberOf, vinOf } from "../values/numbers.ts";
import { qqOf } from "../values/online.ts";

const COURTS = ["江宁", "青羊", "临川", "海曙", "黄岛"];

/** Papers of offices, hospitals, insurers, airlines and landlords. */
export const papers: readonly Template[] = [
  // Laboratory slip: everything in a few lines, labels without a space before them.
  (c) => {
    const who = person(c);
    return say`某市中心医院检验报告单   标本号:${c.digits(6)}\n姓名:${who.name("label")} 性别:女 年龄:${c.from(1, 90)}岁 病人类型:门诊 门诊号:${c.digits(8)}\n科别:内分泌科 床号: 临床诊断:甲状腺结节 送检医生:${person(c).name("label")}\n身份证号:${who.idCard()} 联系电话:${who.phone()}\n项目 结果 单位 参考值\nTSH 3.${c.digits(2)} mIU/L 0.27-4.20\nFT4 1${c.digits(1)}.${c.digits(2)} pmol/L 12-22\n采样时间:2026-03-0${c.from(1, 9)} 07:31 检验者:${person(c).name("label")} 审核者:${person(c).name("label")}\n*本结果仅对该标本负责`;
  },
  (c) => {
    const who = person(c);
    const number = plant("medical-insurance", medicalNumberOf(c));
    return say`住院病案首页\n医疗付费方式：城镇职工基本医疗保险  健康卡号：\n姓名 ${who.name("label")}  性别 1.男  出生日期 ${plant("birth-date", writtenBirthOf(c, who.facts.birth))}  年龄 ${c.from(20, 90)}岁\n医保卡号 ${number}\n身份证号 ${who.idCard()}  职业 退休  婚姻 2.已婚\n现住址 ${who.address("label")}  电话 ${who.phone()}  邮编 ${c.from(100000, 650000)}\n户口地址 ${person(c).address("label")}\n工作单位及地址 无\n联系人姓名 ${person(c).name("label")}  关系 配偶  地址 ${person(c).address("label")}  电话 ${person(c).phone()}\n入院诊断 高血压3级\n科主任 ${person(c).name("label")}  主治医师 ${person(c).name("label")}  住院医师 ${person(c).name("label")}  责任护士 ${person(c).name("label")}`;
  },
  // Courts.
  (c) => {
    const [plaintiff, defendant, judge] = [person(c), person(c), person(c)];
    return say`${c.pick(COURTS)}区人民法院\n传    票\n案号：（2026）川0105民初${c.from(100, 9999)}号\n案由：民间借贷纠纷\n被传唤人：${defendant.name("label")}\n工作单位或住址：${defendant.address("label")}\n传唤事由：开庭\n应到时间：2026年${dayOf(c)}上午9时30分\n应到处所：本院第七法庭\n注意事项：1.被传唤人必须准时到达。\n审判员：${judge.name("label")}    书记员：${person(c).name("label")}\n联系电话：${judge.landline()}\n\n公告\n${defendant.name("none")}：本院受理原告${plaintiff.name("beside")}诉你与${person(c).name("none")}民间借贷纠纷一案，现依法向你公告送达起诉状副本、应诉通知书。自发出公告之日起，经过30日即视为送达。`;
  },
  (c) => {
    const [who, other, clerk] = [person(c), person(c), person(c)];
    return say`执 行 裁 定 书\n（2025）赣1002执${c.from(100, 9999)}号之一\n申请执行人${who.name("beside")}，男，${plant("birth-date", writtenBirthOf(c, who.facts.birth), "beside")}生，住${who.address("beside")}，公民身份号码${who.idCard()}。\n被执行人${other.name("beside")}，女，汉族，住${other.address("beside")}，公民身份号码${other.idCard()}。\n裁定如下：冻结被执行人${other.name("beside")}名下${other.bankCard()}账户存款${c.from(10000, 900000)}元；查封其所有的${other.plate()}号小型轿车；查封位于${other.nearAddress("beside")}房屋一套。\n审判长 ${clerk.name("label")}\n审判员 ${person(c).name("label")}\n人民陪审员 ${person(c).name("label")}\n二〇二五年十一月三日\n书记员 ${person(c).name("label")}`;
  },
  // Police.
  (c) => {
    const [who, officer] = [person(c), person(c)];
    return say`接受案件回执单\n${who.name("label")}：\n你于2026年${dayOf(c)}报称的被诈骗一案我单位已受理（受案登记表文号为：某公（城）受案字〔2026〕${c.from(100, 9999)}号）。\n你可通过拨打${officer.landline()}查询案件进展情况。\n报案人：${who.name("label")}，性别女，身份证件号码${who.idCard()}，现住址${who.address("label")}，联系方式${who.phone()}。\n报案内容：嫌疑人自称客服，微信号${person(c).wechat()}，QQ${plant("qq", qqOf(c))}，诱导其向户名${person(c).name("label")}、卡号${person(c).bankCard()}转账${c.from(1000, 90000)}元；手机（IMEI：${plant("imei", imeiOf(c))}）已提交。\n受案民警：${officer.name("label")}、${person(c).name("label")}\n报案人签收：`;
  },
  (c) => {
    const [one, two] = [person(c), person(c)];
    return say`道路交通事故认定书（简易程序）\n事故时间 2026年${dayOf(c)}17时20分  天气 晴\n事故地点 ${one.nearAddress("label")}\n当事人 ${one.name("label")} 驾驶证号 ${plant("id-card", one.facts.idCard)} 联系方式 ${one.phone()}\n交通方式 小型普通客车 号牌号码 ${one.plate()} 保险凭证号 PDAA2026${c.digits(12)}\n当事人 ${two.name("label")} 驾驶证号 ${plant("id-card", two.facts.idCard)} 联系方式 ${two.phone()}\n交通方式 电动自行车\n${one.name("none")}驾驶${one.plate()}与${two.name("none")}驾驶的电动自行车相撞，${one.name("none")}负全部责任。\n交通警察 ${person(c).name("label")}`;
  },
  // Insurance.
  (c) => {
    const [owner, insured] = [person(c), person(c)];
    return say`机动车交通事故责任强制保险单（电子保单）\n保险单号：PDZA2026${c.digits(14)}\n被保险人 ${insured.name("label")}\n被保险人身份证号码（统一社会信用代码） ${insured.idCard()}\n地址 ${insured.address("label")}  联系电话 ${insured.phone()}\n号牌号码 ${owner.plate()}  机动车种类 客车  使用性质 家庭自用\n发动机号码 ${c.pick(["G4FJ", "CFN", "L15B"])}${c.digits(6)}  识别代码（车架号） ${plant("vin", vinOf(c))}\n厂牌型号 大众汽车牌SVW71${c.digits(3)}  核定载客 5 人\n行驶证车主：${owner.name("label")}\n保险费合计（人民币大写）：玖佰伍拾元整（¥：950.00元）\n保险期间自2026年5月1日零时起至2027年4月30日24时止\n代收车船税 纳税人识别号 ${plant("id-card", insured.facts.idCard)}\n核保：自动 制单：${person(c).name("label")} 经办：${person(c).name("label")}`;
  },
  // Invoice, as its text comes out of the PDF.
  (c) => {
    const who = person(c);
    return say`电子发票（普通发票）\n发票号码：${plant("vat-invoice", `26${c.pick(["11", "31", "44"])}2${c.digits(15)}`)}\n开票日期：2026年03月0${c.from(1, 9)}日\n购买方信息 名称：${who.name("label")}（个人）\n统一社会信用代码/纳税人识别号：${plant("id-card", who.facts.idCard)}\n销售方信息 名称：${c.pick(["启明", "恒达", "远航"])}家居有限公司\n统一社会信用代码/纳税人识别号：${plant("social-credit-code", creditCodeOf(c))}\n项目名称 规格型号 单位 数量 单价 金额 税率 税额\n*家具*餐桌 1.4m 张 1 1327.43 1327.43 13% 172.57\n价税合计（大写） 壹仟伍佰圆整 （小写）¥1500.00\n备注 送货地址：${who.address("label")} ${who.phone()}；购方开户银行:工行城西支行; 银行账号:${who.bankCard()};\n收款人:${person(c).name("label")} 复核人:${person(c).name("label")} 开票人:${person(c).name("label")}`;
  },
  // Visa forms.
  (c) => {
    const who = person(c);
    const [surname, given] = pinyinNameOf(c, " ").split(" ") as [string, string];
    return say`SCHENGEN VISA APPLICATION\n1. Surname (Family name): ${plant("name", surname)}\n3. First name(s) (Given name(s)): ${plant("name", given)}\n4. Date of birth (day-month-year): ${plant("birth-date", `${who.facts.birth.slice(6)}-${who.facts.birth.slice(4, 6)}-${who.facts.birth.slice(0, 4)}`)}\n5. Place of birth: ${who.facts.place.province.slice(0, 2)}\n11. National identity number, where applicable: ${plant("id-card", who.facts.idCard)}\n13. Number of travel document: ${plant("passport", passportOf(c))}\n17. Applicant's home address and e-mail address: ${who.address("label")} ${who.email()}\nTelephone number(s): ${who.phone()}\n19. Current occupation: teacher`;
  },
  (c) => {
    const [who, mate] = [person(c), person(c)];
    return say`签证申请个人资料表\n姓名（中文）：${who.name("label")}      姓名（拼音）：${plant("name", pinyinNameOf(c, " "))}\n曾用名：无   出生日期：${plant("birth-date", writtenBirthOf(c, who.facts.birth))}   出生地：${who.facts.place.province}\n护照号码：${plant("passport", passportOf(c))}   签发日期：2021-03-01   身份证号：${who.idCard()}\n往来港澳通行证号：${plant("hk-macau-permit", hkMacauPermitOf(c))}\n现住址：${who.address("label")}\n配偶姓名：${mate.name("label")}  配偶出生日期：${plant("birth-date", writtenBirthOf(c, mate.facts.birth))}\n父亲姓名：${person(c).name("label")}   母亲姓名：${person(c).name("label")}\n单位电话：${who.landline()}  部门主管：${person(c).name("label")}\n国内紧急联系人及电话：${person(c).name("label")} ${person(c).phone()}`;
  },
  // Airline mail.
  (c) => {
    const [latin, other] = [pinyinNameOf(c), pinyinNameOf(c)];
    const who = person(c);
    return say`From: ${{ either: "no-reply@airline.example" }}\nTo: ${who.email()}\nSubject: 您的电子客票行程单 Itinerary Receipt\n\n尊敬的${who.name("beside")}先生/女士：\n感谢您选择本航空公司。预订编号 Booking reference: ${plant("ticket-number", `K${c.letters("BCDFGHJKLMNPQRSTVWXYZ", 4)}${c.from(2, 9)}`)}\n旅客 Passenger\t票号 Ticket No.\t证件 ID\n${plant("name", `${latin} MR`)}\t${plant("ticket-number", `781-${c.digits(10)}`)}\t${plant("passport", passportOf(c))}\n${plant("name", `${other} MS`)}\t${plant("ticket-number", `781-${c.digits(10)}`)}\t${plant("passport", passportOf(c))}\n航班 MU${c.from(100, 999)}  上海浦东 T1 → 东京成田 T2  2026-05-0${c.from(1, 9)} 09:10\n付款方式 Visa ${who.bankCard()}\n联系手机 ${who.phone()}\n常旅客卡号 ${{ either: `6${c.digits(11)}` }}`;
  },
  // Examination ticket.
  (c) => {
    const who = person(c);
    return say`2026年全国硕士研究生招生考试\n准 考 证\n考生编号：${plant("diploma", `1${c.digits(14)}`)}\n姓名：${who.name("label")}      性别：男\n证件类型：居民身份证   证件号码：${who.idCard()}\n报考单位：10001 某大学   报考专业：081200\n考点名称：第三中学   考场号：0${c.digits(2)}   座位号：${c.from(1, 30)}\n考点地址：${who.address("label")}\n学历证书编号：${plant("diploma", diplomaOf(c))}\n考生须知：凭本证和有效身份证件入场，咨询电话${who.landline()}`;
  },
  // Customs.
  (c) => {
    const [who, from] = [person(c), person(c)];
    return say`中华人民共和国海关进出境快件个人物品申报单\n进/出口岸：上海  运输工具名称：CK${c.digits(3)}  分运单号：${who.tracking()}\n收件人：${who.name("label")}  证件号码：${who.idCard()}\n收件人地址：${who.address("label")}\n收件人电话：${who.phone()}\nSender: ${plant("name", pinyinNameOf(c, " "))}, 12 Harbour Road\n发件人：${from.name("label")}\n序号 物品名称 数量 单位 币制 单价 总价\n1 奶粉 3 罐 CNY 210.00 630.00\n以上申报属实。申报人（签字）：${who.name("label")}    2026年${dayOf(c)}\n经办关员：${person(c).name("label")}`;
  },
  // Lease and resignation.
  (c) => {
    const [landlord, tenant, agent] = [person(c), person(c), person(c)];
    return say`房 屋 租 赁 合 同\n甲方（出租人）：${landlord.name("label")}   身份证号：${landlord.idCard()}\n乙方（承租人）：${tenant.name("label")}   身份证号：${tenant.idCard()}   手机：${tenant.phone()}\n居间方：某某房产  经纪人：${agent.name("label")}（${agent.phone()}）\n第一条 房屋坐落：${landlord.address("label")}，建筑面积8${c.digits(1)}平方米，房产证号：川（2019）成都市不动产权第${c.digits(7)}号。\n第二条 租金每月${c.from(1500, 9000)}元，押一付三，乙方应汇入甲方账户：开户行：建设银行；户名：${landlord.name("label")}；账号：${landlord.bankCard()}。\n第三条 共同居住人：${person(c).name("label")}，${person(c).idCard()}。\n第四条 水表底数${c.digits(3)}，电表底数${c.digits(4)}，门锁密码${plant("password", c.digits(6))}，交付后乙方自行更改。\n甲方（签字）：${landlord.name("label")}        乙方（签字）：${tenant.name("label")}\n签约日期：2026年${dayOf(c)}`;
  },
  (c) => {
    const who = person(c);
    return say`离职证明\n兹证明${who.name("beside")}（身份证号码：${who.idCard()}）自2019年7月1日至2026年2月28日在我公司任会计一职，现已办理完毕离职手续。\n本人${who.name("beside")}确认：社保停缴，公积金转入新单位。快递请寄${who.address("beside")}，${who.phone()}。\n证明人：${person(c).name("label")}  人力资源部电话${who.landline()}`;
  },
  (c) => {
    const [who, agent] = [person(c), person(c)];
    return say`授 权 委 托 书\n委托人：${who.name("label")}，女，${plant("birth-date", writtenBirthOf(c, who.facts.birth), "beside")}出生，身份证号：${who.idCard()}\n受托人：${agent.name("label")}，男，身份证号：${agent.idCard()}，电话：${agent.phone()}\n本人系位于${who.address("beside")}房屋的所有权人，因在外地工作，特委托${agent.name("none")}为代理人，全权办理上述房屋的出售、过户及收取房款（收款账户：${agent.bankCard()}）。\n委托人（签名、捺印）：${who.name("label")}\n2026年${dayOf(c)}`;
  },
  // Résumé.
  (c) => {
    const who = person(c);
    return say`${who.name("none")}\n求职意向：会计主管 | 期望薪资：面议 | 现居${who.facts.place.city || who.facts.place.province}\n${plant("phone", who.facts.phone)} · ${who.email()} · 微信：${who.wechat()}\n${c.pick(["1992", "1995", "1988"])}年生 / 女 / 已婚 / 党员\n\n教育背景\n2010.09 – 2014.06  某财经大学  会计学（本科）  GPA 3.6/4.0\n\n工作经历\n2018.03 – 至今  启明科技有限公司  财务部\n· 汇报对象：财务总监${person(c).name("beside")}（${person(c).phone()}）\n· 负责月结、税务申报，管理3人团队\n\n证书：会计师（证书编号 ${plant("diploma", c.digits(11))}）、CET-6 512分\n家庭住址：${who.address("label")}\n证明人：${person(c).name("label")}，前任主管，${person(c).phone()}`;
  },
];
