import { fieldAt } from "./context.js";
import type { Match } from "./detector.js";
import { endAt } from "./match-at.js";
import type { Pass } from "./pass.js";
import { placeAt } from "./places.js";

/** "name" as programs and workflows have it, not the Name of a form; nor is it another's last word. */
const NAME = /(?<![A-Za-z][ _.-]?)name["'`\])]*\s*(?:[:=|]|=>)\s*["'`]?$/;
/** What is told of persons beside their names. */
const OF_PERSON =
  /\b(?:age|e?-?mail|phone|mobile|tel|gender|sex|address|birth\w*|dob|passport|author|contributors?|persons?|students?|employees?|customers?|owner|company|avatar\w*|socials?|linkedin)\b|@[a-z][\w-]*\.[a-z]|1[3-9]\d{9}|[电電][话話]|手机|性别|年龄|邮箱|地址/i;
/** Millimetres or minutes. */
const MM = /(?<![A-Za-z])mm["']?\s*[:=|]\s*["']?$/i;
/** A password may stand behind these, a measure or a time does not look so. */
const MIXED = /^(?=\D*\d)(?=[^A-Za-z]*[A-Za-z])[^:\s]{6}/;
const MAX_LABEL = 20;
/** How far from a name it is looked for, either side. */
const AROUND = 160;

/** A town is no person, whether its whole name was taken for one or its first characters: 高邑镇, 康保|县; 翁牛|特旗 is in the table. */
const TOWN = /\p{Script=Han}+?[省市县區区镇鎮乡鄉](?!\p{Script=Han})/uy;

/** Whether a label names anything, and what stands behind it proves nothing: the name of a step, the mm of a clock. */
export function isVague(
  { folded: { text }, fields }: Pass,
  { entityType, span: { start, end }, reason }: Match,
): boolean {
  if (!reason.startsWith("label")) return false;
  const label = text.slice(Math.max(0, start - MAX_LABEL), start);
  const value = text.slice(start, end);
  if (entityType === "password") return MM.test(label) && !MIXED.test(value);
  if (entityType !== "name") return false;
  const isColumn = fieldAt(fields, start)?.label === "name";
  if (!isColumn && !NAME.test(label)) return false;
  const isProven = isColumn || (reason !== "label" && /^\p{Script=Han}{2,}$/u.test(value));
  const place = placeAt(text, start);
  if (isProven && !endAt(TOWN, text, start) && !(place?.isShort === false && place.end >= end)) return false;
  return !OF_PERSON.test(text.slice(Math.max(0, start - AROUND), end + AROUND));
}
