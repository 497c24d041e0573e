import { expect, test } from "vitest";
import { createDetect } from "../create-detect.js";
import { password } from "./password.js";

const detect = createDetect([password]);

const found = (text: string) => detect(text).map(({ span: { start, end } }) => text.slice(start, end));

test.each(["密码", "密碼", "口令", "passwd", "Passwd", "PASSWD"])(
  "%s has a secret behind it, with or without a colon",
  (word) => {
    for (const between of ["", " ", "：", "为", "是", " = ", "（六位）：", " (WiFi): "])
      expect([between, found(`${word}${between}“Qwe#2024”`)]).toEqual([between, ["Qwe#2024"]]);
  },
);

test.each(["密码", "密碼", "口令"])("behind %s and a colon letters alone are one", (word) => {
  expect(found(`${word}：woaiwojia`)).toEqual(["woaiwojia"]);
  expect(found(`${word}（临时）：woaiwojia`)).toEqual(["woaiwojia"]);
  expect(found(`${word} (WiFi): woaiwojia，`)).toEqual(["woaiwojia"]);
  expect(found(`【${word}】：woaiwojia`)).toEqual(["woaiwojia"]);
  for (const text of [`${word}woaiwojia`, `${word}：wo`, `${word}：woai.wojia`, `${word}：woaiwo(jia`])
    expect(found(text)).toEqual([]);
});

test.each([
  "******",
  "xxxxxx",
  "??????",
  "#123](a1",
  "your_pass1",
  "my-example-1",
  "placeholder1",
  "changeme1",
  "change_me1",
  "redacted1",
  "hidden12",
  "secrethere1",
  "secret_here1",
  "todo1234",
  "to_do123",
  "SHA256",
  "md5",
  "bcrypt",
  "AES128",
  "aes",
  "base64",
  "utf8",
  "UTF-8",
  "oauth",
  "oauth2",
  "ipv4",
  "ipv6",
  "v2",
  "v12",
  "0x7ffe12",
  "6-16",
  "8~20",
  "8-20",
  "12.123456",
  "1.2.3",
  "^12.30.4-rc1",
  "~1.2.x",
  "http://a.cn/1",
  "https://a.cn/1",
  "/etc/passwd1",
  "$" + "{PASS1}",
  "$(pass1)",
  "{{pass1}}",
  "<pass-1>",
  "%s1",
  "%{pass1}",
])("what stands where a password would is none: %s", (placeholder) => {
  expect(found(`密码：${placeholder}`)).toEqual([]);
  expect(found(`password: ${placeholder}`)).toEqual([]);
});

test.each([
  "a******1",
  "xxxx1",
  "SHA256a!",
  "amd5!",
  "base64!",
  "v2a!",
  "0x7g!",
  "6-163",
  "128-20",
  "12.12345!",
  "1a.2.3",
  "x1.2.3",
  "ahttp1",
  "$HOME1!",
  "%9!bc",
])("what only looks like it may be one: %s", (secret) => {
  expect(found(`密码：${secret}`)).toEqual([secret]);
});

test.each([
  ["$pass1", undefined],
  ["pass$1", "pass$1"],
  ["user.pass1", undefined],
  ["@user?.pass1", undefined],
  ["*p->pass1", undefined],
  ["Auth::pass1", undefined],
  ["7user.pass1", "7user.pass1"],
  ["a=>b1", undefined],
  ["a&&b1", undefined],
  ["a||b1", undefined],
  ["get(a1)", undefined],
  ["a[1]", undefined],
  ["Uint8Array", undefined],
  ["Uint8Array;", undefined],
  ["Uint8ARRAY", "Uint8ARRAY"],
  ["7int8Array", "7int8Array"],
  ["userPassword1", undefined],
  ["xPasswd1", undefined],
  ["password_1", undefined],
  ["PasswordA1", undefined],
  ["password1x", "password1x"],
  ["25.4", undefined],
  ["2500.45", undefined],
  ["25.4a", "25.4a"],
  ["a25.4", "a25.4"],
  ["abc1", "abc1"],
  ["ab1", undefined],
  ["ab1;.,", undefined],
  ["wo!ai", "wo!ai"],
  ["woai", undefined],
  ["!wo-ai", undefined],
  ["24+wo", "24+wo"],
])("in a program types, calls and measures are none: %s", (value, secret) => {
  expect(found(`pwd = ${value}`)).toEqual(secret ? [secret] : []);
});

test.each([
  ["leo@example.com / abc123", ["abc123"]],
  ["leo@mail.example.com.cn  /  abc123", ["abc123"]],
  ["leo@example.com----abc123", ["abc123"]],
  ["leo@example.com---abc123", []],
  ["leo@example.com/abc123", []],
  ["leo@example.com / 123456", []],
  ["leo@example.com / abc12", []],
  ["leo@example.com / abc123的", ["abc123"]],
])("an account hands its password over behind a slash or hyphens: %s", (text, secrets) => {
  expect(found(text)).toEqual(secrets);
});
