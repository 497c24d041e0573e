import { join } from "node:path";
import { distinctGaps } from "@tuhei/core";
import type { Looks, RasterOptions, RedactionStyle, VerifiedFile, Watermark } from "@tuhei/redactor";
import { exitCodes } from "../exit-codes.js";
import { type CheckedSource, refuseExisting, refuseSameFile, writeVerified } from "../files.js";
import type { Input } from "../inputs/input.js";
import { type Kept, keeping, keepOption, keptOf } from "../keep.js";
import { commonOptions, dpiOption, refuseSilencing, watermarkOption } from "../options.js";
import { print } from "../print.js";
import { createCollector, type FileResult } from "../result.js";
import type { Session } from "../session.js";
import { fileSpool } from "../spool-file.js";
import { showsThumbnails, thumbnailsOf } from "../thumbnails.js";
import { UsageError } from "../usage-error.js";
import type { Warning } from "../warning.js";
import { watermarkOf } from "../watermark.js";
import type { FileCommand } from "./command.js";
import { scanFile, warningsFor } from "./scan.js";

/** `tuhei redact`: black out, prove, save. */
export const redactCommand: FileCommand = {
  name: "redact",
  positionals: "[paths..]",
  build: (yargs, messages) =>
    refuseSilencing(commonOptions(yargs, messages), messages)
      .option("out", { type: "string", alias: "o", demandOption: true, describe: messages.options.redactOut })
      .option("style", {
        choices: ["black", "label"] as const,
        default: "black" as const,
        describe: messages.options.style,
      })
      .option("hide-length", { type: "boolean", default: false, describe: messages.options.hideLength })
      .option("keep", keepOption(messages))
      .option("raster-dpi", dpiOption(messages))
      .option("raster-lossless", { type: "boolean", default: false, describe: messages.options.rasterLossless })
      .option("watermark", watermarkOption(messages))
      .option("overwrite", { type: "boolean", default: false, describe: messages.options.overwrite })
      .option("resume", { type: "boolean", default: false, describe: messages.options.resume })
      .option("dry-run", { type: "boolean", default: false, describe: messages.options.dryRun })
      .example("$0 redact 资料 --out 已涂黑", messages.examples.redactFolder)
      .example("$0 redact 资料 --out 已涂黑 --resume", messages.examples.redactResume)
      .example("$0 redact chat.txt --out out --style label", messages.examples.redactLabel)
      .example(
        '$0 redact 身份证.jpg --out out --watermark "仅供办理租房使用，他用无效 {date}"',
        messages.examples.redactWatermark,
      )
      .example("$0 redact 身份证.jpg --out out --keep name", messages.examples.redactKeep)
      .example("cat a.txt | $0 redact - --out -", messages.examples.redactStdin),
  async plan(options, messages) {
    const out = options.out as string;
    const isPrinted = out === "-";
    if (isPrinted && (options.paths as string[]).length !== 1) throw new UsageError(messages.usage.manyToStdout);
    const watermark = await watermarkOf(options.watermark as string | undefined, messages);
    const target: RedactTarget = {
      out,
      looks: { style: options.style as RedactionStyle, hideLength: options.hideLength as boolean },
      keep: keptOf(options),
      raster: {
        isLossless: options.rasterLossless as boolean,
        ...(options.rasterDpi !== undefined && { dpi: options.rasterDpi as number }),
      },
      ...(watermark && { watermark }),
      overwrite: options.overwrite as boolean,
      dryRun: options.dryRun as boolean,
      thumbnails: showsThumbnails(options),
      print: printFile,
    };
    return {
      command: "redact",
      handle: (input, source, session) => redactFile(input, source, target, keeping(session, target.keep)),
      exitCode: () => exitCodes.ok,
      out,
      ...(!isPrinted && !target.dryRun && { outputOf: (input) => outputIn(out, input) }),
      dryRun: target.dryRun,
      reportToStderr: isPrinted,
    };
  },
};

/** Bytes printed at once. */
const PRINT_BYTES = 1024 * 1024;

function notWatermarked({ messages }: Session): Warning {
  return { code: "no-watermark", message: messages.warnings["no-watermark"] };
}

async function printFile({ source }: VerifiedFile): Promise<void> {
  for (let at = 0; at < source.size; at += PRINT_BYTES) {
    await print(await source.read(at, at + PRINT_BYTES));
  }
}

/** Where copies go and how they look. */
export interface RedactTarget {
  /** Output folder, "-" for standard output. */
  readonly out: string;
  readonly looks: Looks;
  readonly keep: Kept;
  readonly raster: Partial<RasterOptions>;
  readonly watermark?: Watermark;
  readonly overwrite: boolean;
  readonly dryRun: boolean;
  /** Whether the result shows what the copy looks like. */
  readonly thumbnails: boolean;
  /** Takes the proven file when `out` is "-". */
  readonly print: (file: VerifiedFile) => Promise<void>;
}

function outputIn(folder: string, { relativePath }: Input): string {
  return join(folder, relativePath);
}

/**
 * Redacts one file, proves the result and saves it.
 *
 * @throws {TuheiError} when it cannot be opened, proven or saved; then nothing was written
 */
export async function redactFile(
  input: Input,
  source: CheckedSource,
  target: RedactTarget,
  session: Session,
): Promise<FileResult> {
  const output = target.out === "-" ? undefined : outputIn(target.out, input);
  const mayReplace = target.overwrite || input.isRetried === true;
  if (output !== undefined) {
    if (!input.isStream) await refuseSameFile(input.path, output);
    if (!mayReplace) await refuseExisting(output);
  }
  if (target.dryRun) {
    const result = await scanFile(input.path, source, session);
    return { ...result, redactions: Object.values(result.counts).reduce((sum, count) => sum + count, 0) };
  }
  const collector = createCollector(session);
  // Loaded when it is needed: a scan starts without the PDF and picture writers.
  const { redact, redactionReport } = await import("@tuhei/redactor");
  const redacted = await redact(source, {
    open: session.open,
    scan: session.scan,
    looks: target.looks,
    keep: target.keep.parts,
    raster: target.raster,
    ...(target.watermark && { watermark: target.watermark }),
    spool: () => fileSpool(source.name),
    onAttempt: collector.reset,
    onFindings: collector.page,
    onMetadata: collector.metadata,
    onPage: session.onPage,
  });
  let thumbnails: FileResult["thumbnails"];
  try {
    if (target.thumbnails) thumbnails = await thumbnailsOf(redacted.file, redacted.format);
    await source.check?.();
    if (output === undefined) await target.print(redacted.file);
    else await writeVerified(redacted.file, output, mayReplace);
  } finally {
    await redacted.dispose();
  }
  return {
    path: input.path,
    status: redacted.gaps.length > 0 ? "partial" : "ok",
    format: redacted.format,
    ...collector.result(),
    gaps: distinctGaps(redacted.gaps),
    warnings: [
      ...warningsFor(source.name, redacted.format, session),
      ...(target.watermark && !redacted.isWatermarked ? [notWatermarked(session)] : []),
    ],
    ...redactionReport(redacted),
    ...(target.watermark && { watermarked: redacted.isWatermarked }),
    verified: true,
    ...(output !== undefined && { output }),
    ...(thumbnails && { thumbnails }),
  };
}
