import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { pdfOf, pdfText, textPdf } from "../pdf.ts";
import { addNote, withPageEmptied } from "../pdf-features.ts";
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

/** A page with a note on it that inherits what these keys say. */
async function inheriting(...keys: readonly string[]): Promise<Uint8Array> {
  const noted = await pdfOf([{ texts: TEXTS, size: [500, 900] }], {
    finish: (document) => addNote(document, document.getPage(0), "note", "author"),
  });
  const document = await PDFDocument.load(noted, { updateMetadata: false });
  const { node } = document.getPage(0);
  for (const key of keys.map((name) => PDFName.of(name))) {
    document.catalog.Pages().set(key, node.get(key)!);
    node.delete(key);
  }
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
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
  {
    id: "23b",
    title: "a page with a note that inherits its size and its fonts",
    build: () => inheriting("MediaBox", "Resources"),
    ...read,
    removed: ["annotations"],
    losesMarks: true,
  },
  {
    id: "23c",
    title: "a page with a note that inherits its fonts",
    build: () => inheriting("Resources"),
    ...read,
    removed: ["annotations"],
    losesMarks: true,
  },
];
