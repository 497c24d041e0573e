/** Markup that is complete and safe to stand in a page. */
export interface Markup {
  readonly html: string;
}

type Content = Markup | string | number | undefined | readonly Content[];

/**
 * A tag for template literals: markup as written, everything put into it escaped. Undefined is nothing; lists stand one
 * after the other.
 */
export function markup(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return { html: parts.map((part, index) => part + written(contents[index])).join("") };
}

function written(content: Content): string {
  if (content === undefined) return "";
  if (typeof content === "string" || typeof content === "number") return escaped(String(content));
  return "html" in content ? content.html : content.map(written).join("");
}

/** HTML Living Standard, 13.1.3 and 13.1.2.3, also inside quoted attributes. Controls and lone surrogates become "�". */
function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu, "\ufffd")
    .replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
