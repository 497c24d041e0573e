import { placeAt } from "../places.js";
import { wordsOf } from "../tables/word-lists.js";
import { wordTable } from "../word-table.js";

const traditional = wordTable(() => wordsOf("traditionalPlaces"));

/** A name of a province, prefecture or county at an index of a text. */
export interface PlaceName {
  readonly end: number;
  /** Without its unit: 杭州. It may be part of another name: 和平路. */
  readonly isShort: boolean;
}

/** The name of a place that starts at an index, simplified or traditional. */
export function placeNameAt(text: string, at: number): PlaceName | undefined {
  const length = traditional.lengthAt(text, at);
  const place = placeAt(text, at);
  if (place && place.end >= at + length) return place;
  return length > 0 ? { end: at + length, isShort: !/[省市區縣]$/.test(text.slice(at, at + length)) } : undefined;
}
