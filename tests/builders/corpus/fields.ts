import type { BuiltInEntityType } from "@tuhei/patterns";
import type { Chance } from "./chance.ts";
import type { Somebody } from "./person.ts";
import { type Piece, plant } from "./planted.ts";
import * as documents from "./values/documents.ts";
import * as numbers from "./values/numbers.ts";
import * as online from "./values/online.ts";
import { writtenCard, writtenCode, writtenId, writtenPhone } from "./writing.ts";

/** The four ways a field is named. */
export type Language = "zh" | "hant" | "en" | "pinyin";

/** A column of a table or a line of a form: its names and what stands in it. */
export interface Field {
  readonly labels: Readonly<Record<Language, readonly string[]>>;
  readonly value: (c: Chance, somebody: Somebody) => Piece;
}

/** zh; hant; en; pinyin, each parted by commas. English names are of keys: other layouts write them with spaces. */
function field(names: string, value: Field["value"]): Field {
  const [zh, hant, en, pinyin] = names.split(";").map((list) => list.trim().split(",")) as [
    string[],
    string[],
    string[],
    string[],
  ];
  return { labels: { zh, hant, en, pinyin }, value };
}

function typed(entityType: BuiltInEntityType, names: string, value: (c: Chance, somebody: Somebody) => string): Field {
  return field(names, (c, somebody) => plant(entityType, value(c, somebody)));
}

/** What a database, an export or a form knows of somebody. */
export const personalFields = {
  name: typed(
    "name",
    "姓名,客户姓名,收货人,收件人,联系人,会员姓名,收件人姓名,真实姓名,申请人,持卡人,投保人,车主,患者姓名,学生姓名,户主姓名,经办人,紧急联系人;姓名,聯絡人,收件人,申請人,客戶姓名;name,full_name,customer_name,receiver_name,consignee,contact_name,real_name,patient_name,recipient;xingming,xm,shoujianren,lianxiren",
    (_c, { name }) => name,
  ),
  phone: typed(
    "phone",
    "手机号,联系电话,手机,手机号码,电话,收货人电话,联系方式,预留手机号,移动电话,收件电话,家长电话;手機號碼,聯絡電話,手機,電話;phone,mobile,mobile_phone,phone_number,tel,cell_phone,contact_phone,receiver_mobile;shoujihao,sjh,lxdh,shouji",
    (c, { phone }) => writtenPhone(phone, c),
  ),
  idCard: typed(
    "id-card",
    "身份证号,身份证号码,证件号码,公民身份号码,身份证,证件号,居民身份证号;身份證字號,身份證號碼,證件號碼;id_card,id_number,id_no,identity_card,cert_no,id_card_no,idcard;sfzh,shenfenzhenghao,sfzhm,zjhm",
    (c, { idCard }) => writtenId(idCard, c),
  ),
  address: typed(
    "address",
    "收货地址,住址,家庭住址,地址,联系地址,详细地址,户籍地址,现住址,通讯地址,居住地址,收件地址;地址,通訊地址,戶籍地址,住址;address,shipping_address,home_address,mailing_address,street_address,addr,delivery_address,residence;dizhi,zhuzhi,dz,jtzz",
    (_c, { address }) => address,
  ),
  birth: typed(
    "birth-date",
    "出生日期,出生年月日,生日,出生年月;出生日期,生日;birth_date,birthday,date_of_birth,dob,birth;csrq,shengri,chushengriqi",
    (c, { birth }) => documents.writtenBirthOf(c, birth),
  ),
  email: typed(
    "email",
    "邮箱,电子邮箱,邮箱地址,电子邮件;電子郵件,信箱;email,e_mail,mail,email_address;youxiang,dzyx",
    online.emailOf,
  ),
  bankCard: typed(
    "bank-card",
    "银行卡号,卡号,收款账号,银行账号,工资卡号,储蓄卡号,借记卡号;銀行卡號,帳號;bank_card,card_no,card_number,bank_account,account_no;yinhangkahao,yhkh,kahao",
    (c) => writtenCard(numbers.bankCardOf(c), c),
  ),
  landline: typed(
    "landline",
    "固定电话,座机,家庭电话,办公电话,单位电话;固定電話,住宅電話;telephone,landline,office_phone,home_phone,tel;gddh,zuoji",
    (c, { place }) => numbers.landlineOf(c, place),
  ),
  plate: typed(
    "license-plate",
    "车牌号,车牌号码,号牌号码,车牌,机动车号牌;車牌號碼,車牌;plate_no,license_plate,plate_number,car_plate;chepaihao,hphm,cph",
    (c, { place }) => numbers.plateOf(c, place),
  ),
  vin: typed("vin", "车架号,车辆识别代号,VIN码,车辆识别代码;車身號碼,車架號;vin,vin_code,frame_no;cjh,chejiahao", (c) =>
    numbers.vinOf(c),
  ),
  passport: typed(
    "passport",
    "护照号,护照号码,护照;護照號碼,護照;passport,passport_no,passport_number;huzhao,hzhm",
    (c) => writtenCode(documents.passportOf(c), c),
  ),
  hkMacauPermit: typed(
    "hk-macau-permit",
    "港澳通行证号,往来港澳通行证,港澳通行证,港澳居民来往内地通行证号,回乡证号;港澳通行證,回鄉證號碼;hk_macau_permit,hk_macao_pass,eep_no;gatxz,huixiangzheng",
    documents.hkMacauPermitOf,
  ),
  taiwanPermit: typed(
    "taiwan-permit",
    "台胞证号,台胞证,往来台湾通行证,台湾居民来往大陆通行证号,大陆居民往来台湾通行证;台胞證號碼,臺胞證;taiwan_permit,mtp_no,taiwan_pass;taibaozheng,tbz",
    documents.taiwanPermitOf,
  ),
  residencePermit: typed(
    "residence-permit",
    "外国人永久居留身份证,永久居留证号,居留证号,港澳台居民居住证,外国人居留证号;居留證號碼,身分證字號;residence_permit,permanent_residence_no,hkid,resident_permit_no;juliuzheng,jlz",
    (c) => c.pick([documents.foreignerPermitOf, documents.compatriotPermitOf, documents.regionalIdOf])(c),
  ),
  military: typed(
    "military-id",
    "军官证号,士兵证号,军官证,军人证件号;軍官證號,軍官證;military_id,officer_id,military_no;junguanzheng,jgz",
    documents.militaryIdOf,
  ),
  diploma: typed(
    "diploma",
    "毕业证书编号,学历证书编号,学位证书编号,毕业证编号,学历证书号;畢業證書編號,學位證書編號;diploma_no,certificate_no,degree_certificate_no,diploma_number;byzsbh,xwzsbh",
    documents.diplomaOf,
  ),
  medical: typed(
    "medical-insurance",
    "医保卡号,社保卡号,社会保障卡号,医保编号,个人社保编号,医疗保险号;健保卡號,社保卡號;social_security_no,medical_insurance_no,medicare_no,ssc_no;ybkh,shebaokahao",
    numbers.medicalNumberOf,
  ),
  housingFund: typed(
    "housing-fund",
    "公积金账号,个人公积金账号,住房公积金账号,公积金账户;公積金帳號,公積金號碼;housing_fund_account,housing_fund_no,provident_fund_no;gjjzh,gongjijin",
    numbers.housingFundOf,
  ),
  imei: typed(
    "imei",
    "IMEI,手机串号,设备IMEI,IMEI号;手機序號,IMEI;imei,imei1,device_imei;imei,chuanhao",
    numbers.imeiOf,
  ),
  mac: typed(
    "mac-address",
    "MAC地址,物理地址,网卡地址,设备MAC;MAC位址,實體位址;mac,mac_address,device_mac,wifi_mac;mac,macdizhi",
    numbers.macOf,
  ),
  ip: typed(
    "ip-address",
    "登录IP,IP地址,客户端IP,注册IP;登入IP,IP位址;ip,client_ip,login_ip,remote_addr,ip_address;ip,ipdizhi",
    numbers.ipOf,
  ),
  qq: typed("qq", "QQ号,QQ,QQ号码,联系QQ;QQ號,QQ;qq,qq_number,qq_no;qqhao,qqh", online.qqOf),
  wechat: typed(
    "wechat",
    "微信号,微信,微信ID,联系微信;微信號,微信;wechat,wechat_id,weixin,wechat_no;weixinhao,wxh",
    online.wechatOf,
  ),
  password: typed(
    "password",
    "密码,登录密码,初始密码,支付密码,WiFi密码;密碼,登入密碼;password,passwd,pwd,login_password;mima,mm",
    online.passwordOf,
  ),
  creditCode: typed(
    "social-credit-code",
    "统一社会信用代码,纳税人识别号,信用代码,税号,社会信用代码;統一社會信用代碼,納稅人識別號;credit_code,uscc,tax_no,unified_social_credit_code;tyshxydm,nsrsbh",
    (c) => writtenCode(numbers.creditCodeOf(c), c),
  ),
  invoice: typed(
    "vat-invoice",
    "发票号码,发票号,数电票号码,电子发票号码;發票號碼,發票號;invoice_no,invoice_number,fapiao_no;fphm,fapiaohao",
    numbers.invoiceOf,
  ),
  tracking: typed(
    "tracking-number",
    "快递单号,运单号,物流单号,运单编号,快递运单号;快遞單號,運單號;tracking_no,waybill_no,express_no,tracking_number,logistics_no;kuaididanhao,ydh",
    (c) => writtenCode(numbers.trackingOf(c), c),
  ),
  ticket: typed(
    "ticket-number",
    "票号,车票号,电子客票号,机票号,取票号,客票号;機票號碼,車票號;ticket_no,eticket_no,ticket_number,etkt;piaohao,jph",
    numbers.ticketOf,
  ),
} satisfies Record<string, Field>;

export type PersonalKey = keyof typeof personalFields;

const GOODS = [
  "纯棉四件套",
  "无线蓝牙耳机",
  "婴儿纸尿裤L码",
  "不锈钢保温杯",
  "儿童书包",
  "破壁机",
  "登山鞋42码",
  "手机壳",
  "大米10kg",
  "护手霜",
];
const STATES = ["已付款", "待发货", "已签收", "退款中", "已完成", "交易关闭"];

/** What is not personal beside it. */
export const otherFields: readonly Field[] = [
  field(
    "订单号,订单编号;訂單編號;order_no,order_id,order_sn;ddh",
    (c) => `${c.from(2023, 2026)}${c.digits(c.pick([8, 11, 14]))}`,
  ),
  field("序号;序號;id,no;xh", (c) => String(c.from(1, 99999))),
  field("下单时间,创建时间;建立時間;created_at,create_time,order_time;cjsj", (c) => timeOf(c)),
  field("金额,实付金额,合计;金額;amount,price,total;je", (c) => `${c.from(1, 9999)}.${c.digits(2)}`),
  field("商品,商品名称;品名;goods,product,item_name;spmc", (c) => c.pick(GOODS)),
  field("数量;數量;qty,quantity,count;sl", (c) => String(c.from(1, 20))),
  field("状态,订单状态;狀態;status,state;zt", (c) => c.pick(STATES)),
  field("性别;性別;gender,sex;xb", (c) => c.pick(["男", "女"])),
  field("年龄;年齡;age;nl", (c) => String(c.from(3, 88))),
  field("省份;省份;province;sf", (_c, { place }) => place.province),
  field("民族;民族;ethnicity;mz", (c) => c.pick(["汉族", "回族", "满族", "苗族", "维吾尔族"])),
  field("仓库,门店;倉庫;warehouse,store;ck", (c) => c.pick(["华东一仓", "南区二号门店", "西北分拨中心", "总仓"])),
  field("SKU,条码,商品编码;條碼;sku,barcode,ean;tm", (c) => `69${c.digits(11)}`),
  field("版本;版本;version,app_version;bb", (c) => `${c.from(1, 12)}.${c.from(0, 30)}.${c.from(0, 9)}`),
  field("备注;備註;remark,memo,note;bz", (c) =>
    c.pick(["", "", "周末送货", "请勿放门口", "开票", "加急", "已电话确认", "无"]),
  ),
];

/** A moment of the last years. */
export function timeOf(c: Chance): string {
  const two = (least: number, most: number) => String(c.from(least, most)).padStart(2, "0");
  return `${c.from(2023, 2026)}-${two(1, 12)}-${two(1, 28)} ${two(0, 23)}:${two(0, 59)}:${two(0, 59)}`;
}
