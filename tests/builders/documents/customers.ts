import iconv from "iconv-lite";
import { personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** Rows of the export. */
const CUSTOMERS = 40;

/** A shop's export as Excel in China saves it: GB18030, commas, a quoted cell. */
export function customers(): ExampleDocument {
  const people = Array.from({ length: CUSTOMERS }, (_, index) => personOf(2000 + index));
  const rows = people.map(({ name, phone, idCard, address, bankCard }, index) =>
    [
      `2026${String(31000 + index)}`,
      name,
      phone,
      idCard,
      `"${address}"`,
      bankCard,
      `${(index * 37) % 900}.50`,
      "已付款",
    ].join(","),
  );
  const csv = ["客户编号,姓名,手机号,身份证号,地址,银行卡号,消费金额,状态", ...rows, ""].join("\r\n");
  return {
    name: "客户导出.csv",
    bytes: iconv.encode(csv, "gb18030"),
    planted: people.flatMap(({ name, phone, idCard, address, bankCard }) =>
      plantedOn(1, { name, phone, "id-card": idCard, address, "bank-card": bankCard }),
    ),
  };
}
