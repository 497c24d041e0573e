/** Two UTF-16 units as a number below 65,536. */
export function pairHash(first: number, second: number): number {
  return (first * 31 + second) & 0xffff;
}

/** Takes a value up that stands for a word: by the hash of its first two units, `places` tells its list in `lists`, from 1 on. */
export function pushByPair<Value>(lists: Value[][], places: Uint16Array, word: string, value: Value): void {
  const hash = pairHash(word.charCodeAt(0), word.charCodeAt(1));
  if (places[hash] === 0) places[hash] = lists.push([]);
  lists[places[hash]! - 1]!.push(value);
}
