import { beginsDotted } from "../begins.js";
import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { ipAddressLabels } from "../tables/packed-labels.js";

/**
 * Four parts of fewer than seven digits in all are versions and drawings more often; those need a label. Networks
 * (1.2.3.0/24) name nobody.
 */
export const VERSION_4 =
  /(?<![0-9A-Za-z_+-]|[0-9A-Za-z]\.|[A-Za-z]\/|-\d{0,3}\.\d{1,3} |[Vv]ersion[ :=]{1,3}|(?:OID|V8|V8 to|[Vv]ersion to|[Uu]pgrade to|[Uu]pdate to) |["'](?:v\d*|[Vv]ersion|ver|build|rev)["'] ?: ?["']|版本[号]?[ :：]{0,2})(?:(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]?\d)(?<!\.0(?=\/\d))(?![0-9A-Za-z_]|\.\d|-[0-9A-Za-z])/y;

/** Four parts behind their label, however short. */
export const LABELLED_VERSION_4 =
  /(?:(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]?\d)(?![0-9A-Za-z_]|\.\d)/y;

/** Groups of hexadecimal digits from the part of the space that is assigned. */
export const VERSION_6 =
  /(?<![0-9A-Za-z._-]|[0-9A-Fa-f:]:)2[0-9A-Fa-f]{3}:(?=[0-9A-Fa-f:]{2,34}(?![0-9A-Za-z:]))(?:[0-9A-Fa-f]{1,4}:|:){1,7}[0-9A-Fa-f]{0,4}(?![0-9A-Za-z:_]|\.\d)/y;

/** Public addresses of version 4 and 6; private, reserved and documentation ones name nobody. */
export const ipAddress: Detector = {
  entityType: "ip-address",
  title: { en: "IP address", zh: "IP地址" },
  forms: [
    {
      trigger: { on: "digits", atLeast: 7, begins: beginsDotted },
      pattern: VERSION_4,
      validate: (candidate) => candidate.length >= LONG_ENOUGH && isPublicVersion4(candidate),
      proof: "public address",
      score: { valid: 0.6, validInContext: 0.9 },
    },
    {
      trigger: { on: "label" },
      pattern: LABELLED_VERSION_4,
      validate: isPublicVersion4,
      proof: "public address",
      score: { validInContext: 0.9 },
    },
    {
      trigger: { on: "words", words: ["IP", "ip", "Ip"] },
      pattern:
        /(?:IP|[Ii]p)(?:[Vv]?4)?(?: ?(?:地址|位址|[Aa]ddr(?:ess)?))?(?:["'】\])>」|\s]{0,3}(?:[:：=是为]|is)?["'“【[（(「\s]{0,3})(?<value>(?!10\.|127\.|192\.168\.)(?:(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]?\d))(?![0-9A-Za-z_]|\.\d)/y,
      validate: isPublicVersion4,
      proof: "public address",
      score: { valid: 0.8, validInContext: 0.9 },
    },
    {
      trigger: {
        on: "words",
        // What is assigned of 2000::/3: https://www.iana.org/assignments/ipv6-unicast-address-assignments
        words: ["200", "24", "26", "28", "2a", "2A", "2c0f:", "2C0F:"],
      },
      pattern: VERSION_6,
      validate: isPublicVersion6,
      proof: "public address",
      score: { valid: 0.75, validInContext: 0.9 },
    },
  ],
  context:
    "ip,ip address,ip addr,client ip,remote addr,remote ip,source ip,src ip,login ip,user ip,x forwarded for,x real ip,ipv,ipdizhi,ipdz".split(
      ",",
    ),
  chineseContext: () => labelWords(ipAddressLabels),
  legal: { tier: "general" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "RFC 791, 3.1; RFC 6890, 2.2 (special-purpose addresses); RFC 5737 (documentation)",
    "RFC 4291, 2.2–2.4; RFC 3849 (documentation)",
  ],
  examples: {
    found: [
      "登录IP：⟦114.114.115.115⟧",
      "来自 ⟦123.125.114.144⟧ 的请求",
      "client_ip=⟦1.2.4.8⟧",
      "我电脑IP是⟦1.2.4.8⟧",
      "IP地址：⟦1.2.4.8⟧",
      "IP:⟦240e:3a1:4c50:1::1⟧",
      "http://⟦220.181.38.148⟧:8080/",
      "IPv6 ⟦240e:3a1:4c50:1::1⟧",
      "⟦2408:8207:1852:6a10:1c2d:3e4f:5a6b:7c8d⟧/64",
    ],
    ignored: [
      "192.168.1.100",
      "10.0.0.125",
      "127.0.0.1",
      "172.16.100.200",
      "198.51.100.100",
      "10.0.19045.3803",
      "版本 110.0.5481.178",
      "v123.125.114.144",
      "update V8 to 11.3.244.41",
      "x448 (OID 1.3.101.111)",
      '"v8": "12.4.254.14"',
      '"version": "11.30.244.8"',
      "Chrome/123.125.114.144",
      "255.255.255.0",
      "2001:db8::1",
      "fe80::1",
      "20:01:02",
      "2024:01:02 10:11:12",
      "256.100.100.100",
      "1.2.4.4 1.2 0 .4-.4",
      ".52-.87 2.83-2.12 1.23.82.72 1.21 1.87",
      "123.125.114.0/24",
    ],
  },
};

/** RFC 6890, 2.2.2, RFC 5737, RFC 5771 and RFC 1112: first addresses of blocks that name nobody, and their prefix lengths. */
const NOT_PUBLIC: readonly (readonly [address: string, prefix: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

/** Seven digits and three dots. */
const LONG_ENOUGH = 10;

function isPublicVersion4(candidate: string): boolean {
  const address = numberOf(candidate);
  return NOT_PUBLIC.every(([first, prefix]) => {
    const size = 2 ** (32 - prefix);
    return Math.floor(address / size) !== Math.floor(numberOf(first) / size);
  });
}

function numberOf(address: string): number {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** RFC 4291, 2.2: eight groups, of which one run may be left out. RFC 3849: 2001:db8 is for documentation. */
function isPublicVersion6(candidate: string): boolean {
  const groups = candidate.split(":").filter((group) => group !== "").length;
  const gaps = candidate.split("::").length - 1;
  const isWhole = gaps === 0 ? groups === 8 && !candidate.endsWith(":") : gaps === 1 && groups < 8;
  return isWhole && !/:::|[^:]:$/.test(candidate) && !/^2001:0?DB8:/i.test(candidate);
}
