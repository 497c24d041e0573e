import { besidePages } from "./beside-pages.ts";
import type { CorpusFile } from "./corpus-file.ts";
import { drawings } from "./drawings.ts";
import { fileStructure } from "./file-structure.ts";
import { fonts } from "./fonts.ts";
import { forms } from "./forms.ts";
import { layers } from "./layers.ts";
import { pictures } from "./pictures.ts";
import { placement } from "./placement.ts";
import { producers } from "./producers.ts";
import { textOperators } from "./text-operators.ts";

/** Every file of the corpus, by what leaks in it. */
export const corpus: Readonly<Record<string, readonly CorpusFile[]>> = {
  "text operators": textOperators,
  "places of text": placement,
  fonts,
  forms,
  "beside the pages": besidePages,
  layers,
  "structure of the file": fileStructure,
  pictures,
  drawings,
  "other producers": producers,
};
