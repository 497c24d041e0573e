// Loaded before the command line in tests: a machine on which nobody installed the network for faces.
import { register } from "node:module";

const hooks = `export const resolve = (specifier, context, next) => {
  if (specifier === "@vladmandic/face-api") throw new Error("not installed");
  return next(specifier, context);
};`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
