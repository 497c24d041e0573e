import {
  type ByteSource,
  distinctGaps,
  type Gap,
  gapsOf,
  hasWrongExtension,
  open,
  scan,
  scanMetadata,
} from "@tuhei/core";
import { exitCodes } from "../exit-codes.js";
import { commonOptions, score } from "../options.js";
import { createCollector, type FileResult, isPersonal } from "../result.js";
import type { Session } from "../session.js";
import { createSilencing } from "../silencing.js";
import type { Warning } from "../warning.js";
import type { FileCommand } from "./command.js";

/** `tuhei scan`: find and report. */
export const scanCommand: FileCommand = {
  name: "scan",
  positionals: "[paths..]",
  build: (yargs, messages) =>
    commonOptions(yargs, messages, ["out", "o"])
      .option("fail-on", {
        type: "number",
        describe: messages.options.failOn,
        coerce: score("fail-on", messages.usage),
      })
      .option("baseline", { type: "string", describe: messages.options.baseline })
      .option("inline-ignores", { type: "boolean", describe: messages.options.inlineIgnores })
      .example("$0 scan 资料", messages.examples.scanFolder)
      .example("$0 scan export.csv --format json", messages.examples.scanJson)
      .example("$0 scan . -f sarif -o a.sarif -f junit -o b.xml", messages.examples.scanReports)
      .example("$0 scan . --config tuhei.config.yaml", messages.examples.scanConfig)
      .example("$0 scan . --baseline tuhei.baseline", messages.examples.scanBaseline)
      .example("git ls-files -z | $0 scan --files-from -", messages.examples.scanList)
      .example("$0 scan '资料/**/*.pdf' --max-size 50M", messages.examples.scanGlob)
      .example("cat log.txt | $0 scan -", messages.examples.scanStdin),
  plan: () => ({
    command: "scan",
    baseline: "apply",
    handle: ({ path }, source, session) =>
      scanFile(path, source, { ...session, scan: { ...session.scan, organisations: true } }),
    fails: ({ type, confidence }, { scan, settings }) => confidence >= settings.failOn && isPersonal(type, scan),
    exitCode: (files, { failOn }) => (files.some((file) => isFound(file, failOn)) ? exitCodes.found : exitCodes.ok),
  }),
};

function isFound({ topScore }: FileResult, failOn: number): boolean {
  return topScore !== undefined && topScore >= failOn;
}

/**
 * Looks through one file.
 *
 * @throws {TuheiError} when it cannot be opened
 */
export async function scanFile(path: string, source: ByteSource, session: Session): Promise<FileResult> {
  const document = await open(source, session.open);
  const gaps: Gap[] = [...document.gaps];
  try {
    const silencing = await createSilencing(path, source, document, session);
    const collector = createCollector(session, silencing.takes);
    collector.metadata(scanMetadata(document.metadata, session.scan), document);
    for await (const scanned of scan(document, {
      ...session.scan,
      allWindows: session.inlineIgnores,
      onPage: session.onPage,
    })) {
      silencing.read(scanned.page);
      collector.page(scanned);
      gaps.push(...gapsOf(scanned.page));
    }
    return {
      path,
      status: gaps.length > 0 ? "partial" : "ok",
      format: document.format,
      ...collector.result(),
      ...silencing.result(gaps.length === 0),
      gaps: distinctGaps(gaps),
      warnings: [...warningsFor(source.name, document.format, session), ...silencing.warnings()],
    };
  } finally {
    document.close();
  }
}

/** What the user should know though nothing is wrong with the result. */
export function warningsFor(name: string, format: string, { messages }: Pick<Session, "messages">): Warning[] {
  if (!hasWrongExtension(name, format)) return [];
  return [{ code: "wrong-extension", message: messages.warnings["wrong-extension"](format) }];
}
