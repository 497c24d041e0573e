import type { Chance } from "../chance.ts";

const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘于蒋蔡余杜叶程魏苏吕丁任卢姚沈姜崔钟谭陆汪范廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文殷樊兰施洪翟倪岑骆柯阮柳聂祝桑冉鞠褚卞应解游甘宁鲍单管闵柏佟谷苗窦俞欧";
const COMPOUND = ["欧阳", "上官", "司马", "诸葛", "司徒", "皇甫", "尉迟", "夏侯", "慕容", "端木", "东方", "公孙"];
const LAST =
  "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚英华文玲萍辉鹏健雪梅兵红波斌莉琳凯峰颖琴宁宇飞燕晨龙欣浩然轩涵怡萱琪瑶彤睿泽博航翔妍悦岚蓉晶瑾璐薇薏倩雯韬霖骏嘉豪淇旭昊煜钰淼垚鑫蕾荣贵福根生财顺发祥国民";
const FIRST =
  "子梓雨佳思晓志建国文明俊海春秀玉桂淑美金永德世家宗天一若诗梦欣嘉浩宇博泽睿紫语可心依安小丽红艳云凤兰素庆卫东少启承景维清书静婉";
const MINORITY = [
  ["阿卜杜热合曼", "买买提", "古丽巴哈尔", "艾力", "帕提古丽", "吐尔逊", "阿依努尔", "热依汗", "亚森", "迪丽拜尔"],
  ["卡德尔", "托合提", "依明", "努尔麦麦提", "吾买尔", "居马", "赛买提", "阿不来提", "库尔班", "斯拉木"],
] as const;
const TIBETAN = ["扎西", "卓玛", "次仁", "央金", "旦增", "拉姆", "格桑", "平措", "德吉", "曲珍"];
const TRADITIONAL_SURNAMES = "陳黃張劉楊趙吳許謝鄭蘇葉呂盧蔣鄧馮羅鍾譚陸龍賴顏簡";
const TRADITIONAL_LAST = "偉麗靜強華鳳蘭軒瑋琳宏傑豪儀芬萱穎婷雯玲慧君豐賢銘鈞澤";
const TRADITIONAL_FIRST = "志美淑俊雅佩家冠怡惠建嘉承宗彥思宜詠國漢柏鴻振秀";
const PINYIN = [
  ["ZHANG", "WANG", "LIU", "CHEN", "YANG", "ZHAO", "HUANG", "ZHOU", "XU", "SUN", "MA", "ZHU", "OUYANG"],
  ["WEI", "XIAOMING", "JIAYI", "HAORAN", "LI", "MENGQI", "ZIHAN", "JIANGUO", "YUXUAN", "TINGTING", "SIQI"],
] as const;

/** A Chinese name as most are: two or three characters, seldom a compound surname. */
export function nameOf(c: Chance): string {
  const surname = c.oneIn(30) ? c.pick(COMPOUND) : c.pick([...SURNAMES]);
  if (c.oneIn(5)) return surname + c.pick([...LAST]);
  return surname + c.pick([...FIRST]) + c.pick([...LAST]);
}

/** A name of any kind: one in twenty from a minority language. */
export function anyNameOf(c: Chance): string {
  if (!c.oneIn(20)) return nameOf(c);
  return c.oneIn(4) ? c.pick(TIBETAN) + c.pick(TIBETAN) : `${c.pick(MINORITY[0])}·${c.pick(MINORITY[1])}`;
}

/** A name in traditional characters. */
export function traditionalNameOf(c: Chance): string {
  const surname = c.oneIn(25) ? c.pick(["歐陽", "張簡", "司徒", "范姜"]) : c.pick([...TRADITIONAL_SURNAMES]);
  return surname + c.pick([...TRADITIONAL_FIRST]) + c.pick([...TRADITIONAL_LAST]);
}

/** A name in capital letters, as travel documents write it. */
export function pinyinNameOf(c: Chance, between = "/"): string {
  return c.pick(PINYIN[0]) + between + c.pick(PINYIN[1]);
}

/** A surname alone, for 王女士 and 小李. */
export function surnameOf(c: Chance): string {
  return c.pick([...SURNAMES]);
}
