import { type Chance, chanceOf } from "./chance.ts";
import { fillerOf, fillerPage } from "./filler.ts";
import { english, labelAbove, labelLeft, narrow, payment } from "./layouts/forms.ts";
import { html, markdown, separated, spaced, sql } from "./layouts/tables.ts";
import { accessLog, config, json, log, xml } from "./layouts/trees.ts";
import { type CorpusDocument, documentOf, say } from "./planted.ts";
import { chats } from "./prose/chats.ts";
import { papers } from "./prose/papers.ts";
import type { Template } from "./prose/parts.ts";
import { services } from "./prose/services.ts";
import { stories } from "./prose/stories.ts";

export type { CorpusDocument, Cue, Truth } from "./planted.ts";

type Maker = (c: Chance, name: string) => CorpusDocument;

/** What documents are made of, in the shares in which they come up. */
const MAKERS: readonly (readonly [share: number, make: Maker])[] = [
  [4, separated],
  [2, spaced],
  [2, markdown],
  [2, html],
  [2, sql],
  [3, json],
  [2, xml],
  [3, log],
  [1, accessLog],
  [2, config],
  [5, labelLeft],
  [2, labelAbove],
  [2, english],
  [2, narrow],
  [2, payment],
  [6, prose("chat", chats)],
  [9, prose("service", services)],
  [9, prose("paper", papers)],
  [8, prose("story", stories)],
  [8, (c, name) => documentOf(`${name}.txt`, "filler", fillerPage(c))],
];

const CHOICES = MAKERS.flatMap(([share, make]) => Array<Maker>(share).fill(make));

/** Seed 1 is for looking at, seed 2 is held back: its texts are never shown. */
export function corpusOf(seed: number, count: number): readonly CorpusDocument[] {
  return Array.from({ length: count }, (_, index) => {
    const c = chanceOf(seed * 1_000_003 + index);
    return c.pick(CHOICES)(c, `${seed}-${index}`);
  });
}

function prose(kind: string, templates: readonly Template[]): Maker {
  return (c, name) => {
    const text = c.pick(templates)(c);
    const before = c.oneIn(3) ? `${fillerOf(c)}\n\n` : "";
    const after = c.oneIn(3) ? `\n\n${fillerOf(c)}` : "";
    return documentOf(`${name}.txt`, kind, say`${before}${text}${after}`);
  };
}
