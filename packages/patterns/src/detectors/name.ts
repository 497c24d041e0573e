import type { Description, Detector } from "../detector.js";
import { lazily } from "../lazily.js";
import { dottedFrom } from "../names/dotted-names.js";
import { nameScore, POSSIBLE_NAME, surnameLength } from "../names/name-score.js";
import { tibetanFrom } from "../names/tibetan-names.js";
import { isPlace } from "../places.js";
import { charactersOf } from "../tables/characters.js";
import { labelWords } from "../tables/label-words.js";
import { nameLabels } from "../tables/packed-labels.js";
import { alternativesOf } from "../tables/word-lists.js";

/** How much must speak for a name of so many characters that a sentence follows, see `nameScore`. */
const LIKELY = { 3: 4, 2: 3 } as const;

const surname = () => `[${charactersOf("surnames")}]|${alternativesOf("compoundSurnames")}`;
/** Without a surname that the tables know, not as other languages' names are written (买买提江), and with a character that no name has: 合同专用. */
const noName = () =>
  `(?!${surname()}|[${charactersOf("transliteration")}]+(?!\\p{Script=Han}))\\p{Script=Han}{1,3}[${charactersOf("notInNames")}]`;
/** A name of two to four characters that is not the start of an organisation's name; with dots among minorities; masked; pinyin. */
const closed = lazily(
  () =>
    new RegExp(
      `(?!${noName()})${/(?!\p{Script=Han}{0,24}[（(]?\p{Script=Han}{0,8}[）)]?\p{Script=Han}{0,12}(?:公司|集团|集團|银行|銀行|医院|学校|大学|中学|小学|幼儿园|超市|商店|商行|事务所|委员会|分局|协会|工作室|经营部|门市部|服务部|旗舰店|专卖店|便利店))(?!无|暂无|[您你]好|经[查核审]|空字符|空[白格值]|家长电话|[A-Z][a-z]+ (?:Number|No|Code|Type|Date)(?![a-z])|未知|未填|匿名|不详|签字|签名|盖章|本人|先生|女士|如下|详见|必填|选填)(?:\p{Script=Han}{1,12}(?:[·•・．‧]\p{Script=Han}{1,12}){1,3}|\p{Script=Han}(?: {1,4}\p{Script=Han}){1,3}(?!\p{Script=Han})|\p{Script=Han}{2,4}?(?: {1,3}[A-Z]{2,20}\/[A-Z]{2,20}(?![A-Za-z]))?(?=先生|女士|小姐|同学|老师|經理|经理|$|[^\p{Script=Han}])|\p{Script=Han}(?:先生|女士|小姐|老师|总)|\p{Script=Han}{1,2}[*×○〇Xx]{1,3}(?![\p{Script=Han}A-Za-z0-9*])|\p{Script=Han}?\*{1,2}\p{Script=Han}{1,2}(?![\p{Script=Han}*])|[A-Z][A-Za-z]{1,19}(?:(?:, ?|[ /·])[A-Z][A-Za-z]{1,19}){1,3}(?![A-Za-z0-9@_]|[.-][A-Za-z0-9]))(?! *[:：])/u.source}`,
      "uy",
    ),
);

/** A name of another language without a dot: 扎西. */
const transliteration = lazily(() => new RegExp(`^[${charactersOf("transliteration")}]{2,8}$`));

/** Names of people where a label, a column header or the layout says so. */
export const name: Detector = {
  entityType: "name",
  title: { en: "Name", zh: "姓名" },
  forms: [
    {
      trigger: { on: "label" },
      get pattern() {
        return closed();
      },
      validate: isPersonName,
      proof: "surname",
      score: { validInContext: 0.85, invalidInContext: 0.6 },
    },
    {
      trigger: { on: "label" },
      get pattern() {
        return closed();
      },
      validate: (candidate) => transliteration().test(candidate),
      proof: "transliteration",
      score: { validInContext: 0.8 },
    },
    // A sentence goes on right behind the name: the name must be a likely one.
    ...([3, 2] as const).map((length) => ({
      trigger: { on: "label" } as const,
      pattern: new RegExp(`\\p{Script=Han}{${length}}(?=\\p{Script=Han})`, "uy"),
      validate: (candidate: string) => nameScore(candidate) >= LIKELY[length],
      proof: "surname",
      score: { validInContext: length === 3 ? 0.8 : 0.75 },
    })),
    {
      // Forms in English ask for the parts of a name one by one.
      trigger: {
        on: "words",
        words: "Surname surname SURNAME Family Given First Last family given first last".split(" "),
      },
      pattern:
        /(?<![A-Za-z])(?:SURNAME|[Ss]urname|(?:[Ff]amily|[Gg]iven|[Ff]irst|[Ll]ast) [Nn]ame)(?:s|\(s\))?(?: ?\([^()\n]{1,24}(?:\([^()\n]{1,4}\))?\))? ?[:：]\s{0,3}(?<value>(?!String)[A-Z][A-Za-z'-]{1,24}(?: [A-Z][A-Za-z'-]{1,24}){0,2})(?! ?[A-Za-z0-9_.:(])/y,
      score: { valid: 0.7, validInContext: 0.8 },
    },
  ],
  context:
    "name,full name,guest name,additional guest,real name,customer name,contact name,contact,consignee,receiver,recipient,sender,passenger,passenger name,name of passenger,cardholder,cardholder name,patient name,student name,employee name,owner name,account name,xingming,xm,shoujianren,shouhuoren,jijianren,fajianren,lianxiren,receiver name,recipient name,consignee name,sender name,contact person,emergency contact,applicant,applicant name,legal person,legal representative,account holder,card holder,payee,payee name,payer,payer name,member name,insured name,guardian,guardian name,chinese name,pinyin,emp nm,cust nm,cst nm,acct nm,user nm,cont nm,client nm".split(
      ",",
    ),
  chineseContext: () => labelWords(nameLabels),
  legal: { tier: "general" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "公安部《姓名登记条例（初稿）》, 第九条: 汉字姓名二至六字",
    "公安部《二〇二〇年全国姓名报告》: 姓氏",
    "GB/T 28039-2011 中国人名汉语拼音字母拼写规则",
  ],
  examples: {
    found: [
      "姓名：⟦王小明⟧",
      "收件人：⟦欧阳修远⟧ 13800138000",
      "收件人：⟦林晓峰⟧13800138000",
      "姓名⟦李明⟧性别男",
      "姓 名：⟦张 三⟧",
      "联系人 ⟦赵敏⟧，请尽快联系",
      "乘车人：⟦阿卜杜拉·买买提⟧",
      "旅客姓名 ⟦ZHANG/SANFENG⟧",
      '{"name": "⟦陈晓⟧"}',
      "收件人：⟦王小明⟧先生",
      "户名：⟦諸葛孔明⟧",
      "姓名 ⟦许子轩 XU/ZIXUAN⟧",
      "出租方（甲方）：⟦陈丽华⟧",
      "姓名：⟦王小明⟧因病请假",
      "甲方：⟦王明⟧应于每月付款",
      "收款人：⟦张**⟧，已到账",
      "户名：⟦李*明⟧",
      "姓名：⟦张某某⟧",
      "姓名：⟦扎西⟧",
      "姓名：⟦扎西卓玛⟧",
      "⟦艾力·托合提⟧到庭参加诉讼",
      "⟦吐尔逊·居马⟧，女，12岁",
      "客服: 那⟦艾力·努尔麦麦提⟧上班更远了",
      "原告⟦刘磊⟧与被告⟦欧阳兰明⟧民间借贷纠纷一案",
      "审判员 ⟦欧阳少岚⟧",
      "任命⟦尉迟嘉然⟧为经理",
      "承租人⟦范姜宗穎⟧（以下簡稱乙方）",
      "姓名：⟦吳冠宏⟧\n電話：",
      "患者⟦卢依生⟧于12月21日受凉后出现咳嗽",
      "⟦易兰泽⟧妈妈：已经交了",
      "1. Surname (Family name): ⟦OUYANG⟧",
      "Given name(s): ⟦Xiaoming⟧",
      "尊敬的⟦单建蓉⟧先生/女士：",
      "检验者：⟦于琳⟧ 审核者：⟦管承垚⟧",
      "被传唤人：⟦宁若霞⟧",
      "兹证明⟦单波⟧（身份证号码：11010519491231002X）",
      "购买方 名称：⟦吐尔逊·居马⟧（个人）",
      "⟦骆景峰⟧ 1000元，⟦陈晓芳⟧ 50元，⟦许可晶⟧ 200元",
      "⟦向明福⟧、⟦钟海财⟧、⟦解美薏⟧、⟦袁薇⟧",
      "本人⟦苏文明⟧确认：社保停缴",
      "配送员⟦闫然⟧，电话",
      "管家⟦毛素琴⟧ 13800138000",
      "⟦聂宗杰田依明⟧ 13800138000",
      "⟦李财何启翔⟧13800138000",
      "主治医师 ⟦付东浩⟧  责任护士 ⟦郑琴⟧",
      "OK 让⟦艾力·居马⟧也一起吧",
      "姓名 ⟦买买提·阿不来提⟧  性别 男",
      "⟦文安翔⟧妈妈  22:16",
      "⟦文梓辉⟧ 到\n⟦赖薇⟧\n⟦潘明梅⟧\n",
      "[2026-03-18 19:09] ⟦管飞⟧: 我去吧\n[2026-03-18 19:10] ⟦陈晓芳⟧: 好",
      "012号  ⟦单悦⟧  候诊\n013号  ⟦苏紫航⟧  候诊",
      "Guest name: ⟦Jianguo Wang⟧",
      "- name: ⟦Mary Smith⟧\n  age: 27",
      "Name: ⟦Mary Smith⟧",
      "收件人写⟦潘建国⟧就行",
      "寄给⟦林晓峰⟧吧",
      "把合同发给⟦沈志强⟧看看",
      "⟦周海燕⟧还没交材料",
      "⟦管飞⟧  2026-11-30 10:24:33\n我去吧\n\n⟦应洋⟧  11/30 10:25\n好的",
      "2026-11-30 10:24:33 ⟦管飞⟧(123456789)\n我去吧",
      "收货信息 ⟦管飞⟧ 13800138000",
      "参会人员：⟦管飞⟧、⟦应洋⟧、⟦单波⟧",
      "1、⟦管飞⟧ 男 汉族 1990年生",
      "1. ⟦倪紫娟⟧ 547分\n2. ⟦应浩鹏⟧ 505分\n3. ⟦管洋⟧ 541分",
    ],
    ignored: [
      "备注：易碎，轻拿轻放",
      "户名：上海明月科技有限公司",
      "姓名：无",
      "客户：中国建设银行",
      "姓名：__________",
      "the name of the game",
      '{"code":"411726113","name":"高邑镇"}',
      '{"code":"130723","name":"康保县","cityCode":"1307"}',
      "一个只包含成员姓名和邮件的类",
      "不必全部重写，相反，您可以分步进行",
      "這個安裝程式很小",
      "val surname: String,",
      "作为一名编程老师，我",
      "多项式朴素贝叶斯分类器",
      "一个 n 维矩阵被称为张量。",
      "jobs:\n  - name: Setup Python\n    uses: actions/setup-python@v6",
      "---\nname: 触发\non: push",
      "联系人数量 3",
      "甲方：合同专用",
      "[姓名]说他晚点到",
      "乙方应于每季度首月付款",
      "原告华瑞公司",
      "填入用户名和密码",
      "收款人：\t复核：\t开票人：",
      "寄件人：东莞市高飞电子科技有限公司\t邮编：523000",
      "签收人：\n上海市浦东新区世纪大道",
      '<transition name="custom-classes">',
      "证人姓名和住所；",
      "以请求书中指明的第一申请人为代表人。",
      "中文名字 查询。",
      "曹娥江流域的水",
      "（四）向财政、工商部门了解情况",
      "当事人向卫生行政部门申请",
      "水体、林草植被、野生动物",
      "修改檔案許可權，允許某些程式寫入",
      "这种岩石就是石灰岩",
      "向某传媒公司提出赔偿",
      "我们热衷于某件事",
      "First name: Type your name",
      "审核者：完成",
      "4、卫星电话的背后",
      "如有线索请联系家属：13800138000",
      "律师和医生需要多年训练",
      "第五章提到它依赖的数据库",
      "审核：不通过",
      "苹果 5元，黄瓜 3元，王老吉 4元",
      "尊敬的客户：您好！感谢您的支持",
      "[12:39] 阿杰: 在吗",
      "高峰 10:24\n2026-11-30 10:24:33 完成\n时间 10:25",
      "房间 13800138000",
      "13800138000\t杭州\n",
      "前面的韩国大妈",
      "收到是白屏，郁闷",
    ],
  },
};

/** Whether characters of a name's shape begin with a surname, or are a name in Latin letters of more than one part. */
function isPersonName(candidate: string): boolean {
  const characters = candidate.replace(/[\s/·•・．‧,.-]/g, "");
  if (/^[A-Z]/.test(candidate)) return true;
  if (dottedFrom(candidate, 0)?.end === candidate.length || tibetanFrom(candidate, 0)) return true;
  if (surnameLength(characters) === 0) return false;
  if (isPlace(candidate) || /..[的了]/.test(candidate)) return false;
  return !/^\p{Script=Han}{2,3}$/u.test(candidate) || candidate.includes("某") || nameScore(candidate) >= POSSIBLE_NAME;
}
