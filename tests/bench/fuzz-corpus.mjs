import { register } from "node:module";

register("./typescript-hooks.mjs", import.meta.url);
const { pdfOf } = await import("../builders/pdf.ts");
const features = await import("../builders/pdf-features.ts");
const { boxedPdf, fontThatNames, leaking, SIDE_CHANNELS, withRevision } = await import("../builders/leaky-pdf.ts");

const { corpus: leaks } = await import("../builders/pdf-corpus/index.ts");
const content = await import("../builders/pdf-corpus/content.ts");

const [NAME, PHONE, ID] = ["林晓峰", "13900001234", "11010519491231002X"];
/** Values that no output may show; invented. */
export const VALUES = [NAME, PHONE, ID, ...content.VALUES];

const TEXTS = [
  { text: `姓名：${NAME}，电话：${PHONE}`, x: 72, y: 100 },
  { text: `身份证号：${ID}，完毕`, x: 72, y: 130 },
  { text: "This line stays", x: 72, y: 160, font: "latin" },
];

/** What only a browser makes, which would start with every process of the fuzzer. */
const BY_BROWSER = new Set(["01", "01b"]);

/** Small files of many kinds, all with the values, and the passwords of some. */
export async function corpus() {
  const files = Object.values(leaks)
    .flat()
    .filter(({ id }) => !BY_BROWSER.has(id));
  const built = await Promise.all(files.map((file) => file.build()));
  return [
    ...(await smallFiles()).map((bytes) => ({ bytes })),
    ...built.map((bytes, at) => ({ bytes, password: files[at].password })),
  ];
}

async function smallFiles() {
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
    onFirst((document, first) => features.addNote(document, first, NAME, NAME)),
    onFirst((document, first) => features.addLink(document, first, `https://example.com/${PHONE}`)),
    onFirst((document) => features.addOutline(document, NAME)),
    onFirst((document) => features.addMetadata(document, NAME, "tuhei")),
    onFirst((document, first) => features.fillWithPattern(document, first, PHONE)),
    onFirst((document, first) => features.addType3Font(document, first, NAME)),
    onFirst((document, first) => features.drawOnHiddenLayer(document, first, () => first.drawText(PHONE))),
    onFirst((_document, first) => features.drawOutlines(first, NAME, 72, 300, 20)),
    boxedPdf(),
    fontThatNames(NAME),
    withRevision(plain),
    ...Object.values(SIDE_CHANNELS).map((channel) => leaking(plain, channel)),
  ]);
}
