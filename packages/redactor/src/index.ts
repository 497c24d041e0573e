export type { KeptPart } from "./keep/kept-parts.js";
export type { Leak } from "./leak.js";
export { plan } from "./plan.js";
export { type Redacted, type RedactOptions, redact } from "./redact.js";
export type { Looks, Redaction, RedactionStyle } from "./redaction.js";
export { memorySpool, type Spool } from "./spool.js";
export { type Proof, type VerifiedFile, type VerifyContext, verify } from "./verify.js";
export { writers } from "./writers/index.js";
export type { WriteJob, Writer, Written } from "./writers/writer.js";
