import { box, picture, rule, sheet, stamp, text } from "../image-drawing.ts";
import { photograph } from "../image-photograph.ts";
import { symbolOf } from "../pdf-barcode.ts";
import { personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** A parcel's label on cardboard, photographed askew in bad light, the telephone held upright, the place in the metadata. */
export async function waybillPhoto(): Promise<ExampleDocument> {
  const [receiver, sender] = [personOf(111), personOf(112)];
  const number = "YT8812345678901";
  const link = "https://www.example.com/t/8f3a1c";
  const [linear, square] = await Promise.all([symbolOf(number, "Code128"), symbolOf(link, "QRCode")]);
  const shapes = [
    box(0, 0, 1200, 1600, "#fdfdfb"),
    text(60, 120, "通途快递", { size: 56, weight: "bold" }),
    text(60, 175, "TONGTU EXPRESS", { size: 26 }),
    text(60, 225, "全国客服 95554", { size: 24 }),
    picture(420, 40, 720, 150, linear.png),
    text(780, 235, number, { size: 34, anchor: "middle" }),
    rule(40, 265, 1160, 265),
    text(60, 375, "312-B07 05", { size: 96, weight: "bold" }),
    text(1140, 365, "集 杭州转", { size: 44, anchor: "end" }),
    rule(40, 415, 1160, 415),
    text(60, 480, "收件人：", { size: 36 }),
    text(220, 480, receiver.name, { size: 42, weight: "bold" }),
    text(60, 550, "电  话：", { size: 36 }),
    text(220, 550, receiver.phone, { size: 42, weight: "bold" }),
    text(60, 620, "地  址：", { size: 36 }),
    text(220, 620, receiver.address.slice(0, 20), { size: 38 }),
    text(220, 675, receiver.address.slice(20), { size: 38 }),
    rule(40, 720, 1160, 720),
    text(60, 785, "寄件人：", { size: 32 }),
    text(220, 785, sender.name, { size: 32 }),
    text(60, 845, "电  话：", { size: 32 }),
    text(220, 845, sender.phone, { size: 32 }),
    text(60, 905, "地  址：", { size: 32 }),
    text(220, 905, sender.address, { size: 32 }),
    rule(40, 950, 1160, 950),
    text(60, 1015, "品名：日用品", { size: 32 }),
    text(460, 1015, "重量：2.35kg", { size: 32 }),
    text(60, 1075, "备注：易碎，轻拿轻放", { size: 32 }),
    text(60, 1135, "代收货款：0.00", { size: 32 }),
    text(60, 1195, "下单时间：2026-04-02 18:07", { size: 32 }),
    stamp(700, 1130, 80, "已验视", "#c33"),
    picture(860, 990, 250, 250, square.png),
    text(985, 1275, "扫码查件", { size: 24, anchor: "middle" }),
    rule(40, 1320, 1160, 1320),
    text(60, 1390, "您的签字代表包裹已完好签收，", { size: 30, fill: "#444" }),
    text(60, 1440, "并接受服务协议。", { size: 30, fill: "#444" }),
    text(60, 1520, "签收人/签收时间：", { size: 32, fill: "#444" }),
    rule(0, 640, 1200, 655, "#ddd"),
  ];
  const photo = await photograph(sheet(1200, 1600, shapes), {
    corners: [
      [0.06, 0.09],
      [0.93, 0.03],
      [0.97, 0.93],
      [0.08, 0.97],
    ],
    shadow: 0.55,
    noise: 7,
    table: [176, 138, 96],
    seed: 3,
  });
  // A telephone stores the sensor's picture and says how to turn it: 6 is a quarter turn clockwise (Exif 3.0, 4.6.5.1).
  const bytes = await photo
    .rotate(-90)
    .jpeg({ quality: 75 })
    .withExif({
      IFD0: { Make: "Example", Model: "Phone 1", Orientation: "6" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "30/1 16/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "120/1 9/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const planted = [
    ...plantedOn(1, { name: [receiver.name, sender.name], phone: [receiver.phone, sender.phone] }),
    ...plantedOn(1, {
      address: [receiver.address, sender.address],
      barcode: [number, link],
      "tracking-number": number,
    }),
    { type: "geo-location", metadata: "EXIF.GPS", value: "30.266667,120.150000" } as const,
  ];
  return { name: "快递单-拍照.jpg", bytes, planted };
}
