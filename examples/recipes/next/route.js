// app/api/redact/route.js of a Next.js application: POST a form with a file in the field "file".
// npm install @tuhei/redactor; in next.config.js: serverExternalPackages: ["@tuhei/core", "@tuhei/redactor"]
import { createTuhei } from "@tuhei/redactor";

export const runtime = "nodejs";

/** One for the life of the server: the engines are loaded by the first request that needs them. */
const tuhei = createTuhei({ limits: { wholeFileBytes: 20_000_000, pdfPages: 200 } });

export async function POST(request) {
  const file = (await request.formData()).get("file");
  if (!(file instanceof Blob)) return Response.json({ error: "usage" }, { status: 400 });
  try {
    const { bytes, report } = await tuhei.redact(file, { signal: request.signal });
    if (report.status === "partial")
      return Response.json({ error: "partial", gaps: report.gaps }, { status: 422 });
    return new Response(bytes, { headers: { "content-type": "application/octet-stream" } });
  } catch (error) {
    if (error.name !== "TuheiError") throw error;
    // The code only: a message names the file, and file names may be personal.
    return Response.json({ error: error.code }, { status: 422 });
  }
}
