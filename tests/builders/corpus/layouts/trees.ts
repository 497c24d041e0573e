import type { Chance } from "../chance.ts";
import { timeOf } from "../fields.ts";
import { type CorpusDocument, documentOf, joined, type Piece, plant, say, type Text } from "../planted.ts";
import { ipOf, pointOf } from "../values/numbers.ts";
import { type Cell, type Row, recordsOf, spelled } from "./records.ts";

/** An array of objects, one object, or an object a line. */
export function json(c: Chance, name: string): CorpusDocument {
  const style = c.pick(["snake", "camel"] as const);
  const rows = recordsOf(c, c.from(1, 5), c.pick(["en", "en", "zh", "pinyin"]));
  const gap = c.pick([" ", ""]);
  const member = ({ label, value }: Cell): Text => say`"${spelled(label, style)}":${gap}"${value}"`;
  const objects = rows.map((row) => ({ members: row.map(member), point: c.oneIn(4) ? point(c, gap) : [] }));
  const flat = objects.map(
    ({ members, point }) => say`{${joined(point.length ? [...members, point] : members, `,${gap}`)}}`,
  );
  const tall = objects.map(({ members }) => say`  {\n    ${joined(members, ",\n    ")}\n  }`);
  const text = c.pick([
    say`[\n${joined(tall, ",\n")}\n]\n`,
    joined(flat, "\n"),
    say`{"code":0,"data":{"list":[${joined(flat, ",")}]}}`,
  ]);
  return documentOf(`${name}.json`, "tree: JSON", text);
}

function point(c: Chance, gap: string): Text {
  const [latitude, longitude] = pointOf(c).map((value) => plant("geo-location", value)) as [Piece, Piece];
  const [lat, lng] = c.pick([
    ["lat", "lng"],
    ["latitude", "longitude"],
    ["lat", "lon"],
  ] as const);
  return say`"${lat}":${gap}${latitude},${gap}"${lng}":${gap}${longitude}`;
}

/** Elements, or attributes of one. */
export function xml(c: Chance, name: string): CorpusDocument {
  const rows = recordsOf(c, c.from(1, 4), c.pick(["en", "pinyin", "zh"]));
  const style = c.pick(["snake", "camel"] as const);
  const element = ({ label, value }: Cell): Text => say`<${spelled(label, style)}>${value}</${spelled(label, style)}>`;
  const asElements = (row: Row): Text => say`  <record>\n    ${joined(row.map(element), "\n    ")}\n  </record>`;
  const asAttributes = (row: Row): Text =>
    say`  <record ${joined(
      row.map(({ label, value }) => say`${spelled(label, style)}="${value}"`),
      " ",
    )}/>`;
  const text = say`<?xml version="1.0" encoding="UTF-8"?>\n<records>\n${joined(rows.map(c.oneIn(3) ? asAttributes : asElements), "\n")}\n</records>\n`;
  return documentOf(`${name}.xml`, "tree: XML", text);
}

/** What a service writes while it works: keys and values, JSON in the line, a Java object's fields. */
export function log(c: Chance, name: string): CorpusDocument {
  const rows = recordsOf(c, c.from(2, 8), c.pick(["en", "en", "pinyin"]));
  const style = c.pick(["snake", "camel"] as const);
  const write = c.pick<(row: Row) => Text>([
    (row) =>
      joined(
        row.map(({ label, value }) => say`${spelled(label, style)}=${value}`),
        c.pick([" ", ", ", "&"]),
      ),
    (row) =>
      say`req={${joined(
        row.map(({ label, value }) => say`"${spelled(label, style)}":"${value}"`),
        ",",
      )}}`,
    (row) =>
      say`CustomerDTO(${joined(
        row.map(({ label, value }) => say`${spelled(label, style)}=${value}`),
        ", ",
      )})`,
    (row) =>
      say`params: [${joined(
        row.map(({ label, value }) => say`${spelled(label, style)}: ${value}`),
        "; ",
      )}]`,
  ]);
  const lines = rows.map((row) => {
    const line = say`${timeOf(c)}.${c.digits(3)} ${c.pick(["INFO", "WARN", "DEBUG", "ERROR"])} [http-nio-8080-exec-${c.from(1, 40)}] c.e.order.${c.pick(["OrderController", "UserService", "SmsClient"])} - ${c.pick(["submit", "query ok", "callback", "save"])} traceId=${c.letters("0123456789abcdef", 16)} cost=${c.from(1, 900)}ms `;
    return [...line, ...write(row)];
  });
  return documentOf(`${name}.log`, "tree: log", joined(lines, "\n"));
}

/** A web server's access log. */
export function accessLog(c: Chance, name: string): CorpusDocument {
  const lines = c.times(c.from(3, 12), () => {
    const ip = plant("ip-address", ipOf(c), "none");
    const status = c.pick(["200", "304", "404", "502"]);
    return say`${ip} - - [${c.from(1, 28)}/Mar/2026:${c.from(10, 23)}:1${c.digits(1)}:2${c.digits(1)} +0800] "GET /api/v${c.from(1, 3)}/goods/${c.digits(6)} HTTP/1.1" ${status} ${c.from(200, 90000)} "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/${c.from(90, 140)}.0.${c.from(1000, 7000)}.${c.from(10, 200)}"`;
  });
  return documentOf(`${name}.log`, "tree: access log", joined(lines, "\n"));
}

/** .properties, .ini, .env and YAML. */
export function config(c: Chance, name: string): CorpusDocument {
  const [row] = recordsOf(c, 1, c.pick(["en", "en", "zh", "pinyin"])) as [Row];
  const shape = c.pick(["properties", "ini", "env", "yaml"] as const);
  const between = { properties: "=", ini: " = ", env: "=", yaml: ": " }[shape];
  const prefix = shape === "properties" ? c.pick(["user.", "notify.", ""]) : "";
  const lines = row.map(
    ({ label, value }) => say`${prefix}${spelled(label, shape === "env" ? "upper" : "snake")}${between}${value}`,
  );
  const head = shape === "ini" ? "[contact]\n" : "";
  return documentOf(
    `${name}.${shape === "env" ? "conf" : shape}`,
    "tree: configuration",
    say`${head}${joined(lines, "\n")}\nretry${between}3\ntimeout${between}3000\n`,
  );
}
