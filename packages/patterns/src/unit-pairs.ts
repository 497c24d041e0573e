/** Two UTF-16 units as a number below 65,536. */
export function pairHash(first: number, second: number): number {
  return (first * 31 + second) & 0xffff;
}
