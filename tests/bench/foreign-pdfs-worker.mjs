// One process of foreign-pdfs.mjs: redacts the words it is told in the file it is told.
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { bytesSource, createServices, TuheiError, textOf } from "@tuhei/core";
import { detectorFromConfig } from "@tuhei/patterns";
import { redact } from "@tuhei/redactor";

const pictured = createServices({ ocr: "none" });
const plain = { ...createServices({ ocr: "none", faces: "keep" }), barcodes: async () => [] };

process.on("message", async (job) => {
  const before = process.cpuUsage();
  const result = await outcomeOf(job);
  const { user, system } = process.cpuUsage(before);
  process.send({ ...result, seconds: (user + system) / 1e6 });
});

async function outcomeOf({ path, output, words, hasPictures }) {
  let [rounds, found] = [0, new Set()];
  try {
    const result = await redact(bytesSource(readFileSync(path), basename(path)), {
      open: { services: hasPictures ? pictured : plain },
      scan: { detectors: words.length === 0 ? [] : [detectorOf(words)] },
      onAttempt() {
        rounds++;
        found = new Set();
      },
      onFindings({ page, findings }) {
        for (const one of findings) if (one.entityType === "custom-word") found.add(textOf(one, page));
      },
    });
    const { source } = result.file;
    writeFileSync(output, await source.read(0, source.size));
    await result.dispose();
    return {
      outcome: "written",
      rounds,
      found: [...found],
      rasterized: result.rasterized,
      gaps: [...new Set(result.gaps.map(({ code }) => code))],
    };
  } catch (error) {
    if (error instanceof TuheiError) return { outcome: `refused: ${error.code}`, detail: error.message, rounds };
    return { outcome: "UNTYPED", detail: String(error?.stack ?? error), rounds };
  }
}

function detectorOf(words) {
  return detectorFromConfig({ entityType: "custom-word", pattern: `(?:${words.join("|")})` });
}
