import type { PictureCase } from "./index.ts";

/** What real documents have that invented ones easily lack, and which layouts or degradations of the bench show it. */
export const traits: Record<string, readonly (PictureCase["kind"] | PictureCase["degradation"])[]> = {
  "labels without a colon, specks on labels": ["waybill-sto", "printed-form", "household", "texture"],
  "identity numbers with a wrong check digit": ["id-specimen"],
  "raised digits on artwork, an echo of the prefix": ["bank-card-embossed"],
  "creased, small and coarse barcodes": ["crease", "low-resolution", "far"],
  "280 to 4,800 pixels across": ["low-resolution", "vast"],
  "a sheet in a part of a large photograph": ["vast"],
  "EXIF orientation": ["exif"],
  "a quarter or half turn": ["quarter-turn", "upside-down"],
  "tilted and curled": ["tilt", "curl"],
  "vertical print": ["envelope", "waybill-zto"],
  "front and back on one page": ["id-copy"],
  "several documents in one picture": ["several"],
  "a waybill that says everything twice, name and phone without labels, stacked labels, salutations": ["waybill-zto"],
  "waybill numbers in groups": ["waybill-sf", "waybill-ems"],
  "a masked identity number with the name behind it": ["ticket-blue", "ticket-red"],
  "stamps and guilloche over text": ["stamp", "ticket-red", "driving-licence"],
  "values far below tiny labels in two languages": ["itinerary"],
  "cipher blocks, machine numbers, sole traders' cards, roles for names": ["vat-invoice"],
  "spaced labels": ["vat-invoice", "id-front"],
  "a page of a PDF that is nothing but a picture, turned": ["pdf"],
  "owners' mosaics, bars and white-out with remains": ["masked"],
  "handwriting beside print, signatures": ["waybill-ems", "handwritten-form", "card-slip"],
};
