import type { Description, Detector } from "../detector.js";
import { ADDRESS_UNITS } from "../tables/addresses.js";
import { labelWords } from "../tables/label-words.js";
import { addressLabels } from "../tables/packed-labels.js";

const UNIT = new RegExp(`[${ADDRESS_UNITS}]`, "g");
/** Words that parts of an address in Latin letters have, in English and pinyin. */
const LATIN_UNIT =
  /\b(?:R(?:oo)?m|Flat|Unit|Apt|Suite|Building|Bldg|Block|Tower|Floor|\d\/?F|Lane|R(?:oa)?d|St(?:reet)?|Ave(?:nue)?|Lu|Jie|Dadao|District|Garden|Village|Plaza|Town|County)\b/gi;

/** Postal addresses where a label, a column header or the layout says so. */
export const address: Detector = {
  entityType: "address",
  title: { en: "Address", zh: "地址" },
  forms: [
    {
      trigger: { on: "label" },
      // Parts of an address may be parted by a space or comma, or wrap onto the next line; the rest of a sentence is not part, and
      // 地址空间 is no label.
      pattern:
        /(?![ \t]*(?:https?:|0x|\d{1,3}\.|\d{1,5}[ \t]*\n|[[<(])|[、）)！!？?的就也或写没不]|中的|有误|作为|所属|投递|空间|解析|经常|还是|都[是没有在]|指常|离[^石岛])(?:(?!\d{11}|1[3-9]\d[ -]\d{4}[ -]\d{4}|0\d{2,3}-\d{7})[^\s，,。；;|"'“”<>\\【】}])+(?:(?:[，, 、]{1,3}|[ \t]*\r?\n[ \t]*)(?=(?:(?!1[3-9]\d{9}|身份证|电话|手机|姓名|现住|现居|住址|地址)[^\s，,。；;|"“”<>\\:：]){0,30} ?(?:[省市州盟区县旗镇乡村路街道巷弄室栋幢楼层座苑區縣鎮鄉號樓棟]|号(?!码|线)))(?!20\d{2}[年-])(?!现住|现居|家住|户籍|收件|收货|住址|地址)(?:(?!\d{11}|1[3-9]\d[ -]\d{4}[ -]\d{4}|0\d{2,3}-\d{7})[^\s，,。；;|"'“”<>\\【】}])+)*/y,
      validate: (candidate) =>
        candidate.length >= 5 &&
        !/[的了这那们我你他她它吗呢把被让说]/.test(candidate) &&
        (candidate.match(UNIT)?.length ?? 0) >= (/\d/.test(candidate) ? 1 : 2) &&
        /\p{Script=Han}{3}/u.test(candidate),
      proof: "administrative units",
      score: { validInContext: 0.85 },
    },
    {
      // In Latin letters: Room 1804, Building 2, No. 93 Jianguo Road, Beijing.
      trigger: { on: "label" },
      pattern:
        /(?:[A-Za-z0-9#][A-Za-z0-9'’#./() -]{0,48}, ?(?:\r?\n *)?){0,7}[A-Za-z0-9][A-Za-z0-9'’#./() -]{0,48}(?<=[A-Za-z0-9.)])(?![A-Za-z0-9:：])/y,
      validate: (candidate) =>
        /\d/.test(candidate) && (candidate.match(LATIN_UNIT)?.length ?? 0) >= (candidate.includes(",") ? 1 : 2),
      score: { validInContext: 0.8 },
    },
    {
      // 房号: house, unit and room.
      trigger: { on: "label" },
      pattern: /\d{1,3}-(?:\d{1,2}-)?\d{3,4}(?![0-9A-Za-z_-])/y,
      score: { validInContext: 0.7 },
    },
  ],
  context:
    "address,street,home address,shipping address,delivery address,mailing address,billing address,street address,dizhi,addr,residence,dz,zhuzhi,zz,jtzz,jtdz,txdz,shdz,lxdz".split(
      ",",
    ),
  chineseContext: () => labelWords(addressLabels),
  legal: { tier: "general" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "GB/T 23705-2009 数字城市地理信息公共平台 地名/地址编码规则, 5.2",
    "GB/T 2260-2007 中华人民共和国行政区划代码",
  ],
  examples: {
    found: [
      "地址：⟦北京市朝阳区建国路93号院2号楼1804室⟧",
      "收货地址：⟦浙江省杭州市西湖区 文三路 100号⟧ 张三 13800138000",
      "住址⟦上海市浦东新区世纪大道100号⟧",
      "地址：⟦广东省深圳市南山区科技园，南区8栋301室⟧，请尽快发货",
      "现住址：⟦澄海省新川市星河区云杉街道康悦路88号⟧。",
      "公司地址是⟦深圳市南山区仙元路55号⟧。",
      "地址：⟦江苏省苏州市工业园区\n星湖街328号⟧",
      "我住在⟦北京市朝阳区建国路88号院2号楼1804室⟧，欢迎来玩",
      "请寄到⟦浙江省杭州市西湖区文三路100号阳光小区3幢2单元501⟧，谢谢",
      "送到⟦幸福路12号3单元201⟧吧",
      "⟦翠湖小区3-2-501⟧",
      "⟦台北市大安區忠孝東路四段100巷5弄2號3樓之1⟧",
      "⟦香港九龍旺角彌敦道610號荷李活商業中心12樓1203室⟧",
      "⟦瑞安市科创路1988号金色年华37-2-107⟧有人报警",
      "⟦16幢2单元1602室⟧的业主",
      "1. 陶明薇 ⟦11栋2304⟧ 2份",
      "卞昊，13800138000，⟦9-4-704⟧，1箱",
      "房号：⟦27-1-706⟧",
      "1. ⟦9-1-1206⟧ 邱艳丽 2份\n2. ⟦3-3-2206⟧ 2份",
      "⟦10#2405⟧业主陈晓芳：您家漏水",
      "在⟦岳麓区望江名邸东区14#1106⟧附近走失",
      "户籍地为⟦湖南省长沙市岳麓区麓山南路932号⟧，现住⟦长沙市天心区芙蓉中路三段6号⟧",
      "⟦北京市海淀区中关村大街27号院3号楼\n2单元501室⟧",
      "住址：⟦云南省 大理白族自治州 大理市 苍山路12号⟧",
      "地址：⟦北京市通州区黄河路 815 号 明月\n国际 31 栋 1 单元 1808⟧",
      "地址：⟦宁夏银川市兴庆区怡景新苑四期24栋2单元\n3203⟧\n",
      "住址：⟦甘肃省兰州市七里河区体育场\n路632号绿城蓝庭14-3\n-1306⟧\n",
      "住址：⟦云南大理市学府路1457号华润橡树湾2\n3-4-802⟧\n",
      "⟦河北省石家庄市长安区华润橡树湾南区26#\n2704⟧\n寄件",
      "地址：⟦湖南省长沙市岳麓区海棠大街1635号万象府34-4-\n1404⟧\n",
      "地址：⟦福建省 厦门市 思明 区\n江南西路90号⟧",
      "Address: ⟦Room 1804, Building 2, No. 93 Jianguo Road, Chaoyang District, Beijing 100022⟧ Tel: 010-62345678",
      "地址：⟦No. 12, Lane 345, Zhangyang Road, Pudong, Shanghai⟧",
      '{"city":"杭州市","street":"⟦文三路478号⟧"}',
      "Home address: ⟦5F, No. 7, Sec. 5, Xinyi Rd., Taipei⟧",
      "Shipping address: ⟦Flat 12B, Tower 3,\n88 Queen's Road Central, Hong Kong⟧\n",
      "地址：⟦陕西西安市雁塔区迎宾路 567 号 明月府 29\n 栋 4 单元 2802⟧",
    ],
    ignored: [
      "IP地址：192.168.1.1",
      "地址：0x7ffe0000",
      "网址：https://example.com/路",
      "地址：无",
      "address: localhost:8080",
      "Address: line 2, column 5",
      "address: see room list",
      "地址中的网络号和子网号",
      "北京市朝阳区很大",
      "上海地铁2号线",
      "北京市有12座桥",
      "周期 9-4-704，每批1栋3500平方米",
      "比分 13#1602",
      "3月12号北京市下雨",
      "俄罗斯有一座25层公寓楼，长达990米",
      "海南依托海口、三亚2座重点旅游城市",
      "公示经营者名称、地址、联系方式、营业执照编号等信息",
      "讲清进程地址空间隔离、管道、消息队列与信号",
      "（Address Resolution Protocol，地址解析协议）：网络层地址和链路层地址",
      "收件人地址投递到平房院落门口或者楼房地面层",
      "三组人分成内外两层，第二组、第三组守住大楼",
    ],
  },
};
