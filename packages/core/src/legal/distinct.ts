/** Counts distinct values and holds none of them: hashes of up to {@link EXACT} values, then a sketch of 16 kB. */
export interface DistinctCounter {
  add(hash: ValueHash): void;
  /** Takes in what another has counted. */
  merge(other: DistinctValues): void;
  /** What was counted so far, as plain data. */
  readonly values: DistinctValues;
}

/** Hashes of values, or the sketch of too many: plain data, which may pass from one process to another. */
export type DistinctValues = ReadonlySet<number> | Uint8Array;

/** How many: exact up to {@link EXACT}; beyond it within 1 % in two runs of three (standard error 0.81 %). */
export function countOf(values: DistinctValues): number {
  return values instanceof Uint8Array ? Math.round(estimate(values)) : values.size;
}

/** Whether the count is an estimate. */
export function isEstimated(values: DistinctValues): boolean {
  return values instanceof Uint8Array;
}

/** A value as two independent hashes of 32 bits. */
export type ValueHash = readonly [high: number, low: number];

/** Distinct values counted exactly: twice the largest threshold of 法释〔2017〕10号 第五条. */
export const EXACT = 10_000;

/** Bits that choose a register: 2^14 of them give a standard error of 1.04 / 2^7 (Flajolet et al., HyperLogLog, 2007). */
const INDEX_BITS = 14;
const REGISTERS = 2 ** INDEX_BITS;
/** Flajolet et al., figure 3: the constant for many registers. */
const ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);
/** Below so many times the registers, empty ones tell more than full ones (ibid.). */
const SMALL_RANGE = 2.5;

/** Fixed, so that the same files give the same report: π and e, 32 bits each. Hashes never leave memory. */
const SEEDS = [0x243f6a88, 0xb7e15162] as const;

/** Two rounds of multiplication over the value's UTF-16 units, finished as in MurmurHash3. */
export function hashOfValue(value: string): ValueHash {
  let [high, low] = [SEEDS[0] as number, SEEDS[1] as number];
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x85ebca77);
    high ^= high >>> 15;
    low ^= low >>> 13;
  }
  return [finished(high ^ (low >>> 7)), finished(low ^ (high >>> 9))];
}

/** MurmurHash3's 32-bit finaliser. */
function finished(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** What a counter holds that has not spilled. */
const NO_REGISTERS = new Uint8Array(0);

/** An empty counter. */
export function createDistinctCounter(): DistinctCounter {
  let held: Set<number> | undefined = new Set();
  let sketch: Uint8Array = NO_REGISTERS;

  function hold(key: number): void {
    if (held) {
      held.add(key);
      if (held.size > EXACT) spill();
    } else mark(sketch, key);
  }

  function spill(): void {
    sketch = new Uint8Array(REGISTERS);
    for (const key of held!) mark(sketch, key);
    held = undefined;
  }

  return {
    add: ([high, low]) => hold(keyOf(high, low)),
    merge(other) {
      if (!(other instanceof Uint8Array)) {
        for (const key of other) hold(key);
        return;
      }
      if (held) spill();
      for (let index = 0; index < REGISTERS; index++) sketch[index] = Math.max(sketch[index]!, other[index]!);
    },
    get values() {
      return held ?? sketch;
    },
  };
}

/** 2^21: what of the high hash fits into a number beside the 32 bits of the low one. */
const HIGH_VALUES = 2 ** 21;

function keyOf(high: number, low: number): number {
  return (high % HIGH_VALUES) * 2 ** 32 + low;
}

/** The register is chosen by the high part; it keeps the longest run of zeros that began a low part. */
function mark(sketch: Uint8Array, key: number): void {
  const index = Math.floor(key / 2 ** 32) % REGISTERS;
  const rank = Math.clz32(key % 2 ** 32) + 1;
  if (rank > sketch[index]!) sketch[index] = rank;
}

function estimate(sketch: Uint8Array): number {
  let [sum, empty] = [0, 0];
  for (const rank of sketch) {
    sum += 2 ** -rank;
    if (rank === 0) empty++;
  }
  const raw = (ALPHA * REGISTERS * REGISTERS) / sum;
  return raw <= SMALL_RANGE * REGISTERS && empty > 0 ? REGISTERS * Math.log(REGISTERS / empty) : raw;
}
