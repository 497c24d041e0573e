import type { Quad } from "@tuhei/core";

/** Something that the proof objects to. Holds no document text. */
export interface Leak {
  /** Name of the check, kebab-case. */
  readonly check: string;
  /** Page index from 0; absent when it concerns the file. */
  readonly page?: number;
  /** What kind of thing was seen, in stable English words: an entity type, an object kind. Never a value. */
  readonly detail: string;
  /** Where it stands, if to take out what is there mends it and hides nothing that is seen. Page units. */
  readonly quads?: readonly Quad[];
}
