import { expect, test } from "vitest";
import { createDetect } from "../create-detect.js";
import { address } from "./address.js";

/** Without what structure alone finds: the whole package covers more. */
const detect = createDetect([address]);

test.each([
  "地址：⟦海甸岛路12号⟧ 138 0013 8000",
  "地址：⟦海甸岛路12号⟧13800138000",
  "地址：⟦海甸岛路12号⟧010-6234567",
  "地址：⟦海甸岛路12号，丁香小区3栋⟧",
  "地址：⟦海甸岛路12号  丁香小区3栋⟧",
  "地址：⟦海甸岛路12号\n丁香小区3栋⟧",
  "地址：⟦海甸岛路12号 \r\n  丁香小区3栋⟧",
  "地址：⟦海甸岛路12号⟧，2024年起住在丁香路",
  "地址：⟦海甸岛路12号⟧ 现住丁香路3号",
  "地址：⟦海甸岛路12号⟧，电话丁香路",
  "地址：⟦海甸岛路12号⟧ 138 0013 8000 丁香路",
  "地址：⟦海甸岛路12号，丁香小区⟧13800138000",
  "地址：⟦海甸岛路12号，丁香小区⟧138 0013 8000",
  "地址：⟦海甸岛路12号，丁香小区⟧0755-2612345",
  "地址：⟦海甸岛路12号⟧，喜欢安静，号码",
  "地址：⟦建国路2号⟧",
  "地址：⟦朝阳区建国路⟧",
  "地址：⟦离石区建国路12号⟧",
  "地址：⟦海甸岛路12号⟧139 1013 8000丁香路",
  "地址：⟦海甸岛路12号⟧139-1013-8000",
  "地址：⟦海甸岛路12号118-0013-8000丁香路3号⟧",
  "地址：⟦海甸岛路12号13x-0013-8000丁香路3号⟧",
  "地址：⟦海甸岛路12号138-013-8000丁香路3号⟧",
  "地址：⟦海甸岛路12号138-0013-800丁香路3号⟧",
  "地址：⟦海甸岛路12号138.0013.8000丁香路3号⟧",
  "地址：⟦海甸岛路12号010-612345室⟧",
  "地址：⟦海甸岛路12号，丁香小区⟧139 1013 8000",
  "地址：⟦海甸岛路12号，丁香小区0755-261234室⟧",
  "地址：⟦海甸岛路12号⟧，13800138000丁香路",
  "地址：⟦海甸岛路12号，138001380丁香路⟧",
  "地址：⟦海甸岛路12号⟧，门牌号码不对",
  "地址：⟦海甸岛路12号⟧，地铁2号线旁",
  "地址：⟦海甸岛路12号，丁香园3号⟧",
  "地址：⟦Rm 1804, 93 Jianguo Rd, Beijing⟧",
  "地址：⟦Room 1804 93 Jianguo Road Beijing⟧",
  "地址：⟦5F 93 Jianguo St⟧",
  "地址：⟦5/F 93 Jianguo Street⟧",
  "地址：⟦93 Jianguo Ave, Beijing⟧",
  "地址：⟦93 Jianguo Avenue, Beijing⟧",
  "地址：⟦No.7, 93 Jianguo Lane, Beijing⟧",
  "地址：⟦7 Jianguo Lu, Beijing⟧",
  "房号：⟦27-1-706⟧",
  "房号：⟦27-12-1706⟧",
  "房号：⟦27-706⟧，",
])("behind a label %j is covered as far as the address goes", (marked) => {
  const text = marked.replace(/[⟦⟧]/g, "");
  const found = detect(text).map(({ span: { start, end } }) => text.slice(start, end));
  expect(found).toEqual([marked.slice(marked.indexOf("⟦") + 1, marked.indexOf("⟧"))]);
});

test.each([
  "地址：路12号",
  "地址：建国小路口",
  "地址：朝阳的街道路",
  "地址：离车站路12号",
  "地址：  http:建国路12号",
  "地址：https:建国路12号",
  "地址：127.建国路12号",
  "地址：1234 \n建国路12号",
  "地址：A路1号2号楼",
  "地址：1234\n建国路12号",
  "地址：\t0x建国路12号",
  "地址：都是建国路和朝阳街",
  "地址：都没有建国路和朝阳街",
  "地址：Jianguo Road Town, Beijing",
  "地址：93 Jianguo Road Beijing",
  "地址：93 Jianguo, Beijing",
  "房号：27-706a",
  "房号：27-706_",
  "房号：27-1706-70601",
])("%j is no address", (text) => {
  expect(detect(text)).toEqual([]);
});
