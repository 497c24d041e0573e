import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { cvvLabels } from "../tables/packed-labels.js";

/** Card verification values behind their label. */
export const cvv: Detector = {
  entityType: "cvv",
  title: { en: "Card verification value", zh: "卡安全码（CVV）" },
  forms: [
    {
      trigger: {
        on: "words",
        words: ["CVV", "CVN", "CVC", "cvv", "cvn", "cvc", "CID", "卡背", "末三位", "后三位", "安全码", "签名栏"],
      },
      pattern:
        /(?<!(?<!\/[2-4])[A-Za-z0-9_-])(?:[Cc][Vv][VvNnCc]2?|CID(?! \d|[a-z])|卡?背面?(?:末|后)?三位(?:数字?)?|[末后]三位(?:数字?|安全码)?|安全码|签名栏(?:末|后)?三位(?:数字?)?)(?: ?(?:码|号|安全码))?(?: ?[(（][^()（）\n]{1,10}[)）])?["'】\])>」|\s]{0,3}[:：=是为]?["'“【[（(「\s]{0,3}(?<value>\d{3,4})(?![0-9A-Za-z_%]|[.-]\d)/y,
      score: { valid: 0.85, validInContext: 0.9 },
    },
    {
      trigger: { on: "label" },
      pattern: /\d{3,4}(?![0-9A-Za-z_%元]|[.-]\d)/y,
      score: { validInContext: 0.85 },
    },
  ],
  context: "cvv,cvn,cvc,cvv code,cvc code,security code,card security code,card verification code,anquanma".split(","),
  chineseContext: () => labelWords(cvvLabels),
  legal: { tier: "transaction", sensitive: "financial", gbt35273: "property" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "PCI DSS 4.0.1, 3.3.1.2: card verification code",
    "JR/T 0025.6 CVN2: three digits; four on American Express",
  ],
  examples: {
    found: [
      "CVV：⟦123⟧",
      "有效期08/32CVV2⟦757⟧",
      "CVN2 ⟦456⟧",
      "安全码：⟦789⟧",
      "卡背面后三位：⟦321⟧",
      "cvv2=⟦1234⟧",
      '"cvv": "⟦123⟧"',
      "security code: ⟦123⟧",
    ],
    ignored: [
      "CVV",
      "Coverity reports CID 148",
      "CVE-2024-123",
      "123",
      "安全码：12345",
      "cvv: string",
      "CVC 1.234",
      "末三位为0.12",
    ],
  },
};
