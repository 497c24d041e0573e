#!/usr/bin/env node
/**
 * Writes facts/card-prefixes.txt from a downloaded list of card patterns; the same source gives the same bytes. Then run
 * pack-tables.mjs.
 *
 *   npm pack bankcardinfo && tar xzf bankcardinfo-*.tgz
 *   node packages/patterns/scripts/refresh-card-prefixes.mjs 2026-11 package/index.js
 *
 * Source: npm bankcardinfo (ISC). Only facts are taken: prefix, number of digits, kind of card.
 */
import { readFileSync } from "node:fs";
import { writeFacts } from "./facts.mjs";

const [month, source] = process.argv.slice(2);
if (!/^\d{4}-\d\d$/.test(month ?? "") || source === undefined) {
  throw new Error("Expected the month of reading (2026-11) and the path of a source");
}

/** A shorter prefix says too little: one of 16 digits in a hundred thousand passes it and Luhn by chance. */
const LEAST_PREFIX = 5;
/** ISO/IEC 7812-1, 4.1: at most 19 digits. */
const MOST_DIGITS = 19;
const KINDS = { DC: "debit", CC: "credit", SCC: "semi-credit", PC: "prepaid" };

const groups = new Map();
const rule = /reg: \/\^\(?([\d|]+)\)?\\d\{(\d+)\}\$\/g,\s*cardType: "(\w+)"/g;
const text = readFileSync(source, "utf8");
const rules = [...text.matchAll(rule)];
const written = text.match(/reg: \//g)?.length ?? 0;
if (rules.length !== written) throw new Error(`Expected ${written} patterns to be read but read ${rules.length}`);
for (const [, prefixes, rest, type] of rules) {
  for (const prefix of prefixes.split("|")) {
    const digits = prefix.length + Number(rest);
    if (prefix.length < LEAST_PREFIX || digits > MOST_DIGITS) continue;
    const key = `${KINDS[type]} ${digits}`;
    groups.set(key, new Set([...(groups.get(key) ?? []), prefix]));
  }
}

const total = [...groups.values()].reduce((sum, { size }) => sum + size, 0);
writeFacts(
  "card-prefixes",
  `Prefixes of cards issued in China by kind of card (JR/T 0008-2000) and number of digits: ${total}. Written by
scripts/refresh-card-prefixes.mjs, ${month}, from npm bankcardinfo (ISC). The list is of 2016 and never complete: it confirms,
and rejects nothing. To refresh, run the script over a current list.`,
  [...groups].sort().map(([group, prefixes]) => `${group}: ${[...prefixes].sort().join(" ")}`),
);
process.stdout.write(`${total} prefixes\n`);
