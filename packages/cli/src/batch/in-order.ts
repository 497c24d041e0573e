/**
 * Runs `work` over items, up to `most` at a time, and yields what it makes in the order of the items. Whoever stops asking
 * stops the work: nothing new is begun.
 */
export async function* inOrder<Item, Made>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Made>,
): AsyncGenerator<Made> {
  const made: (Promise<Made> | undefined)[] = [];
  let [begun, isStopped] = [0, false];
  // A chain of work begins its next item when it is done with one, wherever the reader is.
  const begin = (): void => {
    if (isStopped || begun >= items.length) return;
    const index = begun++;
    const making = work(items[index]!);
    made[index] = making;
    making.then(begin, () => undefined);
  };
  for (let chain = 0; chain < most; chain++) begin();
  try {
    for (let index = 0; index < items.length; index++) {
      yield await made[index]!;
      made[index] = undefined;
    }
  } finally {
    isStopped = true;
  }
}
