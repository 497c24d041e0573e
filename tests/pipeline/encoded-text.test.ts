import { bytesSource, createServices, open, readAll, scan, TuheiError, textOf } from "@tuhei/core";
import { redact } from "@tuhei/redactor";
import iconv from "iconv-lite";
import { afterAll, expect, test } from "vitest";
import { withIdCheck } from "../builders/people.js";

const services = createServices({ ocr: "none" });
afterAll(() => services.close());

const ID = withIdCheck("11010519900131012");
const LETTER = `收件人：林晓峰\r\n电话：13900001234\r\n身份证号：${ID}\r\n地址：北京市朝阳区建国路93号院2号楼1804室\r\n此致\r\n`;
const VALUES = ["林晓峰", "13900001234", ID, "北京市朝阳区建国路93号院2号楼1804室"];

async function redacted(text: string | Uint8Array, name: string): Promise<string> {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  const result = await redact(bytesSource(bytes, name), { open: { services } });
  return Buffer.from(await readAll(result.file.source)).toString();
}

async function read(text: string, name: string): Promise<{ values: string[]; gaps: string[] }> {
  const document = await open(bytesSource(Buffer.from(text), name), { services });
  const [values, gaps]: [string[], string[]] = [[], []];
  for await (const { page, findings } of scan(document)) {
    values.push(...findings.map((finding) => textOf(finding, page)));
    gaps.push(...page.gaps.map(({ code }) => code));
  }
  return { values, gaps };
}

/** As a reader's program decodes it that passes over what is no Base64. */
function decodedBase64(body: string): string {
  return Buffer.concat([...body.matchAll(/[A-Za-z0-9+/=]+/g)].map(([run]) => Buffer.from(run, "base64"))).toString(
    "latin1",
  );
}

function inLines(base64: string): string {
  return base64.replace(/.{76}/g, "$&\r\n");
}

test.each(["utf-8", "gb18030"])(
  "a mail in Base64 (%s): values are found exactly, and gone by whole groups",
  async (charset) => {
    const body = inLines(iconv.encode(LETTER.repeat(3), charset).toString("base64"));
    const mail = `Subject: x\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`;
    const { values, gaps } = await read(mail, "a.eml");
    expect([values, gaps]).toEqual([[...VALUES, ...VALUES, ...VALUES], []]);
    const left = await redacted(mail, "a.eml");
    expect(left).toContain("Content-Transfer-Encoding: base64\r\n\r\n");
    const said = decodedBase64(left.slice(left.indexOf("\r\n\r\n")));
    for (const value of VALUES) {
      expect(said).not.toContain(iconv.encode(value, charset).toString("latin1"));
      for (let at = 0; at + 6 <= value.length; at++)
        expect(said).not.toContain(iconv.encode(value.slice(at, at + 6), charset).toString("latin1"));
    }
  },
);

test("damage within Base64 is told, and what stands around it is found", async () => {
  const damaged = Buffer.concat([Buffer.from(LETTER.repeat(3)), Buffer.from([0xff]), Buffer.from(LETTER.repeat(3))]);
  const { values, gaps } = await read(inLines(damaged.toString("base64")), "a.eml");
  expect([values.length, gaps]).toEqual([6 * VALUES.length, ["undecodable-text"]]);
});

test("a long mail is read across all windows, with values at every distance from their borders", async () => {
  const filler = "今天天气不错，我们去公园走走。\r\n";
  const expected: string[] = [];
  let text = "";
  for (let index = 0; text.length < 200_000; index++) {
    const phone = `139${String(10_000_000 + index * 7919).slice(-8)}`;
    expected.push(phone);
    text += `${filler.repeat(index % 23)}电话：${phone}\r\n`;
  }
  const whole = Buffer.from(text).toString("base64");
  for (const mail of [inLines(whole), whole]) expect((await read(mail, "a.eml")).values).toEqual(expected);
});

test("quoted-printable: values parted by soft line breaks are gone", async () => {
  const coded = [...Buffer.from(LETTER)]
    .map((byte) => (byte >= 33 && byte < 127 && byte !== 61 ? String.fromCharCode(byte) : hex(byte)))
    .join("");
  const soft = coded.replace(/=0D=0A/g, "\r\n").replace(/(?:=..|[^=\r\n]){19}/g, "$&=\r\n");
  const { values } = await read(soft, "a.eml");
  expect(values.map((value) => value.replace(/=\r\n/g, ""))).toEqual(VALUES);
  const left = (await redacted(soft, "a.eml")).replace(/=\r\n|\r\n/g, "");
  for (const value of VALUES)
    for (const form of [value, [...Buffer.from(value)].map(hex).join("")]) expect(left).not.toContain(form);
});

test("a name known from a mail's header is found again in its body, and the other way round", async () => {
  const word = `=?utf-8?B?${Buffer.from("林晓峰").toString("base64")}?=`;
  const body = Buffer.from("你好，我是林晓峰的同事，他今天不在办公室。").toString("base64");
  const mail = `姓名: ${word}\r\n\r\n${body}\r\n`;
  expect((await read(mail, "a.eml")).values).toEqual(["林晓峰", "林晓峰"]);
  const reverse = `${Buffer.from("姓名：林晓峰，今天不在办公室。").toString("base64")}\r\n\r\n请找 ${word} 先生\r\n`;
  expect((await read(reverse, "a.eml")).values).toEqual(["林晓峰", "林晓峰"]);
});

test("values in which the marks of a quoted mail stand are gone", async () => {
  const mail = `From: "林晓峰" <lin@corp.example.com>\r\n\r\n> 手机 139\r\n> 00001234，身份证号 ${ID.slice(0, 9)}\r\n> ${ID.slice(9)}\r\n> > 地址：北京市朝阳区建国路\r\n> > 93号院2号楼1804室\r\n> 谢谢\r\n`;
  const { values } = await read(mail, "a.eml");
  const whole = values.map((value) => value.replace(/\s/g, ""));
  expect(whole).toEqual(["林晓峰", "lin@corp.example.com", ...VALUES.slice(1)]);
  const left = await redacted(mail, "a.eml");
  for (const part of ["139", "00001234", ID.slice(9), "北京", "93号"]) expect(left).not.toContain(part);
  expect(left).toContain("> 谢谢");
});

test("contacts: names in parts and addresses over folded lines are found, whole", async () => {
  const card = `BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${quoted("林")};${quoted("晓峰")};;;\r\nTEL;CELL:139-0000-1234\r\nADR:;;建国路93号院\r\n 2号楼1804室;朝阳区;北京市;100020;\r\nNOTE:爱好钓鱼\r\nEND:VCARD\r\n`;
  const { values } = await read(card, "a.vcf");
  expect(values.map((value) => value.replace(/[;\r\n ]/g, ""))).toEqual([
    "林晓峰",
    "139-0000-1234",
    "建国路93号院2号楼1804室朝阳区北京市100020",
  ]);
  const left = await redacted(card, "a.vcf");
  for (const value of [quoted("林"), quoted("晓峰"), "1234", "建国路", "1804", "朝阳", "北京"])
    expect(left).not.toContain(value);
  expect(left).toContain("爱好钓鱼");
});

test("a picture in a page's text is told, wherever a window begins", async () => {
  const picture = Buffer.concat([Buffer.from("ffd8ffe000104a46494600010100", "hex"), Buffer.alloc(90_000, 0x5a)]);
  const page = `${"<p>无事</p>\n".repeat(5000)}<img src="data:image/jpeg;base64,${picture.toString("base64")}">\n`;
  expect((await read(page, "a.html")).gaps).toEqual(["attachment-not-read"]);
});

test("rich text is refused, not read as if its control words were text", async () => {
  const rich = bytesSource(Buffer.from("{\\rtf1\\ansi\\ansicpg936 \\'c1\\'d6 139{\\b 0000}1234}"), "a.rtf");
  await expect(open(rich, { services })).rejects.toThrowError(TuheiError);
  await expect(open(rich, { services })).rejects.toMatchObject({ code: "unsupported" });
});

function hex(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}

function quoted(text: string): string {
  return [...Buffer.from(text)].map(hex).join("");
}
