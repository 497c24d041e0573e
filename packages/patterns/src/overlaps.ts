import type { Match, Span } from "./detector.js";

/**
 * At most one match for every character. The rule: the higher score wins, then the longer span, then the earlier start; a
 * match that loses to other types keeps what they do not cover, so that no value is left in part. (Of one type, it is
 * another reading of the same value.) Sorted by place.
 *
 * @param text what the spans index
 */
export function withoutOverlaps(matches: readonly Match[], text: string): Match[] {
  const sorted = [...matches].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: Match[] = [];
  for (let from = 0; from < sorted.length; ) {
    let [to, end] = [from + 1, sorted[from]!.span.end];
    for (; to < sorted.length && sorted[to]!.span.start < end; to++) end = Math.max(end, sorted[to]!.span.end);
    if (to === from + 1) kept.push(sorted[from]!);
    else for (const match of bestOf(sorted.slice(from, to), text)) kept.push(match);
    from = to;
  }
  return kept;
}

/** Of matches that hang together. */
function bestOf(cluster: readonly Match[], text: string): Match[] {
  const ranked = [...cluster].sort((a, b) => b.score - a.score || length(b) - length(a) || a.span.start - b.span.start);
  const kept: Match[] = [];
  for (const match of ranked) {
    const better = kept.filter(({ span }) => span.start < match.span.end && match.span.start < span.end);
    if (better.length === 0) kept.push(match);
    else if (better.every(({ entityType }) => entityType !== match.entityType))
      for (const rest of uncovered(match.span, better))
        for (const span of trimmed(rest, text)) kept.push({ ...match, span });
  }
  return kept.sort((a, b) => a.span.start - b.span.start);
}

function length({ span }: Match): number {
  return span.end - span.start;
}

/** The parts of a span that no match covers. */
function uncovered(span: Span, matches: readonly Match[]): Span[] {
  let parts: Span[] = [span];
  for (const { span: other } of matches) {
    parts = parts.flatMap(({ start, end }) => {
      if (other.end <= start || end <= other.start) return [{ start, end }];
      return [
        { start, end: other.start },
        { start: other.end, end },
      ].filter((part) => part.start < part.end);
    });
  }
  return parts;
}

/** A part without the spaces and signs at its ends; nothing where it holds nothing else. */
function trimmed({ start, end }: Span, text: string): Span[] {
  const part = text.slice(start, end);
  const lead = /^[^\p{L}\p{N}]*/u.exec(part)![0].length;
  const trail = /[^\p{L}\p{N}]*$/u.exec(part.slice(lead))![0].length;
  return lead === part.length ? [] : [{ start: start + lead, end: end - trail }];
}
