// The drawing: vis-network draws the texts, finds what is under the pointer, moves and zooms. Around it stand three layers of
// our own: tapered lines under the texts (for networks too large for arrow heads), the chosen text's citations, and the names.
const canvas = (() => {
  const nodes = model.read("nodes");
  const edges = model.read("edges");
  const hidden = new Set(); // kinds
  const widths = new Map(); // name → pixels
  let network = null;
  let dataset = null;
  let theme = {};
  let chosen = null;
  let naming = []; // rows in the order in which they are named
  let rank = new Map(); // row → its place in that order
  let firm = 12; // so many of the first are named even where a name covers lesser texts
  let fan = { cites: [], citedBy: [] };

  const FONT = '"Noto Sans", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans Arabic", "Geeza Pro", system-ui, sans-serif';
  const SIZE = 12; // of names, in pixels of the screen at every zoom
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const isHidden = (row) => hidden.has(nodes[row].kind);

  function readTheme() {
    const style = getComputedStyle(document.documentElement);
    const value = (name) => style.getPropertyValue("--" + name).trim();
    theme = { paper: value("paper"), ink: value("ink"), line: value("line"), cites: value("cites"), citing: value("citing") };
    for (const kind of Object.keys(model.about.shapes)) theme[kind] = { full: value(kind), pale: value(kind + "-pale") };
  }

  function colour(row) {
    const { full, pale } = theme[nodes[row].kind];
    const pair = model.documents[row].read ? { background: full, border: theme.paper } : { background: pale, border: full };
    return { ...pair, hover: { ...pair, border: theme.ink }, highlight: pair };
  }

  const dress = (row) => ({ ...nodes[row], color: colour(row), hidden: isHidden(row) });

  // The layout is wider than high; on a screen that is higher than wide it lies on its side.
  function turn({ width, height }) {
    if (!nodes.length || width >= height) return;
    const extent = (axis) => nodes.reduce((most, each) => Math.max(most, each[axis]), -Infinity) - nodes.reduce((least, each) => Math.min(least, each[axis]), Infinity);
    if (extent("x") > extent("y")) for (const each of nodes) [each.x, each.y] = [-each.y, each.x];
  }

  function start(container) {
    readTheme();
    const frame = container.getBoundingClientRect();
    turn(frame);
    firm = frame.width < 600 ? 6 : 12;
    // A few texts that were read are what the drawing is about: they are named first, then the most cited.
    const read = nodes.filter(({ id }) => model.documents[id].read).map(({ id }) => id);
    naming = read.length <= firm ? [...new Set([...read, ...nodes.keys()])] : [...nodes.keys()];
    rank = new Map(naming.map((row, place) => [row, place]));
    const options = model.read("options");
    options.edges.color = { color: theme.line, hover: theme.line, highlight: theme.line, inherit: false };
    dataset = new vis.DataSet(nodes.map((each) => dress(each.id)));
    network = new vis.Network(container, { nodes: dataset, edges: new vis.DataSet(edges) }, options);
    if (!model.about.arrows) network.on("beforeDrawing", drawTapers);
    network.on("afterDrawing", (context) => {
      if (chosen !== null) drawChosen(context);
      drawNames(context);
    });
    network.fit({ animation: false, maxZoomLevel: 1.4 });
    network.moveTo({ scale: network.getScale() * 0.94 }); // room for the names at the rim
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      readTheme();
      network.setOptions({ edges: { color: { color: theme.line, hover: theme.line, highlight: theme.line, inherit: false } } });
      redress();
    });
    return network;
  }

  const redress = () => dataset.update(nodes.map((each) => dress(each.id)));

  function view() {
    const { width, height } = network.canvas.frame.canvas.getBoundingClientRect();
    const from = network.DOMtoCanvas({ x: 0, y: 0 });
    const to = network.DOMtoCanvas({ x: width, y: height });
    return { left: from.x, top: from.y, right: to.x, bottom: to.y };
  }

  const touches = (a, b, box) =>
    Math.max(a.x, b.x) > box.left && Math.min(a.x, b.x) < box.right && Math.max(a.y, b.y) > box.top && Math.min(a.y, b.y) < box.bottom;

  function drawTapers(context) {
    const scale = network.getScale();
    const box = view();
    const wide = Math.max(1.1 / scale, 1.6);
    context.save();
    context.globalAlpha = 0.42;
    context.fillStyle = theme.line;
    for (const edge of edges) {
      const a = nodes[edge.from];
      const b = nodes[edge.to];
      if (hidden.has(a.kind) || hidden.has(b.kind) || !touches(a, b, box)) continue;
      const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
      const x = ((b.y - a.y) / length) * wide;
      const y = ((a.x - b.x) / length) * wide;
      context.beginPath();
      context.moveTo(a.x + x, a.y + y);
      context.lineTo(a.x - x, a.y - y);
      context.lineTo(b.x, b.y);
      context.fill();
    }
    context.restore();
  }

  function drawArrow(context, a, b, scale) {
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const [x, y] = [(b.x - a.x) / length, (b.y - a.y) / length];
    const head = 9 / scale;
    const tip = { x: b.x - x * (b.size + 2 / scale), y: b.y - y * (b.size + 2 / scale) };
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(tip.x - x * head, tip.y - y * head);
    context.stroke();
    context.beginPath();
    context.moveTo(tip.x, tip.y);
    context.lineTo(tip.x - x * head - y * head * 0.38, tip.y - y * head + x * head * 0.38);
    context.lineTo(tip.x - x * head + y * head * 0.38, tip.y - y * head - x * head * 0.38);
    context.fill();
  }

  // A veil over everything, then the chosen text, its lines and its neighbours again.
  function drawChosen(context) {
    const scale = network.getScale();
    const box = view();
    context.save();
    context.globalAlpha = 0.84;
    context.fillStyle = theme.paper;
    context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    context.globalAlpha = 1;
    context.lineWidth = 1.5 / scale;
    const centre = nodes[chosen];
    for (const [rows, stroke, outward] of [[fan.citedBy, theme.citing, false], [fan.cites, theme.cites, true]]) {
      context.strokeStyle = context.fillStyle = stroke;
      for (const row of rows) {
        if (isHidden(row)) continue;
        if (outward) drawArrow(context, centre, nodes[row], scale);
        else drawArrow(context, nodes[row], centre, scale);
      }
    }
    for (const row of [...fan.citedBy, ...fan.cites, chosen]) {
      if (!isHidden(row) || row === chosen) network.body.nodes[row].draw(context);
    }
    context.beginPath();
    context.arc(centre.x, centre.y, centre.size + 5 / scale, 0, 2 * Math.PI);
    context.strokeStyle = theme.ink;
    context.lineWidth = 2 / scale;
    context.stroke();
    context.restore();
  }

  // Names keep one size on the screen; the more cited come first and none may cover another or a large text.
  function drawNames(context) {
    const scale = network.getScale();
    const box = view();
    const few = chosen !== null;
    const rows = few ? [chosen, ...[...new Set([...fan.cites, ...fan.citedBy])].sort((a, b) => a - b)] : naming;
    const middle = few ? nodes[chosen].y - 1 : 0;
    const taken = [];
    for (const each of few ? rows.map((row) => nodes[row]) : nodes) if (each.size * scale > 4 && !hidden.has(each.kind) && touches(each, each, box)) taken.push(disc(each));
    const most = few ? 60 : 30 + 120 * Math.max(0, scale - 0.4);
    let shown = 0;
    context.save();
    context.font = `${SIZE / scale}px ${FONT}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3.5 / scale;
    context.strokeStyle = theme.paper;
    context.fillStyle = theme.ink;
    for (const row of rows) {
      const each = nodes[row];
      if (shown >= most) break;
      if ((hidden.has(each.kind) && row !== chosen) || !touches(each, each, box)) continue;
      if (!few && rank.get(row) >= 2 * firm && each.size * scale < 5.5) continue;
      const name = model.shortName(row);
      if (!widths.has(name)) widths.set(name, context.measureText(name).width * scale);
      const half = widths.get(name) / 2 / scale + 3 / scale;
      const tall = (SIZE * 0.65) / scale;
      const gap = each.size + tall + (row === chosen ? 8 : 2) / scale;
      const side = each.y < middle ? -gap : gap; // outside, where fewer lines are
      const spot = [[0, side], [0, -side], [half + each.size, 0], [-half - each.size, 0]]
        .map(([x, y]) => ({ left: each.x + x - half, right: each.x + x + half, top: each.y + y - tall, bottom: each.y + y + tall, row }))
        .filter((place) => place.left > box.left && place.right < box.right && place.top > box.top && place.bottom < box.bottom)
        .find((place) => taken.every((other) => other.row === row || apart(place, other) || (!few && rank.get(row) < firm && rank.get(other.row) >= firm) || row === chosen));
      if (!spot) continue;
      taken.push({ ...spot, row: -1 });
      shown += 1;
      const x = (spot.left + spot.right) / 2;
      const y = (spot.top + spot.bottom) / 2;
      context.strokeText(name, x, y);
      context.fillText(name, x, y);
    }
    context.restore();
  }

  const disc = ({ id, x, y, size }) => ({ left: x - size, right: x + size, top: y - size, bottom: y + size, row: id });
  const apart = (a, b) => a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;

  function choose(row) {
    chosen = row;
    if (row === null) return network.redraw();
    const { cites, citedBy } = model.connections()[row];
    fan = { cites: [...cites.keys()].filter((each) => each !== row), citedBy: [...citedBy.keys()].filter((each) => each !== row) };
    return network.redraw();
  }

  // Bring a text and its neighbours into the part of the drawing that the panel leaves free.
  function show(row) {
    const panel = document.getElementById("panel").getBoundingClientRect();
    const frame = network.canvas.frame.canvas.getBoundingClientRect();
    const below = panel.width > frame.width * 0.8;
    const free = below ? { width: frame.width, height: panel.top - frame.top } : { width: frame.width - panel.width, height: frame.height };
    const before = panel.left < frame.left + frame.width / 2; // the panel stands left where one reads from the right
    const offset = below ? { x: 0, y: -panel.height / 2 } : { x: (before ? panel.width : -panel.width) / 2, y: 0 };
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const { x, y, size } of [row, ...fan.cites, ...fan.citedBy].map((each) => nodes[each])) {
      Object.assign(box, { left: Math.min(box.left, x - size), right: Math.max(box.right, x + size) });
      Object.assign(box, { top: Math.min(box.top, y - size), bottom: Math.max(box.bottom, y + size) });
    }
    const room = Math.min((free.width * 0.72) / (box.right - box.left), (free.height * 0.8) / (box.bottom - box.top));
    const whole = room > 0.3; // else the neighbours lie too far apart to be seen together: the text itself is the centre
    const position = whole ? { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 } : { x: nodes[row].x, y: nodes[row].y };
    network.moveTo({ position, scale: whole ? Math.min(room, 1.6) : 0.6, offset, animation: still() ? false : { duration: 350 } });
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: still() ? false : { duration: 150 } });
  }

  function filter(kind, visible) {
    if (visible) hidden.delete(kind);
    else hidden.add(kind);
    dataset.update(nodes.filter((each) => each.kind === kind).map(({ id }) => ({ id, hidden: !visible })));
  }

  // Where a text stands in the window, in pixels.
  function where(row) {
    const frame = network.canvas.frame.canvas.getBoundingClientRect();
    const { x, y } = network.canvasToDOM(nodes[row]);
    return { x: frame.left + x, y: frame.top + y };
  }

  const fit = () => network.fit({ maxZoomLevel: 1.4, animation: still() ? false : { duration: 350 } });
  return { start, choose, show, zoom, fit, filter, where, redraw: () => network.redraw() };
})();
