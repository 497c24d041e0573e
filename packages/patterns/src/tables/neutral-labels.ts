import { labelWords } from "./label-words.js";
import { neutralLabels as packed } from "./packed-labels.js";

/**
 * Labels of forms, tickets, receipts and cards whose values are not an entity type of their own. They end the value of the
 * label before them: 姓名张三性别男.
 */
export const neutralLabels = (): readonly string[] => labelWords(packed);

/** The same in Latin letters, lower case, words separated by single spaces. */
export const neutralLatinLabels: readonly string[] =
  "order no,order id,order number,amount,total,date,time,gender,sex,age,nationality,ip address,mac address,company,company name,product name,file name,user name,username,flight,gate,seat,class,qty,price,remark,note,id,no,invoice no,tracking no,memory address,contract address,host name,domain name,display name".split(
    ",",
  );
