import { baselineCommand } from "./baseline.js";
import type { Command } from "./command.js";
import { doctorCommand } from "./doctor.js";
import { initCommand } from "./init.js";
import { redactCommand } from "./redact.js";
import { rulesCommand } from "./rules.js";
import { scanCommand } from "./scan.js";
import { verifyCommand } from "./verify.js";

/** THE TABLE of commands, alphabetical. */
export const commands: readonly Command[] = [
  baselineCommand,
  doctorCommand,
  initCommand,
  redactCommand,
  rulesCommand,
  scanCommand,
  verifyCommand,
];
