import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const recipes = fileURLToPath(new URL("../../examples/recipes", import.meta.url));

/** The text of a recipe's file. */
export function recipeText(path: string): string {
  return readFileSync(join(recipes, path), "utf8");
}

/**
 * A recipe's module as Node runs it; one in TypeScript is checked and compiled first. It is run from the folder of the tests, whose
 * packages it uses: `examples` has none.
 */
// biome-ignore lint/suspicious/noExplicitAny: a recipe is plain JavaScript.
export async function recipe(path: string): Promise<any> {
  const copy = copyPath(path, "mjs");
  writeFileSync(copy, path.endsWith(".ts") ? compiled(path) : recipeText(path));
  try {
    return await import(/* @vite-ignore */ copy);
  } finally {
    rmSync(copy);
  }
}

function copyPath(path: string, extension: string): string {
  return fileURLToPath(new URL(`.${path.replaceAll("/", "-")}.${process.pid}.${extension}`, import.meta.url));
}

/** As the recipe tells its reader to set the compiler. */
const COMPILER: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  strict: true,
  skipLibCheck: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
};

/** @throws where the types are wrong */
function compiled(path: string): string {
  const copy = copyPath(path, "mts");
  writeFileSync(copy, recipeText(path));
  try {
    const program = ts.createProgram([copy], { ...COMPILER, types: ["node"] });
    const problems = ts.getPreEmitDiagnostics(program);
    if (problems.length > 0)
      throw new Error(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")).join("\n"));
    let code = "";
    program.emit(undefined, (_file, text) => {
      code = text;
    });
    return code;
  } finally {
    rmSync(copy);
  }
}
