/** Something that the proof objects to. Holds no document text. */
export interface Leak {
  /** Name of the check, kebab-case. */
  readonly check: string;
  /** Page index from 0; absent when it concerns the file. */
  readonly page?: number;
  /** What kind of thing was seen, in stable English words: an entity type, an object kind. Never a value. */
  readonly detail: string;
}
