import type { Chance } from "../../corpus/chance.ts";
import type { Shape } from "../../image-drawing.ts";
import { type Part, personal } from "../printed.ts";

const SKINS = ["#e8c4a2", "#d9ae88", "#f0d2b6"];
const HAIRS = ["#1c1714", "#2c221c", "#3a3230"];
const CLOTHES = ["#26324a", "#3c3c40", "#5a2f38", "#e8e8ea"];

/** A portrait as cards carry it: nobody's face, drawn with light and shade on a plain ground. */
export function face(x: number, y: number, width: number, height: number, c: Chance): Part {
  const [skin, hair, cloth] = [c.pick(SKINS), c.pick(HAIRS), c.pick(CLOTHES)];
  const isLongHaired = c.oneIn(2);
  const shapes = [
    `<rect width="260" height="340" fill="#dfe8f0"/>`,
    isLongHaired ? `<path d="M 62 130 Q 60 40 130 40 Q 200 40 198 130 L 206 260 H 54 Z" fill="${hair}"/>` : "",
    `<path d="M 20 340 Q 26 268 104 252 H 156 Q 234 268 240 340 Z" fill="${cloth}"/>`,
    `<path d="M 106 215 V 258 Q 130 286 154 258 V 215 Z" fill="${shade(skin)}"/>`,
    `<path d="M 72 140 Q 70 62 130 60 Q 190 62 188 140 Q 186 200 154 226 Q 130 242 106 226 Q 74 200 72 140 Z" fill="${skin}"/>`,
    `<ellipse cx="70" cy="155" rx="9" ry="20" fill="${shade(skin)}"/><ellipse cx="190" cy="155" rx="9" ry="20" fill="${shade(skin)}"/>`,
    `<path d="M 66 140 Q 58 44 130 42 Q 202 44 194 140 Q 188 96 160 88 Q 128 104 92 88 Q 76 100 66 140 Z" fill="${hair}"/>`,
    ...[98, 162].flatMap((eye) => [
      `<path d="M ${eye - 18} 128 Q ${eye} 119 ${eye + 18} 128" fill="none" stroke="${hair}" stroke-width="5"/>`,
      `<path d="M ${eye - 15} 150 Q ${eye} 138 ${eye + 15} 150 Q ${eye} 158 ${eye - 15} 150 Z" fill="#fff"/>`,
      `<circle cx="${eye}" cy="148" r="7" fill="#2a1a10"/><circle cx="${eye + 2}" cy="146" r="2" fill="#fff"/>`,
      `<path d="M ${eye - 16} 150 Q ${eye} 136 ${eye + 16} 150" fill="none" stroke="#3a2a20" stroke-width="2.5"/>`,
    ]),
    `<path d="M 126 146 Q 122 178 118 184 Q 130 194 142 184 Q 138 178 134 146" fill="${shade(skin)}" opacity="0.6"/>`,
    `<path d="M 122 186 q 4 -4 8 0 q 4 -4 8 0" fill="none" stroke="#8a5a40" stroke-width="2"/>`,
    `<path d="M 108 206 Q 130 200 152 206 Q 130 220 108 206 Z" fill="#b5605a"/><path d="M 108 206 Q 130 209 152 206" fill="none" stroke="#7a3a36" stroke-width="2"/>`,
    `<path d="M 186 120 Q 190 190 152 228 Q 176 190 176 130 Z" fill="#000" opacity="0.10"/>`,
  ];
  const looks = `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 260 340" preserveAspectRatio="none">${shapes.join("")}</svg>`;
  return personal(x, y, width, height, { entityType: "face", value: "" }, looks);
}

function shade(color: string): Shape {
  const parts = [1, 3, 5].map((at) => Math.round(Number.parseInt(color.slice(at, at + 2), 16) * 0.86));
  return `rgb(${parts.join(",")})`;
}
