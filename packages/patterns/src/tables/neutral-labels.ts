/**
 * Labels of forms, tickets, receipts and cards whose values are not an entity type of their own. They end the value of the
 * label before them: 姓名张三性别男.
 */
export const neutralLabels: readonly string[] = (
  "复核 审核 制单 经手人 开票人 与患者关系 与本人关系 与投保人关系 关系 就诊科室 病历号 主诉 诊断 用户名 用户名称 登录名 域名 主机名 直播地址 活动地址 性别 民族 出生 出生日期 出生年月 签发机关 有效期限 有效期 年龄 学历 专业 学校 毕业院校 政治面貌 婚姻状况 籍贯 国籍 职务 职位 岗位 部门 工号 学号 " +
  "单位 公司 公司名称 单位名称 企业名称 商户 商户名称 商户号 商户编号 终端号 终端编号 门店 店名 店铺 收银员 柜员 操作员 " +
  "订单号 订单编号 订单 运单号 运单编号 运单 快递单号 单号 编号 序号 流水号 流水 交易号 交易流水号 参考号 凭证号 批次号 授权码 票号 电子客票号 序列号 合同编号 档案编号 " +
  "发票号 发票号码 发票代码 税号 纳税人识别号 统一社会信用代码 开户行 开户银行 银行 发卡行 交易类型 " +
  "金额 合计 总计 小计 实收 应收 找零 单价 数量 重量 体积 件数 运费 付款方式 支付方式 余额 价格 票价 税额 套餐 月租 " +
  "日期 时间 交易日期 交易时间 下单时间 开票日期 打印时间 账期 车次 座位 座位号 席别 检票口 航班 航班号 登机口 登机时间 舱位 始发站 到达站 出发 到达 目的地 " +
  "商品 品名 物品 内品 备注 说明 附言 摘要 用途 规格 型号 状态 类型 类别 会员等级 积分 网址 官网 传真 邮编 邮政编码 验证码 取件码 " +
  "工作经历 教育经历 教育背景 项目经历 自我评价 求职意向 期望薪资 签字 盖章 签名日期 " +
  "ip地址 mac地址 内存地址 物理地址 虚拟地址 网络地址 服务器地址 链接地址 下载地址 仓库地址 项目地址 开源地址 文档地址 官网地址 " +
  "性別 民族 出生日期 訂單號 訂單編號 運單號 編號 金額 合計 總計 數量 單價 日期 時間 備註 公司名稱 開戶行 發票號碼"
).split(" ");

/** The same in Latin letters, lower case, words separated by single spaces. */
export const neutralLatinLabels: readonly string[] =
  "order no,order id,order number,amount,total,date,time,gender,sex,age,nationality,ip address,mac address,company,company name,product name,file name,user name,username,flight,gate,seat,class,qty,price,remark,note,id,no,invoice no,tracking no,memory address,contract address,host name,domain name,display name".split(
    ",",
  );
