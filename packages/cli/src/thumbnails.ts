import type { VerifiedFile } from "@tuhei/redactor";
import type { CommandOptions } from "./commands/command.js";
import type { FileResult } from "./result.js";

/** Pages shown of one file. */
const PAGES = 4;
/** Pixels of the longer side: the page is known again, and its text too small to be read. */
const SIDE = 220;
/** Pictures in one report: some MB at most. */
const MOST = 400;

/** Whether a report of the run shows what copies look like. */
export function showsThumbnails({ format }: CommandOptions): boolean {
  return [format].flat().includes("html");
}

/**
 * What the pages of a proven copy look like.
 *
 * @throws {TuheiError} "engine", "damaged"
 */
export async function thumbnailsOf(file: VerifiedFile, format: string): Promise<FileResult["thumbnails"]> {
  const { thumbnails } = await import("@tuhei/redactor");
  const { pictures, pages } = await thumbnails(file, format, { most: PAGES, side: SIDE });
  return {
    uris: pictures.map((picture) => `data:image/webp;base64,${Buffer.from(picture).toString("base64")}`),
    pages,
  };
}

/** Takes away the pictures of files beyond what one report may hold; their number of pages stays. */
export function createThumbnailLimit(): (file: FileResult) => FileResult {
  let left = MOST;
  return (file) => {
    if (!file.thumbnails) return file;
    const uris = file.thumbnails.uris.slice(0, left);
    left -= uris.length;
    return { ...file, thumbnails: { ...file.thumbnails, uris } };
  };
}
