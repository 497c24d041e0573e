import { boxAround, bytesSource, type OpenOptions, type Quad, quadOfBox } from "@tuhei/core";
import { flattenPage, GENERATED, openPdf, pageChars } from "@tuhei/core/pdf";
import { type Redaction, type WriteJob, writers } from "@tuhei/redactor";

/** What the writer made, all at once. */
export interface Redacted {
  readonly bytes: Uint8Array;
  readonly removed: readonly string[];
  readonly rasterized: readonly { readonly page: number; readonly reason: string }[];
}

/** How the writer is asked. */
export interface RedactByHand {
  readonly password?: string;
  readonly rasterize?: ReadonlySet<number>;
  /** Places besides those of the values. */
  readonly quads?: readonly { readonly page: number; readonly quad: Quad }[];
  /** What the writer is told of a page with these places before all are known. By default it is told nothing early. */
  readonly forecast?: (page: number, quads: readonly Quad[]) => readonly Quad[];
}

type Place = { readonly page: number; readonly quad: Quad };

/** Redacts every place where a value stands on a page as text, without any detector. */
export async function redactByHand(
  bytes: Uint8Array,
  values: readonly string[],
  { password, rasterize = new Set(), quads = [], forecast }: RedactByHand = {},
): Promise<Redacted> {
  const places = [...(await placesOf(bytes, values, password)), ...quads].sort((a, b) => a.page - b.page);
  const writer = writers.find(({ formats }) => formats.includes("pdf"))!;
  let listener: Parameters<NonNullable<WriteJob["onForecast"]>>[0] | undefined;
  const written = await writer.write({
    source: bytesSource(bytes, "test.pdf"),
    open: { ...(password !== undefined && { password }) } as OpenOptions,
    looks: { style: "black", hideLength: false },
    redactions: redactionsAt(places, (page, all) => listener?.(page, forecast?.(page, all) ?? [])),
    rasterize,
    ...(forecast && {
      onForecast: (wanted: typeof listener) => {
        listener = wanted;
      },
    }),
  });
  const chunks: Uint8Array[] = [];
  for await (const chunk of written.chunks) chunks.push(Uint8Array.from(chunk));
  return { bytes: Buffer.concat(chunks), removed: written.removed(), rasterized: written.rasterized() };
}

/** Where values stand as text: a quad around the loose boxes of their characters in one piece of text. */
export async function placesOf(
  bytes: Uint8Array,
  values: readonly string[],
  password?: string,
): Promise<{ page: number; quad: Quad }[]> {
  const file = await openPdf(bytes, { name: "test.pdf", ...(password !== undefined && { password }) });
  const places: { page: number; quad: Quad }[] = [];
  try {
    for (let page = 0; page < file.pageCount; page++) {
      flattenPage(file, page);
      file.withPage(page, (loaded) => {
        const chars = pageChars(loaded);
        const indices = [...chars.codes.keys()].filter(
          (at) => !((chars.flags[at] ?? 0) & GENERATED) && chars.codes[at],
        );
        const text = indices.map((at) => String.fromCodePoint(chars.codes[at]!)).join("");
        for (const value of values) {
          for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
            const corners = indices.slice(at, at + value.length).flatMap((index) => {
              const [left = 0, bottom = 0, right = 0, top = 0] = chars.boxes.subarray(index * 4, index * 4 + 4);
              return quadOfBox(loaded.space.boxOf({ left, bottom, right, top }));
            });
            places.push({ page, quad: quadOfBox(boxAround(corners)) });
          }
        }
      });
    }
  } finally {
    file.close();
  }
  return places;
}

async function* redactionsAt(
  places: readonly Place[],
  tell: (page: number, quads: readonly Quad[]) => void,
): AsyncGenerator<Redaction> {
  for (let page = 0; page <= (places.at(-1)?.page ?? 0); page++)
    tell(
      page,
      places.flatMap((place) => (place.page === page ? [place.quad] : [])),
    );
  for (const { page, quad } of places) yield { entityType: "name", page, quads: [quad] };
}
