import { hongKongCheck } from "./checksums/hong-kong-id.js";
import { luhn } from "./checksums/luhn.js";
import { mod112 } from "./checksums/mod11-2.js";
import { mod313 } from "./checksums/mod31-3.js";
import { mrzCheck } from "./checksums/mrz.js";
import { organizationCheck } from "./checksums/organization-code.js";
import { s10Check } from "./checksums/s10.js";
import { taiwanCheck } from "./checksums/taiwan-id.js";
import { vinCheck } from "./checksums/vin.js";

/** The check digit systems that a configuration may name. See the files of `checksums/` for their standards. */
export type CheckName = keyof typeof customChecks;

/** Whether a candidate, in capitals without spaces and hyphens, passes a check; false where it is not of its shape. */
export const customChecks = {
  "hong-kong-id": (candidate: string) => endsWithCheck(candidate, /^[A-Z]{1,2}\d{6}[\dA]$/, hongKongCheck),
  luhn: (candidate: string) => /^\d{2,}$/.test(candidate) && luhn(candidate),
  "mod11-2": (candidate: string) => endsWithCheck(candidate, /^\d+[\dX]$/, mod112),
  "mod31-3": (candidate: string) => endsWithCheck(candidate, /^[0-9A-Z]{18}$/, mod313),
  mrz: (candidate: string) => endsWithCheck(candidate, /^[0-9A-Z<]+\d$/, mrzCheck),
  "organization-code": (candidate: string) => endsWithCheck(candidate, /^[0-9A-Z]{8}[\dX]$/, organizationCheck),
  s10: (candidate: string) =>
    /^[A-Z]{2}\d{9}[A-Z]{2}$/.test(candidate) && s10Check(candidate.slice(2, 10)) === candidate[10],
  "taiwan-id": (candidate: string) => endsWithCheck(candidate, /^[A-Z]\d{9}$/, taiwanCheck),
  vin: (candidate: string) => /^[0-9A-Z]{17}$/.test(candidate) && vinCheck(candidate) === candidate[8],
} as const;

function endsWithCheck(candidate: string, shape: RegExp, checkOf: (body: string) => string | undefined): boolean {
  return shape.test(candidate) && checkOf(candidate.slice(0, -1)) === candidate.at(-1);
}
