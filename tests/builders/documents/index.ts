import { bankCardPicture } from "./bank-card.ts";
import { boardingPass } from "./boarding-pass.ts";
import { chat } from "./chat.ts";
import { contractScan } from "./contract-scan.ts";
import { customers } from "./customers.ts";
import { cv } from "./cv.ts";
import type { ExampleDocument } from "./document.ts";
import { fax } from "./fax.ts";
import { idCopy } from "./id-copy.ts";
import { orders } from "./orders.ts";
import { parkingNote } from "./parking-note.ts";
import { phoneBill } from "./phone-bill.ts";
import { receipt } from "./receipt.ts";
import { trainTicket } from "./train-ticket.ts";
import { waybillPhoto } from "./waybill-photo.ts";
import { waybillPlain } from "./waybill-plain.ts";

/** Every document of examples/documents. */
export const documents: readonly (() => ExampleDocument | Promise<ExampleDocument>)[] = [
  bankCardPicture,
  boardingPass,
  chat,
  contractScan,
  customers,
  cv,
  fax,
  idCopy,
  orders,
  parkingNote,
  phoneBill,
  receipt,
  trainTicket,
  waybillPhoto,
  waybillPlain,
];
