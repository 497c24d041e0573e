import { promisedFormat } from "@tuhei/core";
import type { Input } from "../inputs/input.js";
import { isForThisProcess } from "./jobs.js";

/** What a message between processes costs as much as. */
const GROUP_FILES = 64;
const GROUP_BYTES = 256 * 1024;
/** Groups a process gets at least, so that all of them end at about the same time. */
const GROUPS_PER_JOB = 8;

/**
 * The inputs in their order, in groups that one message takes to a process: a message costs as much as a small text, and
 * what crashes engines stays alone. Where one of a group breaks the process, the rest is worked on one by one.
 */
export function groupsOf(inputs: readonly Input[], jobs: number): Input[][] {
  const most = Math.min(GROUP_FILES, Math.floor(inputs.length / (jobs * GROUPS_PER_JOB)));
  const groups: Input[][] = [];
  let [open, bytes] = [false, 0];
  for (const input of inputs) {
    const isSmall = input.bytes <= GROUP_BYTES && !isForThisProcess(input) && promisedFormat(input.path) === undefined;
    const last = groups.at(-1);
    if (last && open && isSmall && last.length < most && bytes + input.bytes <= GROUP_BYTES) {
      last.push(input);
      bytes += input.bytes;
      continue;
    }
    groups.push([input]);
    [open, bytes] = [isSmall, input.bytes];
  }
  return groups;
}
