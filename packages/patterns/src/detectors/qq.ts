import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { qqLabels } from "../tables/packed-labels.js";

/** QQ numbers behind their label; numbers of groups name nobody. */
export const qq: Detector = {
  entityType: "qq",
  title: { en: "QQ number", zh: "QQ号" },
  forms: [
    {
      trigger: { on: "words", words: ["QQ", "qq", "Qq", "扣扣", "企鹅号", "企鵝號"] },
      pattern:
        /(?<![0-9A-Za-z_@.])(?:[Qq]{2}(?!\[\d)|扣扣|企[鹅鵝][号號])(?:号码|號碼|号|號|账号|帐号|賬號)? ?(?:[(（][^()（）\n]{1,8}[)）])?["'】\])>」|\s]{0,3}[:：=是为為]?["'“【[（(「\s]{0,3}(?<value>[1-9]\d{4,10})(?![0-9A-Za-z_@]|[.-]\d)/y,
      score: { valid: 0.85, validInContext: 0.95 },
    },
    {
      trigger: { on: "label" },
      pattern: /[1-9]\d{4,10}(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { validInContext: 0.9 },
    },
  ],
  context: "qqh,qqhaoma,qq,qq no,qq number,qq num,qqhao,qq id".split(","),
  chineseContext: () => labelWords(qqLabels),
  legal: { tier: "general" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: ["QQ号码: five to eleven digits, not beginning with 0: customary"],
  examples: {
    found: [
      "企鹅号：⟦10001234⟧",
      "QQ：⟦10001234⟧",
      "加我QQ⟦123456789⟧",
      "QQ号码 ⟦2912345678⟧",
      "扣扣：⟦123456⟧",
      "qq=⟦12345678⟧",
      '{"qq": "⟦87654321⟧"}',
      "联系QQ号：⟦55512345⟧",
      '{"qqNo":"⟦87654321⟧"}',
      "QQ——⟦87654321⟧",
    ],
    ignored: [
      "QQ群：123456789",
      "QQ音乐 2024",
      "QQ:0123456",
      "QQ 9.9.5",
      "10001234",
      "QQ1234",
      "QQ浏览器12345678版",
      "host QQ[12345]: started",
    ],
  },
};
