import { luhn } from "../checksums/luhn.js";
import type { Description, Detector } from "../detector.js";
import { hasCardPrefix, isChineseCard } from "../tables/card-prefixes.js";
import { labelWords } from "../tables/label-words.js";
import { bankCardLabels } from "../tables/packed-labels.js";

/**
 * In groups as embossed on cards; other groupings join numbers that stand side by side, and so do four in a longer row.
 * Decimals, ids in links, ids with a name before them (blk_-…, fuzzer-…), and what a label calls an order, a serial or an invoice is none.
 */
export const CARD_NUMBER =
  /(?<!(?<!\d[ -]?)\d{4}[ -])(?<![0-9A-Za-z_+]|\d\.|_-|[a-z]{3}-|\d{3,5} \d{3,5} |(?:^|[^A-Za-z])\.|[A-Za-z0-9]\/|(?:订单|單號|单号|流水|序列|序號|编号|發票|发票|运单|交易|凭证|时间戳)[号號编編码碼]{0,2}[:：为是 ]{0,3}|[?&]\w{0,12}(?:id|no|sn|ts|t)=|(?:order|trade|serial|invoice|timestamp|txn|parent|span|trace|request|session|event|message|msg)[_ -]?(?:id|no|sn|number)?["']?[:= ]{1,3}["']?)(?:\d{12,30}(?! \d{1,11}(?![\d -]))|\d{4}([ -])\d{4}\1\d{4}(?:\1\d{4}|(?!\1?\d))(?:\1\d{4}(?=\1\d{3}(?!\d)))?(?:\1\d{1,3})?|3[47]\d{2}[ -]\d{6}[ -]\d{5}|62\d{4}[ -]\d{10,13})(?![0-9A-Za-z_]|\.\d| \d{3,5} \d{3,5}(?!\d| \d{4} \d{4}(?!\d)))/y;

/** Payment card numbers; account numbers of 12 to 30 digits after a label. */
export const bankCard: Detector = {
  entityType: "bank-card",
  title: { en: "Bank card number", zh: "银行卡号" },
  forms: [
    {
      trigger: { on: "digits", atLeast: 12 },
      pattern: CARD_NUMBER,
      validate: (candidate) => luhn(candidate) && isChineseCard(candidate),
      proof: "checksum, issuer, length",
      score: { valid: 0.88, validInContext: 0.97, invalidInContext: 0.7 },
    },
    {
      // Schemes give whole ranges away, so that other numbers are in them too.
      trigger: { on: "digits", atLeast: 12 },
      pattern: CARD_NUMBER,
      validate: (candidate) => isCardNumber(candidate) && !PRODUCT_OR_SNOWFLAKE.includes(candidate.length),
      proof: "checksum, scheme, length",
      score: { valid: 0.7, validInContext: 0.95 },
    },
    {
      trigger: { on: "digits", atLeast: 12 },
      pattern: /(?<![0-9A-Za-z_+]|\d\.)\d{3,}(?:[ -]\d{2,}){1,7}(?![0-9A-Za-z_]|\.\d)/y,
      validate: isCardNumber,
      proof: "checksum, issuer, length",
      score: { validInContext: 0.97, invalidInContext: 0.7 },
    },
    {
      // On the line below its label.
      trigger: { on: "label" },
      pattern: /\d(?:[ -]?\d){9,29}(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { validInContext: 0.7 },
    },
    {
      // Embossed groups run into one another or fall apart.
      trigger: { on: "digits", atLeast: 15 },
      ocr: true,
      pattern: /(?<![0-9A-Za-z_+]|\d[.-]|\d )(?=\d{1,17} )(?:\d ?){14,18}\d(?![0-9A-Za-z_]|[.-]\d| \d)/y,
      validate: (candidate) => luhn(candidate) && isChineseCard(candidate),
      proof: "checksum, issuer, length",
      score: { valid: 0.8, validInContext: 0.95 },
    },
  ],
  context:
    "yhkh,yhzh,kahao,yinhangka,yinhangkahao,bank card,bank card no,card no,card number,credit card,debit card,bank account,account no,account number".split(
      ",",
    ),
  chineseContext: () => labelWords(bankCardLabels),
  legal: { tier: "transaction", sensitive: "financial", gbt35273: "property" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "ISO/IEC 7812-1:2017, 4.1 and Annex B",
    "JR/T 0008-2000 银行卡发卡行标识代码及卡号",
    "npm bankcardinfo 2.0.6 (prefixes as facts), read 2026-11",
  ],
  examples: {
    found: [
      "卡号 ⟦6217 0003 4103 4103 418⟧",
      "⟦6217000341034103418⟧",
      "⟦4111-1111-1111-1111⟧",
      "⟦378282246310005⟧ 运通",
      "card_no: ⟦4222222222222⟧",
      "⟦3782 822463 10005⟧",
      "⟦621700 0341034103418⟧",
      "No.⟦6217000341034103418⟧",
      "⟦6217-0003-4103-4103-418⟧",
      "⟦4012888888881881⟧ ⟦4012-8888-8888-1881⟧ ⟦4012 8888 8888 1881⟧",
      "卡号：⟦621700034103 4103418⟧ 读成两段",
      "账号：⟦6222026006705354217⟧ 校验位不对也算",
      "卡号：⟦1234 2222 3333 4444 6789⟧",
      "对公账号：⟦110060149018150012345⟧",
      "卡号\n⟦6222026006705354217⟧\n",
      "收款账号为⟦6217000341034103418⟧",
    ],
    ignored: [
      "4503599627370497",
      "订单号 6222026006705354217",
      "时间戳 1700000000000000",
      "订单号：6217000341034103418",
      "交易流水号 6217000341034103418",
      "order_id=6217000341034103418",
      "https://example.com/posts/3552793601465475",
      "t-.2555720873797946*r",
      "blk_-6217000341034103418",
      "testcase-minimized-fuzzer-6217000341034103418",
      "1996 8284 4111 1111 1111 1111",
      "4111 1111 1111 1111 2012 5312 2000",
      "6217000341034103418001234",
      "0.6217000341034103418",
      "690123456789",
      "4222222222222",
      "parent=4484253059778264574",
      "id 4484253059778264574",
      "parent_id=6295742368148194339",
      "6217000341034103419",
      "0000000000000000",
    ],
  },
};

/**
 * Digits of an EAN-13 and of ids made of a time (snowflake), of which every tenth is right by Luhn too; seldom numbers of
 * Visa are as long.
 */
const PRODUCT_OR_SNOWFLAKE: readonly number[] = [13, 19];

function isCardNumber(candidate: string): boolean {
  return luhn(candidate) && hasCardPrefix(candidate);
}
