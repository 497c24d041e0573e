/** What may be kept of a PDF besides the looks of its pages, where it is clean. */
export type KeptPart = "links" | "outline";

/** Where something leads: a page, and a point on it where it is told. User space. */
export interface Target {
  /** From 0. */
  readonly page: number;
  readonly x?: number;
  readonly y?: number;
}

/** One entry of the outline. */
export interface OutlineEntry {
  readonly title: string;
  readonly target?: Target;
  /** Whether readers show the entries below it. */
  readonly isOpen: boolean;
  readonly children: readonly OutlineEntry[];
}

/** One link of a page: to a place in the file, or to an address. */
export interface PageLink {
  /** Left, bottom, right, top in user space. */
  readonly rect: readonly [left: number, bottom: number, right: number, top: number];
  readonly to: Target | { readonly uri: string };
}

/** What is kept of one file. */
export interface KeptParts {
  readonly outline: readonly OutlineEntry[];
  /** By page, from 0. */
  readonly links: ReadonlyMap<number, readonly PageLink[]>;
}

/** Keys of the texts of both in core's metadata; a fresh scan of the output finds them there again. */
export type KeptTextKey = "Outline" | "Link.URI";

/** What is asked to be kept, and who says of texts whether each is clean. */
export interface KeepOrder {
  readonly parts: ReadonlySet<KeptPart>;
  readonly areClean: (key: KeptTextKey, texts: readonly string[]) => readonly boolean[];
}
