/** Numbers of one layer, row-major in the shape of `dims`. */
export interface Weights {
  readonly floats: Float32Array;
  readonly dims: readonly number[];
}

/** A layer as the manifest of TensorFlow.js names it; quantised ones are `min + scale · byte`. */
interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly scale: number; readonly min: number; readonly dtype: "uint8" };
}

/**
 * The layers of a network in TensorFlow.js's format of weights: one manifest, one file of bytes after one another.
 *
 * @throws {RangeError} where a layer is stored in a way that is not read
 */
export function readWeights(manifest: string, data: Uint8Array): ReadonlyMap<string, Weights> {
  const groups = JSON.parse(manifest) as { weights: readonly Entry[] }[];
  const layers = new Map<string, Weights>();
  let at = 0;
  for (const { name, shape, dtype, quantization } of groups.flatMap(({ weights }) => weights)) {
    const count = shape.reduce((product, side) => product * side, 1);
    if (quantization) {
      const { scale, min } = quantization;
      // Float32Array.from would hold every number as a value of its own: 30 MB that V8 keeps.
      const floats = new Float32Array(count);
      for (let index = 0; index < count; index++) floats[index] = min + scale * data[at + index]!;
      layers.set(name, { floats, dims: shape });
      at += count;
      continue;
    }
    if (dtype !== "float32") throw new RangeError(`Expected float32 for ${name} but received ${dtype}`);
    // A copy: the bytes may lie at any offset, floats only at multiples of four.
    layers.set(name, {
      floats: new Float32Array(new Uint8Array(data.subarray(at, at + 4 * count)).buffer),
      dims: shape,
    });
    at += 4 * count;
  }
  return layers;
}
