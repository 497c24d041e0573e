import { type EntityType, entityTypes } from "@tuhei/patterns";

/** Whether a word names an entity type. Those of the user's own are checked against the configuration later. */
export function isEntityType(word: string): word is EntityType {
  return (entityTypes as readonly string[]).includes(word) || word.startsWith("custom-");
}
