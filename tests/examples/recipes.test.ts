import { describe, expect, test } from "vitest";
import { bundle } from "../browser/bundle.ts";
import { findChromium, openPage } from "../browser/chromium.ts";
import { recipe, recipeText } from "./recipe.ts";

test("the custom detector finds staff numbers and leaves the shop's own number alone", async () => {
  const { scanWithStaffNumbers } = await recipe("custom-detector/scan.js");
  const { findings } = await scanWithStaffNumbers(Buffer.from("工号 E204816，电话 138-0013-8000 或 13900001234"));
  expect(findings.map(({ type }: { type: string }) => type)).toEqual(["custom-staff", "phone"]);
});

describe.skipIf(!findChromium())("the page that redacts before upload", () => {
  test("sends nothing but what it shows", async () => {
    const page = await openPage(findChromium()!);
    try {
      const script = await bundle(recipeText("browser/redact.js"), "iife");
      const body = recipeText("browser/index.html").replace(/<script[^>]*><\/script>/, "");
      const result = await page.evaluate(`(async () => {
        document.body.innerHTML = ${JSON.stringify(body)};
        const sent = [];
        window.fetch = async (url, { body }) => { sent.push(url, body); return new Response(); };
        ${script};
        const { text, shown } = document.querySelector("form").elements;
        text.value = "我是林晓峰，身份证 11010519491231002X，电话 13900001234";
        text.dispatchEvent(new Event("input"));
        const preview = shown.value;
        document.querySelector("form").requestSubmit();
        await new Promise((resolve) => setTimeout(resolve));
        return { preview, sent, left: text.value };
      })()`);
      const text = expect.stringMatching(/^我是.*，身份证 \[身份证号\]，电话 \[手机号\]$/);
      expect(result).toEqual({ preview: text, sent: ["/messages", text], left: "" });
    } finally {
      await page.close();
    }
  });
});
