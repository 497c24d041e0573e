import { basename } from "node:path";
import { withoutComments } from "./jsonc.js";

/** A text that is not what its name says. Never quotes it: it may hold the key of an allow-list. */
export class ConfigSyntaxError extends Error {
  /** Line from 1, where it is known. */
  readonly line: number | undefined;

  constructor(line: number | undefined) {
    super(line === undefined ? "syntax" : `syntax, line ${line}`);
    this.line = line;
  }
}

/**
 * What a configuration file says, unchecked. Data only: nothing in it is run.
 *
 * @throws {ConfigSyntaxError}
 */
export async function parseConfig(path: string, text: string): Promise<unknown> {
  const name = basename(path);
  if (name.endsWith(".yaml") || name.endsWith(".yml")) return parseYaml(text);
  const value = parseJson(name.endsWith(".jsonc") ? withoutComments(text) : text);
  return name === "package.json" ? (value as { tuhei?: unknown }).tuhei : value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    throw new ConfigSyntaxError(
      position === undefined ? undefined : text.slice(0, Number(position)).split("\n").length,
    );
  }
}

async function parseYaml(text: string): Promise<unknown> {
  const { parseDocument } = await import("yaml");
  const document = parseDocument(text, { schema: "core", prettyErrors: true });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) throw new ConfigSyntaxError(problem.linePos?.[0].line);
  try {
    return document.toJS();
  } catch (error) {
    // More aliases than any honest file has.
    if (error instanceof ReferenceError) throw new ConfigSyntaxError(undefined);
    throw error;
  }
}
