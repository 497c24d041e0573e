import { stat } from "node:fs/promises";
import { join } from "node:path";
import {
  type ByteSource,
  createValueIndex,
  distinctGaps,
  type Gap,
  gapsOf,
  open,
  scan,
  scanMetadata,
  type ValueIndex,
} from "@tuhei/core";
import type { KeptPart, Redaction } from "@tuhei/redactor";
import { exitCodes } from "../exit-codes.js";
import { fileSource } from "../files.js";
import type { Input } from "../inputs/input.js";
import { keeping, keepOption, keptOf } from "../keep.js";
import { commonOptions, refuseSilencing } from "../options.js";
import { residueOf } from "../residue.js";
import { createCollector, type FileResult } from "../result.js";
import type { Session } from "../session.js";
import type { FileCommand } from "./command.js";
import { warningsFor } from "./scan.js";

/** `tuhei verify`: the proof alone, on files that anything may have made. */
export const verifyCommand: FileCommand = {
  name: "verify",
  positionals: "[paths..]",
  build: (yargs, messages) =>
    refuseSilencing(commonOptions(yargs, messages, ["out", "o"]), messages)
      .option("keep", keepOption(messages))
      .option("against", { type: "string", describe: messages.options.against })
      .example("$0 verify out", messages.examples.verifyFolder)
      .example("$0 verify out/a.pdf --against a.pdf", messages.examples.verifyAgainst),
  plan: (options) => ({
    command: "verify",
    handle: (input, source, session) =>
      verifyAgainst(
        input,
        source,
        options.against as string | undefined,
        keeping(session, keptOf(options)),
        keptOf(options).parts,
      ),
    exitCode: (files) => (files.some(({ verified }) => !verified) ? exitCodes.found : exitCodes.ok),
  }),
};

/** `against` is the original file, or the folder that holds it under the same relative name. */
async function verifyAgainst(
  input: Input,
  source: ByteSource,
  against: string | undefined,
  session: Session,
  kept: ReadonlySet<KeptPart>,
): Promise<FileResult> {
  if (against === undefined) return verifyFile(input.path, source, undefined, session, kept);
  const isFolder = await stat(against).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
  const original = await fileSource(isFolder ? join(against, input.relativePath) : against);
  try {
    return await verifyFile(input.path, source, original, session, kept);
  } finally {
    await original.close();
  }
}

/**
 * Checks that a file holds nothing personal and, given the original, none of the original's values in any form.
 *
 * @throws {TuheiError} when either cannot be opened
 */
export async function verifyFile(
  path: string,
  source: ByteSource,
  original: ByteSource | undefined,
  session: Session,
  kept: ReadonlySet<KeptPart> = new Set(),
): Promise<FileResult> {
  const values = createValueIndex();
  const redactions = original ? await redactionsOf(original, values, session) : [];
  const collector = createCollector(session);
  const gaps: Gap[] = [];
  const document = await open(source, session.open);
  try {
    gaps.push(...document.gaps);
    collector.metadata(scanMetadata(document.metadata, session.scan), document);
  } finally {
    document.close();
  }
  const { verify } = await import("@tuhei/redactor");
  const proof = await verify(source, {
    open: session.open,
    scan: session.scan,
    values,
    redactions,
    gaps: [],
    kept,
    onScanned: (scanned) => {
      collector.page(scanned);
      gaps.push(...gapsOf(scanned.page));
      session.onPage();
    },
  });
  gaps.push(...proof.gaps);
  return {
    path,
    status: gaps.length > 0 ? "partial" : "ok",
    format: document.format,
    ...collector.result(),
    gaps: distinctGaps(gaps),
    warnings: warningsFor(source.name, document.format, session),
    verified: proof.verified !== undefined,
    residue: proof.verified ? [] : residueOf(proof.leaks, document),
  };
}

/** What a redaction of the original would black out, and the values themselves for the index. */
async function redactionsOf(original: ByteSource, values: ValueIndex, session: Session): Promise<Redaction[]> {
  const document = await open(original, session.open);
  const redactions: Redaction[] = [];
  try {
    const { plan } = await import("@tuhei/redactor");
    for await (const redaction of plan(scan(document, { ...session.scan, values }))) {
      if (redaction.quads.length > 0) redactions.push(redaction);
    }
  } finally {
    document.close();
  }
  return redactions;
}
