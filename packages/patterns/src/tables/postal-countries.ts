/** By first letter, the letters that follow it in the code of a country. */
const BY_LETTER =
  "ADEFGILMOQRSTUWXZ BABDEFGHIJLMNOQRSTVWYZ CACDFGHIKLMNORUVWXYZ DEJKMOZ ECEGHRST FIJKMOR GABDEFGHILMNPQRSTUWY " +
  "HKMNRTU IDELMNOQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY MACDEFGHKLMNOPQRSTUVWXYZ NACEFGILOPRUZ OM PAEFGHKLMNRSTWY " +
  "QA REOSUW SABCDEGHIJKLMNORSTVXYZ TCDFGHJKLMNORTVWZ UAGMSYZ VACEGINU WFS YET ZAMW";

/**
 * Countries and territories of ISO 3166-1 alpha-2, as the last two letters of a postal item's number name the one that it
 * comes from (UPU S10-12, 5.1). To refresh: https://www.iso.org/obp/ui/#search/code.
 */
export const postalCountries: ReadonlySet<string> = new Set(
  BY_LETTER.split(" ").flatMap(([first, ...others]) => others.map((second) => `${first}${second}`)),
);
