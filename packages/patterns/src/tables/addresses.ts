/**
 * Words of Chinese postal addresses, written down for tuhei after GB/T 23705-2009 (数字城市地理信息公共平台 地名/地址编码规则, 5.2) and
 * the way people write them.
 */

/** Characters that close a unit of an address, from province to room. */
export const ADDRESS_UNITS = "省市区县旗镇乡村屯路街道巷弄号室栋幢楼层座园苑庄里區縣鎮鄉號樓棟層";

/** What a number stands before, within a compound or a house. */
export const numberUnits =
  "号楼 号院 号门 号铺 号 號樓 號 栋 棟 幢 座 单元 單元 楼层 楼 樓 层 層 室 户 戶 房 组 組 队 弄 巷 门 铺 間 间 排 区 區 期 梯 院 段 村 社 屯 街坊 街 路 里 厅 车间".split(
    " ",
  );

/** What closes the name of a road or village. */
export const roadUnits =
  "路 街 道 巷 弄 胡同 里 段 村 屯 庄 镇 乡 街道 鎮 鄉 衖 條 堡 坊 桥 沟 湾 社区 農場 农场 林场 团 组".split(" ");

/** What closes the name of a place where people live or work. */
export const compoundUnits =
  "小区 社区 花园 花苑 公寓 大厦 广场 家园 新村 新城 嘉园 雅苑 名苑 佳苑 苑 城 庭 府 湾 郡 邨 里 园 轩 阁 居 寓 墅 邸 公馆 宿舍 宿舍区 校区 学校 大学 学院 医院 酒店 宾馆 写字楼 中心 大楼 大廈 大院 花園 廣場 工業大廈 商業中心 工业园 工业区 科技园 产业园 创业园 开发区 商城 市场 家属院 家属楼 家属区 国际".split(
    " ",
  );

/** Where at a house a parcel is left, or how to find it. */
export const placesAtHouse =
  "菜鸟驿站 驿站 妈妈驿站 丰巢快递柜 丰巢智能柜 丰巢柜 丰巢 快递柜 自提柜 自提点 代收点 快递点 快递超市 门卫室 门卫处 门卫 保安室 保安亭 传达室 收发室 物业管理处 物业 前台 对面 旁边 斜对面 附近 隔壁 楼下 楼上 路口 东侧 西侧 南侧 北侧 东门 西门 南门 北门 正门 后门 大门 门口 一楼 院内 内".split(
    " ",
  );

/** Words that a sentence puts before an address; it starts behind the last of them. */
export const wordsBeforeAddress =
  "居住在 居住于 现居住于 现居住在 现住在 现居于 现居 现住 家住在 家住 就住在 住在 住址是 住址为 住址 位于 坐落于 坐落在 座落于 地址是 地址为 地址 寄到 寄往 寄至 寄回 寄给 快递到 送到 送往 送至 送货到 配送到 邮寄到 邮寄至 发到 发往 发货到 搬到 搬至 搬进 前往 来到 去往 到达 租住在 租住于 租住 租赁 租了 入住 出租 户籍在 户籍地 籍贯 名下 购买 购得 坐落 住 在 到 至 往 于 是 为 的 了 给 和 与 去 从 这 那 我 你 他 她 们 有 说 被 把 让".split(
    " ",
  );

/** Of these, the ones that say that somebody lives there or gets something there. */
export const dwellingWords =
  /(?:住|住在|住址|住于|居|居于|地址[是为]?|[寄送发搬递][到往至回给]|住址[是为]?|现住|坐落[于在]?|租住|租赁|名下|户籍[在地]?)[：: ]?$/;

/** Names of Taiwan, Hong Kong and Macao in traditional characters: counties and cities; regions and districts. */
export const traditionalPlaces =
  "台灣省 臺灣省 台灣 臺灣 台北市 臺北市 新北市 桃園市 桃園縣 台中市 臺中市 台中縣 臺中縣 台南市 臺南市 台南縣 臺南縣 高雄市 高雄縣 基隆市 新竹市 新竹縣 苗栗縣 彰化縣 南投縣 雲林縣 嘉義市 嘉義縣 屏東縣 宜蘭縣 花蓮縣 台東縣 臺東縣 澎湖縣 金門縣 連江縣 台北縣 臺北縣 大安區 信義區 中正區 松山區 中山區 萬華區 文山區 士林區 北投區 內湖區 南港區 大同區 板橋區 三重區 中和區 永和區 新莊區 新店區 淡水區 中壢區 桃園區 " +
  "香港特別行政區 香港島 香港 九龍 新界 中西區 灣仔 灣仔區 東區 南區 油尖旺 油尖旺區 深水埗 深水埗區 九龍城 九龍城區 黃大仙 黃大仙區 觀塘 觀塘區 葵青 葵青區 荃灣 荃灣區 屯門 屯門區 元朗區 北區 大埔 大埔區 沙田 沙田區 西貢 西貢區 離島區 旺角 尖沙咀 銅鑼灣 北角 中環 " +
  "澳門特別行政區 澳門 氹仔 路環 廣東省 廣州市 上海市 北京市 浙江省 江蘇省 福建省 湖北省 湖南省 四川省 山東省 河南省 河北省 遼寧省 吉林省 黑龍江省 陝西省 甘肅省 雲南省 貴州省 廣西 海南省 重慶市 天津市 深圳市 杭州市 蘇州市 南京市 廈門市 福州市 成都市 武漢市 青島市 寧波市 東莞市";
