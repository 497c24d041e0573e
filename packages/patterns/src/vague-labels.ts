import type { Match } from "./detector.js";

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

/** Whether a label names anything, and what stands behind it proves nothing: the name of a step, the mm of a clock. */
export function isVague(text: string, { entityType, span: { start, end }, reason }: Match): boolean {
  if (!reason.startsWith("label")) return false;
  const label = text.slice(Math.max(0, start - MAX_LABEL), start);
  const value = text.slice(start, end);
  if (entityType === "password") return MM.test(label) && !MIXED.test(value);
  if (entityType !== "name" || !NAME.test(label)) return false;
  const isProven = reason !== "label" && /^\p{Script=Han}{2,}(?<![镇乡县区])$/u.test(value);
  return !isProven && !OF_PERSON.test(text.slice(Math.max(0, start - AROUND), end + AROUND));
}
