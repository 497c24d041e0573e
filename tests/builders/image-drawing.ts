import sharp, { type Sharp } from "sharp";

/** Something to draw: SVG markup, in pixels of the sheet. */
export type Shape = string;

/** How text looks. */
export interface TextStyle {
  readonly size?: number;
  readonly fill?: string;
  readonly weight?: "bold";
  readonly spacing?: number;
  readonly anchor?: "middle" | "end";
  readonly font?: keyof typeof FONTS;
}

/** Families by what they look like; a machine without the first takes the next that has the characters. */
const FONTS = {
  sans: "Noto Sans CJK SC, WenQuanYi Micro Hei, sans-serif",
  mono: "Noto Sans Mono CJK SC, WenQuanYi Micro Hei Mono, monospace",
  serif: "Noto Serif CJK SC, AR PL KaitiM GB, WenQuanYi Micro Hei, serif",
  hand: "LXGW WenKai Light, LXGW WenKai, AR PL KaitiM GB, WenQuanYi Micro Hei, sans-serif",
  machine: "OCR B, Noto Sans Mono CJK SC, WenQuanYi Micro Hei Mono, monospace",
};

/** Letters of one line, and their colour where it is not the line's. */
export interface Letters {
  readonly text: string;
  readonly fill?: string;
}

/** Text with its baseline's left end at (x, y). */
export function text(x: number, y: number, content: string | readonly Letters[], style: TextStyle = {}): Shape {
  const { size = 28, fill = "#111", weight, spacing, anchor, font = "sans" } = style;
  const attributes = [
    `x="${x}" y="${y}" font-size="${size}" fill="${fill}" font-family="${FONTS[font]}" xml:space="preserve"`,
    weight ? `font-weight="${weight}"` : "",
    spacing ? `letter-spacing="${spacing}"` : "",
    anchor ? `text-anchor="${anchor}"` : "",
  ];
  const letters = typeof content === "string" ? escaped(content) : content.map(spanOf).join("");
  return `<text ${attributes.join(" ")}>${letters}</text>`;
}

function spanOf({ text, fill }: Letters): string {
  return fill === undefined ? escaped(text) : `<tspan fill="${fill}">${escaped(text)}</tspan>`;
}

function escaped(content: string): string {
  return content.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`);
}

/** A filled or outlined rectangle. */
export function box(x: number, y: number, width: number, height: number, fill = "none", stroke = "none"): Shape {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" stroke="${stroke}" stroke-width="2"/>`;
}

/** A thin line. */
export function rule(x1: number, y1: number, x2: number, y2: number, stroke = "#333"): Shape {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${stroke}" stroke-width="2"/>`;
}

/** Shapes turned clockwise about a point, in degrees. */
export function turned(degrees: number, x: number, y: number, shapes: readonly Shape[]): Shape {
  return `<g transform="rotate(${degrees} ${x} ${y})">${shapes.join("")}</g>`;
}

/** Waves of thin lines across a rectangle, as tickets and cards have them against copying. */
export function guilloche(width: number, height: number, stroke: string): Shape {
  const lines = Array.from({ length: Math.ceil(height / 14) }, (_, row) => {
    const waves = Array.from({ length: Math.ceil(width / 80) }, () => "q 20 -12 40 0 t 40 0").join(" ");
    return `<path d="M 0 ${row * 14} ${waves}" fill="none" stroke="${stroke}" stroke-width="1"/>`;
  });
  return lines.join("");
}

/** A round stamp with a text across it. */
export function stamp(x: number, y: number, radius: number, content: string, stroke: string): Shape {
  return [
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="${stroke}" stroke-width="5" opacity="0.7"/>`,
    turned(-12, x, y, [text(x, y + 10, content, { size: radius / 3, fill: stroke, anchor: "middle" })]),
  ].join("");
}

/** A PNG laid on the sheet without smoothing. */
export function picture(x: number, y: number, width: number, height: number, png: Uint8Array): Shape {
  const data = Buffer.from(png).toString("base64");
  return `<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none" image-rendering="optimizeSpeed" href="data:image/png;base64,${data}"/>`;
}

/** The head and shoulders of nobody. */
export function portrait(x: number, y: number, width: number, height: number): Shape {
  const [middle, radius] = [x + width / 2, width * 0.22];
  return [
    box(x, y, width, height, "#c9d8e6"),
    `<circle cx="${middle}" cy="${y + height * 0.38}" r="${radius}" fill="#8b6f5a"/>`,
    `<path d="M ${x + width * 0.1} ${y + height} Q ${middle} ${y + height * 0.52} ${x + width * 0.9} ${y + height} Z" fill="#3c4a5e"/>`,
  ].join("");
}

/** A face of nobody, with the light and shade that a network for faces knows; a {@link portrait} is only its outline. */
export function likeness(x: number, y: number, width: number, height: number): Shape {
  const id = `${x}-${y}`;
  const [dark, lip, shade] = ["#1d1612", "#b05a52", "#8a5638"];
  return `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 260 320" preserveAspectRatio="none">
<defs>
<radialGradient id="skin${id}" cx="45%" cy="40%"><stop offset="0" stop-color="#f0cdb0"/><stop offset="0.7" stop-color="#d9a985"/><stop offset="1" stop-color="#a87350"/></radialGradient>
<filter id="soft${id}"><feGaussianBlur stdDeviation="2"/></filter><filter id="softer${id}"><feGaussianBlur stdDeviation="6"/></filter>
</defs>
<rect width="260" height="320" fill="#c9d6e6"/>
<path d="M20 320 Q40 255 105 245 L155 245 Q220 255 240 320Z" fill="#30384a"/>
<g filter="url(#soft${id})">
<rect x="103" y="205" width="54" height="60" fill="#c4936f"/>
<ellipse cx="130" cy="120" rx="82" ry="98" fill="${dark}"/>
<ellipse cx="130" cy="142" rx="66" ry="88" fill="url(#skin${id})"/>
<path d="M62 120 Q70 50 130 52 Q190 50 198 120 Q185 80 130 82 Q75 80 62 120Z" fill="${dark}"/>
${[100, 160].map((eye) => eyeAt(eye, dark)).join("")}
<path d="M128 138 Q120 165 116 172 Q128 182 144 172 Q138 165 134 138" fill="#b98360" opacity="0.55"/>
<ellipse cx="121" cy="174" rx="4" ry="2.5" fill="#7a4a33"/><ellipse cx="139" cy="174" rx="4" ry="2.5" fill="#7a4a33"/>
<path d="M104 196 Q118 189 130 193 Q142 189 156 196 Q142 208 130 208 Q118 208 104 196Z" fill="${lip}"/>
<path d="M104 196 Q130 202 156 196" stroke="#6b2f2b" stroke-width="2.5" fill="none"/>
</g>
<g filter="url(#softer${id})" fill="${shade}">
<ellipse cx="78" cy="165" rx="14" ry="22" opacity="0.35"/><ellipse cx="184" cy="165" rx="14" ry="24" opacity="0.5"/>
<ellipse cx="130" cy="226" rx="40" ry="8" opacity="0.5"/>
</g>
</svg>`;
}

function eyeAt(x: number, dark: string): Shape {
  return [
    `<path d="M${x - 18} 118 Q${x} 108 ${x + 18} 117" stroke="${dark}" stroke-width="6" fill="none"/>`,
    `<ellipse cx="${x}" cy="134" rx="15" ry="8" fill="#f5eee8"/><circle cx="${x}" cy="134" r="7.5" fill="${dark}"/>`,
    `<path d="M${x - 15} 130 Q${x} 121 ${x + 15} 130" stroke="${dark}" stroke-width="3.5" fill="none"/>`,
  ].join("");
}

/** A sheet of paper with shapes on it, as sharp reads it. */
export function sheet(width: number, height: number, shapes: readonly Shape[], background = "white"): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${box(0, 0, width, height, background)}${shapes.join("")}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background });
}
