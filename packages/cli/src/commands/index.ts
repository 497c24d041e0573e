import type { Command } from "./command.js";
import { redactCommand } from "./redact.js";
import { scanCommand } from "./scan.js";
import { verifyCommand } from "./verify.js";

/** THE TABLE of commands, alphabetical. */
export const commands: readonly Command[] = [redactCommand, scanCommand, verifyCommand];
