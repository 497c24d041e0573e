import { detectors as builtIn, type Detector, type EntityType, entityTypes, type Form } from "@tuhei/patterns";
import type { Messages } from "./messages/index.js";
import { shownReason } from "./shown-reason.js";
import { titleOf } from "./titles.js";

/** What people are told of a kind of information that is looked for. */
export interface Rule {
  readonly entityType: EntityType;
  readonly title: string;
  readonly facts: readonly { readonly fact: Fact; readonly lines: readonly string[] }[];
}

/** What is told of a kind, by the key of its heading. */
export type Fact = "scores" | "proofs" | "labels" | "tier";

/** Every kind that is looked for, alphabetical, those of the user's own last. */
export function rulesFor(own: readonly Detector[], messages: Messages): Rule[] {
  const types = [...entityTypes, ...own.map(({ entityType }) => entityType)];
  return types.map((entityType) => {
    const ways = [...builtIn, ...own].filter((detector) => detector.entityType === entityType);
    const scores = ways.flatMap(({ forms }) => forms.map((form) => scoreLine(form, messages)));
    const proofs = [...new Set(ways.flatMap(({ forms }) => forms.flatMap(({ proof }) => proof ?? [])))];
    const labels = ways.flatMap(({ context = [], chineseContext }) => [...(chineseContext?.() ?? []), ...context]);
    const tiers = [...new Set(ways.map(({ legal }) => messages.rules.tiers[legal.tier]))];
    return {
      entityType,
      title: titleOf(entityType, { messages, detectors: own }),
      facts: [
        { fact: "scores" as const, lines: scores },
        { fact: "proofs" as const, lines: proofs.map((proof) => shownReason(proof, { messages, detectors: own })) },
        { fact: "labels" as const, lines: labels.length > 0 ? [labels.join(messages.legal.comma)] : [] },
        { fact: "tier" as const, lines: tiers },
      ].filter(({ lines }) => lines.length > 0),
    };
  });
}

/** How a form is seen, and what its score is by itself, behind its label, and there with a check that fails. */
function scoreLine({ trigger, score, ocr }: Form, { rules, colon, legal: { comma } }: Messages): string {
  const cases = (["valid", "validInContext", "invalidInContext"] as const).flatMap((name) => {
    const value = score[name];
    return value === undefined ? [] : rules.cases[name](value);
  });
  return `${rules.triggers[trigger.on]}${colon}${[...cases, ...(ocr ? [rules.ocr] : [])].join(comma)}`;
}
