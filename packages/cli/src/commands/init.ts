import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { findConfigs } from "../config/find-config.js";
import { initialConfig } from "../config/initial-config.js";
import { exitCodes } from "../exit-codes.js";
import { shownPath } from "../files.js";
import { UsageError } from "../usage-error.js";
import type { OwnCommand } from "./command.js";

/** What is written, in the working folder. */
const FILE = "tuhei.config.jsonc";

/** `tuhei init`: a configuration to begin with. */
export const initCommand: OwnCommand = {
  name: "init",
  positionals: "",
  build: (yargs, { examples }) => yargs.example("$0 init", examples.init),
  async run(_options, messages) {
    const { usage, init } = messages;
    const path = resolve(FILE);
    // A second one beside it would make every run fail, and one above it would no longer count.
    const [found] = await findConfigs(process.cwd());
    if (found !== undefined) throw new UsageError(usage.configExists(shownPath(found)));
    await writeFile(path, initialConfig(init.keys), { flag: "wx" }).catch((error) => {
      const problem = (error as NodeJS.ErrnoException).code === "EEXIST" ? usage.configExists : usage.configUnwritable;
      throw new UsageError(problem(FILE), { cause: error });
    });
    process.stdout.write(`${init.written(FILE)}\n`);
    return exitCodes.ok;
  },
};
