import { relative, resolve } from "node:path";
import { TuheiError } from "@tuhei/core";
import type { Input } from "./input.js";
import { type Source, slashed } from "./sources.js";
import { type WalkOptions, walk } from "./walk.js";

/** The files of all sources, in their order. A pattern that matches nothing is an input that was not found. */
export async function* listInputs(
  sources: readonly Source[],
  options: Omit<WalkOptions, "wants">,
): AsyncGenerator<Input> {
  for (const source of sources) {
    if (source.path === "-") yield { path: "-", relativePath: source.relativePath, bytes: 0, isStream: true };
    else if (source.glob !== undefined) yield* matching(source, source.glob, options);
    else if (source.isNamed || !options.ignores(source.path, false)) {
      yield* walk(source.path, source.relativePath, options);
    }
  }
}

async function* matching({ path: base }: Source, glob: string, options: WalkOptions): AsyncGenerator<Input> {
  const { default: picomatch } = await import("picomatch");
  // Hidden files are files: nothing is passed over.
  const matches = picomatch(slashed(relative(base, resolve(glob)) || glob), { dot: true });
  let isFound = false;
  const wants = (path: string) => matches(slashed(relative(base, path)));
  for (const input of walk(base, base, { ...options, wants })) {
    isFound = true;
    yield input;
  }
  if (!isFound)
    yield { path: glob, relativePath: glob, bytes: 0, error: new TuheiError("not-found", "matches nothing") };
}
