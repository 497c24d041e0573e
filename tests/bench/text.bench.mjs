import { closeSync, openSync, statSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inFolder, measure, median, peakMemory, tuhei } from "./measure.mjs";

const patterns = fileURLToPath(new URL("patterns.rg", import.meta.url));
/** Size of the large export; `TUHEI_BENCH_MB=1024` for the full gigabyte. */
const LARGE_MB = Number(process.env.TUHEI_BENCH_MB ?? 200);

/** Text scan against ripgrep with the raw patterns, start-up against bare Node, and a large export in constant memory. */
export async function bench() {
  await inFolder(async (folder) => {
    const csv = join(folder, "orders.csv");
    writeOrders(csv, 20);
    const megabytes = statSync(csv).size / 1e6;
    const ripgrep = median(3, () => measure("rg", ["-j1", "--no-config", "--count-matches", "-f", patterns, csv]));
    const scan = median(3, () => measure(process.execPath, [tuhei, "scan", csv, "--format", "json", "--quiet"]));
    print("scan CSV, 15 raw patterns in ripgrep", megabytes, ripgrep);
    print("scan CSV, tuhei, whole process", megabytes, scan);
    console.log(`tuhei / ripgrep: ${(scan / ripgrep).toFixed(2)} × its time`);

    const small = join(folder, "small.txt");
    writeFileSync(small, "电话：13900001234\n");
    const bare = median(7, () => measure(process.execPath, ["-e", "0"]));
    const start = median(7, () => measure(process.execPath, [tuhei, "scan", small]));
    console.log(
      `start-up: node -e 0 ${bare.toFixed(3)} s, scan of one small file ${start.toFixed(3)} s, difference ${(start - bare).toFixed(3)} s`,
    );

    const large = join(folder, "large.csv");
    writeOrders(large, LARGE_MB);
    const out = join(folder, "out");
    for (const args of [
      [tuhei, "scan", large, "--quiet"],
      [tuhei, "redact", large, "--out", out, "--quiet", "--overwrite"],
    ]) {
      const { seconds, status } = measure(process.execPath, args);
      print(`${args[1]} of ${LARGE_MB} MB, exit ${status}`, LARGE_MB, seconds);
      console.log(`peak memory: ${peakMemory(args).toFixed(0)} MB`);
    }
  });
}

/** An order export with a phone, a name and an address in every row. */
function writeOrders(path, megabytes) {
  const file = openSync(path, "w");
  writeSync(file, "订单号,下单时间,收货人,手机号,收货地址,金额\n");
  let rows = [];
  for (let written = 0, index = 0; written < megabytes * 1e6; index++) {
    rows.push(row(index));
    if (rows.length < 5000) continue;
    const block = Buffer.from(rows.join(""));
    writeSync(file, block);
    written += block.length;
    rows = [];
  }
  closeSync(file);
}

function row(index) {
  const phone = `1${3 + (index % 7)}${String(index % 10)}${String((index * 7919) % 100000000).padStart(8, "0")}`;
  const name = `${"赵钱孙李周吴郑王"[index % 8]}${String.fromCodePoint(0x5b50 + (index % 900))}`;
  return `${20240100000000 + index},2024-03-${String(1 + (index % 28)).padStart(2, "0")} 12:30,${name},${phone},浙江省杭州市西湖区文三路${1 + (index % 900)}号${1 + (index % 40)}室,${(index % 900) + 0.5}\n`;
}

function print(what, megabytes, seconds) {
  console.log(`${what}: ${seconds.toFixed(2)} s, ${(megabytes / seconds).toFixed(0)} MB/s`);
}
