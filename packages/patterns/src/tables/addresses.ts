/** Characters that close a unit of a Chinese postal address, from province to room (GB/T 23705-2009, 数字城市地理信息公共平台 地名/地址编码规则). */
export const ADDRESS_UNITS = "省市区县旗镇乡村屯路街道巷弄号室栋幢楼层座园苑庄里區縣鎮鄉號樓棟層";
