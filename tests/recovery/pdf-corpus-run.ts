import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bytesSource, type createServices, type Page, type Quad } from "@tuhei/core";
import { redact } from "@tuhei/redactor";
import type { CorpusFile } from "../builders/pdf-corpus/corpus-file.ts";
import { earlierRevisions } from "./revisions.ts";
import { type Evidence, witnesses } from "./witnesses.ts";

/** A file before and after it was redacted as the command line does. */
export interface Trial {
  readonly file: CorpusFile;
  readonly original: Side;
  readonly output: Side;
  readonly removed: readonly string[];
  readonly rasterized: readonly { readonly page: number; readonly reason: string }[];
  /** What was found on pages, and their size; units of the page. */
  readonly pages: readonly { readonly size: Size; readonly quads: readonly Quad[] }[];
}

/** One of both. */
export interface Side {
  readonly bytes: Uint8Array;
  readonly evidence: Evidence;
  /** What each witness got out of it. */
  testimony(witness: string): Buffer;
  /** What the first witness reads in its earlier revisions. */
  earlier(): Promise<Buffer>;
}

type Services = ReturnType<typeof createServices>;
type Size = NonNullable<Page["size"]>;
type Attempt = Omit<Trial, "original" | "output"> & { readonly before: Stored; readonly after: Stored };
interface Stored {
  readonly bytes: Uint8Array;
  readonly evidence: Evidence;
}

/** Who is asked. What OCR and ZBar see is tested with pictures. */
export const ASKED = witnesses.filter(({ name }) => name !== "tesseract" && name !== "zbarimg");

/**
 * Builds files, redacts them and shows both to every witness. What failed is its error, by id.
 *
 * @param folder where they may stand
 */
export async function tryFiles(
  files: readonly CorpusFile[],
  folder: string,
  services: Services,
): Promise<ReadonlyMap<string, Trial | Error>> {
  const trials = new Map<string, Trial | Error>();
  const attempts: Attempt[] = [];
  for (const file of files) {
    try {
      attempts.push(await attempt(file, folder, services));
    } catch (error) {
      trials.set(file.id, error as Error);
    }
  }
  const stored = attempts.flatMap(({ before, after }) => [before, after]);
  const heard = new Map(
    await Promise.all(
      ASKED.map(async ({ name, testify }) => {
        const answers = await testify(stored.map(({ evidence }) => evidence));
        return [name, new Map(stored.map((side, index) => [side, answers[index]!]))] as const;
      }),
    ),
  );
  const sideOf = (side: Stored): Side => ({
    ...side,
    testimony: (witness) => heard.get(witness)!.get(side)!,
    earlier: () => readEarlier(side),
  });
  for (const { before, after, ...rest } of attempts) {
    trials.set(rest.file.id, { ...rest, original: sideOf(before), output: sideOf(after) });
  }
  return trials;
}

async function attempt(file: CorpusFile, folder: string, services: Services): Promise<Attempt> {
  const { id, password } = file;
  const original = await file.build();
  const pages: { size: Size; quads: readonly Quad[] }[] = [];
  const redacted = await redact(bytesSource(original, `${id}.pdf`), {
    open: { services, ...(password !== undefined && { password }) },
    onAttempt: () => void pages.splice(0),
    onFindings: ({ page, findings }) => {
      pages.push({ size: page.size!, quads: findings.flatMap(({ place }) => place.quads) });
    },
  });
  const { source } = redacted.file;
  const output = await source.read(0, source.size);
  const bytes = Uint8Array.from(output);
  const { removed, rasterized } = redacted;
  await redacted.dispose();
  const store = async (name: string, content: Uint8Array, secret?: string): Promise<Stored> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return { bytes: content, evidence: { path, ...(secret !== undefined && { password: secret }) } };
  };
  const [before, after] = [await store(`${id}.pdf`, original, password), await store(`${id}-redacted.pdf`, bytes)];
  return { file, before, after, removed, rasterized, pages };
}

async function readEarlier({ bytes, evidence }: Stored): Promise<Buffer> {
  const read: Buffer[] = [];
  for (const [index, revision] of earlierRevisions(bytes).entries()) {
    const path = `${evidence.path}-${index}.pdf`;
    await writeFile(path, revision);
    read.push(...(await witnesses[0]!.testify([{ path }])));
  }
  return Buffer.concat(read);
}
