import { type EntityType, entityTypes } from "@tuhei/patterns";
import type { Messages } from "./messages/index.js";
import { nearest } from "./suggest.js";
import { UsageError } from "./usage-error.js";

/** Whether a word names an entity type. Those of the user's own are checked against the configuration later. */
export function isEntityType(word: string): word is EntityType {
  return (entityTypes as readonly string[]).includes(word) || word.startsWith("custom-");
}

/** What to say of words that name no entity type, with what the first of them was probably meant to be. */
export function unknownTypes(
  words: readonly string[],
  usage: Messages["usage"],
  known: readonly string[] = entityTypes,
): UsageError {
  const meant = nearest(words[0] ?? "", known);
  const message = usage.unknownTypes(words.join(", "));
  return new UsageError(meant === undefined ? message : `${message}\n${usage.didYouMean(meant)}`);
}
