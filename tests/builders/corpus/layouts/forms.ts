import type { Chance } from "../chance.ts";
import type { Language } from "../fields.ts";
import { type CorpusDocument, documentOf, joined, type Planted, plant, say, type Text } from "../planted.ts";
import { bankCardOf, cardExpiryOf } from "../values/numbers.ts";
import { wrapped, writtenCard } from "../writing.ts";
import { type Cell, type Row, recordsOf, spelled } from "./records.ts";

const HEADINGS = ["登记表", "信息采集表", "申请书", "入职登记", "会员资料", "客户信息卡", "报名表"];

/** A label and its value on a line, in the ways people fill in forms. */
export function labelLeft(c: Chance, name: string): CorpusDocument {
  const language = c.pick<Language>(["zh", "zh", "zh", "hant"]);
  const [row] = recordsOf(c, 1, language) as [Row];
  const write = c.pick<(cell: Cell) => Text>([
    ({ label, value }) => say`${label}：${value}`,
    ({ label, value }) => say`${label}: ${value}`,
    ({ label, value }) => say`${label} ${value}`,
    ({ label, value }) => say`${label}\t${value}`,
    ({ label, value }) => say`【${label}】${value}`,
    ({ label, value }) => say`${label}：  ${value}`,
    ({ label, value }) => say`- **${label}**：${value}`,
    ({ label, value }) => say`${spread(label)}：${value}`,
    ({ label, value }) => say`${label}（必填）：${value}`,
    ({ label, value }) => say`${label}为${value}`,
    ({ label, value }) => say`${label}是${value}`,
    ({ label, value }) => say`${label} | ${value}`,
    ({ label, value }) => say`${label}——${value}`,
  ]);
  const between = c.pick(["\n", "\n", "\n", "  ", "；", "，"]);
  return documentOf(`${name}.txt`, "form: label left", say`${c.pick(HEADINGS)}\n${joined(row.map(write), between)}\n`);
}

/** The label on one line, the value on the next. */
export function labelAbove(c: Chance, name: string): CorpusDocument {
  const [row] = recordsOf(c, 1, c.pick<Language>(["zh", "zh", "hant"])) as [Row];
  const lines = row.map(({ label, value }) => say`${label}\n${value}`);
  return documentOf(
    `${name}.txt`,
    "form: label above",
    say`${c.pick(HEADINGS)}\n\n${joined(lines, c.pick(["\n", "\n\n"]))}\n`,
  );
}

/** A form in English, or in both languages. */
export function english(c: Chance, name: string): CorpusDocument {
  const [row] = recordsOf(c, 1, "en") as [Row];
  const lines = row.map(({ label, value }) => say`${spelled(label, "spaced")}${c.pick([": ", ":", ": "])}${value}`);
  return documentOf(
    `${name}.txt`,
    "form: English",
    say`${c.pick(["Application Form", "Registration", "Customer profile"])}\n\n${joined(lines, "\n")}\n`,
  );
}

/** A narrow page: some values go on in the next line. */
export function narrow(c: Chance, name: string): CorpusDocument {
  const [row] = recordsOf(c, 1, "zh") as [Row];
  const lines = row.map(({ label, value }) => say`${label}：${isLong(value) && c.oneIn(2) ? broken(value, c) : value}`);
  return documentOf(`${name}.txt`, "form: narrow", say`${joined(lines, "\n")}\n`);
}

/** Paying by card: number, expiry and security code. */
export function payment(c: Chance, name: string): CorpusDocument {
  const card = plant("bank-card", writtenCard(bankCardOf(c), c));
  const expiry = plant("card-expiry", cardExpiryOf(c));
  const code = plant("cvv", c.digits(3));
  if (c.oneIn(8))
    return documentOf(`${name}.csv`, "form: card payment", say`卡号,有效期,CVV\n${card},${expiry},${code}\n`);
  const text = c.pick([
    say`卡号：${card}\n有效期：${expiry}\n安全码：${code}\n`,
    say`信用卡号 ${card} 有效期 ${expiry} CVV2 ${code}`,
    say`Card Number: ${card}\nExpiry Date: ${expiry}\nCVV: ${code}\n`,
    say`{"cardNo":"${card}","expireDate":"${expiry}","cvv2":"${code}"}`,
    say`客户报卡号${card}，有效期${expiry}，卡背面后三位${code}，已代为支付。`,
    say`card_no=${card}&valid_thru=${expiry}&cvn2=${code}`,
    say`信用卡號：${card}\n有效期限：${expiry}\n安全碼：${code}\n`,
  ]);
  return documentOf(`${name}.txt`, "form: card payment", text);
}

function isLong(value: Cell["value"]): value is Planted {
  return typeof value !== "string" && "entityType" in value && value.text.length > 14 && !value.text.includes("\n");
}

function broken(value: Planted, c: Chance): Planted {
  return { ...value, text: wrapped(value.text, c) };
}

/** 姓名 as 姓　名, the way forms line up their labels. */
function spread(label: string): string {
  return label.length === 2 ? [...label].join("\u3000") : label;
}
