import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { birthDateLabels } from "../tables/packed-labels.js";
import { isWrittenDate } from "../written-date.js";

/** Dates of birth: a date counts only where a word says that somebody was born on it. */
export const birthDate: Detector = {
  entityType: "birth-date",
  title: { en: "Date of birth", zh: "出生日期" },
  forms: [
    {
      trigger: { on: "label" },
      pattern:
        /(?:(?:19|20)\d{2} ?[-/.年] ?\d{1,2}(?: ?[-/.月] ?\d{1,2}(?: ?[日号])?| ?月)?|(?:19|20)\d{6}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}|[一二][零〇○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十廿]{1,3}[日号])?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?, ?(?:19|20)\d{2}|\d{1,2} [A-Z][a-z]{2,8}\.? (?:19|20)\d{2})(?![0-9A-Za-z])/y,
      validate: isWrittenDate,
      proof: "date",
      score: { validInContext: 0.9 },
    },
    {
      trigger: {
        on: "words",
        words: ["出生", "生日", "生于", "生於", "诞生", "dob", "DOB", "Dob", "birthday", "Birthday", "BIRTHDAY"],
      },
      pattern:
        /(?<![发發产產衍派滋寄再新])(?:出生|[诞誕]生|生日|生[于於]|(?<![A-Za-z])(?:dob|DOB|Dob|[Bb]irthday|BIRTHDAY))(?:日期|年月日?|时间|時間|[于於])?(?:[】\])>」|\s]{0,3}[:：=是为]?["“【[（(「\s]{0,3})(?<value>(?:19|20)\d{6}|(?:19|20)\d{2} ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}(?: ?[日号])?|(?:19|20)\d{2} ?年 ?\d{1,2} ?月|[一二][零〇○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十廿]{1,3}[日号])?)(?![0-9A-Za-z])/y,
      validate: isWrittenDate,
      proof: "date",
      score: { valid: 0.85, validInContext: 0.9 },
    },
    {
      trigger: { on: "words", words: ["出生", "生，", "生,", "生人", "生于"] },
      pattern:
        /(?<=(?<before>(?<![\d一二三四五六七八九十零〇○])(?:(?:19|20)\d{2} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?[日号])?|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|(?:19|20)\d{6}|[一二][零〇○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十廿]{1,3}[日号])?)) ?)(?:出生|生[，,人于])(?!地|产|产于)/y,
      validate: isWrittenDate,
      proof: "date",
      score: { valid: 0.8, validInContext: 0.9 },
    },
  ],
  context:
    "csrq,chushengnianyue,dob,birthday,birth date,birthdate,date of birth,birth day,birth,born,born on,chusheng,chushengriqi,shengri".split(
      ",",
    ),
  chineseContext: () => labelWords(birthDateLabels),
  legal: { tier: "general" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: ["GB/T 7408.1-2023 日期和时间 信息交换表示法, 5.2", "GB/T 15835-2011 出版物上数字用法, 5.1.3"],
  examples: {
    found: [
      "⟦1985/3/2⟧出生",
      "⟦1985-03-12⟧出生",
      "⟦1985年12月⟧出生",
      "⟦一九八五年十二月⟧出生",
      "⟦二〇〇一年三月二十一日⟧生，",
      "出生日期：⟦1990-01-31⟧",
      "生日 ⟦1990年1月31日⟧",
      "出生⟦1990年1月31日⟧住址北京市",
      "出生年月：⟦1987.06⟧",
      "张某，男，⟦1990年1月31日⟧出生，汉族",
      "李某，⟦1985年3月2日⟧生，住上海",
      "李某，女，⟦19850302⟧出生，住上海",
      "Date of birth (day-month-year): ⟦31-01-1990⟧",
      "出生日期：⟦一九九〇年一月三十一日⟧",
      "DOB: ⟦1990-01-31⟧",
      "dob ⟦1990-01-31⟧",
      "Date of birth: ⟦31 Jan 1990⟧",
      "birthday=⟦19900131⟧",
      "他生于⟦1949年10月1日⟧",
      "生于⟦1990-1-5⟧",
      "csrq=⟦1990-01-31⟧",
    ],
    ignored: [
      "1985_03_12出生",
      "1990-01-31",
      "成立日期：1990-01-31",
      "出生日期：1990-02-30",
      "生日快乐",
      "2024年1月15日生产",
      "2020年3月5日生效",
      "事件发生于2023年7月7日",
      "出生日期：YYYY-MM-DD",
      "birthday: Date",
    ],
  },
};
