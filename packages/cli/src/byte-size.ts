const UNITS: Readonly<Record<string, number>> = { "": 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** Bytes of "500", "64k", "20MB", "1.5G" (units of 1,024); undefined for anything else. */
export function byteSize(text: string): number | undefined {
  const parts = /^(\d+(?:\.\d+)?)([kmg]?)i?b?$/i.exec(text.trim());
  return parts ? Math.floor(Number(parts[1]) * UNITS[parts[2]!.toLowerCase()]!) : undefined;
}
