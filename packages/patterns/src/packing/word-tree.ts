import type { Unpacker } from "./unpacker.js";

/** Places deeper in a word are alike. */
const DEEPEST = 3;
/** Contexts by depth: whether a word ends, whether a longer one goes on, how many characters follow, which ones. */
const [ENDS, GOES_ON, FOLLOWERS, CHARACTER] = [10, 14, 18, 22];
/** Steps between characters are the larger the fewer they are; from so many on they are alike. */
const MANY = 6;

/** Words as a tree of the characters that follow each other, each told by its step in the alphabet from the one before. */
export function unpackWords({ bit, number }: Unpacker, characters: readonly string[]): string[] {
  const words: string[] = [];
  const follow = (head: string, depth: number): void => {
    if (depth > 0 && bit(ENDS + depth)) {
      words.push(head);
      if (!bit(GOES_ON + depth)) return;
    }
    const count = number(FOLLOWERS + depth) + (depth > 0 ? 1 : 0);
    let rank = -1;
    for (let index = 0; index < count; index++) {
      rank += number(CHARACTER + depth * (MANY + 1) + (index > 0 ? 0 : Math.min(count, MANY))) + 1;
      follow(head + characters[rank], Math.min(depth + 1, DEEPEST));
    }
  };
  follow("", 0);
  return words;
}
