import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import typescript from "typescript";

/** Lets a bench import the builders of the tests: Node 20 does not read TypeScript by itself. */
export async function load(url, context, next) {
  if (!url.endsWith(".ts")) return next(url, context);
  const options = { module: typescript.ModuleKind.ESNext, target: typescript.ScriptTarget.ES2022 };
  const { outputText } = typescript.transpileModule(readFileSync(fileURLToPath(url), "utf8"), {
    compilerOptions: options,
  });
  return { format: "module", source: outputText, shortCircuit: true };
}
