import { dirname, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { optionalPackages } from "@tuhei/core";

/**
 * The command that adds the packages of a part to the tuhei that is running: to its project, to all of this machine's where it was
 * installed globally, or, where npx keeps it for the one run, the same run with them.
 *
 * @param at the file of tuhei's package that runs
 * @param folder where the user is
 */
export function howToAdd(
  part: keyof typeof optionalPackages,
  at = fileURLToPath(import.meta.url),
  folder = process.cwd(),
): string {
  const packages = optionalPackages[part];
  // Nothing needs a script, and that of onnxruntime-node fetches files for graphics cards, of hundreds of MB, on Linux.
  if (at.includes(`${sep}_npx${sep}`))
    return `npx --ignore-scripts ${["tuhei", ...packages].map((name) => `-p ${name}`).join(" ")} tuhei`;
  const isGlobal = !isInProjectOf(folder, at);
  return ["npm install --ignore-scripts", ...(isGlobal ? ["--global"] : []), ...packages].join(" ");
}

/** Whether a folder is in the project into whose node_modules a file was installed; a file outside of any is of a project, too. */
function isInProjectOf(folder: string, at: string): boolean {
  const [before, inside] = at.split(`${sep}node_modules${sep}`);
  return inside === undefined || [folder, ...ancestorsOf(folder)].includes(before!);
}

function ancestorsOf(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [] : [parent, ...ancestorsOf(parent)];
}
