import { changedInside, INSIDE } from "./fuzz-inside.mjs";
import { below } from "./fuzz-random.mjs";

/** What is done to the bytes of a file; `others` are the other files of the corpus. */
const MUTATIONS = {
  truncation: (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  "bit flips": (bytes, random) => {
    for (let count = 1 + below(random, 64); count > 0; count--)
      bytes[below(random, bytes.length)] ^= 1 << below(random, 8);
    return bytes;
  },
  "a piece of another file": (bytes, random, others) => {
    const other = others[below(random, others.length)];
    const from = below(random, other.length);
    const piece = other.subarray(from, from + below(random, 4096));
    const at = below(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + (random() < 0.5 ? piece.length : 0))]);
  },
  "a piece taken out": (bytes, random) => {
    const at = below(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + below(random, 512))]);
  },
  "a second cross-reference section": (bytes, random) => {
    const start = Math.max(0, bytes.lastIndexOf("xref\n0"));
    const section = Buffer.from(
      bytes
        .subarray(start)
        .toString("latin1")
        .replace(/\d{10} 00000 n/g, (line) =>
          random() < 0.3 ? `${String(below(random, bytes.length)).padStart(10, "0")} 00000 n` : line,
        )
        .replace(/startxref\n\d+/, `startxref\n${bytes.length}`),
      "latin1",
    );
    return Buffer.concat([bytes, section]);
  },
  "another file behind it": (bytes, random, others) => Buffer.concat([bytes, others[below(random, others.length)]]),
  "other numbers": (bytes, random) => {
    const odd = ["0", "-1", "99999999", "2147483647", "4294967296", "1e9", "0.00001"];
    const changed = bytes
      .toString("latin1")
      .replace(/(?<=[\s[])\d{1,6}(?=[\s\]>/])/g, (number) =>
        random() < 0.01 ? odd[below(random, odd.length)] : number,
      );
    return Buffer.from(changed, "latin1");
  },
  "references led elsewhere": (bytes, random) =>
    Buffer.from(
      bytes
        .toString("latin1")
        .replace(/\b\d{1,4} 0 R\b/g, (ref) => (random() < 0.05 ? `${below(random, 60)} 0 R` : ref)),
      "latin1",
    ),
};

/** One of the corpus with one to three things done to it, what they were, and the password of it. */
export async function mutated(corpus, random) {
  const { bytes: original, password } = corpus[below(random, corpus.length)];
  const others = corpus.map(({ bytes }) => bytes);
  const isInside = random() < 0.5;
  const names = Object.keys(isInside ? INSIDE : MUTATIONS);
  const done = Array.from({ length: 1 + below(random, 3) }, () => names[below(random, names.length)]);
  let bytes = Buffer.from(original);
  for (const name of done)
    bytes = isInside
      ? await changedInside({ bytes, password }, INSIDE[name], random)
      : MUTATIONS[name](bytes, random, others);
  return { bytes: Buffer.from(bytes), done, password };
}
