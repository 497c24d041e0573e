import type { Detector } from "../detector.js";

/** Mobile numbers of mainland China, with country code, usual grouping, and the extension of couriers' privacy numbers. */
export const phone: Detector = {
  entityType: "phone",
  title: { en: "Mobile phone number", zh: "手机号" },
  sources: [
    "工业和信息化部《电信网编号计划（2017年版）》: 移动电话网号 13–19",
    "google/libphonenumber resources/PhoneNumberMetadata.xml, CN, read 2026-07-17",
  ],
  forms: [
    {
      trigger: { on: "digits", atLeast: 11 },
      // Any 1[3-9]: allocation tables lag behind. UUID groups and US numbers (+1) are left alone.
      pattern:
        /(?<![0-9A-Za-z_+]|\d\.)(?<!(?:[0-9A-Fa-f]{4}-){2})(?:(?:(?:\+|00)86[ -]?|86[ -]?|\(\+?86\)[ -]?|0))?1[3-9]\d(?:([ .-])?\d{4}\1?\d{4}|[ -]\d{8}|\d{4}[ -]\d{4})(?:(?: ?(?:转接?|分机|ext\.?|[#,，]) ?|-)\d{3,6}(?![0-9A-Za-z-]))?(?![0-9A-Za-z_]|\.\d|-[0-9A-Fa-f]{4}-)/y,
      score: { valid: 0.8, validInContext: 0.95 },
    },
  ],
  context: (
    "收件人 寄件人 收货人 发件人 发货人 收件方 寄件方 联系人 电话 电话号码 手机 手机号 手机号码 联系电话 联系方式 移动电话 联系手机 预留手机号 收件电话 收货电话 寄件电话 客户电话 本机号码 对方号码 号码 主叫号码 被叫号码 业务号码 用户号码 会员号 会员手机 微信同号 " +
    "電話 電話號碼 手機 手機號 手機號碼 聯繫電話 聯絡電話 聯絡方式"
  )
    .split(" ")
    .concat(
      "phone,phone no,phone number,mobile,mobile no,mobile number,mobile phone,tel,telephone,cell,cellphone,cell phone,contact number,shouji,shoujihao".split(
        ",",
      ),
    ),
  legal: { tier: "general" },
  examples: {
    found: [
      "请拨⟦13800138000⟧找我",
      "电话：⟦+86 138-0013-8000⟧",
      "⟦0086 13800138000⟧",
      "手机⟦138 0013 8000⟧",
      "⟦(+86)13800138000⟧",
      "⟦１３８００１３８０００⟧",
      "虚拟号⟦13800138000转1234⟧",
      "⟦13800138000-8012⟧",
      "a,⟦13800138000⟧,b",
      "⟦13800138000⟧/⟦13900139000⟧",
    ],
    ignored: [
      "订单 2138001380001",
      "+1 4158586273",
      "+14158586273",
      "550e8400-e29b-41d4-a716-13800138000a",
      "客服 4008008000",
      "x13800138000",
      "138****8000",
      "0.13800138000",
      "12345678901",
    ],
  },
};
