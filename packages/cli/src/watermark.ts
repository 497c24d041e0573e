import { TuheiError } from "@tuhei/core";
import type { Watermark } from "@tuhei/redactor";
import type { Messages } from "./messages/index.js";
import { UsageError } from "./usage-error.js";

/** Stands for the day of the run. */
const DATE = "{date}";

/** The watermark that a user asked for, drawn before any file is opened. @throws {UsageError} where no font has its characters */
export async function watermarkOf(text: string | undefined, { errors }: Messages): Promise<Watermark | undefined> {
  if (text === undefined) return undefined;
  const { createWatermark } = await import("@tuhei/redactor");
  try {
    return await createWatermark(text.replaceAll(DATE, dayOf(new Date())));
  } catch (error) {
    if (error instanceof TuheiError && error.code === "font") throw new UsageError(errors.font, { cause: error });
    throw error;
  }
}

/** `YYYY-MM-DD` on the user's clock. */
function dayOf(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}
