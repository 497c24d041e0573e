/** The UTF-16 unit at an index, 0 outside of the text: where `charCodeAt` says NaN, engines drop what they have compiled. */
export function unitAt(text: string, index: number): number {
  return index >= 0 && index < text.length ? text.charCodeAt(index) : 0;
}
