// PUT /redact/NAME with the file as the body: answers with a copy that holds nothing personal.
// npm install koa @tuhei/redactor
import { createTuhei } from "@tuhei/redactor";
import Koa from "koa";

export function createApp() {
  const tuhei = createTuhei({ limits: { wholeFileBytes: 20_000_000, pdfPages: 200 } });
  const app = new Koa();

  app.use(async (context) => {
    const name = /^\/redact\/([^/]+)$/.exec(context.path)?.[1];
    if (context.method !== "PUT" || name === undefined) return context.throw(404);
    try {
      // The body is read as it comes, and no further than the limit.
      const { bytes, report } = await tuhei.redact(context.req, { name: decodeURIComponent(name) });
      const isPartial = report.status === "partial";
      context.status = isPartial ? 422 : 200;
      context.body = isPartial ? { error: "partial", gaps: report.gaps } : Buffer.from(bytes);
    } catch (error) {
      if (error.name !== "TuheiError") throw error;
      // The code only: a message names the file, and file names may be personal.
      context.status = 422;
      context.body = { error: error.code };
    }
  });

  return { app, close: () => tuhei.close() };
}
