import { expect, test } from "vitest";
import { encodedContent } from "./encoded-parts.js";

/** What a reader sees: the text with its parts said. */
function said(text: string): string {
  let [read, at] = ["", 0];
  for (const { span, says } of encodedContent(text).parts) {
    read += text.slice(at, span.start) + says;
    at = span.end;
  }
  return read + text.slice(at);
}

function lines(base64: string, width: number): string {
  return base64.replace(new RegExp(`.{${width}}`, "g"), "$&\r\n");
}

const LETTER = "收件人：林晓峰，手机 13900001234，😀 地址 北京市朝阳区建国路93号院2号楼1804室。".repeat(5);

test.each(["utf8", "gb18030"])("a body in Base64 reads as its text, in lines of any width (%s)", (encoding) => {
  const plain = encoding === "utf8" ? LETTER : LETTER.replaceAll("😀", "");
  const bytes = encoding === "utf8" ? Buffer.from(plain) : gbk(plain);
  for (const width of [60, 64, 70, 76, 10_000])
    expect(said(`Subject: x\r\n\r\n${lines(bytes.toString("base64"), width)}\r\n--end`).replace(/[\r\n=]/g, "")).toBe(
      `Subject: x${plain}--end`,
    );
});

test("every part of Base64 holds whole characters and whole groups", () => {
  const text = Buffer.from(LETTER).toString("base64");
  for (const { span, says } of encodedContent(text).parts)
    expect(Buffer.from(text.slice(span.start, span.end), "base64").toString()).toBe(says);
});

// Within a character of GB18030 it shifts all that follow it up to the next of ASCII, for every reader.
test.each(["anywhere, in UTF-8", "between characters, in GB18030"])("a byte of damage costs no more: %s", (where) => {
  const isUtf8 = where.endsWith("UTF-8");
  const plain = LETTER.replaceAll("😀", "");
  const bytes = isUtf8 ? Buffer.from(plain) : gbk(plain);
  for (const byte of [0x00, 0x0c, 0xff])
    for (let index = 0; index < 30; index++) {
      const at = isUtf8 ? index : gbk(plain.slice(0, index)).length;
      const damaged = Uint8Array.from([...bytes.subarray(0, at), byte, ...bytes.subarray(at)]);
      const read = said(lines(Buffer.from(damaged).toString("base64"), 76)).replace(/[\r\n]/g, "");
      expect([index, byte, read.split("13900001234").length - 1 >= 4]).toEqual([index, byte, true]);
    }
});

test("a window that begins with a line of any width reads what follows", () => {
  for (const width of [61, 62, 63, 70, 75]) {
    const body = lines(Buffer.from(LETTER).toString("base64"), width);
    expect(said(body.slice(body.indexOf("\r\n"))).replace(/[\r\n=]/g, "")).toContain(LETTER.slice(100));
  }
});

test("a window that begins anywhere within Base64 reads what follows", () => {
  const text = Buffer.from(LETTER).toString("base64");
  for (let cut = 0; cut < 12; cut++) expect(said(text.slice(cut))).toContain(LETTER.slice(10));
});

test("a token's payload, JSON with escaped slashes and an indented block are read", () => {
  const url = Buffer.from('{"name":"林晓峰","phone":"13900001234"}').toString("base64url");
  expect(said(`Bearer eyJhbGciOiJIUzI1NiJ9.${url}.c2ln`)).toContain('"name":"林晓峰"');
  const slashed = Buffer.from(`${LETTER}???`).toString("base64");
  expect(slashed).toContain("/");
  expect(said(`"${slashed.replaceAll("/", "\\/")}"`)).toContain(LETTER);
  expect(
    said(`data: |\n    ${lines(Buffer.from(LETTER).toString("base64"), 64).replace(/\r\n/g, "\n    ")}`),
  ).toContain(LETTER);
});

test("keys, hashes, identifiers and words are left alone", () => {
  for (const text of [
    "d41d8cd98f00b204e9800998ecf8427e 4bf92f35-77b3-4da6-a3ce-929d0e0e4736",
    "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==",
    "/usr/share/doc/packages/somewhere/else NioEventLoopGroupWorkerThreadFactory",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA 123456789012345678901234567890",
  ])
    expect(encodedContent(text)).toEqual({ parts: [], files: [] });
});

test("files in Base64 are told, icons are not", () => {
  const png = (width: number, height: number) => {
    const head = Buffer.alloc(40, 7);
    Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").copy(head);
    head.writeUInt32BE(width, 16);
    head.writeUInt32BE(height, 20);
    return `<img src="data:image/png;base64,${head.toString("base64")}">`;
  };
  expect(encodedContent(png(120, 16)).files).toHaveLength(1);
  expect(encodedContent(png(24, 24)).files).toHaveLength(0);
  const jpeg = Buffer.from("ffd8ffe000104a46494600010100000100010000ffdb0043", "hex").toString("base64");
  expect(encodedContent(`{"photo":"${jpeg.replaceAll("/", "\\/")}"}`).files).toHaveLength(1);
  expect(encodedContent(Buffer.from("%PDF-1.7 and what belongs to it").toString("base64")).files).toHaveLength(1);
});

test("quoted-printable reads as its text, soft line breaks gone; an address in a URL is no such thing", () => {
  expect(said("=E6=9E=97=E6=99=93=E5=B3=B0 =E6=89=8B=E6=\r\n=9C=BA 139000=\r\n01234 a=3Db")).toBe(
    "林晓峰 手机 13900001234 a=b",
  );
  expect(said("=C1=D6=CF=FE=B7=E5")).toBe("林晓峰");
  expect(said("?phone=13900001234&id=A0=B1")).toBe("?phone=13900001234&id=A0=B1");
});

test("words of a mail's header read in the charset they name, blanks between two of them gone", () => {
  expect(said("Subject: =?utf-8?B?5p6X?=\r\n =?GB2312?Q?=CF=FE_=B7=E5?= <a@b.cn>")).toBe("Subject: 林晓 峰 <a@b.cn>");
  expect(said("=?no-such?B?5p6X5pmT5bOw?=")).toBe("林晓峰");
});

test("escaped bytes read as what they are, in hexadecimal and octal digits", () => {
  expect(said(String.raw`{\x22name\x22:\x22\xE6\x9E\x97\xE6\x99\x93\x22,\x22phone\x22:\x2213900001234\x22}`)).toBe(
    '{"name":"林晓","phone":"13900001234"}',
  );
  expect(said(String.raw`"\346\236\227\346\231\223.txt" \xc1\xd6 \x00 \123 C:\345`)).toBe(
    String.raw`"林晓.txt" 林 \x00 \123 C:\345`,
  );
});

test.each(["1️⃣3️⃣9️⃣0️⃣0️⃣0️⃣0️⃣1️⃣2️⃣3️⃣4️⃣", "①③⑨⓪⓪⓪⓪①②③④", "❶❸❾⓿⓿⓿⓿❶❷❸❹", "𝟏𝟑𝟗𝟎𝟎𝟎𝟎𝟏𝟐𝟑𝟒", "𝟷𝟹𝟿𝟶𝟶𝟶𝟶𝟷𝟸𝟹𝟺"])(
  "disguised digits read as digits: %s",
  (number) => {
    expect(said(`加我 ${number} 哦`)).toBe("加我 13900001234 哦");
  },
);

test("the numbers of a list are no digits of what follows", () => {
  const list = "①13900001234 ②13900001235 1️⃣ 2️⃣ 3️⃣";
  expect(said(list)).toBe(list);
});

test("tags that only change looks part nothing", () => {
  expect(said("<b>6217</b> <span>00</span><span class='x'>03</span><p>139<wbr>0000</p><td>1</td>")).toBe(
    "6217 <span>0003</span><p>1390000</p><td>1</td>",
  );
});

const gbkTable = new Map<string, Buffer>();

function gbk(text: string): Buffer {
  if (gbkTable.size === 0) fillGbkTable(gbkTable);
  return Buffer.concat([...text].map((character) => gbkTable.get(character) ?? Buffer.from(character)));
}

function fillGbkTable(table: Map<string, Buffer>): void {
  const decoder = new TextDecoder("gb18030");
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) {
      const pair = Buffer.from([lead, trail]);
      const character = decoder.decode(pair);
      if (character.length === 1 && !table.has(character)) table.set(character, pair);
    }
}
