import { beginsDotted } from "../begins.js";
import type { Description, Detector } from "../detector.js";
import { labelWords } from "../tables/label-words.js";
import { geoLocationLabels } from "../tables/packed-labels.js";

/** Coordinates inside China, exact to some ten metres: pairs by themselves, single ones behind their label. */
export const geoLocation: Detector = {
  entityType: "geo-location",
  title: { en: "Precise location", zh: "经纬度" },
  forms: [
    {
      trigger: { on: "digits", atLeast: 6, begins: beginsDotted },
      // Four decimals are eleven metres. In a longer row of numbers it is a drawing or a table. The look ahead is quick to fail.
      pattern:
        /(?=\d{1,3}\.\d{4})(?<![0-9A-Za-z_.+-]|\d[,; ] ?|[MLHVCSQTAZmlhvcsqtaz] )(?:(?:[3-9]|[1-4]\d|5[0-3])\.\d{4,15}°? ?[Nn]?(?: ?[,，;；/、] ?|\t)[Ee]?(?:7[3-9]|[89]\d|1[0-2]\d|13[0-5])\.\d{4,15}|(?:7[3-9]|[89]\d|1[0-2]\d|13[0-5])\.\d{4,15}°? ?[Ee]?(?: ?[,，;；/、] ?|\t)[Nn]?(?:[3-9]|[1-4]\d|5[0-3])\.\d{4,15})(?:°? ?[NnEe](?![A-Za-z]))?(?![0-9A-Za-z_]|\.\d| ?[,; ]? ?[A-Za-z]?-?[\d.])/y,
      validate: (candidate) => {
        const [first = 0, second = 0] = (candidate.match(/\d+\.\d+/g) ?? []).map(Number);
        return isInChina(Math.min(first, second), Math.max(first, second));
      },
      proof: "inside China",
      score: { valid: 0.65, validInContext: 0.9 },
    },
    {
      trigger: { on: "label" },
      pattern:
        /(?:[NESW北东東]纬?经?)? ?(?<value>\d{1,3}\.\d{4,15}(?:°? ?[,，;；/、 ] ?\d{1,3}\.\d{4,15})?)°?(?![0-9A-Za-z_]|\.\d|°? ?[,，;；/、] ?-?\d)/y,
      validate: (candidate) => {
        const [first = 0, second] = (candidate.match(/\d+\.\d+/g) ?? []).map(Number);
        if (second === undefined) return isLatitude(first) || isLongitude(first);
        return isInChina(Math.min(first, second), Math.max(first, second));
      },
      proof: "inside China",
      score: { validInContext: 0.85 },
    },
    {
      trigger: { on: "label" },
      pattern:
        /[NE北东東]?[纬緯经經]?(?<value>\d{1,3}° ?\d{1,2}['′’] ?(?:\d{1,2}(?:\.\d{1,6})?["″”]? ?)?[NE]?(?:[,，;； ]{0,2}[NE北东東]?[纬緯经經]?\d{1,3}° ?\d{1,2}['′’] ?(?:\d{1,2}(?:\.\d{1,6})?["″”]? ?)?[NE]?)?)(?! ?[NEWSnews西\d])/y,
      score: { validInContext: 0.85 },
    },
  ],
  context:
    "GPS,lat,lng,lon,long,latitude,longitude,gps,location,coordinates,coordinate,geo,position,jingdu,weidu,jingweidu".split(
      ",",
    ),
  chineseContext: () => labelWords(geoLocationLabels),
  legal: { tier: "general", sensitive: "tracking", gbt35273: "other" },
};

/** Its sources; what it finds and what it leaves. */
export const description: Description = {
  sources: [
    "ISO 6709:2022 (latitude and longitude in decimal degrees)",
    "GB/T 45574-2025 annex A: 精准定位. China's box: 3.8°–53.6° N, 73°–135.1° E (曾母暗沙 to 漠河, 帕米尔 to 黑瞎子岛)",
  ],
  examples: {
    found: [
      "⟦39.908823,116.397470⟧",
      "坐标：⟦116.397470, 39.908823⟧",
      "定位 ⟦31.230416，121.473701⟧ 附近",
      "纬度：⟦39.908823⟧ 经度：⟦116.397470⟧",
      '{"lat": ⟦39.908823⟧, "lng": ⟦116.397470⟧}',
      "location=⟦39.9088,116.3975⟧",
      "坐标：⟦39°54′31.8″N, 116°23′50.9″E⟧",
    ],
    ignored: [
      "39.90, 116.39",
      "51.507351,-0.127758",
      "40.712776, -74.005974",
      "M39.90882 116.39747",
      'd="M12.3456,101.2345,44.1234,80.1234"',
      "39.908823",
      "1.39.908823,116.397470",
      "定位：客服",
      "lat: number",
      "坐标 38.249069, -122.410126",
      "坐标为 39°50'N 98°35'W",
      "11.6846535 73.3524675,11.7537129 C73.3524675,11.8",
    ],
  },
};

function isLatitude(degrees: number): boolean {
  return degrees >= 3.8 && degrees <= 53.6;
}

function isLongitude(degrees: number): boolean {
  return degrees >= 73 && degrees <= 135.1;
}

function isInChina(latitude: number, longitude: number): boolean {
  return isLatitude(latitude) && isLongitude(longitude);
}
