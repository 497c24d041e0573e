import type { CommandOptions } from "../commands/command.js";
import type { Messages } from "../messages/index.js";
import { createBar } from "./bar.js";
import { createJsonEvents } from "./json-events.js";
import { createLines } from "./lines.js";
import type { Progress, ProgressOptions } from "./progress.js";

/** How progress may be told; "auto" is a bar on a terminal and lines elsewhere. */
export const progressKinds = ["auto", "bar", "json", "lines", "none"] as const;

const SILENT: Progress = {
  begin: () => undefined,
  page: () => undefined,
  end: () => undefined,
  clear: () => undefined,
};

/** Progress as the user asked for it. `--quiet` silences what "auto" would tell. */
export function createProgress(
  { progress, quiet }: CommandOptions,
  messages: Messages,
  options: ProgressOptions,
): Progress {
  switch (progress as (typeof progressKinds)[number]) {
    case "bar":
      return createBar(options);
    case "json":
      return createJsonEvents(options);
    case "lines":
      return createLines(options, messages);
    case "none":
      return SILENT;
    case "auto":
      if (quiet) return SILENT;
      // A terminal that is "dumb" moves no cursor.
      return options.stream.isTTY === true && process.env.TERM !== "dumb"
        ? createBar(options)
        : createLines(options, messages);
  }
}
