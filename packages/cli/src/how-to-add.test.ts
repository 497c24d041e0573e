import { join } from "node:path";
import { expect, test } from "vitest";
import { howToAdd } from "./how-to-add.js";

const file = join("node_modules", "tuhei", "dist", "how-to-add.js");
const home = join("/", "home", "me");

test.each([
  [
    "a project, from inside of it",
    join(home, "papers", file),
    join(home, "papers", "2026"),
    /^npm install --ignore-scripts onnx/,
  ],
  ["this machine", join("/", "usr", "lib", file), join(home, "papers"), /^npm install --ignore-scripts --global onnx/],
  [
    "one run of npx",
    join(home, ".npm", "_npx", "1f2e", file),
    home,
    /^npx --ignore-scripts -p tuhei -p onnxruntime-node@1 .* tuhei$/,
  ],
  [
    "a workspace",
    join(home, "tuhei", "packages", "cli", "dist", "how-to-add.js"),
    home,
    /^npm install --ignore-scripts onnx/,
  ],
])("the packages are added to %s where tuhei is there", (_where, at, folder, command) => {
  expect(howToAdd("paddle", at, folder)).toMatch(command);
});
