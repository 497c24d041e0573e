/** Numbers that depend on a seed alone (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number below `limit`. */
export function below(random, limit) {
  return Math.floor(random() * Math.max(1, limit));
}

/** What is done to a file; `others` are the other files of the corpus. */
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

/** One of the corpus with one to three things done to it, and what they were. */
export function mutated(corpus, random) {
  let bytes = Buffer.from(corpus[below(random, corpus.length)]);
  const names = Object.keys(MUTATIONS);
  const done = Array.from({ length: 1 + below(random, 3) }, () => names[below(random, names.length)]);
  for (const name of done) bytes = Buffer.from(MUTATIONS[name](bytes, random, corpus));
  return { bytes, done };
}
