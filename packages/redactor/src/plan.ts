import type { Finding, Page, Quad, ScannedPage } from "@tuhei/core";
import type { Looks, Redaction } from "./redaction.js";
import { lengthTeller } from "./visible-length.js";

const PLAIN: Looks = { style: "black", hideLength: false };

/**
 * What to black out for what was found, in page order.
 *
 * @throws {TuheiError} "engine", "damaged" where lengths are to be hidden and a page cannot be drawn
 */
export async function* plan(scanned: AsyncIterable<ScannedPage>, looks: Looks = PLAIN): AsyncGenerator<Redaction> {
  for await (const { page, findings } of scanned) {
    if (page.window) for (const finding of findings) yield ofText(page, finding, looks);
    else yield* onPage(page, findings, looks);
  }
}

function ofText({ index }: Page, { entityType, place }: Finding, { style, hideLength }: Looks): Redaction {
  const isLengthVisible = style === "black" && !hideLength;
  return { entityType, page: index, quads: [], isLengthVisible, ...(place.span && { span: place.span }) };
}

async function* onPage(page: Page, findings: readonly Finding[], { hideLength }: Looks): AsyncGenerator<Redaction> {
  const quads = hideLength ? await stretched(page, findings) : findings.map(({ place }) => place.quads);
  const isTold = hideLength ? lengthTeller(page, findings) : ({ place }: Finding) => place.span !== undefined;
  for (const [at, finding] of findings.entries()) {
    yield {
      entityType: finding.entityType,
      page: page.index,
      quads: quads[at]!,
      isLengthVisible: isTold(finding),
    };
  }
}

/** The places of findings with those of text stretched. A barcode or a face is as large as it is. */
async function stretched(page: Page, findings: readonly Finding[]): Promise<readonly (readonly Quad[])[]> {
  const texts = findings.filter(({ place }) => place.span !== undefined);
  const rest = [...((await page.stretch?.(texts.flatMap(({ place }) => place.quads))) ?? [])];
  return findings.map(({ place }) =>
    place.span === undefined || !page.stretch ? place.quads : rest.splice(0, place.quads.length),
  );
}
