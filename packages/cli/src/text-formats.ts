/** Formats that are text through and through: they have no pages to be seen, and every finding in them has a value. */
export const textFormats: ReadonlySet<string> = new Set(["csv", "text"]);
