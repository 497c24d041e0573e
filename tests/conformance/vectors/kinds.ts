import type { EntityType } from "@tuhei/patterns";

/** How the vectors of a kind are asked, and of which of our types they are. */
export type Kind =
  /** The peer says whether the whole input is one; `label` stands before forms that count only behind one. */
  | { readonly ask: "valid"; readonly of: readonly EntityType[]; readonly label?: string }
  /** The peer says where in a sentence they are. */
  | { readonly ask: "places"; readonly of: readonly EntityType[] }
  /** Nobody's: whatever the peer's rule calls it, nothing is found. */
  | { readonly ask: "nothing" }
  /** The peer says whether a value in its sentence is a false alarm. */
  | { readonly ask: "false alarm" }
  /** tuhei does no such thing. */
  | { readonly ask: "left"; readonly because: string };

const valid = (of: EntityType | readonly EntityType[], label = ""): Kind => ({
  ask: "valid",
  of: typeof of === "string" ? [of] : of,
  label,
});
const places = (...of: EntityType[]): Kind => ({ ask: "places", of });
const left = (because: string): Kind => ({ ask: "left", because });
const NOTHING: Kind = { ask: "nothing" };

/** Every kind of vector. */
export const kinds: Readonly<Record<string, Kind>> = {
  card_bin: left("the name of a bank and the kind of a card are not told"),
  card_in_text: places("bank-card"),
  card_luhn: valid("bank-card"),
  cn_address_in_text: places("address"),
  cn_bank_card_shape: valid("bank-card", "银行卡号："),
  cn_driver_archive_no: left("no entity type"),
  cn_fixedLine_national: left("nobody writes an area code without its 0"),
  cn_foreign_pr_id: valid("id-card"),
  cn_id: valid("id-card"),
  cn_id15: valid("id-card", "身份证："),
  cn_id15_to_18: left("numbers are not converted"),
  cn_id_birthplace: left("what a number says of its bearer is not told"),
  cn_id_fields: left("what a number says of its bearer is not told"),
  cn_id_shape: valid("id-card", "身份证："),
  cn_landline: valid("landline", "电话："),
  cn_military_id: valid("military-id"),
  cn_mobile: valid("phone"),
  cn_mobile_national: valid("phone"),
  cn_name: valid("name", "姓名："),
  cn_name_in_text: places("name"),
  cn_passport: valid("passport", "护照："),
  cn_passport_shape: valid(["passport", "hk-macau-permit"], "护照："),
  cn_plate: valid("license-plate"),
  cn_postal_code: left("no entity type: six digits of a district"),
  cn_premiumRate_national: NOTHING,
  cn_service_400_800: NOTHING,
  cn_sharedCost_national: NOTHING,
  cn_tollFree_national: NOTHING,
  cn_uscc: valid("social-credit-code"),
  cn_uscc_shape: valid("social-credit-code", "统一社会信用代码："),
  cn_waybill: left("whose waybill a number is, is not told"),
  cn_waybill_carrier: left("whose waybill a number is, is not told"),
  date_of_birth: valid("birth-date", "出生日期："),
  email: valid("email"),
  email_in_text: places("email"),
  "fp_context:ACCOUNT": { ask: "false alarm" },
  "fp_context:CARD": { ask: "false alarm" },
  "fp_context:EMAIL": { ask: "false alarm" },
  "fp_context:ID": { ask: "false alarm" },
  "fp_context:NAME": { ask: "false alarm" },
  "fp_context:NUMBER": { ask: "false alarm" },
  "fp_context:PHONE": { ask: "false alarm" },
  "fp_context:PHONE_UK": { ask: "false alarm" },
  "fp_context:PHONE_UK_MOBILE": { ask: "false alarm" },
  "fp_context:UK_BANK_ACCOUNT": { ask: "false alarm" },
  hk_id: valid("residence-permit", "香港身份证："),
  imei: valid("imei", "IMEI："),
  imei_shape: valid("imei", "IMEI："),
  ip_in_text: places("ip-address"),
  ip_in_zh_text: places("ip-address"),
  ipv4: valid("ip-address"),
  luhn: left("the bare sum; checksums/luhn.test.ts has it"),
  mac: valid("mac-address", "MAC："),
  mac_in_text: places("mac-address"),
  mask: left("peers star out each in their own way"),
  mo_id: valid("residence-permit", "澳门身份证："),
  phone_impossible_cases: NOTHING,
  phone_in_zh_text: places("phone", "landline"),
  phone_possible_only_cases: NOTHING,
  qq: valid("qq", "QQ："),
  train_no: NOTHING,
  trap_ean: NOTHING,
  trap_hash: NOTHING,
  trap_md5: NOTHING,
  trap_stock: NOTHING,
  trap_uuid: NOTHING,
  trap_version: NOTHING,
  tw_id: valid("residence-permit", "台湾身份证："),
  upu_s10: valid("tracking-number"),
  vin_shape: valid("vin", "车架号："),
  wechat: valid("wechat", "微信："),
};
