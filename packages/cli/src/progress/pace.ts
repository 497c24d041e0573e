import type { ProgressOptions } from "./progress.js";

/** How far a run is. */
export interface Pace {
  readonly done: number;
  readonly total: number;
  /** Files a second so far. */
  readonly rate: number;
  /** Seconds that the rest will take if it goes on as before; undefined while nothing tells. */
  readonly restSeconds?: number;
}

/** A small file costs more than its bytes: what a file counts beside them. */
const FILE_BYTES = 20_000;

/** Counts files and what they weigh. A file that takes long is long to come only if it is large. */
export function createPace({ inputs, now }: ProgressOptions) {
  const weightOf = new Map(inputs.map(({ path, bytes }) => [path, bytes + FILE_BYTES]));
  const all = [...weightOf.values()].reduce((sum, weight) => sum + weight, 0);
  const start = now();
  let [done, weight] = [0, 0];
  return {
    end(path: string): void {
      done++;
      weight += weightOf.get(path) ?? 0;
    },
    pace(): Pace {
      const seconds = (now() - start) / 1000;
      const isKnown = weight > 0 && seconds > 0;
      return {
        done,
        total: inputs.length,
        rate: seconds > 0 ? done / seconds : 0,
        ...(isKnown && { restSeconds: (seconds * Math.max(0, all - weight)) / weight }),
      };
    },
  };
}

/** "12 s", "3 min", "2 h 5 min". */
export function durationText(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.ceil(whole / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
