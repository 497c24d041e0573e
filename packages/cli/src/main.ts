import { exitCodes } from "./exit-codes.js";
import { version } from "./version.js";

/** Runs the command line and resolves to the exit code. Whoever asks for the version alone waits for nothing else. */
export async function main(args: readonly string[]): Promise<number> {
  if (args.length === 1 && args[0] === "--version") {
    process.stdout.write(`${version()}\n`);
    return exitCodes.ok;
  }
  const { runCommandLine } = await import("./command-line.js");
  return runCommandLine(args);
}
