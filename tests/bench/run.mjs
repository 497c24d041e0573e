// Speed and memory, as ratios against a peer in the same run. `npm run bench [-- NAME…]`; never part of the test suite.
import { readdirSync } from "node:fs";

const asked = process.argv.slice(2);
const names = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".bench.mjs"))
  .map((file) => file.replace(".bench.mjs", ""))
  .filter((name) => asked.length === 0 || asked.includes(name))
  .sort();

for (const name of names) {
  console.log(`\n## ${name}`);
  const { bench } = await import(`./${name}.bench.mjs`);
  await bench();
}
