import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { below } from "./fuzz-random.mjs";

/** Damage to what the objects of a file hold; the file around them is whole, so that readers come as far as it. */
export const INSIDE = {
  "bytes within a stream": changedStreams((bytes, random) => {
    for (let count = 1 + below(random, 16); count > 0; count--) bytes[below(random, bytes.length)] = below(random, 256);
    return bytes;
  }),
  "a stream cut short": changedStreams((bytes, random) => bytes.subarray(0, below(random, bytes.length))),
  "a stream within a stream": changedStreams((bytes, random, others) => {
    const at = below(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), others[below(random, others.length)], bytes.subarray(at)]);
  }),
  "odd operators": changedStreams((bytes, random) => {
    let text = bytes.toString("latin1");
    for (let count = 1 + below(random, 6); count > 0; count--) text = withOperator(text, random);
    return Buffer.from(text, "latin1");
  }, isContent),
  "other codes in a map": changedStreams(
    (bytes, random) =>
      Buffer.from(
        bytes
          .toString("latin1")
          .replace(/<([0-9A-Fa-f]+)>/g, (code, digits) => (random() < 0.05 ? oddCode(digits, random) : code)),
        "latin1",
      ),
    (_, bytes) => bytes.includes("begincmap"),
  ),
  "bytes of a font program": changedStreams(flippedInHead, (dict) => dict.has(PDFName.of("Length1")) || isFont(dict)),
  "bytes of a picture": changedStreams(
    flippedInHead,
    (dict) => dict.get(PDFName.of("Subtype")) === PDFName.of("Image"),
    true,
  ),
  "odd entries": (document, random) => {
    const objects = document.context.enumerateIndirectObjects();
    for (let count = 1 + below(random, 5); count > 0; count--) {
      const [, object] = objects[below(random, objects.length)];
      const dict = object instanceof PDFRawStream ? object.dict : object;
      if (dict instanceof PDFDict) {
        const keys = dict.keys();
        if (keys.length > 0) dict.set(keys[below(random, keys.length)], oddObject(document, objects, random));
      } else if (dict instanceof PDFArray && dict.size() > 0)
        dict.set(below(random, dict.size()), oddObject(document, objects, random));
    }
  },
};

/** A file with one of those done to it; as it was where it cannot be taken apart. */
export async function changedInside({ bytes, password = "" }, change, random) {
  const useObjectStreams = random() < 0.5;
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, password });
    change(document, random);
    return await document.save({ useObjectStreams, updateFieldAppearances: false, addDefaultPage: false });
  } catch {
    return bytes;
  }
}

/** @param isCoded whether bytes are damaged as they lie in the file, and not what they are decoded to */
function changedStreams(change, isMeant = () => true, isCoded = false) {
  return (document, random) => {
    const streams = document.context
      .enumerateIndirectObjects()
      .filter(([, object]) => object instanceof PDFRawStream)
      .map(([ref, { dict, contents }]) => ({ ref, dict, ...plainOf(dict, contents, isCoded) }))
      .filter(({ dict, bytes }) => bytes.length > 0 && isMeant(dict, bytes));
    if (streams.length === 0) return;
    const { ref, dict, bytes, isDecoded } = streams[below(random, streams.length)];
    const others = streams.map((other) => other.bytes);
    const changed = Buffer.from(change(Buffer.from(bytes), random, others));
    if (isDecoded) for (const key of ["Filter", "DecodeParms"]) dict.delete(PDFName.of(key));
    document.context.assign(ref, PDFRawStream.of(dict, changed));
  };
}

function plainOf(dict, contents, isCoded) {
  if (isCoded || dict.get(PDFName.of("Filter")) !== PDFName.of("FlateDecode"))
    return { bytes: Buffer.from(contents), isDecoded: false };
  return { bytes: Buffer.from(decodePDFRawStream(PDFRawStream.of(dict, contents)).decode()), isDecoded: true };
}

function isContent(dict, bytes) {
  const subtype = dict.get(PDFName.of("Subtype"));
  return subtype === PDFName.of("Form") || (subtype === undefined && /\b(?:BT|Do|re)\b/.test(bytes.toString("latin1")));
}

function isFont(dict) {
  const subtype = String(dict.get(PDFName.of("Subtype")));
  return subtype === "/OpenType" || subtype === "/CIDFontType0C" || subtype === "/Type1C";
}

/** Tables of offsets and headers stand at the beginning, so half of the damage is done there. */
function flippedInHead(bytes, random) {
  for (let count = 1 + below(random, 12); count > 0; count--) {
    const limit = random() < 0.5 ? Math.min(bytes.length, 512) : bytes.length;
    bytes[below(random, limit)] = random() < 0.5 ? below(random, 256) : random() < 0.5 ? 0xff : 0;
  }
  return bytes;
}

const OPERATORS = [
  ..."q|Q|Q Q Q|BT|ET|BT BT|ET ET|W n|f|B*|h|n|T*|EMC|BX|EX|EI|ID|d0|Do|Tj|TJ|'|\"|cm|Tf|Tm|gs|sh|scn|re|d|/X BMC".split(
    "|",
  ),
  ..."0 0 0 0 0 0 cm|1e9 0 0 1e9 0 0 cm|1 0 0 1 1e20 -1e20 cm|-1 0 0 1 0 0 cm|.5 .5 -.5 .5 100 100 cm".split("|"),
  ..."0 Tz|-100 Tz|1e6 Tz|3 Tr|7 Tr|99 Tr|1e9 Tc|-12 Tc|500 Tw|-1e9 TL|1e5 Ts|0 0 0 0 0 0 Tm|1 0 0 0 0 1 Tm".split("|"),
  ..."/F 0 Tf|/F -12 Tf|/F 1e7 Tf|/None 12 Tf|(13912345678) Tj|<3133> Tj|[(139) 1e9 (123) -1e9 (45678)] TJ".split("|"),
  ..."1 2 (13912345678) \"|(1391\\\n2345678) '|/None gs|/None sh|/None Do|/Pattern cs|/None cs /P0 scn|1 1 1 rg".split(
    "|",
  ),
  ..."0 0 1e9 1e9 re f|-1e9 -1e9 1 1 re W n|0 0 m 1e9 1e9 l S|[0 0] 0 d|[-1] 0 d|1e9 w|-1 w|9 j|/OC /None BDC".split(
    "|",
  ),
  ..."/Span << /ActualText (13912345678) >> BDC|/Span << /MCID 999999 >> BDC|BI /W 1 /H 1 /BPC 8 /CS /G ID x EI".split(
    "|",
  ),
  ..."BI /W 99999 /H 99999 /BPC 8 /CS /RGB ID x EI|BI /W 4 /H 4 ID|BI /F /Fl /W 1 /H 1 ID xxx EI|(unended|<41|<<|[|>>|]".split(
    "|",
  ),
  "q ".repeat(600),
  "[".repeat(600),
  "/X BMC ".repeat(600),
];

/** An operator put between two others, or one taken away, or a number changed. */
function withOperator(text, random) {
  const at = text.search(/\s/) === -1 ? 0 : nextSpace(text, below(random, text.length));
  const what = random();
  if (what < 0.6) return `${text.slice(0, at)} ${OPERATORS[below(random, OPERATORS.length)]} ${text.slice(at)}`;
  if (what < 0.8) return text.slice(0, at) + text.slice(nextSpace(text, at + 1 + below(random, 6)));
  return (
    text.slice(0, at) +
    text.slice(at).replace(/\s-?[\d.]+/, ` ${["0", "-1", "1e9", "99999999999", "."][below(random, 5)]}`)
  );
}

function nextSpace(text, from) {
  const found = text.slice(from).search(/\s/);
  return found === -1 ? text.length : from + found;
}

function oddCode(digits, random) {
  const width = digits.length;
  const odd = [
    "",
    "0".repeat(width),
    "F".repeat(width),
    "D800",
    "DC00D800",
    "0000",
    `${digits}${digits}`,
    "FFFFFFFFFF",
  ];
  return `<${random() < 0.5 ? odd[below(random, odd.length)] : below(random, 65536).toString(16).padStart(4, "0")}>`;
}

function oddObject({ context }, objects, random) {
  const odd = [
    () => PDFNull,
    () => PDFNumber.of(0),
    () => PDFNumber.of(-1),
    () => PDFNumber.of(2 ** 31),
    () => PDFNumber.of(1e15),
    () => PDFNumber.of(0.00001),
    () => PDFName.of(["None", "FlateDecode", "DCTDecode", "JPXDecode", "Identity-H", "DeviceN"][below(random, 6)]),
    () => PDFString.of("x"),
    () => PDFArray.withContext(context),
    // Any other object, itself or one that leads back to it among them.
    () => objects[below(random, objects.length)][0],
    () => objects[below(random, objects.length)][0],
  ];
  return odd[below(random, odd.length)]();
}
