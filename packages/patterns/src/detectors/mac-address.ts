import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { macAddressLabels } from "../tables/packed-labels.js";

/** Addresses of network hardware. */
export const macAddress: Detector = {
  entityType: "mac-address",
  title: { en: "MAC address", zh: "MAC地址" },
  forms: [
    {
      trigger: {
        on: "words",
        words: [
          "MAC",
          "Mac",
          "mac",
          "ether ",
          "HWaddr",
          "hwaddr",
          "BSSID",
          "bssid",
          "lladdr",
          "物理地址",
          "Physical Address",
          "Physical address",
          "physical address",
          "Hardware Address",
          "hardware address",
        ],
      },
      pattern:
        /(?<![A-Za-z0-9])(?:MAC|Mac|mac|ether|HWaddr|hwaddr|BSSID|bssid|lladdr|物理地址|[Pp]hysical [Aa]ddress|[Hh]ardware [Aa]ddress)(?: ?(?:地址|位址|[Aa]ddr(?:ess)?|ADDRESS))?[ .]{0,24}(?:[（(][^()（）\n]{1,8}[)）])?["'】\])>」|\s]{0,3}(?:[:：=是为]|is)?["'“【[（(「\s]{0,3}(?<value>[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\2){4}[0-9A-Fa-f]{2}(?:\2[0-9A-Fa-f]{2}){0,2}|(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}(?:\.[0-9A-Fa-f]{4})?|[0-9A-Fa-f]{12})(?![0-9A-Za-z_:]|[.-][0-9A-Fa-f])/y,
      validate: isDevice,
      score: { valid: 0.85, validInContext: 0.95 },
    },
    {
      // Six pairs with colons, alone: a time has three, a fingerprint more.
      trigger: { on: "characters", characters: ":", begins: (units, at) => units[at] === units[at + 3] },
      pattern: /(?<=(?<![0-9A-Za-z:_.-])(?<before>[0-9A-Fa-f]{2}))(?<value>(?::[0-9A-Fa-f]{2}){5})(?![0-9A-Za-z:_])/y,
      validate: isDevice,
      score: { valid: 0.7, validInContext: 0.95 },
    },
    {
      trigger: { on: "label" },
      pattern:
        /(?:[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?:\1[0-9A-Fa-f]{2}\1[0-9A-Fa-f]{2})?|(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}(?:\.[0-9A-Fa-f]{4})?|[0-9A-Fa-f]{2}(?: [0-9A-Fa-f]{2}){5}(?:(?: [0-9A-Fa-f]{2}){2})?|[0-9A-Fa-f]{12})(?![0-9A-Za-z_:]|[.-][0-9A-Fa-f])/y,
      validate: isDevice,
      score: { validInContext: 0.9 },
    },
  ],
  context: "macdizhi,mac,mac address,mac addr,wifi mac,device mac,hwaddr,hardware address,physical address,bssid".split(
    ",",
  ),
  chineseContext: () => labelWords(macAddressLabels),
  legal: { tier: "general" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: ["IEEE Std 802-2014, 8.1 (EUI-48, EUI-64 and their hexadecimal representation)"],
  examples: {
    found: [
      "MAC地址：⟦3C:22:FB:12:34:56⟧",
      "mac=⟦3c-22-fb-12-34-56⟧",
      "link/ether ⟦3c:22:fb:12:34:56⟧ brd",
      "Physical Address. . . . . . . . . : ⟦3C-22-FB-12-34-56⟧",
      "mac_address: ⟦3c22.fb12.3456⟧",
      "macdizhi=⟦3c-22-fb-12-34-56⟧",
      "MAC ⟦3C22FB123456⟧",
      "My MAC address is ⟦3C:22:FB:12:34:56⟧",
      "MAC：⟦3C 22 FB 12 34 56⟧",
      "DHCPACK to ⟦3c:22:fb:12:34:56⟧ via eth0",
      "The hardware address is ⟦3C-22-FB-12-34-56⟧",
      "EUI-64 的 MAC：⟦3C22.FB12.3456.789A⟧",
    ],
    ignored: [
      "MAC：FF:FF:FF:FF:FF:FF",
      "mac=00:00:00:00:00:00",
      "3c:22:fb:12:34:56:78",
      "Mac 12.3456",
      "12:34:56",
      "SHA1:3c:22:fb:12:34:56",
      "3c:22:fb:12:34:5",
      "ff:ff:ff:ff:ff:ff",
      "macOS 12.3.456789",
      "mac: string",
    ],
  },
};

/** Broadcast and "none" name no device. */
function isDevice(candidate: string): boolean {
  return !/^(?:0+|F+)$/i.test(candidate.replace(/[^0-9A-Fa-f]/g, ""));
}
