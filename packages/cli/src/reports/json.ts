import { type LegalSummary, legalThresholds } from "@tuhei/core";
import { fileJson } from "../file-json.js";
import { countsByType, total } from "../summary-lines.js";
import type { Report, ReportInput } from "./report.js";

/** The version of the shape below; grows when a key changes its meaning or goes. */
const SCHEMA_VERSION = 1;
const HEAD = `{"schemaVersion":${SCHEMA_VERSION},"files":[`;
const COMMA = Buffer.from(",");
/** One general item is 1/5000 of its threshold. */
const RATIO_PRECISION = 10_000;

/** One JSON object for machines. Keys are never translated. */
export const json: Report = {
  name: "json",
  head: HEAD,
  isJson: true,
  render: (input) =>
    Buffer.concat([
      Buffer.from(HEAD),
      ...input.files.flatMap((file, index) => (index === 0 ? [fileJson(file)] : [COMMA, fileJson(file)])),
      Buffer.from(`],"summary":${JSON.stringify(summary(input))}}\n`),
    ]),
};

function summary({ files, resumed, legal, config, ignoreFile, gitHistory, baseline }: ReportInput): object {
  const byType = countsByType(files);
  const silenced = files.reduce((sum, { silenced = 0 }) => sum + silenced, 0);
  return {
    files: files.length,
    findings: total(byType),
    byType,
    byLegalClass: byLegalClass(legal),
    legalReference: legalReference(legal),
    incomplete: files.filter(({ status }) => status !== "ok").length,
    ...(resumed > 0 && { resumed }),
    ...(config && { config }),
    ...(ignoreFile && { ignoreFile }),
    ...(gitHistory !== undefined && { gitHistory }),
    ...(baseline && { baseline }),
    ...(silenced > 0 && { silenced }),
  };
}

/** Items by the classes of 法释〔2017〕10号 第五条; reference counts, no verdict. */
function byLegalClass({ items }: LegalSummary): Record<string, number> {
  return Object.fromEntries(Object.entries(items).filter(([, count]) => count > 0));
}

/** The same counts with what else the law asks of them. */
function legalReference({ ratio, ...counts }: LegalSummary): object {
  return { ...counts, thresholds: legalThresholds, ratio: Math.round(ratio * RATIO_PRECISION) / RATIO_PRECISION };
}
