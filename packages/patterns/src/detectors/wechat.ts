import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { wechatLabels } from "../tables/packed-labels.js";

/** WeChat IDs: those that the service gave (wxid_) by themselves, chosen ones behind their label. */
export const wechat: Detector = {
  entityType: "wechat",
  title: { en: "WeChat ID", zh: "微信号" },
  forms: [
    {
      trigger: { on: "words", words: ["wxid_"] },
      pattern: /(?<![0-9A-Za-z_-])wxid_[0-9a-z]{10,22}(?![0-9A-Za-z_-])/y,
      proof: "prefix",
      score: { valid: 0.95, validInContext: 0.98 },
    },
    {
      // Without a colon a word such as Android or pay is no ID: it must hold a digit, "_" or "-".
      trigger: {
        on: "words",
        words: [
          "微信",
          "薇信",
          "威信",
          "V信",
          "v信",
          "VX",
          "vx",
          "Vx",
          "WX",
          "wx",
          "加V",
          "加v",
          "WeChat",
          "Wechat",
          "wechat",
          "weixin",
        ],
      },
      pattern:
        /(?<![0-9A-Za-z_./+=-])(?:[微薇威Vv]信|[VvWw][Xx](?=[ :：号號])|加[Vv]|(?:[Ww]e[Cc]hat|weixin)(?!(?!id)[a-z_]))(?: ?(?:号码|號碼|号|號|账号|帐号|ID|id))?["'】\])>」|\s]{0,3}[:：=是为為]?["'“【[（(「\s]{0,3}(?<value>(?=[A-Za-z-]{0,19}[0-9_])[A-Za-z][-_A-Za-z0-9]{5,19})(?![-_A-Za-z0-9.@/(]|\p{Script=Han}{0,4}[(（])/uy,
      score: { valid: 0.7, validInContext: 0.85 },
    },
    {
      trigger: { on: "label" },
      pattern:
        /(?!(?:string|number|boolean|object|function|symbol|bigint|null|none|undefined|varchar|download|android|windows|official|official[ _-]?account|payment|please|wechat|weixin)(?![-_A-Za-z0-9]))[A-Za-z][-_A-Za-z0-9]{5,19}(?![-_A-Za-z0-9@./:(>])/iy,
      validate: (candidate) => /[0-9_-]/.test(candidate),
      score: { validInContext: 0.85, invalidInContext: 0.55 },
    },
  ],
  context:
    "wxh,weixinhaoma,wechat,wechat id,we chat,we chat id,wechat no,wechat account,weixin,weixinhao,weixin id,wx,vx,wxid,wx id".split(
      ",",
    ),
  chineseContext: () => labelWords(wechatLabels),
  legal: { tier: "general" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "https://kf.qq.com/faq/161221j6jmAB1612213q2ym2.html (微信号设置规则): 6 to 20 letters, digits, _ and -, first a letter",
  ],
  examples: {
    found: [
      "⟦wxid_a1b2c3d4e5f6g7⟧",
      "微信号：⟦zhang_san-88⟧",
      "加微信⟦lin2024abc⟧详聊",
      "VX：⟦chenxi_0571⟧",
      "微信号：⟦zhangsanfeng⟧",
      "WeChat ID: ⟦li_si2020⟧",
      "wechat=⟦wang-wu99⟧",
      "wxh=⟦wang-wu99⟧",
    ],
    ignored: [
      "微信支付 Android SDK",
      "wechat: string",
      "微信公众号：开发者社区",
      "wxid_",
      "微信：点击查看",
      "微信 Windows 版",
      "微信号：abc",
      "wx.getUserInfo2024()",
      'typeof wx=="object"',
      "wechatpush_whitelist",
      "max_vx = src_image->width",
      "Kj/VXTVrFAa7anpVWvDYrpq+SG3X",
    ],
  },
};
