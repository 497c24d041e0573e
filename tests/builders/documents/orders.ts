import iconv from "iconv-lite";
import { personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** Rows of the export. */
const ORDERS = 12;

/** Orders as Excel saves "Unicode text": UTF-16 with a byte order mark, tabs, headers in English. */
export function orders(): ExampleDocument {
  const people = Array.from({ length: ORDERS }, (_, index) => personOf(3000 + index));
  const rows = people.map(({ name, phone, address, email }, index) =>
    [`20260401${String(100 + index)}`, "2026-04-01", name, phone, address, email, `${59 + index}.00`].join("\t"),
  );
  const table = ["order_no\tdate\tconsignee\tphone_no\tshipping_address\temail\tamount", ...rows, ""].join("\r\n");
  return {
    name: "订单导出.tsv",
    bytes: iconv.encode(table, "utf-16le", { addBOM: true }),
    planted: people.flatMap(({ name, phone, address, email }) => plantedOn(1, { name, phone, address, email })),
  };
}
