/** ISO/IEC 7812-1, Annex B. */
export function withLuhn(body: string): string {
  let sum = 0;
  for (let index = 0; index < body.length; index++) {
    const digit = Number(body[body.length - 1 - index]);
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return body + String((10 - (sum % 10)) % 10);
}

/** GB 11714, 4: the check character of an organisation code of eight characters. */
export function organisationCheck(body: string): string {
  const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(body[index]!), 0);
  return "0123456789X"[(11 - (sum % 11)) % 11]!;
}

/** GB 32100-2015, 5: a social credit code from its first seventeen characters. */
export function withCreditCheck(body: string): string {
  const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  let [sum, weight] = [0, 1];
  for (const character of body) {
    sum += weight * alphabet.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return body + alphabet[(31 - (sum % 31)) % 31];
}

/** GB 16735-2019, Annex B: a VIN with its ninth character right, from seventeen characters. */
export function withVinCheck(body: string): string {
  const values: Readonly<Record<string, number>> = {
    ...{ A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9 },
    ...{ S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9 },
  };
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  const sum = weights.reduce(
    (total, weight, index) => total + weight * (values[body[index]!] ?? Number(body[index])),
    0,
  );
  return body.slice(0, 8) + "0123456789X"[sum % 11] + body.slice(9);
}

/** UPU S10, 5: the check digit of a serial of eight digits. */
export function postalCheck(serial: string): string {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const check = 11 - (weights.reduce((total, weight, index) => total + weight * Number(serial[index]), 0) % 11);
  return check === 10 ? "0" : check === 11 ? "5" : String(check);
}

/** ICAO Doc 9303-3, 4.9: weights 7, 3, 1. */
export function zoneCheck(field: string): string {
  const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const sum = [...field].reduce(
    (total, character, index) => total + [7, 3, 1][index % 3]! * Math.max(0, alphabet.indexOf(character)),
    0,
  );
  return String(sum % 10);
}

/** Hong Kong identity card: weights 9 to 2, a space before one letter counting 36. */
export function hongKongCheck(letter: string, digits: string): string {
  const sum = [36, letter.charCodeAt(0) - 55, ...[...digits].map(Number)].reduce(
    (total, value, index) => total + value * (9 - index),
    0,
  );
  return "0123456789A"[(11 - (sum % 11)) % 11]!;
}

/** Taiwan identity card: the letter counts as two digits, weights 1, 9, 8 … 1. */
export function taiwanCheck(letter: string, digits: string): string {
  const number = "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(letter) + 10;
  const values = [Math.floor(number / 10), number % 10, ...[...digits].map(Number)];
  const sum = values.reduce((total, value, index) => total + value * [1, 9, 8, 7, 6, 5, 4, 3, 2, 1][index]!, 0);
  return String((10 - (sum % 10)) % 10);
}
