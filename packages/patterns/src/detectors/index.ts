import type { Detector } from "../detector.js";
import { address } from "./address.js";
import { bankCard } from "./bank-card.js";
import { birthDate } from "./birth-date.js";
import { cardExpiry } from "./card-expiry.js";
import { cvv } from "./cvv.js";
import { diploma } from "./diploma.js";
import { email } from "./email.js";
import { geoLocation } from "./geo-location.js";
import { hkMacauPermit } from "./hk-macau-permit.js";
import { housingFund } from "./housing-fund.js";
import { idCard } from "./id-card.js";
import { imei } from "./imei.js";
import { ipAddress } from "./ip-address.js";
import { landline } from "./landline.js";
import { licensePlate } from "./license-plate.js";
import { macAddress } from "./mac-address.js";
import { medicalInsurance } from "./medical-insurance.js";
import { militaryId } from "./military-id.js";
import { name } from "./name.js";
import { passport } from "./passport.js";
import { password } from "./password.js";
import { phone } from "./phone.js";
import { qq } from "./qq.js";
import { residencePermit } from "./residence-permit.js";
import { socialCreditCode } from "./social-credit-code.js";
import { taiwanPermit } from "./taiwan-permit.js";
import { ticketNumber } from "./ticket-number.js";
import { trackingNumber } from "./tracking-number.js";
import { vatInvoice } from "./vat-invoice.js";
import { vin } from "./vin.js";
import { wechat } from "./wechat.js";

/** Every detector, in order of entity type. */
export const detectors: readonly Detector[] = [
  address,
  bankCard,
  birthDate,
  cardExpiry,
  cvv,
  diploma,
  email,
  geoLocation,
  hkMacauPermit,
  housingFund,
  idCard,
  imei,
  ipAddress,
  landline,
  licensePlate,
  macAddress,
  medicalInsurance,
  militaryId,
  name,
  passport,
  password,
  phone,
  qq,
  residencePermit,
  socialCreditCode,
  taiwanPermit,
  ticketNumber,
  trackingNumber,
  vatInvoice,
  vin,
  wechat,
];
