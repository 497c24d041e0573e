import { expect, test } from "vitest";
import { type CustomDetector, defineDetector } from "./define-detector.js";
import { detect } from "./detect.js";

const employee: CustomDetector = {
  entityType: "custom-employee-number",
  title: { en: "Employee number", zh: "工号" },
  forms: [
    {
      trigger: { on: "code", atLeast: 8 },
      pattern: /(?<![0-9A-Za-z])EMP\d{5}(?![0-9A-Za-z])/y,
      score: { valid: 0.8 },
    },
  ],
  examples: { found: ["找⟦EMP10001⟧和⟦EMP10002⟧"], ignored: ["EMP1234", "XEMP10001"] },
};

test("a defined detector finds its values among tuhei's own", () => {
  const detectors = [defineDetector(employee)];
  const text = "EMP10001 的手机 13800138000";
  expect(detect(text, { detectors }).map(({ entityType }) => entityType)).toEqual(["custom-employee-number", "phone"]);
  expect(detect(text).map(({ entityType }) => entityType)).toEqual(["phone"]);
});

test("what is left out has a default", () => {
  expect(defineDetector(employee)).toMatchObject({ legal: { tier: "general" } });
});

const [form] = employee.forms;
test.each<[string, object]>([
  ['entityType must be "custom-"', { entityType: "employee" }],
  ['entityType must be "custom-"', { entityType: "custom-Employee" }],
  ['entityType must be "custom-"', { entityType: "custom-a--b" }],
  ["title needs", { title: { en: "x" } }],
  ["forms must hold", { forms: [] }],
  ["forms[0].trigger.on must be one of", { forms: [{ ...form, trigger: { on: "word" } }] }],
  ["forms[0] asks for a label", { forms: [{ ...form, trigger: { on: "label" } }] }],
  ["forms[0].trigger.atLeast", { forms: [{ ...form, trigger: { on: "digits" } }] }],
  ["forms[0].trigger.characters", { forms: [{ ...form, trigger: { on: "characters", characters: "" } }] }],
  ["forms[0].trigger.words", { forms: [{ ...form, trigger: { on: "words", words: ["工"] } }] }],
  ["forms[0].pattern must be a sticky", { forms: [{ ...form, pattern: /EMP/ }] }],
  ["forms[0].pattern must be a sticky", { forms: [{ ...form, pattern: /EMP/gy }] }],
  ["forms[0].pattern must be a sticky", { forms: [{ ...form, pattern: "EMP" }] }],
  ["forms[0].pattern must draw its boundaries", { forms: [{ ...form, pattern: /\bEMP/y }] }],
  ["forms[0].validate", { forms: [{ ...form, validate: "luhn" }] }],
  ["forms[0].score", { forms: [{ ...form, score: {} }] }],
  ["forms[0].score", { forms: [{ ...form, score: { valid: 80 } }] }],
  ["context[1] must be a label", { context: ["工号", "号"] }],
  ["context[0] must be a label", { context: ["Employee"] }],
  ["examples must hold", { examples: { found: [] } }],
  ["examples.found[0] marks nothing", { examples: { found: ["EMP10001"], ignored: [] } }],
  ["examples.found[0] marks 0–7, but nothing is found", { examples: { found: ["⟦EMP1000⟧"], ignored: [] } }],
  ["examples.found[0] marks 1–8, but 0–8 is found", { examples: { found: ["E⟦MP10001⟧"], ignored: [] } }],
  ["examples.ignored[0] must hold nothing, but 1–9 is found", { examples: { found: [], ignored: ["(EMP10001)"] } }],
])("%s is said of a wrong definition %#", (message, wrong) => {
  const define = () => defineDetector({ ...employee, ...wrong } as CustomDetector);
  expect(define).toThrow(TypeError);
  expect(define).toThrow(message);
  expect(define).not.toThrow("10001");
});
