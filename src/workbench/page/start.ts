import { openPage } from "./open";

openPage(() => import("../univer/view"));
