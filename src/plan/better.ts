import { fold } from "../text";

/* Which is better by a name: what stands last in it is what is counted, 投诉办结率 settlements and 投诉率 complaints. */

export type Direction = "higher" | "lower";

const one = (...words: string[]): string => words.join("|");

/** What is done, the more the better; also of an ill that stands before it. */
const MORE = one(
  "下降|降低|降幅|减少|削减|压减|压降|压采|压缩|精简|减免|减排|减灾|防灾|救灾|抗旱|化解|消除|清零|清收|清退|清欠|清偿|清理|出清|去化(?!周期)",
  "达标|达到|优于|好于|优良|治理|整治|处理|处置|利用|整改|救助|救治|治愈|治疗|规范|管理|管控|控制率|防治|统防|防控|预防|预警|防御|筛查|康复",
  "合格|及格|满意|满足|安全感|修复|改造|改良|改水|复垦|复绿|复耕|复学|返校|加固|除险|缓堵|扭亏|脱贫|覆盖|普及|检查|排查|核查|巡查|检测|监测",
  "拆除|查处|侦破|破案|办结|结案|审结|审理|办理|调解|追究|盘活|早诊|生存|保险|参保|赔付|回收|召回|报告|上报|申报|讨论|保护|保障|监控|联网|安装",
  "及时|准时|正点|到达率|通达|答复|回访|应诉|接通|发布|签订|落实|网办|办成|合理使用|培训|就业|资助|帮扶|援助|返岗|入学|保证率|利用系数|利用小时|覆盖率|实施率",
  "(?:锻炼|睡眠|阅读|运行).*时间|优良天数|通勤人口|非化石|储备|免疫|投资|投入|贡献|拨备|充足率|减量|节约|碳汇|戒烟|无烟|宣传|建成|示范|信息员|队伍|设施|机构|中心|标准(?!煤)|补贴|补助|演练|偿还|改善|完善|加装|打通|更新|探访|走访|慰问|关爱|安置|调处|到位率|奖励|优抚|重建|纠错|投保",
);

/** Ills, waiting and what is used up: the less the better. */
const LESS = one(
  "(?:候诊|等候|等待|办理|办件|办结|审批|审核|响应|反应|处置|处理|出行|通勤|通关|停电|到达|到场|接诊|结案|出警|开办|报装|退税|作业).*(?:时间|时长|时限|用时|耗时|天数|工作日|周期)",
  "住院日|住院天数|平均班额|去化周期|审批时限|跑动次数|办理环节|(?<!办理)环节数|材料数|次均.*费用|(?:管理|物流|交易|办公).*费用|三公|成本|个人.*支出|自付|自费|个人负担",
  "死亡|早死|伤亡|致死|病死|自杀|早产|低出生体重|失业|贫困发生|贫困人口|返贫|发病|患病|感染|传播率|新发|病例数|疫情|近视|肥胖|超重|贫血|龋|迟缓|缺陷|并发症|再次手术|再住院|跌倒|误诊|漏诊",
  "辍学|文盲|差异系数|危房|择校|欺凌|剖宫产|吸烟|饮酒|食盐|(?:食用|植物)油.*摄入|药占比|耗材占|大班额|大校额|班额|缺(?:编|课|工|勤|口|员)",
  "(?<!降)耗(?!材)|漏损|线损|网损|损耗|损失|浓度|PM2\\.?5|PM10|综合指数|重污染|噪声|酸雨|排放|污染|劣|极差|不良|空置|闲置|撂荒|抛荒|弃[风光水耕]|沙化|荒漠化|退化|水土流失|流失",
  "黑臭|超采|沉降|内涝|病险|成灾|火点|填埋|产生量|产生强度|一次性|库存|二氧化碳|受污染|事故|隐患|案件|发案|积案|存案|投诉|差评|上访|信访(?:总?量|件)|纠纷|争议|败诉|犯罪|警情|火灾",
  "受害|受灾|突发.*事件|违法|违规|违章|违建|欠薪|拖欠|超标|超限|超载|超期|拥堵|延误|差错|故障|吸毒|醉驾|酒驾|检出|逾期|赤字|亏损|债务|负债|代偿|坏账|离职",
  "恩格尔|基尼|抚养比|(?<!占.*)收入比(?![重例率])|差距|倍差|消费价格|物价|CPI|发生率|复发率|(?:使用|施用|排放|碳|能源|用水|用能|消费|开发)强度",
  "(?:农药|化肥|抗菌药物?|抗生素).*(?:使用|施用)|(?:单位|万元).*(?:用水|用电|碳)|人均(?:综合)?用水|(?:用水|取水|能源消费|煤炭消费|建设用地)总量$|煤炭(?:消费|占)|立案数|非粮化|加成率|建设用地总?规模$|低于|以内|不超过",
);

/** What is done about an ill that stands right behind it: 治理水土流失面积, 消除隐患数. */
const DONE =
  /(?:消除|化解|治理|整治|整改|防治|防范|防控|查处|拆除|盘活|处置|清理|清退|清收|清偿|减少|降低|下降|压减|削减|淘汰|修复|改造|打击|侦破|侦办|查办|破获|遏制|救助|帮扶|援助|调解|仲裁|裁决|办理|办结|审结|排查|控制)([^后区厂站期点]{0,6})$|(?:[降减治除缓清扭戒禁去零无]|(?<!消)防|(?<!调)查)()$/;
/** 防治区发病率: a share of the ill itself */
const SHARE = /^[^率]{0,5}(?:率|强度|浓度)/;
const NOT = /[不未非]$/;

interface Found {
  readonly at: number;
  readonly length: number;
}

/** The last of words in a name; of two that begin together the longer. */
function lastOf(words: string): (name: string) => Found | null {
  const pattern = new RegExp(`^(.*)(${words})`, "s");
  return (name) => {
    const [, before, word] = pattern.exec(name) ?? [];
    return before === undefined || word === undefined ? null : { at: before.length, length: word.length };
  };
}
const lastGood = lastOf(MORE);
const lastIll = lastOf(LESS);

/** 低于, 以内 and the like in brackets speak where the name itself does not. */
const BRACKETS = /[(〔].*?[)〕]/g;

function inPlain(name: string): Direction | null {
  const [good, ill] = [lastGood(name), lastIll(name)];
  const isGoodLast =
    good !== null && (ill === null || good.at > ill.at || (good.at === ill.at && good.length > ill.length));
  if (isGoodLast) return NOT.test(name.slice(0, good.at)) ? "lower" : "higher";
  if (ill === null) return null;
  const done = DONE.exec(name.slice(0, ill.at));
  if (done && (!done[1] || !SHARE.test(name.slice(ill.at + ill.length)))) return "higher";
  return NOT.test(name.slice(0, ill.at)) ? "higher" : "lower";
}

/** Which is better as a name says it; null: it does not. */
export function byWords(name: string): Direction | null {
  const plain = fold(name);
  return inPlain(plain.replace(BRACKETS, "")) ?? inPlain(plain);
}

/** Less of these may be wanted, or more of what is done about them. */
const ILL =
  /病(?!床)|[伤灾毁罪毒虐欠债亏滞堵漏弃](?!券)|违|(?<![保风])险|风险|失(?:能|信|踪|联|独)?(?:率|数|量|额)$|误|缺|等待|等候|超(?![高大级声算市])|老旧|陈旧|破旧|危[旧楼险桥]|棚户|城中村|散乱污|僵尸|易涝|积水|缺口|马路市场|露天|占道|乱[搭堆停贴摆占]|命案|重复|抛物|流浪|乞讨|留守|空巢|激化|滋事|黑恶|赌|嫖|传销|诈骗|走私|盗|斗殴|溺水|自残|舆情|负面|断头路|卡口|瓶颈|裸露|扬尘|异味|恶臭|油烟|烂尾|停工|无证|低效|高耗能|两高|过剩|落后|淘汰|空白村|薄弱/;
/** What may be wanted more or less by what it is of. */
const EITHER =
  /(?:时间|时长|时限|周期|间隔|距离|半径|费用|价格|费率|利率|税负|负担|偏差|使用量|消耗量|消费量|用量|存量|次数|生师比)$/;

/** What stands behind an ill and changes nothing of it: 排放总量, 死亡人数. */
const TAIL =
  /^(?:化|的|所|占.*|总|年|均|人|户|员|者|学生|学校|企业|儿童|事件|水体|断面|城市|土地|区|物|品|产|成|新|发|存|重|直接|经济|患|摄入|天数|水|电|煤|油|粮|[ⅤⅣⅢ]+|V|类|及以上|耕地|水库|点|建设|账款|款|办件|工资|价格|贷款|资产|经费|用地|行为|疾?病|企业|房屋?|地块|能源消费|碳|气体|废水|垃圾|器|药)*(?:(?:人|起|个|件|次|户|天|总|倍|例|家|座)?[率数量额面比幅]|强度|程度|总量|存量|数量|规模|面积|占比|比例|比重|比率|系数|指数|概率|人[次口数]|余额|[起宗件]数|概率|频率|[涨降]?幅度?|支出|次数|天数|时间|.*使用.*|.*浓度)?$/;

/** Whether a name leaves open which is better: one of an ill, or of an ill with an unknown word behind it. */
export function isOpen(name: string): boolean {
  const plain = fold(name).replace(BRACKETS, "");
  const words = inPlain(plain);
  const ill = lastIll(plain);
  if (words === "lower" && ill) return !TAIL.test(plain.slice(ill.at + ill.length));
  return words === null && (ILL.test(plain) || EITHER.test(plain));
}
