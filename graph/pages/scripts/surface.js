// A drawing that can be zoomed and moved. During movement the browser shifts the finished picture until the next one is there.
import { visible } from "./scene.js";

/** @param {any} given `x`, `y`: places in units of the drawing, NaN for texts that are not drawn; `radius(row, view)` on the screen;
 * `paint({view, size, painted})` gives what draws: an element, `ask(moving)`, `light()`, `settled()` */
export const makeSurface = (given) => {
  const { x, y, radius, stretch, margin, widest, closest = widest, paint, bounds, moved = () => {} } = given;
  const view = { kx: 1, ky: 1, ox: 0, oy: 0 };
  /** @type {number[]} */
  let byX = [];
  let painter = null;
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const pointers = new Map();
  let container = null;
  let painted = { ...view };
  let frameAsked = 0;
  let untouched = true; // a resized window keeps showing the whole until the user moves it

  const size = () => ({ width: container.clientWidth, height: container.clientHeight });

  function project(at) {
    for (let row = 0; row < x.length; row += 1) {
      at.x[row] = x[row] * view.kx + view.ox;
      at.y[row] = y[row] * view.ky + view.oy;
      at.r[row] = radius(row, view);
    }
  }

  // The picture that is there, moved to where it would stand in the view of the moment.
  function place() {
    const [sx, sy] = [view.kx / painted.kx, view.ky / painted.ky];
    const [dx, dy] = [view.ox - painted.ox * sx, view.oy - painted.oy * sy];
    const still = sx === 1 && sy === 1 && !dx && !dy;
    painter.element.style.transform = still ? "" : `matrix(${sx},0,0,${sy},${dx},${dy})`;
  }

  function done(seen) {
    painted = seen;
    place();
    moved();
  }

  function shift() {
    frameAsked = 0;
    painter.ask(true);
    place();
    moved();
  }

  function step(next) {
    Object.assign(view, next);
    frameAsked ||= requestAnimationFrame(shift);
  }

  // The view in which a box in world coordinates fills a box of the screen.
  function framing(box, free, most = widest) {
    const [w, h] = [Math.max(1e-6, box.right - box.left), Math.max(1e-6, box.bottom - box.top)];
    let [kx, ky] = [free.width / w, free.height / h];
    if (stretch) {
      kx = Math.min(kx, most);
      ky = stretch(kx, size());
    } else kx = ky = Math.min(kx, ky, most);
    return { kx, ky, ox: free.x - ((box.left + box.right) / 2) * kx, oy: stretch ? hold(free.y - ((box.top + box.bottom) / 2) * ky, ky) : free.y - ((box.top + box.bottom) / 2) * ky };
  }

  // After texts were placed anew; one without a place is not drawn.
  function arranged() {
    byX = [...x.keys()].filter((row) => !Number.isNaN(x[row])).sort((a, b) => x[a] - x[b]);
  }
  arranged();

  const extent = () => {
    if (bounds) return bounds();
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (let row = 0; row < x.length; row += 1) {
      Object.assign(box, { left: Math.min(box.left, x[row]), right: Math.max(box.right, x[row]), top: Math.min(box.top, y[row]), bottom: Math.max(box.bottom, y[row]) });
    }
    return x.length ? box : { left: 0, right: 1, top: 0, bottom: 1 };
  };

  function whole() {
    const { width, height } = size();
    const m = margin;
    return framing(extent(), { width: Math.max(50, width - m.left - m.right), height: Math.max(50, height - m.top - m.bottom), x: (width + m.left - m.right) / 2, y: (height + m.top - m.bottom) / 2 });
  }

  // On a stage whose height is tied to its width, lanes leave the screen no further than necessary.
  function hold(oy, ky) {
    if (!stretch) return oy;
    const { top, bottom } = extent();
    const { height } = size();
    const [low, high] = [height - margin.bottom - bottom * ky, margin.top - top * ky];
    return low > high ? high : Math.min(high, Math.max(low, oy));
  }

  function travel(next) {
    untouched = false;
    if (still()) return step(next);
    const [from, start] = [{ ...view }, performance.now()];
    const go = (now) => {
      const part = Math.min(1, Math.max(0, (now - start) / 300));
      const ease = part * (2 - part);
      step(Object.fromEntries(Object.keys(next).map((key) => [key, from[key] + (next[key] - from[key]) * ease])));
      if (part < 1) requestAnimationFrame(go);
    };
    return requestAnimationFrame(go);
  }

  function scaled(factor, px, py) {
    const least = whole().kx * 0.5;
    const kx = Math.min(widest, Math.max(least, view.kx * factor));
    const ky = stretch ? stretch(kx, size()) : kx;
    return { kx, ky, ox: px - ((px - view.ox) * kx) / view.kx, oy: hold(py - ((py - view.oy) * ky) / view.ky, ky) };
  }

  function zoom(factor) {
    const { width, height } = size();
    travel(scaled(factor, width / 2, height / 2));
  }

  function pan(dx, dy) {
    untouched = false;
    step({ ox: view.ox - dx, oy: hold(view.oy - dy, view.ky) });
  }

  // Move the view to some texts.
  function look(rows) {
    const { width, height } = size();
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const each of rows.slice(0, 400)) Object.assign(box, { left: Math.min(box.left, x[each]), right: Math.max(box.right, x[each]), top: Math.min(box.top, y[each]), bottom: Math.max(box.bottom, y[each]) });
    travel(framing(box, { width: width * 0.72, height: height * 0.72, x: width / 2, y: height / 2 }, closest));
  }

  // The text nearest to a point on the screen.
  function hit(px, py) {
    const reach = 24;
    let [low, high] = [0, byX.length];
    const from = (px - reach - view.ox) / view.kx;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (x[byX[middle]] < from) low = middle + 1;
      else high = middle;
    }
    let [best, least] = [null, 4]; // pixels by which a pointer may miss
    for (let place = low; place < byX.length; place += 1) {
      const row = byX[place];
      const dx = x[row] * view.kx + view.ox - px;
      if (dx > reach) break;
      const miss = Math.hypot(dx, y[row] * view.ky + view.oy - py) - radius(row, view);
      if (miss < least && visible(row)) [best, least] = [row, miss];
    }
    return best;
  }

  function listen({ choose, point }) {
    const local = (event) => {
      const box = container.getBoundingClientRect();
      return { px: event.clientX - box.left, py: event.clientY - box.top };
    };
    let gone = 0;
    container.addEventListener("pointerdown", (event) => {
      container.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, local(event));
      gone = 0;
    });
    container.addEventListener("pointermove", (event) => {
      const now = local(event);
      const was = pointers.get(event.pointerId);
      if (!was) return point(hit(now.px, now.py), event);
      if (pointers.size === 1) {
        gone += Math.hypot(now.px - was.px, now.py - was.py);
        if (gone > 4) pan(was.px - now.px, was.py - now.py), point(null);
      } else {
        const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
        const factor = Math.hypot(now.px - other.px, now.py - other.py) / Math.max(1, Math.hypot(was.px - other.px, was.py - other.py));
        gone = 99;
        untouched = false;
        step(scaled(factor, (now.px + other.px) / 2, (now.py + other.py) / 2));
      }
      return pointers.set(event.pointerId, now);
    });
    for (const name of ["pointerup", "pointercancel"]) {
      container.addEventListener(name, (event) => {
        const { px, py } = local(event);
        if (pointers.delete(event.pointerId) && name === "pointerup" && gone <= 4) choose(hit(px, py), event);
      });
    }
    container.addEventListener("pointerleave", () => point(null));
    container.addEventListener("wheel", (event) => {
      event.preventDefault();
      untouched = false;
      const { px, py } = local(event);
      point(null);
      step(scaled(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), px, py));
    }, { passive: false });
  }

  function start(element, acts) {
    container = element;
    painter = paint({ view, size, painted: done });
    container.append(painter.element);
    Object.assign(view, whole());
    listen(acts);
    painter.ask();
    let known = size();
    new ResizeObserver(() => {
      const now = size();
      if (!now.width || (now.width === known.width && now.height === known.height)) return; // nothing while another view is open
      known = now;
      step(untouched ? whole() : {});
    }).observe(container);
  }

  const fit = (quick = false) => {
    if (quick) step(whole());
    else travel(whole());
    untouched = true;
  };
  return {
    ...{ start, size, project, look, zoom, fit, pan, arranged, view },
    light: () => painter.light(),
    refresh: () => painter.ask(),
    settled: () => painter.settled(),
    painter: () => painter,
    scale: () => view.kx,
    screen: (px, py) => ({ x: px * view.kx + view.ox, y: py * view.ky + view.oy }),
    travel: (next) => travel({ ...view, ...next, oy: hold(view.oy, next.ky ?? view.ky) }),
  };
};
