import type { Services } from "@tuhei/core";

/**
 * Engines that begin nothing more once a signal is given: a page with many pictures ends after the one that is being read.
 * What they throw then may be told as gaps of the page, which nobody gets: the signal counts when the page is read, too.
 */
export function untilAborted(services: Services, signal: AbortSignal): Services {
  return {
    async ocr() {
      signal.throwIfAborted();
      const engine = await services.ocr();
      return (
        engine && {
          name: engine.name,
          close: () => engine.close(),
          async recognize(raster) {
            signal.throwIfAborted();
            return engine.recognize(raster);
          },
        }
      );
    },
    async barcodes(raster) {
      signal.throwIfAborted();
      return services.barcodes(raster);
    },
    async faces(raster) {
      signal.throwIfAborted();
      return services.faces(raster);
    },
    close: () => services.close(),
  };
}
