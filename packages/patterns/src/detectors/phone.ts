import { beginsBeforeOne } from "../begins.js";
import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { phoneLabels } from "../tables/packed-labels.js";

/** Mobile numbers of mainland China, with country code, usual grouping, and the extension of couriers' privacy numbers. */
export const phone: Detector = {
  entityType: "phone",
  title: { en: "Mobile phone number", zh: "手机号" },
  forms: [
    {
      trigger: { on: "digits", atLeast: 11 },
      // Any 1[3-9]: allocation tables lag behind. UUID groups, US numbers (+1), groups of cards, decimals, ids in links and of
      // what was posted on a site, names of sites and numbers of bytes are left alone.
      pattern:
        /(?<![0-9A-Za-z_+]|\d\.|(?:^|[^A-Za-z])\.|[?&][A-Za-z]{0,12}(?:id|node|no|page|sn|ts)=|\/(?:photos\/[\w@.-]{1,40}|post)\/)(?<!(?:[0-9A-Fa-f]{4}-){2})(?:(?:\+|00)86[ -]?|(?:\+|00 ?)[1-9]\d{0,2}[ -]|86[ -]?|\((?:\+|00)?86\)[ -]?|(?<!\d{4}[ -])0)?(?:(?!17179869184)1[3-9]\d(?:\d{8}|([ .-])\d{4}\1\d{4}|[ -]\d{8}|\d{4}[ -]\d{4}|\d([ -])\d{4}\2\d{3}|([ -])\d{3}\3\d{5})|\(1[3-9]\d\)[ -]?\d{4}[ -]?\d{4})(?:(?: ?(?:转接?|轉|分机|分機|[Ee]xt\.?|[#，*]) ?|-)\d{3,6}(?![0-9A-Za-z-])|, ?\d{4}(?= (?!\d)|[^\d,\n\r\t"'\-/. 年转轉]))?(?![0-9A-Za-z_]|\.\d|\.(?:com|cn|net|org|cc|vip|top|xyz)(?![A-Za-z])|-[0-9A-Fa-f]{4}-|-[0-9A-Fa-f]{12}(?![0-9A-Za-z])| bytes)/y,
      score: { valid: 0.8, validInContext: 0.95 },
    },
    {
      // Hong Kong, Macao, Taiwan.
      trigger: { on: "digits", atLeast: 11, begins: beginsBeforeOne },
      pattern:
        /(?<![0-9A-Za-z_+]|\d\.)(?:\+|00)(?:852[ -]?[4-9]\d{3}[ -]?\d{4}|853[ -]?6\d{3}[ -]?\d{4}|886[ -]?(?:\(0\)|0)?9\d{2}[ -]?\d{3}[ -]?\d{3})(?![0-9A-Za-z_]|[.-]\d)/y,
      score: { valid: 0.8, validInContext: 0.95 },
    },
    {
      // Eleven numerals in Chinese characters.
      trigger: {
        on: "words",
        words: [..."一幺么壹"].flatMap((one) => [..."三四五六七八九拐勾叁肆伍陆柒捌玖參陸"].map((next) => one + next)),
      },
      pattern:
        /(?<![零〇○一二三四五六七八九])[一幺么壹][三四五六七八九拐勾叁肆伍陆柒捌玖參陸][零〇○洞一幺么二两兩三四五六七八九拐勾壹贰叁肆伍陆柒捌玖貳參陸](?:[ -]?[零〇○洞一幺么二两兩三四五六七八九拐勾壹贰叁肆伍陆柒捌玖貳參陸]){8}(?![零〇○洞一幺二两三四五六七八九拐勾壹贰叁肆伍陆柒捌玖十百千万])/y,
      proof: "Chinese numerals",
      score: { valid: 0.75, validInContext: 0.95 },
    },
    {
      // Behind a label: any separators, digits and numerals mixed.
      trigger: { on: "label" },
      pattern:
        /(?!\d{1,3}\.\d{6})(?:\(?\+?(?:00)?86\)?[ -]{0,2})?[1一幺么壹](?![ .\-_/·•*、,，]{0,3}[0-2零〇○洞一幺么壹二两兩贰貳])(?:[ .\-_/·•*、,，]{0,3}[\d零〇○洞一幺么二两兩三四五六七八九拐勾壹贰叁肆伍陆柒捌玖貳參陸]){10}(?:(?: ?(?:转接?|轉|分机|分機|[Ee]xt\.?|#) ?|-)\d{3,6})?(?![\d零〇○洞一幺二两三四五六七八九拐勾壹贰叁肆伍陆柒捌玖A-Za-z_]|[.-]\d)/y,
      score: { validInContext: 0.9 },
    },
    {
      // What its label calls a number of a telephone, however it is grouped: at least as long as a local one.
      trigger: { on: "label" },
      pattern:
        /[+(（]{0,2} ?\d{1,15}(?:[ ./()（）-]{1,3}\d{1,15}){0,7}(?: ?(?:[xX#]|[Ee]xt\.?|转|轉|分机|分機) ?\d{1,6})?(?![0-9A-Za-z_]|[ .-]\d)/y,
      validate: isNumberOfSomebody,
      score: { validInContext: 0.7 },
    },
    {
      // Wide digits are read with spaces among them.
      trigger: { on: "digits", atLeast: 11 },
      ocr: true,
      pattern: /(?<![0-9A-Za-z_+.-]|\d )1[3-9](?: ?\d){9}(?![0-9A-Za-z_]|[ .-]\d)/y,
      score: { valid: 0.7, validInContext: 0.9 },
    },
  ],
  context:
    "sjh,sjhm,lxdh,lxfs,yddh,phone,phone no,phone number,mobile,mobile no,mobile number,mobile phone,tel,telephone,cell,cellphone,cell phone,contact number,shouji,shoujihao".split(
      ",",
    ),
  chineseContext: () => labelWords(phoneLabels),
  legal: { tier: "general" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "工业和信息化部《电信网编号计划（2017年版）》: 移动电话网号 13–19",
    "google/libphonenumber resources/PhoneNumberMetadata.xml, CN, read 2026-07-17",
  ],
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
      "GET /users/⟦13800138000⟧/photos/1",
      "我的电话号是⟦+49 176- 12345678⟧。",
      "电话：⟦837.824.1482 x 6388⟧",
      "请拨⟦+49 176-12345678⟧",
      "电话：⟦(+45) 12-34-56-78⟧",
      "⟦13800138000⟧,1992-04-11,b",
      "⟦13800138000⟧/⟦13900139000⟧",
      "手机：⟦138 - 0013 - 8000⟧",
      "手机：⟦138·0013·8000⟧",
      "电话⟦138.0013.8000⟧",
      "⟦1380 0138 000⟧",
      "⟦(86)138-0013-8000⟧",
      "⟦0086-138-0013-8000⟧",
      "⟦(138)0013-8000⟧",
      "手机号：⟦一三八〇〇一三八〇〇〇⟧",
      "我的号码是⟦幺三八洞洞幺三八洞洞洞⟧",
      "手机：⟦壹叁捌零零壹叁捌零零零⟧",
      "手机号 ⟦1三8零零一38000⟧",
      "⟦13800138000 转 1234⟧",
      "⟦13800138000#1234⟧",
      "⟦13800138000，1234⟧取件",
      "手機：⟦+852 6123 4567⟧",
      "⟦+886-912-345-678⟧",
      "电话：⟦+44 7911 123456⟧",
      "1001 ⟦13800138000⟧",
      "⟦13800138000⟧,1992-04-11",
      "手机号码：⟦14410012345⟧",
      "shoujihao=⟦13800138000⟧",
      "phone_no: ⟦13800138000⟧",
    ],
    ignored: [
      "订单 2138001380001",
      "+1 4158586273",
      "+14158586273",
      "550e8400-e29b-41d4-a716-13800138000a",
      "65d8a588-0138-4013-8000-11554bcd1d1c",
      "[138.00138000,39.91]",
      "https://13800138000.com/",
      "https://www.flickr.com/photos/some.one/14284203351/",
      "https://staff.tumblr.com/post/15623140287",
      "14.54 GiB, 15597568000 bytes, 30464000 sectors",
      "MemTotal: 17179869184 B",
      "电话 13.900677652",
      "客服 4008008000",
      "x13800138000",
      "138****8000",
      "0.13800138000",
      "12345678901",
      "客服电话：400-800-8000",
      "电话：4008008000",
      "电话：95588",
      "发送至 1069012345678",
      "投诉电话 12345",
      "1380013800012",
      "-.13800138000",
      "https://example.com/b?node=17051031011",
      "一三五七九",
      "电话：2024-01-15",
      "一九九八年三月一五日一三五",
    ],
  },
};

/** ITU-T E.164, 6.2.1: country code and number; shorter ones are of one town. */
const SHORTEST = 8;
const LONGEST = 15;

/** Digits of a local number without an area code; without a country code no number is longer than LONGEST_LOCAL. */
const SHORTEST_LOCAL = 7;
const LONGEST_LOCAL = 13;
/** 400 and 800 numbers, 2012-01-02, 31/8/2011. */
const SERVICE_OR_DATE =
  /^(?:(?:00)?86)?[48]00\d{7}$|^(?:19|20)\d{2}(?:[-/. ]|(?:0[1-9]|1[0-2])[0-3]\d)|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/;

/** Whether a number that its label calls a telephone's can be one. */
function isNumberOfSomebody(candidate: string): boolean {
  const number = candidate.replace(/ ?(?:[xX#]|[Ee]xt\.?|转|轉|分机|分機) ?\d+$/, "");
  const digits = number.replace(/\D/g, "");
  const longest = /^[+(（ ]*(?:\+|00)/.test(number) ? LONGEST : LONGEST_LOCAL;
  if (SERVICE_OR_DATE.test(number) || SERVICE_OR_DATE.test(digits) || /^\d{1,3}\.\d+$/.test(number)) return false;
  return (
    digits.length >= (longest === LONGEST ? SHORTEST : SHORTEST_LOCAL) &&
    digits.length <= longest &&
    !/^(\d)\1*$/.test(digits)
  );
}
