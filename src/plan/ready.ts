/** A plan that comes along beside the built-in one. */
export interface ReadyPlan {
  readonly name: string;
  /** its file, for `openPlan`; it comes when it is asked for */
  readonly load: () => Promise<unknown>;
}

/** 国家“十五五”主要指标, from what was published of its table; what was not seen of it is blank and says so. */
export const NATION_2030: ReadyPlan = {
  name: "国家“十五五”主要指标",
  load: async () => (await import(/* webpackChunkName: "ready-plan" */ "./ready/nation-2030.json")).default,
};
