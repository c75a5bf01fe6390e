import { openPage } from "./open";

openPage(() => import(/* webpackChunkName: "univer" */ "../univer/view"));
