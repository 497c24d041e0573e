import { lazily } from "../lazily.js";
import { wordsOf } from "../tables/word-lists.js";
import { mark } from "../unit-table.js";
import { likelyCompounds, likelySurnames } from "./name-score.js";

/** What a UTF-16 unit may begin, as bits: a cue of one character, of several; a role, of which the colon behind it is one. */
export const CUE = 1;
export const CUE_WORD = 2;
export const ROLE = 4;
/** A name by itself: with a surname of one character, of two, a Tibetan one. */
export const SURNAME = 8;
export const COMPOUND = 16;
export const TIBETAN = 32;

/** Characters that are cues by themselves. */
const SINGLE_CUES = "男女年某岁歲您·•・．‧";
/** What words for people and their signatures end in: 被传唤人, 审核者, 承办人签章, 制单. Before a colon a name follows. */
export const ROLE_ENDS = "人者员師师长長官士名字章办辦核单單批管任理警";

/** The bits of {@link CUE} and the like by UTF-16 unit: one look at a unit tells that almost none begins anything. */
export const nameHints = lazily(() => {
  const hints = new Uint8Array(1 << 16);
  mark(hints, SINGLE_CUES, CUE);
  mark(hints, [...wordsOf("cuesBefore"), ...wordsOf("cuesBehind")], CUE_WORD);
  mark(hints, ROLE_ENDS, ROLE);
  mark(hints, likelySurnames(), SURNAME);
  mark(hints, likelyCompounds(), COMPOUND);
  mark(hints, wordsOf("tibetanWords"), TIBETAN);
  return hints;
});
