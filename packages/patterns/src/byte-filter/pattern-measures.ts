import { choice, type PatternTree, sequence } from "./pattern-tree.js";

type Look = Extract<PatternTree, { kind: "look" }>;

/** A pattern without some of its looks: it matches more. Without any unless told which. */
export function withoutLooks(tree: PatternTree, isLeftOut: (look: Look) => boolean = () => true): PatternTree {
  const inner = (part: PatternTree) => withoutLooks(part, isLeftOut);
  if (tree.kind === "look") return isLeftOut(tree) ? sequence([]) : tree;
  if (tree.kind === "sequence") return sequence(tree.parts.map(inner));
  if (tree.kind === "choice") return choice(tree.parts.map(inner));
  return tree.kind === "repeat" || tree.kind === "again" ? { ...tree, part: inner(tree.part) } : tree;
}

/** The longest match, with what is looked at behind it. */
export function longestOf(tree: PatternTree): number {
  return measured(tree, () => 1).most;
}

/** How many digits a match has. */
export function digitsIn(tree: PatternTree): { readonly least: number; readonly most: number } {
  return measured(tree, (set) => set[ZERO]!);
}

const ZERO = 48;

function measured(tree: PatternTree, sizeOf: (set: Uint8Array) => number): { least: number; most: number } {
  switch (tree.kind) {
    case "set": {
      const size = sizeOf(tree.set);
      return { least: size, most: size };
    }
    case "sequence": {
      const all = tree.parts.map((part) => measured(part, sizeOf));
      return { least: sum(all.map(({ least }) => least)), most: sum(all.map(({ most }) => most)) };
    }
    case "choice": {
      const all = tree.parts.map((part) => measured(part, sizeOf));
      return { least: Math.min(...all.map(({ least }) => least)), most: Math.max(...all.map(({ most }) => most)) };
    }
    case "repeat": {
      const { least, most } = measured(tree.part, sizeOf);
      return { least: least * tree.least, most: most === 0 ? 0 : most * tree.most };
    }
    case "look":
      return { least: 0, most: tree.isAhead ? measured(tree.part, sizeOf).most : 0 };
    case "again":
      return measured(tree.part, sizeOf);
    default:
      return { least: 0, most: 0 };
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
