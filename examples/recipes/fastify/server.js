// POST /redact with a file: answers with a copy that holds nothing personal.
// npm install fastify @fastify/multipart @tuhei/redactor
import multipart from "@fastify/multipart";
import { createTuhei } from "@tuhei/redactor";
import Fastify from "fastify";

const MAX_BYTES = 20_000_000;

export async function createApp() {
  const tuhei = createTuhei({ limits: { wholeFileBytes: MAX_BYTES, pdfPages: 200 } });
  const app = Fastify();
  await app.register(multipart, { limits: { files: 1, fileSize: MAX_BYTES + 1 } });
  app.addHook("onClose", () => tuhei.close());

  app.post("/redact", async (request, reply) => {
    const part = await request.file();
    if (!part) return reply.code(400).send({ error: "usage" });
    // The stream goes in as it comes, and is ended at the limit.
    const { bytes, report } = await tuhei.redact(part.file, { name: part.filename });
    if (report.status === "partial") return reply.code(422).send({ error: "partial", gaps: report.gaps });
    return reply.type("application/octet-stream").send(Buffer.from(bytes));
  });

  // The code only: a message names the file, and file names may be personal.
  app.setErrorHandler((error, _request, reply) => {
    const isFile = error.name === "TuheiError";
    return reply.code(isFile ? 422 : (error.statusCode ?? 500)).send({ error: isFile ? error.code : "internal" });
  });
  return app;
}
