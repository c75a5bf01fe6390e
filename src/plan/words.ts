import type { Comparator } from "./notation";

/* The vocabulary round the numbers of a plan's targets, as tables: what stands before a number, what behind it. */

/** What words round a number say of it. */
export interface Said {
  readonly comparator?: Comparator;
  /** 控制在: not more, unless another word says otherwise */
  readonly ceiling?: true;
  readonly approximate?: true;
  readonly cumulative?: true;
  readonly average?: true;
  /** against the base: 较2015年, 在…基础上 */
  readonly based?: true;
  /** more or less than it was, by the number */
  readonly change?: 1 | -1;
  /** up or down to the number */
  readonly to?: 1 | -1;
}

type Words = readonly (readonly [pattern: RegExp, said: Said])[];

const YEAR = "(?:19|20)\\d\\d年?(?:底|末|度|初)?";
const TIME = `(?:${YEAR}|上年|去年|上一年|基期|基年|上年同期|同期|[“"]?十[一二三四五六]五[”"]?(?:时期|期间|期末|末|期)?)`;
const UP = "提高|增加(?!值)|增长|上升|提升|扩大|延长|递增|上涨|涨幅|增幅|增速|新增|净增|涨|增|升";
const DOWN = "下降|降低|减少|削减|压减|缩小|缩减|缩短|压缩|精简|回落|递减|降幅|跌幅|跌|降|减";

/** How a number was come by, which changes nothing of it. */
const REMARK =
  "预计|预测|预估|估计|估算|初步|初核|终核|核定|核实|快报|年报|公报|普查|调查|统计|实际|实绩|完成|现状|基期|基数|修订|规划|目标|计划";

/** Anchored at the beginning; longer ones first where one begins with another. */
export const BEFORE: Words = [
  [/^≥/, { comparator: "≥" }],
  [/^≤/, { comparator: "≤" }],
  [/^>/, { comparator: ">" }],
  [/^</, { comparator: "<" }],
  [/^(?:大于或?等于|高于或?等于)/, { comparator: "≥" }],
  [/^(?:小于或?等于|低于或?等于)/, { comparator: "≤" }],
  [/^(?:不低于|不少于|不小于|不下于|至少|最少|最低)/, { comparator: "≥" }],
  [/^(?:不超过|不高于|不大于|不多于|至多|最多|最高)/, { comparator: "≤" }],
  [/^(?:超过|大于|高于|多于|突破|超出|超|逾)/, { comparator: ">" }],
  [/^(?:低于|小于|少于|不足|不到|不满)/, { comparator: "<" }],
  [/^(?:控制|限制|压控)(?:在|到|至)?/, { ceiling: true }],
  [/^(?:大约|大概|约为|约|接近|近|基本)/, { approximate: true }],
  [
    /^(?:[一二三四五六\d]年(?:累计|新增|合计)|(?:规划)?期内?累计|累计)(?:新增|净增|数|为)?/,
    { cumulative: true },
  ],
  [/^(?:年平均|年均|平均每年|每年平均)/, { average: true }],
  [new RegExp(`^(?:每年|逐年|年年)(?=(?:${UP}|${DOWN})(?![到至]))`), { average: true }],
  [new RegExp(`^(?:比|较|与|和|同|按|以|在)${TIME}(?:水平)?(?:相比|的?基础上|的|为基数)?`), { based: true }],
  [new RegExp(`^${TIME}(?:水平)?(?:的?基础上|的)`), { based: true }],
  [/^(?:比|较)(?:基期|上年|去年)?/, { based: true }],
  [/^同比/, { based: true }],
  [new RegExp(`^(?:${UP})[到至]`), { to: 1 }],
  [new RegExp(`^(?:${DOWN})[到至]`), { to: -1 }],
  [new RegExp(`^(?:${UP})(?:率|幅度)?[了为]?`), { change: 1 }],
  [new RegExp(`^(?:${DOWN})(?:率|幅度)?[了为]?`), { change: -1 }],
  [new RegExp(`^[到至]?(?:19|20)\\d\\d年(?!\\d{1,2}月)(?:底|末|度|初)?前?`), {}],
  [/^(?:力争|争取|有望|努力|原则上|确保|预计|计划|保证|应当|应|须|拟)/, {}],
  [/^(?:保持|维持|稳定|实现|完成|达到|达|建成|创建|开展|配备|培训|改造|为|是|在|到|至|的)/, {}],
  [/^(?:分别|均|都|各|总量|总数|总规模|全年|全部|再|进一步|实际)/, {}],
  [/^[,:;、]/, {}],
];

/** Anchored at the end. */
export const AFTER: Words = [
  [/(?:\(含\)|\(?[及或]?)以上(?:\(含\))?\)?$/, { comparator: "≥" }],
  [/(?:\(含\)|\(?[及或]?)以下(?:\(含\))?\)?$/, { comparator: "≤" }],
  [/(?:以内|之内)(?:\(含\))?$/, { comparator: "≤" }],
  [/(?<=[年月周日天时钟])内(?:\(含\))?$/, { comparator: "≤" }],
  [/(?:左右|上下)$/, { approximate: true }],
  [/[(〔](?:[五5]年)?累计(?:数|新增)?[)〕]$/, { cumulative: true }],
  [/\(?(?:[五5]年)?累计\)?$/, { cumulative: true }],
  [/[(〔]年均(?:增长)?[)〕]$/, { average: true }],
  [/[(〔](?:约束|预期|倡导|指导)性?(?:指标)?[)〕]$/, {}],
  [new RegExp(`\\((?:截[至止]到?)?${YEAR}(?:${REMARK})?(?:数据?|值)?\\)$`), {}],
  [new RegExp(`\\((?:${REMARK})(?:数据?|值|统计)?\\)$`), {}],
  [/(?:水平|全覆盖)$/, {}],
  [/[。,;、]$/, {}],
];

/** Takes known words off a text, one after another, and tells all that they say; of two that say the same the first holds. */
export function taken(text: string, words: Words): { rest: string; said: Said[] } {
  const said: Said[] = [];
  let rest = text;
  for (;;) {
    const known = words.find(([pattern]) => pattern.test(rest));
    if (!known) return { rest, said };
    said.push(known[1]);
    rest = rest.replace(known[0], "");
  }
}

/** A name that is itself a change: its number says how much. */
const NAMED: Readonly<Record<1 | -1, RegExp>> = {
  1: new RegExp(UP.replace(/\|涨\|增\|升$/, "|增量")),
  [-1]: new RegExp(DOWN.replace(/\|跌\|降\|减$/, "|降率")),
};
export const isChangeOf = (name: string, change: 1 | -1): boolean => NAMED[change].test(name);

/** 年均增长 in a name; 年均浓度 and 年均抚恤金 are levels of their own. */
export const isAverageGrowth = (name: string): boolean =>
  /年(?:均|平均)(?:实际|名义)?(?:增|降|下降|递|提高|减少|GDP增)|年递增/.test(name);

/** A name that says it is a sum over the plan. */
export const isSum = (name: string): boolean =>
  /[五5]年(?:期)?(?:新增|合计|累计)|期内累计|新增量\)?$/.test(name);
/** 累计 alone is as well said of all that there is by then: 累计建成面积. */
export const mayBeSum = (name: string): boolean => name.includes("累计");
export const isStock = (name: string): boolean =>
  /建成|里程|面积|保有|拥有|存量|总量|总数|总规模|装机|注册|登记|在册|现有|用户|会员|余额/.test(name);
/** A part of a whole, or one for each: such a number in % is a level. */
export const isShare = (name: string): boolean => /率|比|占|覆盖|份额|程度|系数|指数/.test(name);
/** What is done anew each year. */
export const isFlow = (name: string): boolean =>
  /新增|净增|减|培训|治理|完成|投入|投资|造林|销售|救助/.test(name);

/** What a target says without a number: to be judged by people. */
const IN_WORDS =
  /向好|不[增减]|不(?:减少|增加|下降|降低)|持续|明显|稳步|继续|逐步|进一步|适度|显著|大幅|完成|实现|建立|建成|健全|形成|覆盖|应.尽.|同步|高于|低于|优于|好于|快于|不低于|超过|持平|相当|保持|稳定|合理|提高|提升|增加|增长|改善|优化|增强|减缓|减少|下降|降低|控制|遏制|达标|达到|到位|平均|位居|前列|杜绝|消除|合格|开展|推进|加快|落实|有所|良好|优秀|翻/;
export const isInWords = (text: string): boolean => IN_WORDS.test(text);

/** Not yet stated. */
export const UNDISCLOSED = /^(?:[xX]+|[×]+|待定|待下达|另行下达|待公布|未公布|保密)$/;
/** No target. */
export const NONE = /^(?:[-—_/]*|无|暂无|无任务|不适用|空白|\((?:19|20)\d\d年(?:底|末)?\)|[nN]\/[aA])$/;
