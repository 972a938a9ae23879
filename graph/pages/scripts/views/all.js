// The views, in the order of their tabs.
import { ego } from "./ego.js";
import { list } from "./list.js";
import { map } from "./map.js";
import { seriesView } from "./series.js";
import { timeline } from "./timeline.js";

/** @type {import("./protocol.js").View[]} */
export const VIEWS = [list, ego, map, timeline, seriesView];
