import { isKeyOf } from "./is-key-of.js";
import { type Titled, titleOf } from "./titles.js";

/** What a name stands next to, in a reason. */
const NEXT_TO = "next to ";

/** Why something was found, in the user's language; reports for machines show the reason as it is. */
export function shownReason(reason: string, titled: Titled): string {
  const { messages } = titled;
  return reason
    .split(", ")
    .map((word) => shownWord(word, titled))
    .join(messages.legal.comma);
}

function shownWord(word: string, titled: Titled): string {
  const { reasons, kinds } = titled.messages;
  if (word.startsWith(NEXT_TO)) return reasons.nextTo(titleOf(word.slice(NEXT_TO.length), titled));
  // What a barcode is, and words of the user's own, are the same in every language.
  return isKeyOf(reasons.words, word) ? reasons.words[word] : isKeyOf(kinds, word) ? kinds[word] : word;
}
