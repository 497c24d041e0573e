import { isKeyOf } from "./is-key-of.js";
import type { Residue } from "./residue.js";
import { type Titled, titleOf } from "./titles.js";

/** What is still there, in the user's language and without its page; the name of the check that saw it stays as it is. */
export function shownResidue(residue: Residue, titled: Titled): string {
  return `${whatOf(residue, titled)} (${residue.check})`;
}

function whatOf(residue: Residue, titled: Titled): string {
  const { messages } = titled;
  if (residue.check === "fresh-scan") return titleOf(residue.detail, titled);
  if (residue.check === "output-readable") return messages.gaps[residue.detail];
  const { sideParts, details, amount } = messages.residue;
  const { detail, part, text } = residue;
  const named = part !== undefined && isKeyOf(sideParts, part) ? sideParts[part] : part;
  return [
    details[detail],
    ...(named === undefined ? [] : [`${messages.colon}${named}`]),
    ...(text ? [`${messages.colon}${amount(text.characters, text.box)}`] : []),
  ].join("");
}
