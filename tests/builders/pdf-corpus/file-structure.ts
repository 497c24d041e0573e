import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pdfOf, pdfText, textPdf } from "../pdf.ts";
import { withPageEmptied } from "../pdf-features.ts";
import { KEPT, LINES, NAME, PHONE, TEXTS, VALUES } from "./content.ts";
import { type CorpusFile, READERS } from "./corpus-file.ts";

const read = { kept: KEPT, shows: [{ values: VALUES, seenBy: [...READERS, "qpdf --qdf"] }] } as const;

function rewritten(bytes: Uint8Array, ...how: string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "tuhei-corpus-"));
  try {
    const [from, to] = [join(folder, "from.pdf"), join(folder, "to.pdf")];
    writeFileSync(from, bytes);
    execFileSync("qpdf", ["--static-id", ...how, from, to]);
    return readFileSync(to);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How files are written. */
export const fileStructure: readonly CorpusFile[] = [
  {
    id: "18",
    title: "an earlier revision",
    build: async () => withPageEmptied(await pdfOf([{ texts: [{ text: KEPT, x: 72, y: 90 }] }, { texts: TEXTS }]), 1),
    kept: KEPT,
    removed: ["earlier revisions"],
    shows: [{ values: VALUES, seenBy: ["revisions"] }],
  },
  {
    id: "18b",
    title: "objects that nothing refers to",
    build: () =>
      pdfOf([{ texts: [{ text: KEPT, x: 72, y: 90 }] }], {
        finish: ({ context }) => {
          context.register(context.obj({ Note: pdfText(NAME) }));
          context.register(context.flateStream(`BT (${PHONE}) Tj ET`));
        },
      }),
    kept: KEPT,
    shows: [{ values: [NAME, PHONE], seenBy: ["qpdf --qdf"] }],
  },
  {
    id: "18c",
    title: "comments before the trailer's end and behind the file's",
    build: async () => {
      const bytes = Buffer.from(await textPdf([KEPT]));
      const at = bytes.lastIndexOf("startxref");
      const [name, phone] = [NAME, PHONE].map((value) => Buffer.from(`% ${value}\n`));
      return Buffer.concat([bytes.subarray(0, at), name!, bytes.subarray(at), Buffer.from("\n"), phone!]);
    },
    kept: KEPT,
    shows: [{ values: [NAME, PHONE], seenBy: ["the bytes themselves"] }],
  },
  {
    id: "19",
    title: "encryption that needs no password to read",
    build: async () => rewritten(await textPdf(LINES), "--encrypt", "", "owner", "256", "--", "--static-aes-iv"),
    ...read,
    removed: ["encryption"],
  },
  {
    id: "20",
    title: "a password",
    build: () => pdfOf([{ texts: TEXTS }], { password: "sesame" }),
    password: "sesame",
    kept: KEPT,
    removed: ["encryption"],
    shows: [{ values: VALUES, seenBy: ["pdftotext", "mutool draw", "PyMuPDF", "qpdf --qdf"] }],
  },
  {
    id: "23",
    title: "a linearised file with object streams",
    build: async () => rewritten(await textPdf(LINES), "--linearize", "--object-streams=generate"),
    ...read,
  },
];
