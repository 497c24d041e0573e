import { plant, say } from "../planted.ts";
import { traditionalAddressOf } from "../values/addresses.ts";
import { regionalIdOf } from "../values/documents.ts";
import { traditionalNameOf } from "../values/names.ts";
import { dayOf, person, type Template } from "./parts.ts";

/** Forum posts, news and letters: names and addresses that only the sentence gives away; texts from Taiwan and Hong Kong. */
export const stories: readonly Template[] = [
  (c) => {
    const [who, other] = [person(c), person(c)];
    return say`避雷贴！！${dayOf(c)}在网上租房遇到个二房东叫${who.name("beside")}，收了我三个月押金就失联了。房子在${who.nearAddress("none")}，我后来打听，隔壁的${other.name("none")}也被他骗过。这人微信${who.wechat()}，大家千万小心。`;
  },
  (c) => {
    const who = person(c);
    return say`楼主是${who.facts.place.district}的，去年经同事介绍认识了${who.name("none")}，当时觉得人挺老实。结婚以后才发现${who.name("none")}在外面欠了一屁股债，催收电话都打到我单位来了。现在想离，孩子才三岁，求支招。`;
  },
  (c) => {
    const [who, other] = [person(c), person(c)];
    return say`本报讯（记者 ${who.name("label")}）${dayOf(c)}清晨，家住${other.nearAddress("beside")}的${other.name("none")}老人像往常一样出门买菜，途中突然晕倒。幸亏路过的外卖小哥及时拨打120，老人才转危为安。记者昨日从医院了解到，${other.name("none")}目前病情稳定。`;
  },
  (c) => {
    const [who, other] = [person(c), person(c)];
    return say`${c.from(20, 40)}岁的${who.name("none")}辞去城里的工作回到村里养蜂，头一年就亏了十几万。“那时候整夜睡不着。”${who.name("none")}说。后来在农技员${other.name("none")}的指导下改良蜂箱，今年产蜜三吨，还带动十几户邻居增收。`;
  },
  (c) => {
    const [who, other] = [person(c), person(c)];
    return say`感谢信\n我母亲上周在公交车上犯病，多亏司机${who.name("none")}把车直接开到医院，还垫付了挂号费。护士长${other.name("none")}一直忙到半夜，我们全家都记在心里。`;
  },
  (c) => {
    const who = person(c);
    return say`今天值班的时候碰到一个老同学，${who.name("none")}，十几年没见居然一眼认出来了。聊起当年一块儿翻墙上网的事，笑得肚子疼。他现在在${who.nearAddress("none")}开了家修车铺，让我有空去坐坐。`;
  },
  (c) => {
    const [first, second, third] = [person(c), person(c), person(c)];
    return say`男子组决赛中，${first.name("none")}以10秒3${c.digits(1)}率先撞线，${second.name("none")}和${third.name("none")}分列二、三名。赛后${first.name("none")}表示状态还没到最好，下一站要冲击纪录。`;
  },
  (c) => {
    const who = person(c);
    return say`群众反映：${who.nearAddress("none")}一楼餐馆夜间排放油烟，多次向社区投诉无果。经办人${who.name("label")}已联系城管部门，承诺${c.from(3, 15)}个工作日内答复，回复电话${who.landline()}。`;
  },
  (c) => {
    const who = person(c);
    return say`卖家发货太慢了，催了三次，客服还态度恶劣。寄到${who.address("beside")}用了整整八天，包装都破了。让我联系${who.name("none")}处理，打${who.phone()}一直没人接，差评！`;
  },
  (c) => {
    const [first, second] = [person(c), person(c)];
    return say`周五下午的家长会上，班主任把${first.name("none")}叫到讲台前，表扬他帮助同桌${second.name("none")}补课。${second.name("none")}低着头不说话，耳朵都红了。放学路上两个人一人一根冰棍，什么都没提。`;
  },
  (c) => {
    const who = person(c);
    return say`拆迁办公示：${who.nearAddress("none")}，产权人${who.name("label")}，建筑面积${c.from(40, 200)}.${c.digits(2)}平方米，如有异议请在公示期内向街道提出。`;
  },
  (c) => {
    const [name, other] = [traditionalNameOf(c), traditionalNameOf(c)];
    const address = plant("address", traditionalAddressOf(c));
    return say`租賃契約書\n立契約書人：出租人${plant("name", name)}（以下簡稱甲方）、承租人${plant("name", other)}（以下簡稱乙方）\n身分證字號：${plant("residence-permit", regionalIdOf(c))}\n房屋所在地：${address}\n租金每月新臺幣${c.from(8, 40)},000元整。`;
  },
  (c) => {
    const name = traditionalNameOf(c);
    return say`${plant("name", name, "beside")}先生 台鑒：\n　　前承惠顧，至為感激。台端訂購之商品業於${dayOf(c)}寄出，送貨地址為${plant("address", traditionalAddressOf(c))}，如有疑問請洽客服。\n敬頌　時祺`;
  },
  (c) => {
    const name = traditionalNameOf(c);
    return say`【新界訊】${c.from(20, 70)}歲男子${plant("name", name, "none")}昨晚於${plant("address", traditionalAddressOf(c), "none")}寓所內昏迷，由妻子發現報警。警方在場檢獲遺書，案件無可疑。`;
  },
  (c) => {
    const name = traditionalNameOf(c);
    const who = person(c);
    return say`求職者姓名：${plant("name", name)}\n聯絡電話：${who.phone()}\n電郵：${who.email()}\n住址：${plant("address", traditionalAddressOf(c))}\n期望月薪：HK$${c.from(15, 60)},000`;
  },
  (c) => {
    const [who, other] = [traditionalNameOf(c), traditionalNameOf(c)];
    return say`上週開會的時候，${plant("name", who, "none")}提到要換供應商，${plant("name", other, "none")}不同意，兩個人爭了半天也沒有結論。最後主管說先試用一個月再看。`;
  },
];
