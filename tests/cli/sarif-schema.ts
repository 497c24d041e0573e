import { readFileSync } from "node:fs";
import { Ajv } from "ajv";

/** What the official schema of SARIF 2.1.0 finds wrong with a log; empty when it is valid. */
export function sarifErrors(log: unknown): string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const validate = sarifValidator();

function sarifValidator() {
  // Draft 04, of which it uses only what draft 07 kept, but for the name of "$id".
  const { $schema, id, ...schema } = JSON.parse(
    readFileSync(new URL("fixtures/sarif-schema-2.1.0.json", import.meta.url), "utf8"),
  );
  if ($schema !== "http://json-schema.org/draft-04/schema#") throw new Error("another draft than this was made for");
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    formats: {
      uri: (text: string) => URL.canParse(text),
      "uri-reference": (text: string) => /^[\x21-\x7e]*$/.test(text) && URL.canParse(text, "file:///"),
      "date-time": (text: string) => !Number.isNaN(Date.parse(text)),
    },
  });
  return ajv.compile({ ...schema, $id: id });
}
