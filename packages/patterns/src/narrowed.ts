/** Where a match's value begins and how long it is: the group "before", "value" or both, where they meet; or all of it. */
export function narrowed({ 0: found, index, groups }: RegExpExecArray): readonly [from: number, length: number] {
  const before = groups?.before?.length;
  if (before !== undefined) return [index - before, before + (groups?.value?.length ?? 0)];
  if (groups?.value !== undefined) return [index + found.indexOf(groups.value), groups.value.length];
  return [index, found.length];
}
