// Loaded before the command line in tests: a defect that one file sets off, whose message quotes that file.
const decode = TextDecoder.prototype.decode;

TextDecoder.prototype.decode = function (...args) {
  const text = decode.apply(this, args);
  if (text.includes("set off a defect")) throw new TypeError(`cannot read ${text}`);
  return text;
};
