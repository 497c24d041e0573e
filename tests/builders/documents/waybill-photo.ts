import { box, picture, rule, sheet, text } from "../image-drawing.ts";
import { photograph } from "../image-photograph.ts";
import { symbolOf } from "../pdf-barcode.ts";
import { personOf } from "../people.ts";
import { type ExampleDocument, plantedOn } from "./document.ts";

/** A parcel's label photographed askew in bad light, the telephone held upright, with the place in the file's metadata. */
export async function waybillPhoto(): Promise<ExampleDocument> {
  const [receiver, sender] = [personOf(111), personOf(112)];
  const number = "YT8812345678901";
  const linear = await symbolOf(number, "Code128");
  const shapes = [
    box(0, 0, 1200, 1600, "#fdfdfb"),
    text(60, 110, "通途快递", { size: 56, weight: "bold" }),
    picture(420, 50, 720, 150, linear.png),
    text(780, 245, number, { size: 34, anchor: "middle" }),
    rule(40, 280, 1160, 280),
    text(60, 390, "312-B07 05", { size: 88, weight: "bold" }),
    rule(40, 430, 1160, 430),
    text(60, 500, "收件人：", { size: 36 }),
    text(220, 500, receiver.name, { size: 40, weight: "bold" }),
    text(60, 570, "电  话：", { size: 36 }),
    text(220, 570, receiver.phone, { size: 40, weight: "bold" }),
    text(60, 640, "地  址：", { size: 36 }),
    text(220, 640, receiver.address.slice(0, 20), { size: 36 }),
    text(220, 695, receiver.address.slice(20), { size: 36 }),
    rule(40, 740, 1160, 740),
    text(60, 810, "寄件人：", { size: 32 }),
    text(220, 810, sender.name, { size: 32 }),
    text(60, 870, "电  话：", { size: 32 }),
    text(220, 870, sender.phone, { size: 32 }),
    text(60, 930, "地  址：", { size: 32 }),
    text(220, 930, sender.address, { size: 30 }),
    rule(40, 980, 1160, 980),
    text(60, 1050, "品名：日用品", { size: 32 }),
    text(460, 1050, "重量：2.35kg", { size: 32 }),
    text(60, 1110, "备注：易碎，轻拿轻放", { size: 32 }),
    text(60, 1170, "代收货款：0.00", { size: 32 }),
    text(60, 1230, "下单时间：2026-04-02 18:07", { size: 32 }),
    text(60, 1480, "签收人/签收时间：", { size: 30, fill: "#444" }),
  ];
  const photo = await photograph(sheet(1200, 1600, shapes), {
    corners: [
      [0.07, 0.05],
      [0.95, 0.02],
      [0.97, 0.95],
      [0.03, 0.98],
    ],
    shadow: 0.55,
    noise: 7,
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
    ...plantedOn(1, { address: [receiver.address, sender.address], barcode: number }),
  ];
  return { name: "快递单-拍照.jpg", bytes, planted };
}
