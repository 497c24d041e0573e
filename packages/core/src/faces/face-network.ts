import { createOnnxWriter, type OnnxWriter } from "./onnx-writer.js";
import type { Weights } from "./weights.js";

/** Pixels of either side of what the network sees. */
export const SIDE = 512;
/** Numbers for one place: four of its box, three of its classes. */
export const PLACE = 7;
const [BOX, CLASSES] = [4, 3];

/** tfjs's batchNorm in the network's own code. */
const EPSILON = 0.0010000000474974513;
/** Layers of MobileNet that halve the picture, counted from 1. */
const HALVING: readonly number[] = [2, 4, 6, 12];
const LAYERS = 13;
/** The layer whose picture is large enough for small faces. */
const FINE_LAYER = 11;
/** Further layers of the predictor; every other one halves. */
const FURTHER_LAYERS = 8;

type Layers = ReadonlyMap<string, Weights>;

/**
 * SSD on MobileNet v1 (Liu et al., 2016; Howard et al., 2017) as a model that onnxruntime runs, with the weights of
 * `ssd_mobilenetv1_model` in @vladmandic/face-api (MIT; trained on WIDER FACE). Input: one picture, channels first, -1 to 1.
 * Output: {@link PLACE} numbers a place, in the order of {@link anchorsOf}.
 */
export function faceModel(layers: Layers): Uint8Array {
  const writer = createOnnxWriter();
  const limits = [0, 6].map((limit) => writer.floats({ floats: Float32Array.of(limit), dims: [] }));
  const convolve = (x: string, filters: Weights, bias: Float32Array, stride: number, group = 1) =>
    writer.add(
      "Conv",
      [x, writer.floats(channelsFirst(filters, group)), writer.floats({ floats: bias, dims: [bias.length] })],
      { auto_pad: "SAME_UPPER", strides: [stride, stride], group },
    );
  const clipped = (x: string) => writer.add("Clip", [x, ...limits]);
  const pointwise = (x: string, scope: string, stride = 1) => {
    const bias = layer(layers, `${scope}/convolution_bn_offset`).floats;
    return clipped(convolve(x, layer(layers, `${scope}/weights`), bias, stride));
  };
  const depthwise = (x: string, scope: string, stride: number) => {
    const { filters, bias } = normalised(layers, scope);
    return clipped(convolve(x, filters, bias, stride, bias.length));
  };

  let x = pointwise("picture", "MobilenetV1/Conv2d_0_pointwise", 2);
  let fine = x;
  for (let index = 1; index <= LAYERS; index++) {
    x = depthwise(x, `MobilenetV1/Conv2d_${index}_depthwise`, HALVING.includes(index) ? 2 : 1);
    x = pointwise(x, `MobilenetV1/Conv2d_${index}_pointwise`);
    if (index === FINE_LAYER) fine = x;
  }
  const seen = [fine, x];
  for (let index = 0; index < FURTHER_LAYERS; index++) {
    const halves = index % 2 === 1;
    x = pointwise(x, `Prediction/Conv2d_${index}_pointwise`, halves ? 2 : 1);
    if (halves) seen.push(x);
  }
  const parts = (kind: string, size: number) =>
    seen.map((from, index) => {
      const scope = `Prediction/BoxPredictor_${index}/${kind}`;
      const given = convolve(from, layer(layers, `${scope}/weights`), layer(layers, `${scope}/biases`).floats, 1);
      return rows(writer, given, size);
    });
  const [boxes, classes] = [parts("BoxEncodingPredictor", BOX), parts("ClassPredictor", CLASSES)].map((all) =>
    writer.add("Concat", all, { axis: 0 }),
  );
  const output = writer.add("Concat", [boxes!, classes!], { axis: 1 });
  return writer.model("picture", [1, 3, SIDE, SIDE], output);
}

/** Boxes as [top, left, bottom, right] in shares of the side, which the network's answers are told from. */
export function anchorsOf(layers: Layers): Float32Array {
  return layer(layers, "Output/extra_dim").floats;
}

function layer(layers: Layers, name: string): Weights {
  const found = layers.get(name);
  if (!found) throw new RangeError(`The face model has no layer ${name}`);
  return found;
}

/** One row a place: from channels first to places first. */
function rows(writer: OnnxWriter, x: string, size: number): string {
  const placesFirst = writer.add("Transpose", [x], { perm: [0, 2, 3, 1] });
  return writer.add("Reshape", [placesFirst, writer.integers([-1, size])]);
}

/** TensorFlow's [height, width, in, out] as ONNX's [out, in, height, width]; depthwise filters have one input each. */
function channelsFirst({ floats, dims }: Weights, group: number): Weights {
  const [height, width, inner, outer] = dims as [number, number, number, number];
  const [ins, outs] = group > 1 ? [outer, inner] : [inner, outer];
  const turned = new Float32Array(floats.length);
  for (let place = 0; place < height * width; place++)
    for (let i = 0; i < inner; i++)
      for (let o = 0; o < outer; o++) {
        const [from, to] = group > 1 ? [o, i] : [i, o];
        turned[(to * ins + from) * height * width + place] = floats[(place * inner + i) * outer + o]!;
      }
  return { floats: turned, dims: [outs, ins, height, width] };
}

/** A depthwise convolution with its batch normalisation in the filters and the bias. */
function normalised(layers: Layers, scope: string) {
  const of = (name: string) => layer(layers, `${scope}/BatchNorm/${name}`).floats;
  const [gamma, beta, mean, variance] = [of("gamma"), of("beta"), of("moving_mean"), of("moving_variance")];
  const scales = gamma.map((value, index) => value / Math.sqrt(variance[index]! + EPSILON));
  const { floats, dims } = layer(layers, `${scope}/depthwise_weights`);
  return {
    filters: { floats: floats.map((value, index) => value * scales[index % scales.length]!), dims },
    bias: beta.map((value, index) => value - mean[index]! * scales[index]!),
  };
}
