import { WordReader } from "../dist/packing/word-reader.js";

/**
 * Writes what `src/packing/word-reader.ts` reads: the reader itself runs, and is told the answers that it asks for, so that both
 * expect the same. Needs the built package.
 *
 * @param {readonly string[]} alphabet characters in order
 */
export function wordWriter(alphabet, weights) {
  const ranks = new Map(alphabet.map((character, rank) => [character, rank]));
  const units = alphabet.map((character) => character.charCodeAt(0));
  const reader = new WordReader(units, weights);

  /** @returns {readonly string[]} the words in the order in which they are read */
  const write = ({ number, chance }, words, contextOf) => {
    const answers = answersFor([...new Set(words)], ranks);
    const answer = () => answers.next().value;
    const source = {
      number: (context) => told(answer(), (value) => number(context, value)),
      chance: (probability) => told(answer(), (value) => chance(probability, value)),
    };
    const written = [];
    reader.read(source, contextOf)(
      "",
      (head, unit) => head + String.fromCharCode(unit),
      (word) => written.push(word),
    );
    return written;
  };
  return write;
}

function told(value, write) {
  write(value);
  return value;
}

/** How many words there are; at each character whether one ends, and how many go on in the first half of the alphabet, by halving. */
function* answersFor(words, ranks) {
  const bits = Math.ceil(Math.log2(ranks.size));
  function* follow(tails, length) {
    if (length > 0) yield tails.includes("");
    yield* part(tails.filter(Boolean), length, bits);
  }
  function* part(tails, length, bit) {
    if (tails.length === 0) return;
    if (bit === 0) {
      yield* follow(
        tails.map((tail) => tail.slice(1)),
        length + 1,
      );
      return;
    }
    const isSecond = (tail) => ((ranks.get(tail[0]) >> (bit - 1)) & 1) === 1;
    const [first, second] = [tails.filter((tail) => !isSecond(tail)), tails.filter(isSecond)];
    const place = ranks.get(tails[0][0]) >> bit;
    if ((place * 2 + 1) << (bit - 1) < ranks.size) yield* counted(first.length, tails.length);
    yield* part(first, length, bit - 1);
    yield* part(second, length, bit - 1);
  }
  yield words.length;
  yield* follow(words, 0);
}

function* counted(count, most) {
  if (most === 1) {
    yield count === 1;
    return;
  }
  let [low, high] = [0, most];
  while (low < high) {
    const middle = (low + high) >> 1;
    yield count <= middle;
    if (count <= middle) high = middle;
    else low = middle + 1;
  }
}
