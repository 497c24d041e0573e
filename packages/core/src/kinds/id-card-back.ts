import type { DocumentKind } from "./kind.js";

/** The side of a resident identity card with the emblem. Nothing on it is one person's alone. */
export const idCardBack: DocumentKind = {
  name: "id-card-back",
  profile: "id-copy",
  cues: [
    { words: ["居民身份证"], weight: 5 },
    { words: ["中华人民共和国"], weight: 2 },
    { words: ["签发机关"], weight: 4, isOnce: true },
    { words: ["有效期限"], weight: 3 },
    { shape: /^(?:有效期限)?\d{4}\.\d{2}\.\d{2}-(?:\d{4}\.\d{2}\.\d{2}|长期)$/, weight: 3 },
    { words: ["甲方", "乙方", "第一条", "法律"], weight: -6 },
  ],
  maxPieces: 20,
  fields: [],
};
