// Loaded before the command line in tests: what a file's words make of the process that reads it.
import { appendFileSync } from "node:fs";

const decode = TextDecoder.prototype.decode;

TextDecoder.prototype.decode = function (...args) {
  const text = decode.apply(this, args);
  if (text.includes("kill whoever reads this")) process.kill(process.pid, "SIGKILL");
  if (text.includes("never come to an end")) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  if (text.includes("hold on to a lot of memory")) process.memoryUsage.rss = () => 2 ** 31;
  const [, log] = /tell the process in (\/\S+)/.exec(text) ?? [];
  if (log !== undefined) appendFileSync(log, `${process.pid}\n`);
  const [, path] = /append to (\/\S+)/.exec(text) ?? [];
  if (path !== undefined) appendFileSync(path, "more\n");
  return text;
};
