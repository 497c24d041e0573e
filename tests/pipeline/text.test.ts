import { bytesSource, createServices, open, readAll, scan, textOf } from "@tuhei/core";
import { redact } from "@tuhei/redactor";
import iconv from "iconv-lite";
import { afterAll, describe, expect, test } from "vitest";
import { corpusOf } from "../builders/corpus/index.ts";

const services = createServices({ ocr: "none" });
afterAll(() => services.close());

async function redacted(bytes: Uint8Array, name: string, style: "black" | "label" = "black"): Promise<Uint8Array> {
  const result = await redact(bytesSource(bytes, name), { open: { services }, looks: { style } });
  return readAll(result.file.source);
}

async function valuesIn(bytes: Uint8Array, name: string): Promise<string[]> {
  const document = await open(bytesSource(bytes, name), { services });
  const values: string[] = [];
  for await (const { page, findings } of scan(document))
    values.push(...findings.map((finding) => textOf(finding, page)));
  return values;
}

const CHAT = "今天天气不错\r\n姓名：林晓峰，电话：13900001234。\r\n林晓峰说他晚点到\r\n";

describe("replacement characters", () => {
  async function gapsIn(bytes: Uint8Array, encoding?: string): Promise<readonly string[]> {
    const document = await open(bytesSource(bytes, "a.txt"), { services, ...(encoding ? { encoding } : {}) });
    const codes: string[] = [];
    for await (const page of document.pages()) codes.push(...page.gaps.map(({ code }) => code));
    return codes;
  }

  test.each(["", "\ufeff"])("that the file itself holds are no gap, behind %j too", async (mark) => {
    const bytes = Buffer.from(`${mark}{"name": "\ufffd", "phone": "13900001234"}\n`);
    expect(await gapsIn(bytes)).toEqual([]);
    expect(await gapsIn(bytes, "utf-8")).toEqual([]);
    expect(Buffer.from(await redacted(bytes, "a.json")).toString()).toBe(
      bytes.toString().replace("13900001234", "█".repeat(11)),
    );
  });

  test("that stand for bytes which are no text are told", async () => {
    const bytes = Buffer.concat([Buffer.from(`\ufeff一些文字 \ufffd `), Buffer.from([0xff, 0x0a])]);
    expect(await gapsIn(bytes)).toEqual(["undecodable-text"]);
    expect(await gapsIn(Buffer.from("电 话 13900001234"), "gb18030")).toEqual(["undecodable-text"]);
  });
});

describe("text keeps everything but the findings", () => {
  test.each([
    ["UTF-8", Buffer.from(CHAT), (bytes: Uint8Array) => Buffer.from(bytes).toString()],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${CHAT}`), (bytes: Uint8Array) => Buffer.from(bytes).toString().slice(1)],
    [
      "UTF-16LE with a mark",
      iconv.encode(CHAT, "utf-16le", { addBOM: true }),
      (bytes: Uint8Array) => iconv.decode(Buffer.from(bytes), "utf-16le"),
    ],
    [
      "UTF-16BE with a mark",
      iconv.encode(CHAT, "utf-16be", { addBOM: true }),
      (bytes: Uint8Array) => iconv.decode(Buffer.from(bytes), "utf-16be"),
    ],
    ["GB18030", iconv.encode(CHAT, "gb18030"), (bytes: Uint8Array) => iconv.decode(Buffer.from(bytes), "gb18030")],
  ])("%s comes out in its own encoding with its line ends", async (_name, bytes, decode) => {
    const output = await redacted(bytes, "chat.txt");
    expect(decode(output)).toBe("今天天气不错\r\n姓名：███，电话：███████████。\r\n███说他晚点到\r\n");
    expect([...output.subarray(0, 2)]).toEqual([...bytes.subarray(0, 2)]);
  });

  test("traditional text in Big5 comes out in Big5", async () => {
    const bytes = iconv.encode("收件人：陳曉峰\r\n電話：13900001234\r\n備註：請於下午送達，謝謝您的協助\r\n", "big5");
    expect(iconv.decode(Buffer.from(await redacted(bytes, "單.txt")), "big5")).toBe(
      "收件人：███\r\n電話：███████████\r\n備註：請於下午送達，謝謝您的協助\r\n",
    );
  });

  test("placeholders name what was there", async () => {
    expect(Buffer.from(await redacted(Buffer.from(CHAT), "chat.txt", "label")).toString()).toBe(
      "今天天气不错\r\n姓名：[姓名]，电话：[手机号]。\r\n[姓名]说他晚点到\r\n",
    );
  });

  test("placeholders that would pass for the labels of what follows them are sealed", async () => {
    const text = "昨天跟王小明吃饭，他说公司要搬了\n姓名：王小明，电话：13900001234\n";
    const output = Buffer.from(await redacted(Buffer.from(text), "chat.txt", "label"));
    expect(output.toString()).toBe("昨天跟[姓名█]吃饭，他说公司要搬了\n姓名：[姓名█]，电话：[手机号█]\n");
  });

  test("texts of many kinds can be proven clean with placeholders, too", async () => {
    for (const { name, text } of corpusOf(31, 60)) {
      const output = await redacted(Buffer.from(text), name, "label");
      expect(await valuesIn(output, name)).toEqual([]);
    }
  });

  test("lines without a finding are copied byte for byte, even where they are not text", async () => {
    const bytes = Buffer.concat([
      Buffer.from("说明：这是一份普通的记录，没有什么特别的内容。\n".repeat(40)),
      Buffer.from([0x61, 0xff, 0x62, 10]),
      Buffer.from("电话：13900001234\n"),
    ]);
    const output = Buffer.from(await redacted(bytes, "log.txt"));
    const untouched = bytes.length - "13900001234\n".length;
    expect(output.subarray(0, untouched).equals(bytes.subarray(0, untouched))).toBe(true);
    expect(output.toString("latin1")).not.toContain("13900001234");
  });

  test("a name is found wherever it stands again, a word that only its label calls a name is not", async () => {
    const text = "姓名: 扎西\n姓名: 四季火锅\n扎西来了，四季火锅开了\n";
    expect(await valuesIn(Buffer.from(text), "a.yaml")).toEqual(["扎西", "四季火锅", "扎西"]);
  });

  test("a file without findings comes out unchanged", async () => {
    const bytes = Buffer.from("订单 202401151234567890 已发货，客服 95588\n");
    expect(Buffer.from(await redacted(bytes, "a.txt")).equals(bytes)).toBe(true);
  });
});

describe("long text", () => {
  const line = "普通的一行，没有什么可以涂黑的内容，只是用来占位置。\n";

  test("findings at every place of a text of many windows are found once each", async () => {
    const parts: string[] = [];
    const planted: string[] = [];
    for (let index = 0; index < 60; index++) {
      const phone = `139${String(10_000_000 + index * 7919).padStart(8, "0")}`;
      planted.push(phone);
      parts.push(line.repeat(400 + index), `电话：${phone}\n`);
    }
    const bytes = Buffer.from(parts.join(""));
    expect(await valuesIn(bytes, "long.txt")).toEqual(planted);
    const output = Buffer.from(await redacted(bytes, "long.txt")).toString();
    expect(planted.filter((phone) => output.includes(phone))).toEqual([]);
    expect(output.length).toBe(bytes.toString().length);
  });

  test("offsets are those of the whole decoded text", async () => {
    const bytes = Buffer.from(`${line.repeat(20_000)}电话：13900001234\n`);
    const document = await open(bytesSource(bytes, "long.txt"), { services });
    for await (const { findings } of scan(document)) {
      for (const { place } of findings)
        expect(bytes.toString().slice(place.span!.start, place.span!.end)).toBe("13900001234");
    }
  });

  test("one line of a megabyte is read and redacted like any other", async () => {
    const filler = "没有换行的长文本，";
    const bytes = Buffer.from(`${filler.repeat(60_000)}电话：13900001234，${filler.repeat(60_000)}`);
    const output = Buffer.from(await redacted(bytes, "line.txt")).toString();
    expect(output).toContain("电话：███████████，没有");
    expect(output).not.toContain("13900001234");
  });
});

describe("tables", () => {
  test("a header labels the cells of its column", async () => {
    const bytes = Buffer.from(
      '订单号,收货人,收货地址,备注\r\n20240115,欧阳文静,"浙江省杭州市西湖区文三路1号2室",无\r\n20240116,陆远,上海市黄浦区人民路8号301室,易碎\r\n',
    );
    expect(Buffer.from(await redacted(bytes, "orders.csv")).toString()).toBe(
      `订单号,收货人,收货地址,备注\r\n20240115,████,"${"█".repeat(16)}",无\r\n20240116,██,${"█".repeat(15)},易碎\r\n`,
    );
  });

  test.each(["\t", ";", "|"])("cells may be separated by %j", async (delimiter) => {
    const rows = [
      ["姓名", "手机号", "城市"],
      ["林晓峰", "13900001234", "杭州"],
      ["陆远", "13900005678", "上海"],
    ];
    const bytes = Buffer.from(rows.map((row) => row.join(delimiter)).join("\n"));
    const output = Buffer.from(await redacted(bytes, "people.csv")).toString();
    expect(output.split("\n").map((row) => row.split(delimiter)[2])).toEqual(["城市", "杭州", "上海"]);
    expect(output).not.toMatch(/林晓峰|陆远|139/);
  });

  test("a table without headers is read by what its columns hold, its first row too", async () => {
    const rows = ["林晓峰", "陆远", "欧阳文静", "陈丽", "赵敏"].map(
      (name, index) => `${name},1390000${5670 + index},6222026006705354217,河北`,
    );
    const output = Buffer.from(await redacted(Buffer.from(rows.join("\n")), "people.csv")).toString();
    expect(output).not.toMatch(/[林陆欧陈赵]|139/);
    expect(output.match(/河北/g)).toHaveLength(5);
  });

  test("a cell with a typing slip is what the rest of its column is", async () => {
    const cards = Array.from({ length: 6 }, () => "6217000341034103418");
    const bytes = Buffer.from(["A,B", ...cards.map((card) => `x,${card}`), "x,6217000341034103419"].join("\n"));
    expect(Buffer.from(await redacted(bytes, "a.csv")).toString()).not.toContain("6217");
  });

  test("labels hold in every window of a long table", async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, index) => `${index},林晓${String.fromCodePoint(0x5cf0 + (index % 500))},说明文字`,
    );
    const output = Buffer.from(
      await redacted(Buffer.from(`编号,姓名,备注\n${rows.join("\n")}\n`), "long.csv"),
    ).toString();
    expect(output).not.toContain("林晓");
    expect(output.split("\n")).toHaveLength(30_002);
  });
});
