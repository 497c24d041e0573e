import { examine } from "../examine.js";
import { exitCodes } from "../exit-codes.js";
import type { OwnCommand } from "./command.js";

/** `tuhei doctor`: whether this machine has all that tuhei works with. */
export const doctorCommand: OwnCommand = {
  name: "doctor",
  positionals: "",
  build: (yargs, { examples }) => yargs.example("$0 doctor", examples.doctor),
  async run(_options, messages) {
    let isWhole = true;
    for await (const { part, state, detail } of examine()) {
      if (state === "missing") isWhole = false;
      const mark = { ok: "✓", missing: "✗", spare: "–" }[state];
      const advice = state === "ok" ? "" : `  ${messages.doctor.advice[part]}`;
      process.stdout.write(`${mark} ${messages.doctor.parts[part]}${detail && `  ${detail}`}${advice}\n`);
    }
    return isWhole ? exitCodes.ok : exitCodes.incomplete;
  },
};
