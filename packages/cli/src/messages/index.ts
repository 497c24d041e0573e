import { en, type Messages } from "./en.js";
import { zh } from "./zh.js";

export type { Messages } from "./en.js";

/** THE TABLE of languages. */
export const catalogues: Readonly<Record<Language, Messages>> = { en, zh };

/** Languages of messages. Codes and JSON keys are never translated. */
export type Language = "en" | "zh";
