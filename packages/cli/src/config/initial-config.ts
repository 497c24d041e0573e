import type { Config } from "./schema.js";

/** Keys that a configuration to begin with explains, each with a value to change. */
const EXAMPLES = {
  only: ["id-card", "phone", "name"],
  off: ["email"],
  minScore: { name: 0.7 },
  failOn: 0.8,
  profile: "waybill",
  unreadable: "cover",
  baseline: "tuhei.baseline",
  inlineIgnores: true,
  detectors: [{ entityType: "custom-staff", title: "工号", pattern: "E\\d{6}", labels: ["工号"] }],
  allow: [{ patterns: ["400\\d{7}"] }],
  rules: [
    { paths: ["fixtures/"], off: ["phone"] },
    { paths: ["*.lock"], skip: true },
  ],
} satisfies Config;

/** What a key is for, one line each. */
export type KeyNotes = Readonly<Record<keyof typeof EXAMPLES, string>>;

/** A configuration that changes nothing, with every key as a comment: taking away `// ` before one puts it in force. */
export function initialConfig(notes: KeyNotes): string {
  const keys = Object.entries(EXAMPLES).map(
    ([key, value]) => `  // ${notes[key as keyof KeyNotes]}\n  // ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  return `{\n  "$schema": "./node_modules/tuhei/schema.json",\n\n${keys.join("\n")}}\n`;
}
