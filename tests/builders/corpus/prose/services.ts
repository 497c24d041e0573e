import { plant, say } from "../planted.ts";
import { pinyinNameOf } from "../values/names.ts";
import { boardingPassOf, creditCodeOf, imeiOf, invoiceOf, ipOf, pointOf, ticketOf } from "../values/numbers.ts";
import { dayOf, maskedPhone, person, type Template, titled } from "./parts.ts";

const CARRIERS = ["顺丰速运", "中通快递", "圆通速递", "韵达快递", "京东快递", "邮政EMS"];

/** Customer service, waybills, text messages of banks and couriers, bookings. */
export const services: readonly Template[] = [
  (c) => {
    const who = person(c);
    return say`工单编号：GD${c.digits(10)}\n受理时间：2026-0${c.from(1, 9)}-1${c.digits(1)} 14:2${c.digits(1)}\n客户${who.name("beside")}（${who.phone()}）来电反映，${dayOf(c)}购买的破壁机无法启动，要求上门检修，地址${who.address("label")}。已派单至网点，${titled(c)}跟进。\n处理结果：已更换主板，客户满意。`;
  },
  (c) => {
    const who = person(c);
    return say`用户来电称其账户于${dayOf(c)}被异地登录，登录IP ${plant("ip-address", ipOf(c))}，注册邮箱${who.email()}，核对身份证${who.idCard()}无误，已协助冻结。回访号码${who.phone()}。坐席：0${c.from(100, 999)}号。`;
  },
  (c) => {
    const [from, to] = [person(c), person(c)];
    return say`${c.pick(CARRIERS)} 电子面单\n运单号：${to.tracking()}\n寄件人：${from.name("label")} ${from.phone()}\n${from.address("beside")}\n收件人：${to.name("label")} ${to.phone()}\n${to.address("beside")}\n件数：1  重量：${c.from(1, 9)}.${c.digits(1)}kg  代收货款：0.00\n签收人：`;
  },
  (c) => {
    const [from, to] = [person(c), person(c)];
    return say`收\n${to.name("beside")} ${to.phone()}\n${to.address("beside")}\n寄\n${from.name("beside")} ${from.phone()}\n${from.address("beside")}\n${c.digits(3)}-${c.digits(2)} 0${c.from(10, 99)}\n已验视`;
  },
  (c) => {
    const who = person(c);
    return say`收：${who.name("label")}，${who.phone()}，${who.address("beside")}。货到付款${c.from(20, 900)}元，品名：茶叶。`;
  },
  (c) => {
    const who = person(c);
    return say`【丰巢】您的${c.pick(CARRIERS)}包裹（${who.tracking()}）已放入${who.nearAddress("none")}柜机，取件码${c.digits(6)}，如有疑问请联系快递员${who.phone()}。`;
  },
  (c) => {
    const who = person(c);
    return say`【菜鸟驿站】您好，${who.name("beside")}，您的包裹已到${who.nearAddress("none")}，凭${c.from(1, 9)}-${c.from(1, 9)}-${c.digits(4)}取件，请于22:00前取走。`;
  },
  (c) => {
    const who = person(c);
    return say`【${c.pick(["工商", "建设", "农业", "招商"])}银行】尊敬的${who.name("beside")}，您尾号${c.digits(4)}的储蓄卡${dayOf(c)}14:0${c.digits(1)}支出人民币${c.from(10, 9000)}.00元，余额${c.from(1, 99999)}.${c.digits(2)}元。客服955${c.from(10, 99)}。`;
  },
  (c) => {
    const who = person(c);
    return say`您向${who.name("beside")}（账号${who.bankCard()}）转账${c.from(100, 50000)}.00元已成功，附言：货款。如非本人操作请致电955${c.from(10, 99)}。`;
  },
  (c) => {
    const who = person(c);
    return say`【携程】${who.name("beside")}您好，您预订的${c.pick(["如家", "全季", "亚朵"])}酒店豪华大床房已确认，入住${dayOf(c)}，离店次日，入住人${who.name("label")}，酒店电话${who.landline()}，地址：${who.address("label")}。`;
  },
  (c) => {
    const who = person(c);
    return say`酒店入住登记\n宾客姓名 ${who.name("label")}\n证件类型 身份证\n证件号码 ${who.idCard()}\n房号 ${c.from(2, 20)}0${c.from(1, 9)}\n车牌 ${who.plate()}\n押金 ${c.from(1, 9)}00元\n前台：${titled(c)}`;
  },
  (c) => {
    const who = person(c);
    return say`【铁路12306】${who.name("beside")}，您已购${dayOf(c)}G${c.from(1, 9999)}次${c.from(1, 16)}车${c.from(1, 20)}${c.pick([..."ABCDF"])}号，订单号${plant("ticket-number", `E${c.digits(9)}`)}，请持购票证件检票乘车。`;
  },
  (c) => {
    const who = person(c);
    const latin = pinyinNameOf(c);
    return say`航空运输电子客票行程单\n旅客姓名 ${plant("name", latin)}\n有效身份证件号码 ${who.idCard()}\n电子客票号码 ${plant("ticket-number", `${c.pick(["781", "999", "784"])}-${c.digits(10)}`)}\n航班 MU${c.from(1000, 9999)} 上海虹桥-广州白云 燃油附加费 ${c.from(10, 90)}.00`;
  },
  (c) => {
    const latin = pinyinNameOf(c);
    return say`登机牌扫码内容：\n${plant("ticket-number", boardingPassOf(c, latin), "none")}\n请于起飞前40分钟到达登机口。`;
  },
  (c) => {
    const who = person(c);
    return say`乘客${who.name("label")}票号${plant("ticket-number", ticketOf(c))}申请退票，原支付卡${who.bankCard()}，退款${c.from(100, 2000)}元，联系电话${who.phone()}。`;
  },
  (c) => {
    const who = person(c);
    return say`发票抬头：${c.pick(["启明", "恒达", "远航"])}科技有限公司\n税号：${plant("social-credit-code", creditCodeOf(c))}\n发票号码：${plant("vat-invoice", invoiceOf(c))}\n地址、电话：${who.address("label")} ${who.landline()}\n开户行及账号：中国银行高新支行 ${who.bankCard()}\n收票邮箱：${who.email()}`;
  },
  (c) => {
    const who = person(c);
    const [latitude, longitude] = pointOf(c);
    return say`外卖骑手位置上报：${plant("geo-location", c.oneIn(2) ? `${latitude},${longitude}` : `${longitude},${latitude}`, "none")}，距顾客${c.from(100, 3000)}米。顾客备注：放门口，打${who.phone()}。`;
  },
  (c) => {
    const who = person(c);
    return say`手机报修单：机主${who.name("label")}，IMEI：${plant("imei", imeiOf(c))}，屏幕碎裂，取机凭证${c.digits(5)}，联系号码${who.phone()}，旧号${maskedPhone(c)}。`;
  },
];
