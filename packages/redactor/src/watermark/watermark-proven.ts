import { type ByteSource, type Services, TuheiError } from "@tuhei/core";
import type { PictureFormat } from "@tuhei/core/images";
import { quadsOf } from "../pdf/quads-by-page.js";
import type { Redaction } from "../redaction.js";
import type { Spool } from "../spool.js";
import { type VerifiedFile, type VerifyContext, verify } from "../verify.js";
import type { Watermark } from "./mask.js";
import { drawOnPdf } from "./on-pdf.js";
import { drawOnPicture } from "./on-picture.js";

const PICTURES: ReadonlySet<string> = new Set<PictureFormat>(["jpeg", "png", "tiff", "webp"]);

/** Whether a format can carry a watermark: it has pages that are seen. */
export function hasWatermark(format: string): boolean {
  return format === "pdf" || PICTURES.has(format);
}

/**
 * Lays a watermark over an output that is proven clean, and proves the result. It is made from the clean bytes and the
 * watermark's text alone, so nothing of the original can come in with it: pictures are not read again, which would read the
 * watermark, and everything else that a proof looks at is.
 *
 * @param spool where the result waits for its proof
 * @throws {TuheiError} "residue", "damaged", "engine"
 */
export async function watermarkProven(
  { source }: VerifiedFile,
  format: string,
  watermark: Watermark,
  spool: Spool,
  context: VerifyContext,
): Promise<VerifiedFile> {
  for await (const chunk of drawn(source, format, watermark, context.redactions)) await spool.write(chunk);
  const proof = await verify(await spool.finish(), { ...context, open: { ...context.open, services: readingNothing } });
  if (proof.verified) return proof.verified;
  const checks = [...new Set(proof.leaks.map(({ check }) => check))].join(", ");
  throw new TuheiError(
    "residue",
    `${source.name}: not proven clean with its watermark, nothing was written (${checks})`,
  );
}

function drawn(source: ByteSource, format: string, watermark: Watermark, redactions: readonly Redaction[]) {
  const quads = new Map(quadsOf(redactions));
  if (format === "pdf") return drawOnPdf(source, watermark, quads);
  return drawOnPicture(source, format as PictureFormat, watermark, quads);
}

/** Pictures were read before the watermark came over them. */
const readingNothing: Services = {
  ocr: async () => undefined,
  barcodes: async () => [],
  faces: async () => [],
  close: async () => {},
};
