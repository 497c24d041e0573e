/**
 * What a place in a PDF may hold. "plain" is numbers, names, booleans and arrays of them; "open" is anything but the keys of
 * `KILLED`; the others are rows of `ROLES`.
 */
export type Role = keyof typeof ROLES | "plain" | "open";

/** How the bytes of a stream are treated: kept, made of drawing operators only, or a picture file without its extras. */
export type Content = "bytes" | "operators" | "picture";

interface Rule {
  /** Keys that are copied and what they may hold. "*" stands for every key, as in a dictionary of fonts by name. */
  readonly keys: Readonly<Record<string, string>>;
  readonly content?: Content;
}

const FORM = {
  keys: {
    Type: "plain",
    Subtype: "plain",
    FormType: "plain",
    BBox: "plain",
    Matrix: "plain",
    Resources: "resources",
    Group: "group",
  },
  content: "operators",
} as const;

/** THE ALLOW-LIST: ISO 32000-2, tables 31, 34, 57, 75, 87, 93, 109–126. What is not here is not copied. */
export const ROLES = {
  page: {
    keys: {
      Type: "plain",
      MediaBox: "plain",
      CropBox: "plain",
      BleedBox: "plain",
      TrimBox: "plain",
      ArtBox: "plain",
      Rotate: "plain",
      UserUnit: "plain",
      Group: "group",
      Resources: "resources",
      Contents: "content",
    },
  },
  content: { keys: {}, content: "operators" },
  resources: {
    keys: {
      Font: "fonts",
      XObject: "xobjects",
      ExtGState: "states",
      ColorSpace: "colorSpaces",
      Pattern: "patterns",
      Shading: "shadings",
    },
  },
  fonts: { keys: { "*": "font" } },
  xobjects: { keys: { "*": "xobject" } },
  states: { keys: { "*": "state" } },
  colorSpaces: { keys: { "*": "open" } },
  patterns: { keys: { "*": "pattern" } },
  shadings: { keys: { "*": "open" } },
  group: { keys: { Type: "plain", S: "plain", CS: "open", I: "plain", K: "plain" } },
  font: {
    keys: {
      Type: "plain",
      Subtype: "plain",
      BaseFont: "plain",
      FirstChar: "plain",
      LastChar: "plain",
      Widths: "plain",
      FontDescriptor: "descriptor",
      Encoding: "encoding",
      ToUnicode: "cmap",
      DescendantFonts: "descendant",
      FontBBox: "plain",
      FontMatrix: "plain",
      CharProcs: "charProcs",
      Resources: "resources",
    },
  },
  descendant: {
    keys: {
      Type: "plain",
      Subtype: "plain",
      BaseFont: "plain",
      CIDSystemInfo: "open",
      FontDescriptor: "descriptor",
      DW: "plain",
      W: "plain",
      DW2: "plain",
      W2: "plain",
      CIDToGIDMap: "data",
    },
  },
  // CharSet and CIDSet would name every character that the subset ever had.
  descriptor: {
    keys: {
      Type: "plain",
      FontName: "plain",
      FontStretch: "plain",
      FontWeight: "plain",
      Flags: "plain",
      FontBBox: "plain",
      ItalicAngle: "plain",
      Ascent: "plain",
      Descent: "plain",
      Leading: "plain",
      CapHeight: "plain",
      XHeight: "plain",
      StemV: "plain",
      StemH: "plain",
      AvgWidth: "plain",
      MaxWidth: "plain",
      MissingWidth: "plain",
      FontFile: "fontFile",
      FontFile2: "fontFile",
      FontFile3: "fontFile",
    },
  },
  fontFile: { keys: { Subtype: "plain", Length1: "plain", Length2: "plain", Length3: "plain" }, content: "bytes" },
  encoding: {
    keys: {
      Type: "plain",
      BaseEncoding: "plain",
      Differences: "plain",
      CMapName: "plain",
      CIDSystemInfo: "open",
      WMode: "plain",
      UseCMap: "cmap",
    },
    content: "bytes",
  },
  cmap: {
    keys: { Type: "plain", CMapName: "plain", CIDSystemInfo: "open", WMode: "plain", UseCMap: "cmap" },
    content: "bytes",
  },
  charProcs: { keys: { "*": "charProc" } },
  charProc: { keys: {}, content: "operators" },
  data: { keys: {}, content: "bytes" },
  xobject: FORM,
  form: FORM,
  image: {
    keys: {
      Type: "plain",
      Subtype: "plain",
      Width: "plain",
      Height: "plain",
      ColorSpace: "open",
      BitsPerComponent: "plain",
      Intent: "plain",
      ImageMask: "plain",
      Mask: "mask",
      Decode: "plain",
      Interpolate: "plain",
      SMask: "image",
      SMaskInData: "plain",
      Matte: "plain",
    },
    content: "picture",
  },
  mask: { keys: {} },
  pattern: {
    keys: {
      Type: "plain",
      PatternType: "plain",
      PaintType: "plain",
      TilingType: "plain",
      BBox: "plain",
      XStep: "plain",
      YStep: "plain",
      Resources: "resources",
      Matrix: "plain",
      Shading: "open",
      ExtGState: "state",
    },
    content: "operators",
  },
  state: {
    keys: {
      Type: "plain",
      LW: "plain",
      LC: "plain",
      LJ: "plain",
      ML: "plain",
      D: "plain",
      RI: "plain",
      OP: "plain",
      op: "plain",
      OPM: "plain",
      Font: "stateFont",
      BG: "open",
      BG2: "open",
      UCR: "open",
      UCR2: "open",
      TR: "open",
      TR2: "open",
      HT: "open",
      FL: "plain",
      SM: "plain",
      SA: "plain",
      BM: "plain",
      SMask: "softMask",
      CA: "plain",
      ca: "plain",
      AIS: "plain",
      TK: "plain",
    },
  },
  stateFont: { keys: {} },
  softMask: { keys: { Type: "plain", S: "plain", G: "form", BC: "plain", TR: "open" } },
} as const satisfies Record<string, Rule>;

/** Keys that nowhere survive, not even in colour spaces and functions. */
export const KILLED: ReadonlySet<string> = new Set([
  "AA",
  "AF",
  "Alternates",
  "Annots",
  "F",
  "FDecodeParms",
  "FFilter",
  "JS",
  "LastModified",
  "Metadata",
  "OC",
  "OPI",
  "Parent",
  "PieceInfo",
  "Properties",
  "Ref",
  "StructParent",
  "StructParents",
  "Thumb",
]);

/** The rule for a role that is in the table. */
export function ruleOf(role: keyof typeof ROLES): Rule {
  return ROLES[role];
}
