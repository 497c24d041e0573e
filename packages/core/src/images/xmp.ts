import type { MetadataText } from "../model/document.js";
import { looseText } from "./ascii.js";
import { positionText } from "./position.js";

/** List and structure elements that name no property themselves. */
const WRAPPERS: ReadonlySet<string> = new Set([
  "rdf:li",
  "rdf:Seq",
  "rdf:Bag",
  "rdf:Alt",
  "rdf:Description",
  "rdf:value",
]);
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const MARKUP = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|<[?!][^>]{0,4096}>|([^<]+)/g;
/** Property names of the published schemas are letters; numbers in one may be somebody's. */
const PLAIN_NAME = /^[A-Za-z]{1,40}$/;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Properties that hold a coordinate, "31,13.824N" or "31,13,49.44N" (XMP specification part 2, 2.6.3 and 1.2.2.5). */
const COORDINATE = /^GPS(?:Dest)?(?:Latitude|Longitude)$/;

/**
 * Every text and attribute of an XMP packet by its property's name: "XMP.creator"; coordinates in one, "XMP.GPS". Namespaces and
 * encodings are left out.
 */
export function xmpTexts(packet: Uint8Array): MetadataText[] {
  const texts = propertyTexts(packet).filter(({ text }) => !isPicture(text));
  const isCoordinate = ({ key, text }: MetadataText) =>
    COORDINATE.test(key.slice("XMP.".length)) && Number.isFinite(degreesOf(text));
  const coordinates = texts.filter(isCoordinate).map(({ text }) => degreesOf(text));
  return [...positionText("XMP.GPS", coordinates), ...texts.filter((text) => !isCoordinate(text))];
}

/** The whole pictures that a packet holds in Base64: thumbnails, the picture before it was edited. */
export function xmpPictures(packet: Uint8Array): Uint8Array[] {
  const texts = propertyTexts(packet).map(({ text }) => text);
  return texts.filter(isPicture).map((text) => Buffer.from(text, "base64"));
}

/** How JPEG and PNG files begin in Base64. */
const PICTURE_HEAD = /^(?:\/9j\/|iVBORw)/;
const MIN_PICTURE = 64;

function isPicture(text: string): boolean {
  return text.length >= MIN_PICTURE && PICTURE_HEAD.test(text);
}

/** NaN for what is no coordinate. */
function degreesOf(text: string): number {
  const [degree, minute = 0, second = 0] = text.split(",").map((part) => Number.parseFloat(part));
  return (/[SW]$/i.test(text) ? -1 : 1) * ((degree ?? Number.NaN) + minute / 60 + second / 3600);
}

function propertyTexts(packet: Uint8Array): MetadataText[] {
  const texts: MetadataText[] = [];
  const path: string[] = [];
  const add = (property: string, untrimmed: string): void => {
    const text = unescaped(untrimmed).trim();
    const name = property.slice(property.indexOf(":") + 1);
    // A name of the author's own making may say anything: it is text then, not a key.
    if (text)
      texts.push(PLAIN_NAME.test(name) ? { key: `XMP.${name}`, text } : { key: "XMP", text: `${name}: ${text}` });
  };
  for (const [, close, element, attributes, isEmpty, content] of packetText(packet).matchAll(MARKUP)) {
    if (content !== undefined) add(path.findLast((name) => !WRAPPERS.has(name)) ?? "packet", content);
    if (element === undefined) continue;
    if (close) {
      path.length = Math.max(0, path.lastIndexOf(element));
      continue;
    }
    for (const [, name, double, single] of (attributes ?? "").matchAll(ATTRIBUTE)) {
      if (!/^(?:xmlns|xml:|rdf:about|rdf:parseType|x:xmptk)/.test(name!)) add(name!, double ?? single ?? "");
    }
    if (!isEmpty) path.push(element);
  }
  return texts;
}

/** In UTF-8, or in UTF-16, which the first bytes tell. */
function packetText(packet: Uint8Array): string {
  const [first, second] = packet;
  if (first === 0xff || (first === 0x3c && second === 0)) return new TextDecoder("utf-16le").decode(packet);
  if (first === 0xfe || (first === 0 && second === 0x3c)) return new TextDecoder("utf-16be").decode(packet);
  return looseText(packet);
}

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
