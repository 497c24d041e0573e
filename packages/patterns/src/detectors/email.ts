import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { emailLabels } from "../tables/packed-labels.js";

/** E-mail addresses. */
export const email: Detector = {
  entityType: "email",
  title: { en: "E-mail address", zh: "电子邮箱" },
  forms: [
    {
      trigger: { on: "at-sign" },
      // A file name such as icon@2x.png, a package such as a@1.2.3 or a host without a top-level domain is not an address.
      pattern:
        /[A-Za-z0-9_%+\u00c0-\u024f](?:[A-Za-z0-9._%+\u00c0-\u024f-]{0,63})?@(?!\d+x\.|\d+(?:\.\d+)+[.-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,8}(?!(?:png|jpe?g|gif|svg|webp|m?js|cjs|ts|tsx|jsx|css|html|json|map|tgz|wasm|yml|yaml|snap|test|local|internal|localhost|invalid)(?![A-Za-z0-9-]))(?:xn--[a-z0-9-]{2,59}|[a-z]{2,24}|[A-Z]{2,24}|[A-Z][a-z]{1,23})(?![A-Za-z0-9@-]|\.[A-Za-z0-9]|:[\w.-]+\/)/y,
      score: { valid: 0.9, validInContext: 0.95 },
    },
    {
      // Letters of other scripts before the "@", as RFC 6531 allows them.
      trigger: { on: "label" },
      pattern:
        /[^\s@,，。;；、:：<>()（）[\]【】"“”'|=]{1,64}@(?:[\p{L}\d](?:[\p{L}\d-]{0,62})\.){1,8}(?:[A-Za-z]{2,24}|\p{Script=Han}{2,6})(?![A-Za-z0-9@-]|\.[A-Za-z0-9])/uy,
      score: { validInContext: 0.95 },
    },
  ],
  context: "e-mail,email,e mail,mail,email address,mail address,youxiang,youxiangdizhi,dzyx,dianziyouxiang,yxdz".split(
    ",",
  ),
  chineseContext: () => labelWords(emailLabels),
  legal: { tier: "general" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "RFC 5321, 4.1.2 (Mailbox), without quoted local parts",
    "RFC 1035, 2.3.1 (domain labels)",
    "RFC 6531, 3.3 (local parts in other scripts)",
  ],
  examples: {
    found: [
      "⟦hans.müller@test.com⟧",
      "⟦a@xn--d1acufc.xn--p1ai⟧",
      "邮箱：⟦zhang.san@example.com⟧",
      "邮箱：⟦zhang\nsan@example.com⟧",
      "邮箱：⟦zhangsan@mail.\nexample.com⟧",
      "发到⟦li_si+a@mail.example.com.cn⟧。",
      "<⟦a@example.org⟧>",
      "邮箱：⟦小明@example.com⟧已登记",
      "发给⟦a@example.com⟧和⟦b@example.com⟧",
      "E-mail: ⟦hans.m端ller@example.com⟧",
      "⟦ｚｈ@example.com⟧",
    ],
    ignored: [
      "icon@2x.png",
      "pkg@1.2.3",
      "user@localhost",
      "@example.com",
      "a@b",
      "test@case.py.snap",
      "pkg@1.0.0.tgz",
      "git@github.com:tuhei/tuhei.git",
      "user@host.local",
      "x@1.2.3",
    ],
  },
};
