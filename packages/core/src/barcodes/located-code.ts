import type { TurnedBox } from "../ocr/turned-box.js";
import type { Barcode } from "../services.js";

/** A barcode with its place as a turned box, margins included. */
export interface LocatedCode extends Omit<Barcode, "quad"> {
  readonly box: TurnedBox;
}
