import type { Chance } from "./chance.ts";
import { timeOf } from "./fields.ts";
import { joined, type Text } from "./planted.ts";

/** Sentences in which nobody is named and nothing is anybody's. */
const SENTENCES = [
  "今年以来，全市规模以上工业增加值同比增长5.8%，其中高技术制造业增长12.3%。",
  "本产品采用304不锈钢内胆，保温时长可达12小时，适合办公室和户外使用。",
  "请在收到货后7天内确认，逾期系统将自动完成交易。",
  "会议指出，要坚持问题导向，抓紧补齐基础设施短板。",
  "傍晚的风从江面上吹过来，路灯一盏一盏亮起来，桥上的人慢慢少了。",
  "如遇系统繁忙，请稍后再试，或拨打客服热线400-820-8820咨询。",
  "该算法的时间复杂度为O(n log n)，在百万级数据上耗时约320毫秒。",
  "高铁G1234次列车因天气原因晚点，具体到站时间以车站公告为准。",
  "温馨提示：暴雨黄色预警信号生效中，请市民减少外出，注意防范城市内涝。",
  "周末不想做饭，就煮了一锅番茄牛腩，配上米饭吃得干干净净。",
  "新版支持批量导出，修复了若干已知问题，建议升级到3.14.2以上。",
  "根据合同约定，逾期付款每日按应付金额的万分之五支付违约金。",
  "任何单位和个人发现违法行为，均可拨打12315或者12345投诉举报。",
  "黄金周期间景区共接待游客18.6万人次，同比增长两成。",
  "小区东门外新开了一家面馆，牛肉给得足，就是排队的人太多。",
  "项目总投资3.2亿元，建设期18个月，预计2027年底竣工。",
  "请使用公司统一模板填写周报，周五下班前发到部门邮箱。",
  "如果内存不足，可以把参数-Xmx调到4096m，再重启服务。",
  "长江中下游地区未来三天有中到大雨，局地暴雨。",
  "学校定于下周举行消防演练，请各班提前做好安全教育。",
  "这款车百公里油耗6.5升，后备箱容积480升，起步价15.98万元。",
  "我们应该如何看待平台的算法推荐？评论区见。",
  "维修完成后请在工单上勾选“已恢复”，并上传照片。",
  "老城区的巷子弯弯曲曲，走到尽头才看见一棵上了年纪的槐树。",
  "根据《中华人民共和国民法典》第五百七十七条之规定，判决如下。",
  "上海、杭州、南京三地的参展企业占总数的四成。",
  "药品应置于阴凉干燥处保存，儿童不能触及的地方。",
  "发货时间以仓库实际出库为准，节假日顺延。",
  "双方协商一致，可以解除本合同。",
  "周期性维护窗口为每周三凌晨2:00至4:00，届时服务不可用。",
  "張貼公告後七日內，住戶得以書面提出意見。",
  "颱風逼近，明日停止上班上課的縣市將於今晚八時公布。",
  "The quarterly report shows steady growth across all regions.",
  "Please restart the service after changing the configuration.",
] as const;

/** What looks like somebody's number and is not. */
const TRAPS: readonly ((c: Chance) => string)[] = [
  (c) => `订单编号：2025${c.digits(14)}，下单时间${timeOf(c)}。`,
  (c) => `流水号 ${timeOf(c).replace(/\D/g, "")}${c.digits(6)} 已对账。`,
  (c) => `商品条码69${c.digits(11)}，规格500ml×12。`,
  (c) => `commit ${c.letters("0123456789abcdef", 40)}`,
  (c) =>
    `{"uuid":"${c.letters("0123456789abcdef", 8)}-${c.letters("0123456789abcdef", 4)}-4${c.letters("0123456789abcdef", 3)}-a${c.letters("0123456789abcdef", 3)}-${c.letters("0123456789abcdef", 12)}","ts":17${c.digits(11)},"seq":${c.digits(9)}}`,
  (c) => `（2024）粤03民终${c.from(100, 30000)}号`,
  (c) => `京ICP备${c.digits(8)}号-${c.from(1, 9)}`,
  (c) => `ISBN 978-7-${c.digits(3)}-${c.digits(5)}-${c.digits(1)}，定价${c.from(20, 120)}.00元。`,
  (c) => `服务器内网地址10.${c.from(0, 255)}.${c.from(0, 255)}.${c.from(1, 254)}，端口${c.from(1024, 65535)}。`,
  (c) => `内核版本 5.${c.from(4, 19)}.${c.from(1, 200)}-${c.from(1, 100)}-generic`,
  (c) => `客服热线：95${c.digits(3)}，投诉请拨400-${c.digits(3)}-${c.digits(4)}。`,
  (c) => `验证码${c.digits(6)}，5分钟内有效，请勿泄露。【某某商城】`,
  (c) => `合计¥${c.from(1, 99)},${c.digits(3)},${c.digits(3)}.${c.digits(2)}，已开票。`,
  (c) => `GET /static/${c.letters("0123456789abcdef", 32)}.js?v=17${c.digits(11)}`,
  (c) => `样本量n=${c.from(1000, 99999)}，p=0.${c.digits(12)}，r=0.${c.digits(15)}。`,
  (c) => `SHA256: ${c.letters("0123456789abcdef", 64)}`,
  (c) => `2026年第${c.from(1, 52)}周，销量${c.from(1000, 99999)}件，环比${c.from(1, 30)}.${c.digits(1)}%。`,
  (c) => `型号：E${c.digits(3)}-${c.digits(4)}B，批号${c.digits(8)}，有效期至202${c.from(6, 9)}年。`,
  (c) => `[${c.digits(5)}.${c.digits(6)}] usb 1-${c.from(1, 9)}: new high-speed USB device number ${c.from(1, 30)}`,
  (c) => `京A股指数与沪深两市成交额${c.from(6000, 19999)}亿元。`,
  (c) => `id=${c.digits(18)} parent=${c.digits(19)} shard=${c.from(0, 63)}`,
  (c) => `文件大小${c.digits(10)}字节，修改于${timeOf(c)}。`,
];

/** A paragraph of a few sentences and traps. */
export function fillerOf(c: Chance): string {
  return c.times(c.from(2, 6), () => (c.oneIn(3) ? c.pick(TRAPS)(c) : c.pick(SENTENCES))).join(c.oneIn(4) ? "\n" : "");
}

/** A page with nothing personal on it. */
export function fillerPage(c: Chance): Text {
  return joined(
    c.times(c.from(2, 8), () => fillerOf(c)),
    "\n\n",
  );
}
