import { bankCardFace } from "./bank-card.js";
import { bill } from "./bill.js";
import { boardingPass } from "./boarding-pass.js";
import { cardSlip } from "./card-slip.js";
import { drivingLicence } from "./driving-licence.js";
import { envelope } from "./envelope.js";
import { flightItinerary } from "./flight-itinerary.js";
import { form } from "./form.js";
import { householdRegister } from "./household-register.js";
import { idCardBack } from "./id-card-back.js";
import { idCardFront } from "./id-card-front.js";
import { invoice } from "./invoice.js";
import type { DocumentKind } from "./kind.js";
import { tillReceipt } from "./till-receipt.js";
import { trainTicket } from "./train-ticket.js";
import { vehicleLicence } from "./vehicle-licence.js";
import { waybill } from "./waybill.js";

/** THE TABLE of kinds of documents, alphabetical. */
export const documentKinds: readonly DocumentKind[] = [
  bankCardFace,
  bill,
  boardingPass,
  cardSlip,
  drivingLicence,
  envelope,
  flightItinerary,
  form,
  householdRegister,
  idCardBack,
  idCardFront,
  invoice,
  tillReceipt,
  trainTicket,
  vehicleLicence,
  waybill,
];
