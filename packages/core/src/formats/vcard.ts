import type { EncodedPart } from "@tuhei/patterns";
import type { TextRun } from "../model/document.js";
import { cutAtLine } from "../text/windows.js";
import type { Format } from "./format.js";
import { encodingOf, textDocument } from "./text.js";

/** Contacts of a telephone or a mail program (RFC 6350, and vCard 2.1 and 3.0 before it). A property labels its value. */
export const vcard: Format = {
  name: "vcard",
  sniff: (head) => /^(?:\xef\xbb\xbf)?BEGIN:VCARD\r?\n/i.test(Buffer.from(head.subarray(0, 16)).toString("latin1")),
  open: async (source, options) =>
    textDocument("vcard", source, await encodingOf(source, options), {
      cut: cutAtLine,
      runs: ({ text }) => propertiesOf(text).map(runOf),
      encoded: ({ text }) => propertiesOf(text).flatMap(joints),
    }),
};

/** Labels of properties that say whose contact it is (RFC 6350, 6.2 to 6.4). */
const LABELS: Readonly<Record<string, string>> = {
  ADR: "地址",
  BDAY: "出生日期",
  FN: "姓名",
  LABEL: "地址",
  N: "姓名",
  TEL: "电话",
};

/** A name, perhaps in a group and with parameters, and a value that goes on in folded lines and after soft line breaks. */
const PROPERTY = /^(?:[\w-]+\.)?(ADR|BDAY|FN|LABEL|N|TEL)(?:;[^:\r\n]*)?:((?:=\r?\n|\r?\n[ \t]|[^\r\n])+)/gim;
/** What parts a name or an address, or a line from what follows of it. */
const JOINT = /;|\r?\n[ \t]/g;

interface Property {
  readonly name: string;
  readonly value: string;
  /** Where the value begins. */
  readonly start: number;
}

function propertiesOf(text: string): Property[] {
  return [...text.matchAll(PROPERTY)].map(({ 0: all, 1: name, 2: value, index }) => ({
    name: name!.toUpperCase(),
    value: value!,
    start: index + all.length - value!.length,
  }));
}

function runOf({ name, value, start }: Property): TextRun {
  const span = { start, end: start + value.length };
  return { span, origin: "cell", label: LABELS[name]!, precision: "none", confidence: 1 };
}

/** The parts of a structured value belong together: a family name and a given name, a street and its city. */
function joints({ value, start }: Property): EncodedPart[] {
  return [...value.matchAll(JOINT)].map(({ 0: joint, index }) => ({
    span: { start: start + index, end: start + index + joint.length },
    says: "",
  }));
}
