// Places texts by time, from left to right, so that every line has a way of its own: texts stand in columns, and a line that
// passes a column takes a lane between the texts of that column. Between columns is a gutter without texts, in which lines
// change height. No line can pass under the mark or the name of a third text, whatever the graph is like.
//
// A layered drawing (Sugiyama, Tagawa and Toda, 1981) with lanes shared by the lines of one text, as in hierarchical
// confluent drawings: lines that share a lane always share an end, so no reader can follow one to a wrong text.

export const GUTTER = 46;
const LANE = 7; // height of a lane
const GAP = 8; // between a text and what stands above it
const SWEEPS = 12;
const LOOP = 5; // between two lines that connect texts of one column
const FEW = 3; // so many texts of unknown time stand in the first column, not in one of their own

/** @typedef {{width: number, above: number, below: number}} Room of a name beside the mark: its width, and its height above
 * and below the middle of the mark */
/** @typedef {{id: number, time: number, r: number, room: Room, alone?: boolean, begins?: boolean, sort?: number}} Node `time` in years, NaN where unknown;
 * `alone` for a text with a column of its own, `begins` for the first of a column; `sort` orders texts that nothing else orders */
/** @typedef {{id: number, from: number, to: number}} Line */
/** @typedef {{node?: Node, lane?: string, high: number, low: number, order: number, y: number}} Item */
/** @typedef {{items: Item[], left: number, right: number, mark: number, first: number, last: number, undated: boolean}} Column */
/** @typedef {{columns: Column[], x: Map<number, number>, y: Map<number, number>, lanes: Map<number, string>, column: Map<number, number>,
 *   laneY: (column: number, lane: string) => number, loopX: (column: number, lane: string) => number, box: {left: number, right: number, top: number, bottom: number}}} Placing */

/** Place texts.
 * @param {Node[]} nodes
 * @param {Line[]} lines
 * @param {{aspect?: number}} options width of the space for the drawing over its height
 * @returns {Placing} */
export function placeInColumns(nodes, lines, { aspect = 1.5 } = {}) {
  const columns = divide(nodes, lines, aspect);
  const column = new Map(columns.flatMap((members, place) => members.map((node) => [node.id, place])));
  const lanes = assignLanes(lines, column);
  const items = columns.map((members) => members.map(itemOf));
  const laneItems = addLanes(items, lines, column, lanes);
  order(items, lines, column, lanes, laneItems);
  return measure(items, lines, column, lanes, laneItems);
}

const itemOf = (node, place) => ({ node, high: Math.max(node.r, node.room.above) + GAP, low: Math.max(node.r, node.room.below), order: node.sort ?? place, y: 0 });

// The texts by time, cut into columns of about equal height; chosen ones stand alone. Texts of unknown time come first, but those
// that cite without being cited, such as a draft, last: what they cite is older.
function divide(nodes, lines, aspect) {
  const known = (node) => !Number.isNaN(node.time);
  const dated = nodes.filter(known).sort((a, b) => a.time - b.time || a.id - b.id);
  const tall = (node) => Math.max(node.r, node.room.above) + Math.max(node.r, node.room.below) + GAP;
  const wide = nodes.reduce((sum, node) => sum + node.room.width + 2 * node.r, 0) / Math.max(1, nodes.length) + GUTTER;
  const area = nodes.reduce((sum, node) => sum + tall(node), 0) * wide;
  const height = Math.max(60, Math.sqrt(area / aspect));
  const [citing, cited] = [new Set(lines.map(({ from }) => from)), new Set(lines.map(({ to }) => to))];
  const isLate = ({ id }) => citing.has(id) && !cited.has(id);
  const late = nodes.filter((node) => !known(node) && isLate(node));
  const undated = nodes.filter((node) => !known(node) && !isLate(node));
  const join = undated.length <= FEW && dated.length > 0 && !dated[0].alone;
  const columns = join ? [] : [...fill(undated, height, tall)];
  let run = join ? undated : [];
  for (const node of dated) {
    if (node.alone || node.begins) {
      columns.push(...fill(run, height, tall));
      run = [];
    }
    if (node.alone) columns.push([node]);
    else run.push(node);
  }
  columns.push(...fill(run, height, tall), ...fill(late, height, tall));
  return columns;
}

function fill(run, height, tall) {
  if (!run.length) return [];
  const total = run.reduce((sum, node) => sum + tall(node), 0);
  const count = Math.max(1, Math.round(total / height));
  const columns = Array.from({ length: count }, () => []);
  let sum = 0;
  for (const node of run) {
    columns[Math.min(count - 1, Math.floor((sum / total) * count))].push(node);
    sum += tall(node);
  }
  return columns.filter((members) => members.length);
}

// The lines of one text share their lanes, separately for what it cites and what cites it: a line takes the lanes of that of its
// two ends which has more lines.
function assignLanes(lines, column) {
  const count = new Map();
  for (const { from, to } of lines) for (const end of [from, to]) count.set(end, (count.get(end) ?? 0) + 1);
  const lanes = new Map();
  for (const { id, from, to } of lines) {
    const out = count.get(from) >= count.get(to);
    const forward = column.get(from) < column.get(to) ? "+" : "-";
    lanes.set(id, (out ? `from ${from}` : `to ${to}`) + forward);
  }
  return lanes;
}

/** The columns that a line passes between its ends.
 * @param {number} one
 * @param {number} other */
export function passed(one, other) {
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  return Array.from({ length: Math.max(0, high - low - 1) }, (_, place) => low + 1 + place);
}

function addLanes(items, lines, column, lanes) {
  const found = items.map(() => new Map());
  for (const { id, from, to } of lines) {
    for (const place of passed(column.get(from), column.get(to))) {
      const lane = lanes.get(id);
      if (found[place].has(lane)) continue;
      const item = { lane, high: LANE, low: 0, order: items[place].length, y: 0 };
      found[place].set(lane, item);
      items[place].push(item);
    }
  }
  return found;
}

// The items of two neighbouring columns that a line connects.
function linksOf(items, lines, column, lanes, laneItems) {
  const own = new Map(items.flatMap((members) => members.filter(({ node }) => node).map((item) => [item.node.id, item])));
  const links = new Map();
  const link = (one, other, side) => {
    if (!links.has(one)) links.set(one, { before: [], after: [] });
    links.get(one)[side].push(other);
  };
  for (const { id, from, to } of lines) {
    const [left, right] = column.get(from) < column.get(to) ? [from, to] : [to, from];
    const way = [own.get(left), ...passed(column.get(left), column.get(right)).map((place) => laneItems[place].get(lanes.get(id))), own.get(right)];
    if (column.get(left) === column.get(right)) continue;
    for (let at = 1; at < way.length; at += 1) {
      link(way[at - 1], way[at], "after");
      link(way[at], way[at - 1], "before");
    }
  }
  return links;
}

// Sorts every column by where its lines come from, several times from both sides, which avoids most crossings.
function order(items, lines, column, lanes, laneItems) {
  const links = linksOf(items, lines, column, lanes, laneItems);
  items.forEach((members) => members.sort((a, b) => a.order - b.order));
  items.forEach(stack);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const side = sweep % 2 ? "after" : "before";
    const places = [...items.keys()];
    if (sweep % 2) places.reverse();
    for (const place of places) {
      const wish = new Map(items[place].map((item) => [item, mean(links.get(item)?.[side]) ?? mean(links.get(item)?.[side === "after" ? "before" : "after"]) ?? item.y]));
      items[place].sort((a, b) => wish.get(a) - wish.get(b) || a.order - b.order);
      stack(items[place]);
    }
  }
  items.forEach((members) => settle(members, links));
}

const mean = (others) => (others?.length ? others.reduce((sum, each) => sum + each.y, 0) / others.length : null);

// One above the other around the middle, without gaps.
function stack(members) {
  let y = -members.reduce((sum, item) => sum + item.high + item.low, 0) / 2;
  for (const item of members) {
    item.y = y + item.high;
    y += item.high + item.low;
  }
}

// Moves the items of a column, in their order, as near as possible to where their lines come from: pools of adjacent items that
// would overlap stand at their mean wish (isotonic regression by pooling).
function settle(members, links) {
  const pools = [];
  for (const item of members) {
    const near = links.get(item);
    const wish = mean([...(near?.before ?? []), ...(near?.after ?? [])]) ?? item.y;
    pools.push({ items: [item], top: wish - item.high, tall: item.high + item.low });
    while (pools.length > 1) {
      const [above, below] = pools.slice(-2);
      if (above.top + above.tall <= below.top) break;
      const [one, other] = [above.items.length, below.items.length];
      pools.splice(-2, 2, { items: [...above.items, ...below.items], top: (above.top * one + (below.top - above.tall) * other) / (one + other), tall: above.tall + below.tall });
    }
  }
  for (const pool of pools) {
    let y = pool.top;
    for (const item of pool.items) {
      item.y = y + item.high;
      y += item.high + item.low;
    }
  }
}

function measure(items, lines, column, lanes, laneItems) {
  const [x, y] = [new Map(), new Map()];
  const loops = loopsOf(items.length, lines, column, lanes);
  const between = gutters(items.length, lines, column, lanes, loops);
  const start = -LOOP * (loops[0]?.length ?? 0);
  let left = 0;
  const columns = items.map((members, place) => {
    const nodes = members.map(({ node }) => node).filter(Boolean);
    const mark = left + Math.max(...nodes.map(({ r }) => r));
    const right = mark + Math.max(...nodes.map(({ r, room }) => r + (room.width ? room.width + 5 : 0)));
    for (const { node, y: at } of members) if (node) x.set(node.id, mark), y.set(node.id, at);
    const times = nodes.map(({ time }) => time).filter((time) => !Number.isNaN(time));
    const column = { items: members, left, right, mark, first: Math.min(...times), last: Math.max(...times), undated: times.length < nodes.length };
    left = right + between[place];
    return column;
  });
  const all = items.flat();
  const box = { left: start, right: columns.at(-1)?.right ?? 1, top: Math.min(0, ...all.map((item) => item.y - item.high)), bottom: Math.max(1, ...all.map((item) => item.y + item.low)) };
  return {
    ...{ columns, x, y, lanes, column, box },
    laneY: (place, lane) => laneItems[place].get(lane).y,
    loopX: (place, lane) => columns[place].left - LOOP * (1 + loops[place].indexOf(lane)),
  };
}

// The lanes of lines between texts of one column, each of which has a way of its own at the left of the column.
function loopsOf(count, lines, column, lanes) {
  const found = Array.from({ length: count }, () => new Set());
  for (const { id, from, to } of lines) if (column.get(from) === column.get(to)) found[column.get(from)].add(lanes.get(id));
  return found.map((each) => [...each]);
}

// A gutter is wider where more lines change height in it.
function gutters(count, lines, column, lanes, loops) {
  const used = Array.from({ length: count }, () => new Set());
  for (const { id, from, to } of lines) {
    const [low, high] = [Math.min(column.get(from), column.get(to)), Math.max(column.get(from), column.get(to))];
    for (let place = low; place < high; place += 1) used[place].add(lanes.get(id));
  }
  return used.map((each, place) => GUTTER + Math.min(140, 2 * each.size) + LOOP * (loops[place + 1]?.length ?? 0));
}
