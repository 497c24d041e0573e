import type { Chance } from "../chance.ts";
import { type Somebody, somebody } from "../person.ts";
import { type Cue, type Either, type Planted, plant, type Text } from "../planted.ts";
import { surnameOf } from "../values/names.ts";
import { bankCardOf, landlineOf, phoneOf, plateOf, trackingOf } from "../values/numbers.ts";
import { emailOf, wechatOf } from "../values/online.ts";
import { writtenCard, writtenId, writtenPhone } from "../writing.ts";

/** A piece of writing with somebody's data in it. */
export type Template = (c: Chance) => Text;

/** Somebody's values as prose takes them: a name and an address say what gives them away there. */
export interface Person {
  readonly name: (cue: Cue) => Planted;
  readonly address: (cue: Cue) => Planted;
  readonly nearAddress: (cue: Cue) => Planted;
  readonly phone: () => Planted;
  readonly idCard: () => Planted;
  readonly bankCard: () => Planted;
  readonly landline: () => Planted;
  readonly email: () => Planted;
  readonly wechat: () => Planted;
  readonly plate: () => Planted;
  readonly tracking: () => Planted;
  readonly facts: Somebody;
}

/** Somebody new; every call of a value writes the same one. */
export function person(c: Chance): Person {
  const facts = somebody(c);
  const [card, line, mail, chat, plate, parcel] = [
    bankCardOf(c),
    landlineOf(c, facts.place),
    emailOf(c),
    wechatOf(c),
    plateOf(c, facts.place),
    trackingOf(c),
  ];
  return {
    name: (cue) => plant("name", facts.name, cue),
    address: (cue) => plant("address", facts.address, cue),
    nearAddress: (cue) => plant("address", facts.shortAddress, cue),
    phone: () => plant("phone", writtenPhone(facts.phone, c)),
    idCard: () => plant("id-card", writtenId(facts.idCard, c)),
    bankCard: () => plant("bank-card", writtenCard(card, c)),
    landline: () => plant("landline", line),
    email: () => plant("email", mail),
    wechat: () => plant("wechat", chat),
    plate: () => plant("license-plate", plate),
    tracking: () => plant("tracking-number", parcel),
    facts,
  };
}

/** A surname with a title: no more than half a name. */
export function titled(c: Chance): Either {
  return { either: surnameOf(c) + c.pick(["先生", "女士", "经理", "老师", "师傅", "总", "主任", "医生"]) };
}

/** What is masked already. */
export function maskedPhone(c: Chance): Either {
  const phone = phoneOf(c);
  return { either: `${phone.slice(0, 3)}****${phone.slice(7)}` };
}

/** 3月8日, 12月24日. */
export function dayOf(c: Chance): string {
  return `${c.from(1, 12)}月${c.from(1, 28)}日`;
}
