import { type Chance, chanceOf } from "../chance.ts";
import { type CorpusDocument, documentOf } from "../planted.ts";
import type { Template } from "../prose/parts.ts";
import { lists } from "./lists.ts";
import { messages } from "./messages.ts";
import { notices } from "./notices.ts";
import { papers } from "./papers.ts";

const KINDS: readonly (readonly [kind: string, templates: readonly Template[]])[] = [
  ["message", messages],
  ["list", lists],
  ["paper", papers],
  ["notice", notices],
];
const ALL = KINDS.flatMap(([kind, templates]) =>
  templates.map((template, index) => [`${kind} ${index}`, template] as const),
);

/** How many shapes of documents there are. */
export const SHAPES = ALL.length;

/**
 * Documents as people in China send them, every shape so many times: written down from forms and messages, not from what the
 * detectors know. The first seed is for looking at.
 */
export function sentDocumentsOf(seed: number, times: number): readonly CorpusDocument[] {
  return Array.from({ length: times }, (_, turn) =>
    ALL.map(([kind, template], index) => {
      const c: Chance = chanceOf(seed * 1_000_003 + turn * ALL.length + index);
      return documentOf(`sent-${seed}-${turn}-${index}.txt`, kind, template(c));
    }),
  ).flat();
}
