import type { Description, Detector } from "@tuhei/patterns";
import { describedDetectors } from "@tuhei/patterns/descriptions";

export type Language = "zh" | "en";

/** Shares of 1 by entity type, as `tests/bench` measured them on generated documents; a type may be missing. */
export interface Figures {
  readonly recall: Readonly<Record<string, number>>;
  readonly precision: Readonly<Record<string, number>>;
}

const HEAD = {
  zh: ["类型", "名称", "例子", "依据", "法律分类", "召回 / 精确"],
  en: ["Type", "Name", "Example", "Check", "Legal class", "Recall / precision"],
} as const;

/** What the words of `Form.proof` mean to a reader. */
const PROOFS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "Chinese numerals": { zh: "中文数字", en: "Chinese numerals" },
  "administrative units": { zh: "行政区划", en: "administrative units" },
  "boarding pass": { zh: "登机牌条码结构", en: "boarding pass" },
  checksum: { zh: "校验位", en: "check digit" },
  country: { zh: "国家代码", en: "country" },
  date: { zh: "日期", en: "date" },
  "inside China": { zh: "位于中国", en: "inside China" },
  issuer: { zh: "发卡行", en: "issuer" },
  length: { zh: "长度", en: "length" },
  "machine-readable zone": { zh: "机读码", en: "machine-readable zone" },
  "organisation checksum": { zh: "组织机构代码校验位", en: "organisation's check digit" },
  prefix: { zh: "前缀", en: "prefix" },
  "public address": { zh: "公网地址", en: "public address" },
  region: { zh: "地区", en: "region" },
  scheme: { zh: "卡组织", en: "card scheme" },
  surname: { zh: "姓氏", en: "surname" },
  transliteration: { zh: "音译用字", en: "transliteration" },
};
const FORMAT = { zh: "结构", en: "format" };
const LABEL = { zh: "只凭标签", en: "label only" };

/** Thresholds of 法释〔2017〕10号 第五条, in items. */
const TIERS = {
  property: { zh: "财产等（50）", en: "property (50)" },
  transaction: { zh: "交易等（500）", en: "transaction (500)" },
  general: { zh: "一般（5000）", en: "general (5,000)" },
  business: { zh: "组织", en: "organisation" },
} as const;
const SENSITIVE = {
  biometric: { zh: "生物识别", en: "biometric" },
  "specific-identity": { zh: "特定身份", en: "specific identity" },
  health: { zh: "医疗健康", en: "health" },
  financial: { zh: "金融账户", en: "financial" },
  tracking: { zh: "行踪轨迹", en: "tracking" },
  other: { zh: "其他", en: "other" },
} as const;
/** Not detectors of text: pictures are searched for them. */
const IN_PICTURES = {
  zh: [
    ["`barcode`", "二维码与一维码", "", "解码", "以内容为准", "—"],
    ["`face`", "人脸", "", "证件版面位置", "一般（5000），敏感：生物识别", "—"],
    ["`member-number`", "会员号", "`20260314877`", "小票上的标签", "一般（5000）", "—"],
    ["`unreadable`", "看不清的文字", "", "证件、面单等的识别置信度", "以内容为准", "—"],
  ],
  en: [
    ["`barcode`", "QR codes and barcodes", "", "decoded", "by its contents", "—"],
    ["`face`", "Faces", "", "place on an ID", "general (5,000), sensitive: biometric", "—"],
    ["`member-number`", "Membership number", "`20260314877`", "label on a till receipt", "general (5,000)", "—"],
    ["`unreadable`", "Unreadable text", "", "confidence, on IDs, waybills and the like", "by its contents", "—"],
  ],
} as const;

/** The table of entity types for a README, in Markdown. */
export function typesTable(language: Language, figures: Figures): string {
  const rows = describedDetectors.map((detector) => rowOf(detector, language, figures));
  const sorted = [...rows, ...IN_PICTURES[language]].sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
  return [HEAD[language], HEAD[language].map(() => "---"), ...sorted]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function rowOf(
  detector: Detector & Description,
  language: Language,
  { recall, precision }: Figures,
): readonly string[] {
  const { entityType, title } = detector;
  const shares = [recall[entityType], precision[entityType]];
  const measured = shares.some((share) => share !== undefined) ? shares.map(percent).join(" / ") : "—";
  return [
    `\`${entityType}\``,
    title[language],
    exampleOf(detector),
    checksOf(detector, language),
    legalOf(detector, language),
    measured,
  ];
}

function percent(share: number | undefined): string {
  // Rounded down: 99.96 % is not 100 %.
  return share === undefined ? "—" : `${Math.floor(share * 1000) / 10} %`;
}

/** The first value that an example marks; all are invented. */
function exampleOf({ examples }: Description): string {
  const [, value] = /⟦([^⟧\n]+)⟧/.exec(examples.found.join(" "))!;
  return `\`${value!.replaceAll("|", "\\|")}\``;
}

function checksOf({ forms }: Detector, language: Language): string {
  const free = forms.filter(({ score }) => score.valid !== undefined);
  const words = new Set(free.length === 0 ? [LABEL[language]] : []);
  for (const form of forms) {
    if (form.proof) for (const proof of form.proof.split(", ")) words.add(proofIn(language, proof));
    else if (free.includes(form)) words.add(FORMAT[language]);
  }
  return [...words].join(language === "zh" ? "、" : ", ");
}

function proofIn(language: Language, proof: string): string {
  const word = PROOFS[proof]?.[language];
  if (word === undefined) throw new Error(`tests/builders/types-table.ts: say what the proof "${proof}" means`);
  return word;
}

function legalOf({ legal: { tier, sensitive } }: Detector, language: Language): string {
  const kind = sensitive && SENSITIVE[sensitive][language];
  if (!kind) return TIERS[tier][language];
  return language === "zh" ? `${TIERS[tier].zh}，敏感：${kind}` : `${TIERS[tier].en}, sensitive: ${kind}`;
}
