import type { BuiltInEntityType, EntityType } from "@tuhei/patterns";

/** Something personal that a document holds: what a scan must find, and all that it may find. */
export interface Planted {
  readonly type: EntityType;
  /** From 1; absent for what stands in metadata. */
  readonly page?: number;
  /** Where in the metadata, as reports name it. */
  readonly metadata?: string;
  /** Without spaces; the payload of a barcode; nothing for a face. */
  readonly value: string;
}

/** An invented document. */
export interface ExampleDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly planted: readonly Planted[];
}

/** What is planted on one page, by type. */
export function plantedOn(
  page: number,
  values: Partial<Record<BuiltInEntityType, string | readonly string[]>>,
): Planted[] {
  return Object.entries(values).flatMap(([type, value]) =>
    [value].flat().map((one) => ({ type: type as EntityType, page, value: one })),
  );
}
