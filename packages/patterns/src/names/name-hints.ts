import { lazily } from "../lazily.js";
import { wordsOf } from "../tables/word-lists.js";
import { mark } from "../unit-table.js";
import { likelyCompounds, likelySurnames } from "./name-score.js";

/** What a UTF-16 unit may begin; bits. */
export const hint = {
  /** A cue of one character. */
  single: 1,
  /** A cue of several. */
  word: 2,
  /** The colon of a form behind it is one. */
  role: 4,
  /** A name by itself: with a surname of one character, of two, a Tibetan one. */
  surname: 8,
  compound: 16,
  tibetan: 32,
} as const;

/** Characters that are cues by themselves. */
const SINGLE_CUES = "男女年某岁歲您·•・．‧";
/** What words for people and their signatures end in: 被传唤人, 审核者, 承办人签章, 制单. Before a colon a name follows. */
export const ROLE_ENDS = "人者员師师长長官士名字章办辦核单單批管任理警";

/** The bits of {@link hint} by UTF-16 unit: one look at a unit tells that almost none begins anything. */
export const nameHints = lazily(() => {
  const hints = new Uint8Array(1 << 16);
  mark(hints, SINGLE_CUES, hint.single);
  mark(hints, [...wordsOf("cuesBefore"), ...wordsOf("cuesBehind")], hint.word);
  mark(hints, ROLE_ENDS, hint.role);
  mark(hints, likelySurnames(), hint.surname);
  mark(hints, likelyCompounds(), hint.compound);
  mark(hints, wordsOf("tibetanWords"), hint.tibetan);
  return hints;
});
