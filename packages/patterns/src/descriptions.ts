import type { Description, Detector } from "./detector.js";
import * as address from "./detectors/address.js";
import * as bankCard from "./detectors/bank-card.js";
import * as birthDate from "./detectors/birth-date.js";
import * as cardExpiry from "./detectors/card-expiry.js";
import * as cvv from "./detectors/cvv.js";
import * as diploma from "./detectors/diploma.js";
import * as email from "./detectors/email.js";
import * as geoLocation from "./detectors/geo-location.js";
import * as hkMacauPermit from "./detectors/hk-macau-permit.js";
import * as housingFund from "./detectors/housing-fund.js";
import * as idCard from "./detectors/id-card.js";
import * as imei from "./detectors/imei.js";
import * as ipAddress from "./detectors/ip-address.js";
import * as landline from "./detectors/landline.js";
import * as licensePlate from "./detectors/license-plate.js";
import * as macAddress from "./detectors/mac-address.js";
import * as medicalInsurance from "./detectors/medical-insurance.js";
import * as militaryId from "./detectors/military-id.js";
import * as name from "./detectors/name.js";
import * as passport from "./detectors/passport.js";
import * as password from "./detectors/password.js";
import * as phone from "./detectors/phone.js";
import * as qq from "./detectors/qq.js";
import * as residencePermit from "./detectors/residence-permit.js";
import * as socialCreditCode from "./detectors/social-credit-code.js";
import * as taiwanPermit from "./detectors/taiwan-permit.js";
import * as ticketNumber from "./detectors/ticket-number.js";
import * as trackingNumber from "./detectors/tracking-number.js";
import * as vatInvoice from "./detectors/vat-invoice.js";
import * as vin from "./detectors/vin.js";
import * as wechat from "./detectors/wechat.js";

/** Every detector with its sources and examples, in order of entity type. The entry "@tuhei/patterns/descriptions". */
export const describedDetectors: readonly (Detector & Description)[] = [
  { ...address.address, ...address.description },
  { ...bankCard.bankCard, ...bankCard.description },
  { ...birthDate.birthDate, ...birthDate.description },
  { ...cardExpiry.cardExpiry, ...cardExpiry.description },
  { ...cvv.cvv, ...cvv.description },
  { ...diploma.diploma, ...diploma.description },
  { ...email.email, ...email.description },
  { ...geoLocation.geoLocation, ...geoLocation.description },
  { ...hkMacauPermit.hkMacauPermit, ...hkMacauPermit.description },
  { ...housingFund.housingFund, ...housingFund.description },
  { ...idCard.idCard, ...idCard.description },
  { ...imei.imei, ...imei.description },
  { ...ipAddress.ipAddress, ...ipAddress.description },
  { ...landline.landline, ...landline.description },
  { ...licensePlate.licensePlate, ...licensePlate.description },
  { ...macAddress.macAddress, ...macAddress.description },
  { ...medicalInsurance.medicalInsurance, ...medicalInsurance.description },
  { ...militaryId.militaryId, ...militaryId.description },
  { ...name.name, ...name.description },
  { ...passport.passport, ...passport.description },
  { ...password.password, ...password.description },
  { ...phone.phone, ...phone.description },
  { ...qq.qq, ...qq.description },
  { ...residencePermit.residencePermit, ...residencePermit.description },
  { ...socialCreditCode.socialCreditCode, ...socialCreditCode.description },
  { ...taiwanPermit.taiwanPermit, ...taiwanPermit.description },
  { ...ticketNumber.ticketNumber, ...ticketNumber.description },
  { ...trackingNumber.trackingNumber, ...trackingNumber.description },
  { ...vatInvoice.vatInvoice, ...vatInvoice.description },
  { ...vin.vin, ...vin.description },
  { ...wechat.wechat, ...wechat.description },
];
