import type { Detector } from "../detector.js";
import { address } from "./address.js";
import { bankCard } from "./bank-card.js";
import { email } from "./email.js";
import { idCard } from "./id-card.js";
import { landline } from "./landline.js";
import { licensePlate } from "./license-plate.js";
import { name } from "./name.js";
import { phone } from "./phone.js";

/** Every detector, in order of entity type. */
export const detectors: readonly Detector[] = [address, bankCard, email, idCard, landline, licensePlate, name, phone];
