import { unitAt } from "../unit-at.js";
/** Chinese characters from an index on, at most so many. */
export function hanAfter(text: string, start: number, most: number): number {
  let count = 0;
  while (count < most && isHan(unitAt(text, start + count))) count++;
  return count;
}

/** Chinese characters before an index, at most so many. */
export function hanBefore(text: string, end: number, most: number): number {
  let count = 0;
  while (count < most && isHan(unitAt(text, end - count - 1))) count++;
  return count;
}

/** CJK Unified Ideographs with Extension A, and 〇. */
export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3007;
}
