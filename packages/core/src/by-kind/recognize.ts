import { documentKinds } from "../kinds/index.js";
import { type DocumentKind, ENOUGH, type Profile } from "../kinds/kind.js";
import type { Page } from "../model/document.js";
import { type Box, boxAround } from "../model/geometry.js";
import { type Hit, hitsOf, worthOf } from "./cues.js";
import { type Piece, piecesOf } from "./pieces.js";

/** A document of a known kind on a page; several may lie on one picture. */
export interface PlacedKind {
  readonly kind: DocumentKind;
  /** Around what gave it away, page units. What belongs to no other document of the page belongs to it, too. */
  readonly box: Box;
  /** The pieces of text that are nearer to it than to any other document of the page. */
  readonly pieces: readonly Piece[];
}

/**
 * The documents of known kinds on a page, by the words printed on them and where these stand.
 *
 * @param profile what the user says of the page: then the likeliest kind of that family is taken, on the whole page where
 *   nothing speaks for any
 */
export function kindsOn(page: Page, profile: Profile = "auto"): PlacedKind[] {
  if (!page.size || page.window) return [];
  const pieces = piecesOf(page);
  const kinds = profile === "auto" ? documentKinds : documentKinds.filter((kind) => kind.profile === profile);
  const found: { readonly kind: DocumentKind; readonly box: Box }[] = [];
  let rest: readonly Piece[] = pieces;
  for (let best = likeliest(kinds, rest); best; best = likeliest(kinds, rest)) {
    found.push(...best.boxes.map((box) => ({ kind: best!.kind, box })));
    rest = rest.filter((piece) => !best!.boxes.some((box) => isIn(piece, box)));
  }
  if (found.length === 0 && profile !== "auto") found.push({ kind: asked(kinds, pieces), box: wholeOf(page.size) });
  return found.map((one) => ({ ...one, pieces: pieces.filter((piece) => nearest(piece, found) === one) }));
}

/** The document that a place of the page belongs to: the nearest. */
export function kindAt(place: Box, kinds: readonly PlacedKind[]): PlacedKind | undefined {
  return kinds.toSorted((a, b) => distance(place, a.box) - distance(place, b.box))[0];
}

interface Candidate {
  readonly kind: DocumentKind;
  readonly boxes: readonly Box[];
  readonly worth: number;
}

/** The kind that most speaks for, with the places of its documents. */
function likeliest(kinds: readonly DocumentKind[], pieces: readonly Piece[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const kind of kinds) {
    const hits = hitsOf(kind, pieces);
    if (worthOf(hits.filter(isFor)) < ENOUGH) continue;
    const clusters = clustersOf(hits.filter(isFor));
    const alone = clusters.flatMap((cluster) => documentsIn(kind, cluster, hits, pieces));
    const documents = alone.length > 0 ? alone : documentsIn(kind, hits.filter(isFor), hits, pieces);
    const worth = Math.max(...documents.map((document) => document.worth));
    if (documents.length > 0 && worth > (best?.worth ?? 0)) {
      best = { kind, worth, boxes: documents.map(({ box }) => box) };
    }
  }
  return best;
}

function isFor({ cue }: Hit): boolean {
  return cue.weight > 0;
}

/** Cues of one document stand nearer than this, in heights of their text, unless nothing stands nearer. */
const MAX_GAP = 8;

/** Hits that stand near one another. */
function clustersOf(hits: readonly Hit[]): Hit[][] {
  const clusters: Hit[][] = [];
  for (const hit of hits) {
    const near = clusters.filter((cluster) => cluster.some((other) => areNear(hit, other)));
    for (const cluster of near) clusters.splice(clusters.indexOf(cluster), 1);
    clusters.push([...near.flat(), hit]);
  }
  return clusters;
}

function areNear(a: Hit, b: Hit): boolean {
  const [one, other] = [a.piece.box(), b.piece.box()];
  if (!one || !other) return true;
  return gapBetween(one, other) <= MAX_GAP * Math.max(lineHeight(one), lineHeight(other));
}

/** A line that was turned is as high as its box is wide. */
function lineHeight({ width, height }: Box): number {
  return Math.min(width, height);
}

function gapBetween(a: Box, b: Box): number {
  const across = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
  const down = Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height);
  return Math.max(across, down, 0);
}

/** The documents in a cluster of cues: one, or one for each cue that is printed once on every document. */
function documentsIn(
  kind: DocumentKind,
  cluster: readonly Hit[],
  hits: readonly Hit[],
  pieces: readonly Piece[],
): { readonly box: Box; readonly worth: number }[] {
  return partedByUnique(cluster).flatMap((own) => {
    const box = boxOf(own);
    if (!box) return [];
    const inside = pieces.filter((piece) => isIn(piece, box));
    const beside = grown(box, NEXT_LINE * Math.min(...own.map(({ piece }) => lineHeight(piece.box() ?? box))));
    const against = hits.filter(({ cue, piece }) => cue.weight < 0 && isIn(piece, beside));
    const worth = worthOf([...own, ...against]);
    return worth >= ENOUGH && inside.length <= kind.maxPieces ? [{ box, worth }] : [];
  });
}

/** What speaks against a kind may stand in the next line, in heights of the lowest. */
const NEXT_LINE = 2;

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function partedByUnique(cluster: readonly Hit[]): readonly (readonly Hit[])[] {
  const unique = cluster.filter(({ cue }) => cue.isOnce);
  const first = unique.filter(({ cue }) => cue === unique[0]!.cue);
  if (first.length < 2) return [cluster];
  const seeds = first.flatMap(({ piece }) => piece.box() ?? []);
  const groups = seeds.map((seed) => cluster.filter((hit) => nearestTo(hit.piece.box(), seeds) === seed));
  return groups.every((group) => worthOf(group) >= ENOUGH) ? groups : [cluster];
}

function nearestTo(box: Box | undefined, places: readonly Box[]): Box | undefined {
  if (!box) return undefined;
  return places.toSorted((a, b) => distance(box, a) - distance(box, b))[0];
}

function boxOf(hits: readonly Hit[]): Box | undefined {
  const boxes = hits.flatMap(({ piece }) => piece.box() ?? []);
  return boxes.length > 0 ? boxAround(boxes.flatMap(cornersOf)) : undefined;
}

function cornersOf({ x, y, width, height }: Box) {
  return [
    { x, y },
    { x: x + width, y: y + height },
  ];
}

/** Whether the middle of a piece lies in a box. */
function isIn(piece: Piece, box: Box): boolean {
  const own = piece.box();
  if (!own) return false;
  const [x, y] = [own.x + own.width / 2, own.y + own.height / 2];
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

function nearest<T extends { readonly box: Box }>(piece: Piece, documents: readonly T[]): T | undefined {
  const own = piece.box();
  if (documents.length < 2 || !own) return documents[0];
  return documents.toSorted((a, b) => distance(own, a.box) - distance(own, b.box))[0];
}

/** How far the middle of one box is from another one. */
function distance(from: Box, to: Box): number {
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  return Math.hypot(Math.max(to.x - x, 0, x - to.x - to.width), Math.max(to.y - y, 0, y - to.y - to.height));
}

/** The kind of a family that most speaks for; its first where nothing does. */
function asked(kinds: readonly DocumentKind[], pieces: readonly Piece[]): DocumentKind {
  const worth = new Map(kinds.map((kind) => [kind, worthOf(hitsOf(kind, pieces))]));
  return kinds.toSorted((a, b) => worth.get(b)! - worth.get(a)!)[0]!;
}

function wholeOf({ width, height }: NonNullable<Page["size"]>): Box {
  return { x: 0, y: 0, width, height };
}
