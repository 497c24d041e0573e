// POST /redact with a file in the field "file": answers with a copy that holds nothing personal.
// npm install express multer @tuhei/redactor
import { createTuhei } from "@tuhei/redactor";
import express from "express";
import multer from "multer";

const MAX_BYTES = 20_000_000;

export function createApp() {
  const tuhei = createTuhei({ limits: { wholeFileBytes: MAX_BYTES, pdfPages: 200 } });
  // In memory: an upload on disk would have to be wiped.
  const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: MAX_BYTES, files: 1 } });
  const app = express();

  app.post("/redact", upload.single("file"), async (request, response) => {
    if (!request.file) return response.status(400).json({ error: "usage" });
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    const { bytes, report } = await tuhei.redact(request.file.buffer, {
      name: request.file.originalname,
      signal: gone.signal,
    });
    // What was not read may hold more: let a person look at it.
    if (report.status === "partial") return response.status(422).json({ error: "partial", gaps: report.gaps });
    response.type("application/octet-stream").send(Buffer.from(bytes));
  });

  // The code only: a message names the file, and file names may be personal.
  app.use((error, _request, response, next) => {
    if (response.headersSent || response.destroyed) return next();
    const isFile = error.name === "TuheiError" || error instanceof multer.MulterError;
    response.status(isFile ? 422 : 500).json({ error: isFile ? error.code : "internal" });
  });

  return { app, close: () => tuhei.close() };
}
