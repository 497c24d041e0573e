import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createServices, type FaceChoice } from "@tuhei/core";
import { legalClassOf } from "@tuhei/patterns";
import { openBaseline } from "./baseline/open-baseline.js";
import type { CommandOptions } from "./commands/command.js";
import type { Settings } from "./config/settings.js";
import type { Messages } from "./messages/index.js";
import { findingsNeeded, outputsOf } from "./report-outputs.js";
import type { RunPlan } from "./run-plan.js";
import type { Session } from "./session.js";
import { UsageError } from "./usage-error.js";

/** Where a baseline is made when nothing else is said. */
const BASELINE = "tuhei.baseline";

/**
 * What the files of a run are worked on with, in one process. Engines are loaded at first use; close `services`.
 *
 * `threads`: see `ServiceOptions`.
 *
 * @throws {UsageError} where the password file or the baseline cannot be read
 */
export async function createSession(
  options: CommandOptions,
  messages: Messages,
  settings: Settings,
  { baseline: use, outputOf, threads }: Pick<RunPlan, "baseline" | "outputOf"> & { readonly threads?: number },
): Promise<Session> {
  const services = createServices({
    ocr: options.ocr as "auto" | "paddle" | "tesseract" | "none",
    faces: options.faces as FaceChoice,
    ...(threads !== undefined && { threads }),
    ownsProcess: true,
  });
  const password = await passwordFrom(options.passwordFile as string | undefined, messages);
  const path = settings.baseline ?? (use === "apply" ? undefined : resolve(BASELINE));
  const baseline = use && path !== undefined ? await openBaseline(path, use, messages) : undefined;
  // A run that is taken up again may have other reports.
  const isTakenUp = outputOf !== undefined;
  const { atOnce, besideJson } = findingsNeeded(outputsOf(options, messages), !isTakenUp);
  const encoding = options.encoding as string | undefined;
  return {
    messages,
    services,
    open: { services, ...(password !== undefined && { password }), ...(encoding !== undefined && { encoding }) },
    scan: settings.general,
    settings,
    inlineIgnores: use !== undefined && settings.inlineIgnores,
    looksForFaces: options.faces !== "keep",
    showValues: options.showValues as boolean,
    mostListed: isTakenUp ? Number.POSITIVE_INFINITY : atOnce,
    ...(besideJson !== undefined && { besideJson }),
    ...(baseline && { baseline }),
    legal: { today: dayOf(new Date()), classOf: (type) => legalClassOf(type, settings.detectors) },
    onPage: () => undefined,
  };
}

/** `YYYYMMDD` on the user's clock. */
function dayOf(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${date.getFullYear()}${month}${day}`;
}

async function passwordFrom(path: string | undefined, { usage }: Messages): Promise<string | undefined> {
  if (path === undefined) return undefined;
  try {
    return (await readFile(path, "utf8")).replace(/\r?\n$/, "");
  } catch (error) {
    throw new UsageError(usage.passwordFile(path), { cause: error });
  }
}
