import type { Chance } from "../../corpus/chance.ts";
import { somebody } from "../../corpus/person.ts";
import { nameOf } from "../../corpus/values/names.ts";
import { bankCardOf, creditCodeOf, landlineOf, phoneOf, plateOf } from "../../corpus/values/numbers.ts";
import { box, rule, stamp, text } from "../../image-drawing.ts";
import { code, line, type PaperSheet, value } from "../printed.ts";

const BROWN = { size: 22, fill: "#8a4b2a" } as const;

/** A VAT invoice of a sole trader: a cipher block, a real card under 开户行及账号, names below in spaced labels. */
export async function vatInvoice(c: Chance): Promise<PaperSheet> {
  const owner = somebody(c);
  const cipher = c.times(4, () => c.letters("0123456789<>+-*/", 28));
  const isToll = c.oneIn(3);
  const fields = (y: number, name: string, phone: string, address: string, account: ReturnType<typeof value>) => [
    text(110, y, "名      称：", BROWN),
    line(260, y, [value("name", name)], { size: 24 }),
    text(110, y + 34, "纳税人识别号：", BROWN),
    text(260, y + 34, creditCodeOf(c), { size: 24, font: "mono" }),
    text(110, y + 68, "地 址、 电 话：", BROWN),
    line(260, y + 68, [value("address", address), value("phone", phone)], { size: 20 }),
    text(110, y + 102, "开户行及账号：", BROWN),
    line(260, y + 102, ["工商银行江南支行 ", account], { size: 22 }),
  ];
  const serial = `0${c.digits(7)}`;
  return {
    width: 1500,
    height: 960,
    background: "#fffdf6",
    parts: [
      text(750, 80, "江南增值税普通发票", { size: 44, anchor: "middle", fill: "#8a4b2a" }),
      await code(
        60,
        40,
        110,
        110,
        `01,10,0120${c.digits(8)},${serial},${c.from(100, 900)}.00,20260401,${c.digits(20)}`,
        "QRCode",
      ),
      text(1080, 60, `发票代码 0120${c.digits(8)}`, { size: 24, fill: "#223a8a" }),
      text(1080, 100, `发票号码 ${serial}`, { size: 28, fill: "#a22" }),
      text(1080, 140, `校验码 ${c.digits(5)} ${c.digits(5)} ${c.digits(5)} ${c.digits(5)}`, { size: 20 }),
      text(60, 185, `机器编号：${c.digits(12)}`, { size: 22 }),
      box(50, 200, 1400, 640, "none", "#8a4b2a"),
      ...fields(240, nameOf(c), phoneOf(c), owner.shortAddress, value("bank-card", bankCardOf(c))),
      ...cipher.map((row, index) => text(900, 245 + index * 34, row, { size: 26, font: "mono" })),
      rule(50, 360, 1450, 360, "#8a4b2a"),
      text(
        80,
        395,
        "货物或应税劳务、服务名称      规格型号      单位      数量      单价      金额      税率      税额",
        BROWN,
      ),
      ...(isToll
        ? [
            line(
              80,
              440,
              [
                "*经营租赁*通行费   ",
                value("license-plate", plateOf(c, owner.place).replace(/[· -]/g, "")),
                "   客车   20260301  20260331",
              ],
              {
                size: 22,
              },
            ),
          ]
        : [text(80, 440, "*餐饮服务*餐饮费      次      1      283.02      283.02      6%      16.98", { size: 22 })]),
      rule(50, 600, 1450, 600, "#8a4b2a"),
      text(80, 640, "价税合计（大写）  叁佰圆整              （小写）￥300.00", { size: 24 }),
      rule(50, 670, 1450, 670, "#8a4b2a"),
      ...fields(
        705,
        owner.name,
        landlineOf(c, owner.place).replace(/[^\d-]/g, ""),
        owner.address,
        value("bank-card", bankCardOf(c)),
      ),
      line(90, 890, ["收 款 人：", value("name", nameOf(c))], { size: 24, fill: "#333" }),
      line(430, 890, ["复 核：", value("name", nameOf(c))], { size: 24, fill: "#333" }),
      line(760, 890, ["开 票 人：", c.pick(["管理员", "系统"])], { size: 24, fill: "#333" }),
      stamp(1250, 830, 95, "发票专用章", "#c22"),
    ],
  };
}
