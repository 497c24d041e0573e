import { register } from "node:module";

register("./typescript-hooks.mjs", import.meta.url);
const { pdfOf } = await import("../builders/pdf.ts");
const features = await import("../builders/pdf-features.ts");
const { boxedPdf, fontThatNames, leaking, SIDE_CHANNELS, withRevision } = await import("../builders/leaky-pdf.ts");

/** Values that no output may show; invented. */
export const VALUES = ["林晓峰", "13900001234", "11010519491231002X"];

const TEXTS = [
  { text: `姓名：${VALUES[0]}，电话：${VALUES[1]}`, x: 72, y: 100 },
  { text: `身份证号：${VALUES[2]}，完毕`, x: 72, y: 130 },
  { text: "This line stays", x: 72, y: 160, font: "latin" },
];

/** Small files of many kinds, all with the values. */
export async function corpus() {
  const page = { texts: TEXTS };
  const onFirst = (change) => pdfOf([page], { finish: (document) => change(document, document.getPage(0)) });
  const plain = await pdfOf([page]);
  return Promise.all([
    plain,
    pdfOf([page, page, page]),
    pdfOf([{ ...page, rotate: 90 }]),
    pdfOf([page], { font: "vertical" }),
    pdfOf([page], { font: "no-unicode" }),
    pdfOf([page], { password: "" }),
    onFirst((document, first) => features.addNote(document, first, VALUES[0], VALUES[0])),
    onFirst((document, first) => features.addLink(document, first, `https://example.com/${VALUES[1]}`)),
    onFirst((document) => features.addOutline(document, VALUES[0])),
    onFirst((document) => features.addMetadata(document, VALUES[0], "tuhei")),
    onFirst((document, first) => features.fillWithPattern(document, first, VALUES[1])),
    onFirst((document, first) => features.addType3Font(document, first, VALUES[0])),
    onFirst((document, first) => features.drawOnHiddenLayer(document, first, () => first.drawText(VALUES[1]))),
    onFirst((_document, first) => features.drawOutlines(first, VALUES[0], 72, 300, 20)),
    boxedPdf(),
    fontThatNames(VALUES[0]),
    withRevision(plain),
    ...Object.values(SIDE_CHANNELS).map((channel) => leaking(plain, channel)),
  ]);
}
