// Loaded before the command line in tests: names on standard error every package file that is loaded.
import { register } from "node:module";

const hooks = `
  export async function load(url, context, next) {
    if (url.includes("/node_modules/")) process.stderr.write("loaded: " + url.slice(url.lastIndexOf("/node_modules/") + 14) + "\\n");
    return next(url, context);
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
