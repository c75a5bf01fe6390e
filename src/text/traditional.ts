/** Traditional characters of tables' vocabulary, each before its simplified one. */
const PAIRS = [
  "達达約约萬万億亿個个間间減减標标單单實实現现蓋盖應应盡尽國国務务與与經经濟济穩稳續续顯显長长較较數数張张處处戶户",
  "畝亩頃顷噸吨歲岁條条對对輛辆臺台項项類类級级產产業业專专負负責责縣县區区鄉乡鎮镇門门領领環环養养醫医療疗機机構构",
  "過过於于內内爭争則则變变歷历僅仅從从為为強强優优會会動动開开關关總总積积計计範范圍围屬属約约預预備备註注態态編编號号",
  "規规劃划準准練练紀纪綠绿質质護护壓压縮缩漲涨幾几雙双讀读億亿萬万價价貿贸財财稅税費费資资員员學学習习職职務务廣广農农",
  "鐵铁橋桥車车輕轻運运連连進进遠远達达還还邊边選选遺遗郵邮錄录鍵键險险陽阳陸陆隊队階阶際际難难電电靜静頁页順顺須须頒颁",
  "別别據据狀状績绩時时稱称畫划來来見见說说綱纲參参聯联體体東东終终後后",
].join("");

const SIMPLIFIED = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS[2 * i]!, PAIRS[2 * i + 1]!] as const),
);
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join("")}]`, "g");

/** The text in simplified characters, as far as tables need them. For comparing and parsing, never for display. */
export const simplified = (text: string): string => text.replace(TRADITIONAL, (one) => SIMPLIFIED.get(one)!);
