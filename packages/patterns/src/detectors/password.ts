import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { passwordLabels } from "../tables/packed-labels.js";

/** Passwords and passcodes that stand behind a word for them. */
export const password: Detector = {
  entityType: "password",
  title: { en: "Password", zh: "密码" },
  forms: [
    {
      trigger: { on: "words", words: ["密码", "密碼", "口令", "passwd", "Passwd", "PASSWD"] },
      // What a form asks for (请输入, 8-20位) is none; nor is what stands for it (******, <…>, ${…}).
      pattern:
        /(?<![A-Za-z0-9_-]|优惠(?=口)|使用(?=口)|红包(?=口))(?:密[码碼]|口令|(?<![/.{])(?:[Pp]asswd|PASSWD)(?![\d+.]|\(\d\)))(?: ?[(（][^()（）\n]{1,10}[)）])?(?!\]\()["'】\])>」|\s]{0,3}[:：=是为為]?["'“【[（(「\s]{0,3}(?<value>(?<=["“「『])[^"“”「」『』\n]{3,64}(?=["”」』])|(?<!["“「『])(?![A-Z]{2,24}(?:_[A-Z0-9]{1,24}){1,6}(?![!-~]))(?:(?!&\w{1,20}=|[,;]\w{1,20}["']?[:=]|<\/)[!#-&(-~]){2,63}(?!&\w{1,20}=|<\/)[!#-&(-+\-/0-9<-~])/uy,
      validate: isWrittenSecret,
      score: { valid: 0.8, validInContext: 0.85 },
    },
    {
      // Letters only need a colon: a word may follow 密码 in any sentence.
      trigger: { on: "words", words: ["密码", "密碼", "口令"] },
      pattern:
        /(?<!(?:优惠|使用|红包)(?=口))(?:密[码碼]|口令)(?: ?[(（][^()（）\n]{1,10}[)）])?["'】\])>」|\s]{0,3}[:：=]["'“【[（(「\s]{0,3}(?<value>[A-Za-z]{4,32})(?![A-Za-z0-9_.([{<@-])/y,
      validate: (candidate) => !PLACEHOLDER.test(candidate),
      score: { valid: 0.6, validInContext: 0.65 },
    },
    {
      trigger: { on: "label" },
      pattern:
        /(?![A-Z]{2,24}(?:_[A-Z0-9]{1,24}){1,6}(?![!-~]))(?:(?!&\w{1,20}=|[,;]\w{1,20}["']?[:=]|<\/)[!#-&(-~]){2,63}(?!&\w{1,20}=|<\/)[!#-&(-+\-/0-9<-~]/y,
      validate: isSecret,
      score: { validInContext: 0.8 },
    },
    {
      // Handed over with its account: a@b.com / secret1, a@b.com----secret1.
      trigger: { on: "at-sign" },
      pattern: /[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?: {1,2}\/ {1,2}|-{4})(?<value>[!-~]{6,32})(?![!-~])/y,
      validate: (candidate) => /[A-Za-z]/.test(candidate) && isSecret(candidate),
      score: { valid: 0.6, validInContext: 0.7 },
    },
  ],
  context:
    "mm,dlmm,zfmm,csmm,login pwd,password,passwd,pwd,passcode,pass word,pin code,passphrase,mima,login password".split(
      ",",
    ),
  chineseContext: () => labelWords(passwordLabels),
  legal: { tier: "general", gbt35273: "property" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: ["GB/T 35273-2020, 3.2 note 1 and annex B: 口令 is identity verification information"],
  examples: {
    found: [
      "密码：⟦Qwe#2024⟧",
      "登录密码：⟦abc12345⟧，请勿外传",
      "账号 admin 密码 ⟦Admin@123⟧",
      "初始密码为⟦Tuhei2024!⟧",
      "取款密码：⟦246813⟧",
      'password: "⟦hunter2!⟧"',
      "pwd=⟦s3cr3t⟧",
      "口令是⟦open-sesame-7⟧",
      "密码：⟦abc12345⟧已登记",
      "user=a&密码=⟦Qwe#2024⟧&b=1",
      "【密码】⟦Qwe#2024⟧",
      "密码：⟦Ab(12),3⟧",
      "密码是“⟦my dog 7⟧”",
      "WiFi密码：⟦woaiwojia⟧",
      "密码:⟦abc123⟧,phone:13800138000",
      "测试账号密码是⟦JE#705939⟧对吧",
      "mm=⟦woaini505⟧",
      "- **WiFi密码**：⟦woaini505⟧",
      "登录密码——⟦woaini505⟧",
      "邮箱 leo@example.com / ⟦woaini505⟧",
    ],
    ignored: [
      "密码：请输入",
      "密码：******",
      "password: string",
      "password: string;",
      "密码：8-20位字母或数字",
      "password=$PASSWORD",
      "password: <your-password>",
      "password: process.env.PASSWORD_1",
      "const password = getPassword(user1)",
      "password: null,",
      "忘记密码2次后锁定",
      "id(1), group(5), passwd(5) credentials.7",
      "man3/passwd2des.3 man3/x",
      "替代密码 12.5143832909",
      "密码：xxxxxx",
      "PASSWORD=changeme",
      "password: req.body.password1",
      "密码：MD5加密存储",
      "密码：string",
      "密码：{{password1}}",
      "密码 Android 端不支持",
      "优惠口令：ABCD2024",
      "使用口令：SAVEMORE",
      "[告别密码](docs/issue-262.md)",
      "默认密码：https://example.com/a1/b2",
      "password: Uint8Array,",
      '"@inquirer/password": "^5.3.0"',
      "PASSWORD: 0x0002000,",
      "parse-passwd/-/parse-passwd-1.0.0.tgz",
      "password = encodeRevision6Password;",
      '{"password": true}',
      "leo@example.com / mia@example2.com",
      "leo@example.com / https://example.com/a1",
      "size_mm=1200",
      "mm=25.4",
      "mon:2006.07m\nmm:09:04",
      "mm: drain_pages on node 0",
      "密码 [#868](https://example.com/pull/868)",
    ],
  },
};

/** Words and marks that stand where a password would: hints, types, algorithms, versions, paths. */
const PLACEHOLDER =
  /^(?:[*xX•●._#?-]+|#\d+\]\(.*|.*(?:your|example|placeholder|change_?me|redacted|hidden|secret_?here|to_?do).*|(?:md5|sha\d+|bcrypt|aes\d*|base64|utf-?8|oauth2?|ipv[46]|v\d+|0x[\da-f]+|\d{1,2}[-~]\d{1,2}|\d{1,3}\.\d{6,}|[\^~<>=v]*\d+\.\d+\.[\dx*].*|https?:.*|\/.*)|(?:string|varchar|char|text|number|int|integer|boolean|null|none|undefined|password|passwd|token|hash|true|false|required|optional|encrypted|empty|disabled|enabled|login|input|admin|http|https))$/i;
/** The beginnings of templates: ${…}, {{…}}, <…>, %s. */
const TEMPLATE = /^(?:\$[{(]|\{\{|<|%[a-z{])/i;
/** Expressions of programs: calls, members, variables. */
const EXPRESSION = /[(){}[\]<>]|^\$|^[&*@]?[A-Za-z_$][\w$]*(?:\??\.|->|::)[A-Za-z_$]|=>|&&|\|\|/;
/** Names of types and variables: Uint8Array, encodeRevision6Password. */
const IDENTIFIER = /^[A-Za-z]\w*[a-z\d][A-Z][a-z]+$|\w(?:Password|Passwd)|[Pp]assword[A-Z_]/;

/** Shorter ones are answers (yes, 1) and counts. */
const MIN_LENGTH = 4;

/** A measure, as behind "mm": 25.4. */
const DECIMAL = /^\d+\.\d+$/;

/** Whether what stands behind the Chinese word for it is likely a secret. */
function isWrittenSecret(candidate: string): boolean {
  const word = candidate.replace(/[;,.]+$/, "");
  if (word.length < MIN_LENGTH || PLACEHOLDER.test(word) || TEMPLATE.test(word)) return false;
  return /\d/.test(word) || /[A-Za-z][!#$%&*+@^~]/.test(word);
}

/** The same in a program or a table, where types, variables and calls stand behind the word. */
function isSecret(candidate: string): boolean {
  return (
    isWrittenSecret(candidate) &&
    !DECIMAL.test(candidate) &&
    !EXPRESSION.test(candidate) &&
    !IDENTIFIER.test(candidate.replace(/;$/, ""))
  );
}
