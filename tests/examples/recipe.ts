import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const recipes = fileURLToPath(new URL("../../examples/recipes", import.meta.url));

/** The text of a recipe's file. */
export function recipeText(path: string): string {
  return readFileSync(join(recipes, path), "utf8");
}

/**
 * A recipe's module as Node runs it. It is run from the folder of the tests, whose packages it uses: `examples` has none.
 */
// biome-ignore lint/suspicious/noExplicitAny: a recipe is plain JavaScript.
export async function recipe(path: string): Promise<any> {
  const copy = fileURLToPath(new URL(`.${path.replaceAll("/", "-")}.${process.pid}.mjs`, import.meta.url));
  writeFileSync(copy, recipeText(path));
  try {
    return await import(/* @vite-ignore */ copy);
  } finally {
    rmSync(copy);
  }
}
