import { meaningsOf } from "../../plan";
import { fold, simplified } from "../../text";
import type { Role } from "./table";

/** What a header cell may be before the whole header is known: a bare year is a baseline or a target; 地区 and 年 of long tables. */
export type HeaderRole = Role | "year" | "place" | "period";

const DIGITS = "〇一二三四五六七八九";
const WRITTEN_YEAR = /(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}(?=\D|$)/g;
const SHORT_YEAR = /^['’]?([1-4]\d)(?=年(?:[底末度(（]|实|现|目标|规划|计划|完成|基|预|$))/;

/** Years in four digits: 二〇二五年, and 24年底 at the beginning. */
const dated = (text: string): string =>
  text
    .replace(WRITTEN_YEAR, (year) =>
      [...year].map((one) => DIGITS.indexOf(one.replace(/[○零]/, "〇"))).join(""),
    )
    .replace(SHORT_YEAR, "20$1");

/** A header's text for comparing: folded, without any space (属 性), simplified, its year in digits, without marks of footnotes. */
export const plain = (text: string): string => dated(simplified(fold(text))).replace(/[*①-⑳▲△¹²³⁰-⁹]+$/, "");

/** Header words, first match counts. Texts are `plain`, without the unit in brackets. */
export const HEADERS: readonly (readonly [HeaderRole, RegExp])[] = [
  ["number", /^(序号|编号|序|no\.?|项目?号|项次)$/i],
  ["code", /^(指标)?(代码|编码)$|^指标编号$/],
  ["lead", /牵头|^主办(单位|部门)$/],
  [
    "responsible",
    /(责任|配合|协同|协办|参与|参加|相关|承办|主管|实施|负责|落实|完成|填报|考核)(单位|部门|处室|科室|主体)|^(责任人|部门)$/,
  ],
  ["attribute", /^(指标|目标)?(属性|性质|类型)$/],
  ["unit", /^(计量|数据)?单位$/],
  ["baseline", /^(目前|当前|现有)(水平|状况)$/],
  [
    "note",
    /^(备注|附注|注|说明|(指标)?(说明|解释|定义)|(数据)?来源|计算方法|统计口径|口径|(完成)?时限|完成时间)$/,
  ],
  [
    "other",
    /完成率|完成比例|完成进度|完成情况|进展|进度|序时|占比$|(已|累计|实际)完成|月.*(实际|完成|实绩)|^(目前|当前|本期)|^完成(数|值|量)?$|^实际(数|值)?$|排名|得分|权重|分值|核对|评估/,
  ],
  [
    "growth",
    /年均|累计|增速|增长率|增长速度|年平均增长|增长目标|目标(值|数)?(同比|较上年|比上年)?增长|同比增长|^(\d{4}年?)?(计划|预期|目标)?增长$|增幅|[比较](上年|基期)?(±|增|提高|下降)/,
  ],
  [
    "target",
    /目标|规划(值|数)|计划(值|数)|(^|年度?|期)计划$|计划完成$|预期(值|数)|任务(数|值|量)?$|^(指标值|标准值|力争)$|^规划期?末|^(近期|中期|远期|终期|期末|期终)(值|数|水平)?$|规划水平$/,
  ],
  ["baseline", /基期|基准|基数|基年|期初|起始|初始|基础值|现状|现值|实绩|实际|完成|预计|预期完成/],
  [
    "year",
    /^(指标值|数值|指标|主要指标)?(20|19)\d\d(年度?)?(末|底)?(值|数|水平|情况|预期|达到|总量|总额|总数|绝对[值额量数])?$/,
  ],
  ["year", /^[“"]?十[一二三四五六七八九]五[”"]?(规划)?(期?末|时期|期间)?$/],
  ["place", /^(地区|县区|区县|县市区|各县区|市县|市州|城市|县(市、区)|省份|区域|地方)$/],
  ["period", /^(年|年份|年度|时期)$/],
  ["section", /^(类别|领域|分类|类型|维度|方面|一级指标|指标类别|指标分类|板块|门类|目标领域)$/],
  [
    "name",
    /^(主要|考核|监测|核心|具体|发展|规划|评价|二级|三级|重点|工作)*(项目和)?(指标|项目)(名称|内容|体系)?$|^(名称|工作任务|工作内容|任务名称|监测内容|内容|主要内容|指标\/项目|项目指标)$/,
  ],
];

/** Grades of work, a column of values each. */
export const GRADE =
  /^(优秀?|良好?|中等?|合格|不合格|及格|[一二三四五ABCD][等级档]|[甲乙丙丁]等)(值|线|标准|档)?$/;

/** Whose numbers a column holds, the widest first. */
export const AREAS: readonly RegExp[] = [
  /全国|国家|国内/,
  /[全我本]省|省(下达|级|定|里|平均)|自治区|全区域/,
  /[全我本]市|市(下达|级|定|平均)/,
  /[全我本][县区旗]|县级|区级/,
];

/** 属性 of an indicator. */
export const ATTRIBUTE =
  /^(约束性?|预期性?|倡导性?|指导性?|激励性?|監測性|约束|約束性|預期性|監測|监测性?|引导性?)(指标|指標)?$/;

/** Begins a note: below the table, beside it, or between its rows. */
export const NOTE =
  /^[(（【[]?\s*(备?注|附注|说明|計算方法|计算方法|指标解释|指标说明|数据来源|资料来源|来源)\s*\d*\s*[：:.、)）】\]]|^注\s*\d|^[①-⑳]|^\*+(?!\d)\S|^[〔[（(]\s*[〕\]）)]|^带\s*[*＊]|^表中/;

const CHINESE_NUMBER = "一二三四五六七八九十";
/** `（一）…`, `一、…`, `第一…`, `1。空气质量`: titles of sections. */
export const SECTION = new RegExp(
  `^([(（][${CHINESE_NUMBER}]+[)）]|[${CHINESE_NUMBER}]+[、.．]|第[${CHINESE_NUMBER}]+[章节类项部]|专栏\\s*\\d|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+[、.．])`,
);

/** `专栏2 …`, `表 2-1 …`: the title of one table among several. */
export const OF_TABLE = new RegExp(`^(?:附?表|专栏)\\s*[\\d${CHINESE_NUMBER}]`);

/** The title of a table or of a section. */
export const isTitle = (text: string): boolean => {
  const folded = fold(text);
  return (SECTION.test(folded) || OF_TABLE.test(folded)) && !CONTINUED.test(folded) && !/[(]续/.test(folded);
};

/** What stands on every page, or says that a table goes on. */
export const PAGE = /^[-—–－―·•\s]*第?\s*\d+\s*页?\s*([/／共,，]\s*共?\s*\d+\s*页?)?[-—–－―·•\s]*$/;
export const CONTINUED =
  /^[(（\s]*(接上页|续\s*上?\s*表|續\s*上?\s*表|续|續|转下页|下页续|接下表)[\s\d一二三四五六七八九十.-]*[)）:：\s]*$|^(附?表|专栏)\s*[\d一二三四五六七八九十.-]*\s*[(（]\s*[续續]\s*表?\s*\d*\s*[)）]$/;

/** 其中 and # begin a part of the indicator above. */
export const PART = /^\s*(其中|#|＃)/;

const NUMBER = String.raw`-?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.。．]\d+)?`;
const MARK = String.raw`(?:[*①-⑳▲△¹²³⁰-⁹]|[（(]\d{4}年[)）])*`;
const SIGN = "(?:>=|<=|[><≥≤=＞＜±≦≧])";
const COUNTED = String.raw`(?:[%‰％]|个百分点|百分点|[万亿千百]*(?:[\u4e00-\u9fffa-zA-Z]{1,4}(?:[/·•]?[\u4e00-\u9fffa-zA-Z]{1,4})?)?(?:[/／][万亿千百\d]*[\u4e00-\u9fff]{0,4}){0,2})`;
const SUFFIX = "(?:以上|以下|以内|左右|上下|及以上|之内|以上水平)?";
const PREFIX =
  "(?:约|近|达到|达|不低于|不少于|不小于|不超过|不高于|不大于|大于|小于|高于|低于|超过|至少|至多|最多|控制在|保持在|稳定在|力争|增长|下降|降低|提高|提高到|降至|减少|累计|均)*";

/** A printed value alone: a number with what goes along, a span of numbers, a sum in brackets, a dash, XX. */
const VALUE = new RegExp(
  [
    `^${PREFIX}${SIGN}?${NUMBER}${COUNTED}${SUFFIX}${MARK}$`,
    `^${PREFIX}${SIGN}?${NUMBER}${COUNTED}(?:[-~—–～至到∶:：]|[、/，]${SIGN}?)${NUMBER}${COUNTED}${SUFFIX}${MARK}$`,
    `^[〔[［【（(]${SIGN}?${NUMBER}${COUNTED}${SUFFIX}[〕\\]］】）)]${MARK}$`,
    "^[-—–－―/]+$|^[xX×]+$|^无任务$|^无$|^\\.\\.\\.$|^…+$",
  ].join("|"),
);

/** Targets in words begin with these. */
const IN_WORDS =
  /^(保持|稳定|持续|明显|显著|稳步|继续|与.+(同步|持平|相当)|高于|低于|优于|不低于|不超过|达到|实现$|实现应|完成(国家|省|市|上级)|控制在|力争|只增不减|只降不升|应保尽保|全覆盖|基本(实现|完成|建立|同步|持平)|减缓|视情|逐步|进一步|适度|有所|大幅|按.+下达|.*视情提出|每.{0,12}(至少|不少于)|合格|达标|有$|无$|建立$|建成$)/;

const FOOTNOTE = /[[〔［]\d{1,2}[\]〕］]$|[（(](?:19|20)\d\d年[^()（）]*[)）]$/;
const IN_CHARACTERS =
  /^(百分之|万分之|千分之)[零一二三四五六七八九十百千万点]+(以上|以下|以内|左右)?$|^[一二三四五六七八九]成(以上|以下|左右)?$|^零$/;
/** Written so that a number, or that none is told, can be read of it. */
function isReadable(text: string): boolean {
  if (/^(?:19|20)\d\d年?/.test(text) || !/\d|待|公布|[xX×]/.test(text)) return IN_CHARACTERS.test(text);
  const [way] = meaningsOf(text.replace(FOOTNOTE, ""), { name: "", unit: "" });
  return way !== undefined && way.type !== "words";
}

/** No number with all that goes along is longer. */
const LONGEST = 40;

/** How a cell looks by itself. */
export type Look = "blank" | "attribute" | "value" | "words" | "note" | "text";

export function lookOf(text: string): Look {
  const folded = fold(text);
  if (folded === "") return "blank";
  if (folded.length <= LONGEST && VALUE.test(folded)) return "value";
  if (ATTRIBUTE.test(folded)) return "attribute";
  if (folded.length <= LONGEST && isReadable(folded)) return "value";
  if (NOTE.test(text.trim())) return "note";
  return IN_WORDS.test(folded) && folded.length <= 30 && !/[)）]$/.test(folded) ? "words" : "text";
}

/** A line that only sets cells apart. */
export const ONLY_BARS = /^[\s|｜│┃]+$/;

/** How the names of bureaus end. */
export const BUREAU =
  /(局|委|委员会|办|办公室|部|厅|院|中心|署|会|公司|政府|支队|总队|分局|街道|开发区|园区|银行|联社|工会|妇联|团委|残联|联合会)$/;

/** Headers of who is to be called, and how. */
export const CONTACT = /联系人|联络员|经办人|负责人/;
export const PHONE = /电话|手机|联系方式|号码/;

/** A unit alone in its cell. */
export const UNIT =
  /^([%‰％〃"]|同上|[万亿千百]{0,2}[\u4e00-\u9fff]{1,4}([/／·][万亿千百\d]*[\u4e00-\u9fff]{1,4})*|百分点|个百分点)$/;
