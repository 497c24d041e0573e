import type { BuiltInEntityType } from "@tuhei/patterns";

/** How a kind of row is put to tuhei. */
export interface Question {
  /** What the row's value is called here; found as one of these, it counts. */
  readonly entityTypes: readonly BuiltInEntityType[];
  /** What stands before a value that counts only behind its label. Rows that are texts stand as they are. */
  readonly label: string;
}

/** All types: whatever is found in a trap is one too many. */
export const anything = "anything";

/** Rows whose input is one value: found as a whole, or not. */
export const values: Readonly<Record<string, Question>> = {
  cn_id: ask("", "id-card"),
  cn_id_fields: ask("身份证：", "id-card"),
  cn_id_birthplace: ask("", "id-card"),
  cn_id_shape: ask("身份证：", "id-card"),
  cn_id15: ask("身份证：", "id-card"),
  cn_id15_to_18: ask("身份证：", "id-card"),
  cn_foreign_pr_id: ask("", "id-card"),
  hk_id: ask("身份证：", "residence-permit"),
  mo_id: ask("身份证：", "residence-permit"),
  tw_id: ask("身份证：", "residence-permit"),
  cn_passport: ask("护照号：", "passport"),
  cn_passport_shape: ask("护照号：", "passport"),
  cn_military_id: ask("", "military-id"),
  cn_mobile: ask("", "phone"),
  cn_mobile_national: ask("", "phone"),
  cn_landline: ask("电话：", "landline"),
  cn_fixedLine_national: ask("电话：", "landline"),
  cn_premiumRate_national: ask("电话：", "landline", "phone"),
  cn_sharedCost_national: ask("电话：", "landline", "phone"),
  cn_tollFree_national: ask("电话：", "landline", "phone"),
  cn_service_400_800: ask("客服电话：", "landline", "phone"),
  phone_impossible_cases: ask("", "landline", "phone"),
  phone_possible_only_cases: ask("", "landline", "phone"),
  card_luhn: ask("", "bank-card"),
  card_bin: ask("卡号：", "bank-card"),
  cn_bank_card_shape: ask("卡号：", "bank-card"),
  cn_uscc: ask("", "social-credit-code"),
  cn_uscc_shape: ask("统一社会信用代码：", "social-credit-code"),
  cn_plate: ask("", "license-plate"),
  vin_shape: ask("车架号：", "vin"),
  cn_waybill: ask("快递单号：", "tracking-number"),
  cn_waybill_carrier: ask("快递单号：", "tracking-number"),
  upu_s10: ask("", "tracking-number"),
  cn_name: ask("姓名：", "name"),
  date_of_birth: ask("出生日期：", "birth-date"),
  email: ask("邮箱：", "email"),
  ipv4: ask("IP：", "ip-address"),
  mac: ask("MAC地址：", "mac-address"),
  imei: ask("IMEI：", "imei"),
  imei_shape: ask("IMEI：", "imei"),
  qq: ask("QQ：", "qq"),
  wechat: ask("微信号：", "wechat"),
  "mask:ADDRESS": ask("地址：", "address"),
  "mask:address": ask("地址：", "address"),
  "mask:BANK_CARD": ask("卡号：", "bank-card"),
  "mask:bankCard": ask("卡号：", "bank-card"),
  "mask:card": ask("卡号：", "bank-card"),
  "mask:CHINESE_NAME": ask("姓名：", "name"),
  "mask:chineseName": ask("姓名：", "name"),
  "mask:name": ask("姓名：", "name"),
  "mask:EMAIL": ask("", "email"),
  "mask:email": ask("", "email"),
  "mask:FIXED_PHONE": ask("电话：", "landline"),
  "mask:fixedPhone": ask("电话：", "landline"),
  "mask:ID_CARD": ask("身份证：", "id-card"),
  "mask:id": ask("身份证：", "id-card"),
  "mask:idCardNum": ask("身份证：", "id-card"),
  "mask:IPV4": ask("", "ip-address"),
  "mask:ipv4": ask("", "ip-address"),
  "mask:IPV6": ask("", "ip-address"),
  "mask:MOBILE_PHONE": ask("", "phone"),
  "mask:mobilePhone": ask("", "phone"),
  "mask:phone": ask("", "phone"),
  "mask:PASSWORD": ask("密码：", "password"),
  "mask:password": ask("密码：", "password"),
  "mask:birthday": ask("生日：", "birth-date"),
  "mask:carLicense": ask("", "license-plate"),
  "mask:passport": ask("护照：", "passport"),
};

/** Rows whose input is a text: all that is found of these types, in order. */
export const texts: Readonly<Record<string, readonly BuiltInEntityType[] | typeof anything>> = {
  card_in_text: ["bank-card"],
  email_in_text: ["email"],
  ip_in_text: ["ip-address"],
  ip_in_zh_text: ["ip-address"],
  mac_in_text: ["mac-address"],
  phone_in_zh_text: ["landline", "phone"],
  cn_name_in_text: ["name"],
  cn_address_in_text: ["address"],
  "fp_context:ACCOUNT": anything,
  "fp_context:CARD": anything,
  "fp_context:EMAIL": anything,
  "fp_context:ID": anything,
  "fp_context:NAME": anything,
  "fp_context:NUMBER": anything,
  "fp_context:PHONE": anything,
  "fp_context:PHONE_UK": anything,
  "fp_context:PHONE_UK_MOBILE": anything,
  "fp_context:UK_BANK_ACCOUNT": anything,
  trap_ean: anything,
  trap_hash: anything,
  trap_md5: anything,
  trap_stock: anything,
  trap_uuid: anything,
  trap_version: anything,
};

/** Rows that ask what tuhei does not answer. */
export const left: Readonly<Record<string, string>> = {
  luhn: "asks whether a sum of digits is right, of 0 as of 79927398713: that alone makes no card",
  cn_postal_code: "a postal code alone names an area of thousands: no entity type",
  train_no: "a train's number is nobody's: no entity type",
  cn_driver_archive_no: "the archive number of a driving licence is no entity type yet",
  "mask:CLEAR_TO_EMPTY": "a masker's way of leaving nothing, whatever the value",
  "mask:USER_ID": "a masker's way of writing 0, whatever the value",
  "mask:geo": "half a coordinate: one number alone is no place",
};

function ask(label: string, ...entityTypes: readonly BuiltInEntityType[]): Question {
  return { entityTypes, label };
}
