/**
 * Words of Chinese postal addresses, written down for tuhei after GB/T 23705-2009 (数字城市地理信息公共平台 地名/地址编码规则, 5.2) and
 * the way people write them.
 */

/** Characters that close a unit of an address, from province to room. */
export const ADDRESS_UNITS = "省市州盟区县旗镇乡村屯路街道巷弄号室栋幢楼层座园苑庄里區縣鎮鄉號樓棟層";

/** Words before an address that say that somebody lives there or gets something there. */
export const dwellingWords =
  /(?:住|住在|住址|住于|居|居于|地址[是为]?|[寄送发搬递][到往至回给]|住址[是为]?|现住|坐落[于在]?|租住|租赁|名下|户籍[在地]?)[：: ]?$/;
