import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const ENTRY = "tuhei-entry";

/** One minified file for a browser, made of a module's source and what it imports; nothing of Node is at hand. */
export async function bundle(source: string, format: "esm" | "iife" = "esm"): Promise<string> {
  const { output } = await build({
    input: ENTRY,
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    platform: "browser",
    write: false,
    logLevel: "silent",
    output: { format, name: "patterns", minify: true, comments: false, codeSplitting: false },
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === ENTRY ? fileURLToPath(new URL(ENTRY, import.meta.url)) : undefined),
        load: (id) => (id.endsWith(ENTRY) ? source : undefined),
      },
    ],
  });
  if (output.length !== 1) throw new Error(`the bundle is ${output.length} files`);
  return output[0].code;
}
