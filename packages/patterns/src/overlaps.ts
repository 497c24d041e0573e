import type { Match } from "./detector.js";

/**
 * At most one match for every character. The rule: the higher score wins, then the longer span, then the earlier start.
 * Sorted by place.
 */
export function withoutOverlaps(matches: readonly Match[]): Match[] {
  const sorted = [...matches].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: Match[] = [];
  for (let from = 0; from < sorted.length; ) {
    let [to, end] = [from + 1, sorted[from]!.span.end];
    for (; to < sorted.length && sorted[to]!.span.start < end; to++) end = Math.max(end, sorted[to]!.span.end);
    kept.push(...(to === from + 1 ? [sorted[from]!] : bestOf(sorted.slice(from, to))));
    from = to;
  }
  return kept;
}

/** Of matches that hang together. */
function bestOf(cluster: readonly Match[]): Match[] {
  const ranked = [...cluster].sort((a, b) => b.score - a.score || length(b) - length(a) || a.span.start - b.span.start);
  const kept: Match[] = [];
  for (const match of ranked) {
    if (kept.every(({ span }) => span.end <= match.span.start || match.span.end <= span.start)) kept.push(match);
  }
  return kept.sort((a, b) => a.span.start - b.span.start);
}

function length({ span }: Match): number {
  return span.end - span.start;
}
