export type { Redaction, RedactionStyle } from "./redaction.js";
export type { WriteJob, Writer, Written } from "./writers/writer.js";
