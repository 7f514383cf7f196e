/* Provinces of a map as pixels, for more of them than a browser moves as paths.
 *
 * Which province a pixel belongs to is found out once for each place and zoom; another period only looks up new colours,
 * which takes as long for 17,000 provinces as for 30. AtlasRaster.create(map, hooks, patterns) gives what
 * AtlasPaths.create gives, and `lines`, which draws the borders. One button at a time stands for the province that the
 * keyboard is on.
 */
(function () {
  "use strict";

  const WORLD = 256;
  const MOST_PIXELS_PER_POINT = 2;
  const NARROW_PROVINCE_PIXELS = 16;
  const { mod } = window.AtlasPatterns;

  /* A canvas over the seen part of the map and a little around it; `draw` fills it anew when map or page have moved. */
  const Sheet = L.Renderer.extend({
    initialize(draw, options) {
      L.Renderer.prototype.initialize.call(this, options);
      this._drawSheet = draw;
    },
    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.style.pointerEvents = "none";
      this.context = this._container.getContext("2d");
    },
    _destroyContainer() {
      this._container.remove();
      delete this._container;
    },
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const canvas = this._container;
      this.ratio = Math.min(MOST_PIXELS_PER_POINT, window.devicePixelRatio || 1);
      canvas.width = Math.round(size.x * this.ratio);
      canvas.height = Math.round(size.y * this.ratio);
      canvas.style.width = size.x + "px";
      canvas.style.height = size.y + "px";
      L.DomUtil.setPosition(canvas, this._bounds.min);
      this._drawSheet(this);
    },
    _updatePaths() {},
    /* From the whole world at zoom 0 to pixels of this canvas. */
    placing() {
      const scale = this._map.getZoomScale(this._map.getZoom(), 0) * this.ratio;
      const corner = this._map.getPixelOrigin().add(this._bounds.min).multiplyBy(this.ratio);
      return { scale, left: corner.x, top: corner.y };
    },
  });

  /* Points of rings as Web Mercator on a world of 256 units. */
  function onWorld(rings) {
    return rings.map((ring) => {
      const points = new Float64Array(ring.length * 2);
      ring.forEach(([latitude, longitude], number) => {
        const sine = Math.sin((latitude * Math.PI) / 180);
        points[2 * number] = (longitude / 360 + 0.5) * WORLD;
        points[2 * number + 1] = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD;
      });
      return points;
    });
  }

  /* Writes a number into every pixel whose middle is inside the rings (even-odd), row by row. */
  function fillRings(rings, number, pixels, width, height, { scale, left, top }) {
    let [first, last] = [height, -1];
    const rows = [];
    for (const ring of rings) {
      for (let at = 0; at + 3 < ring.length; at += 2) {
        let [x0, y0] = [ring[at] * scale - left, ring[at + 1] * scale - top];
        let [x1, y1] = [ring[at + 2] * scale - left, ring[at + 3] * scale - top];
        if (y0 > y1) [x0, y0, x1, y1] = [x1, y1, x0, y0];
        const from = Math.max(0, Math.ceil(y0 - 0.5));
        const to = Math.min(height - 1, Math.ceil(y1 - 0.5) - 1);
        if (from > to) continue;
        first = Math.min(first, from);
        last = Math.max(last, to);
        const slope = (x1 - x0) / (y1 - y0);
        for (let y = from; y <= to; y += 1) (rows[y] = rows[y] || []).push(x0 + (y + 0.5 - y0) * slope);
      }
    }
    for (let y = first; y <= last; y += 1) {
      const crossings = rows[y];
      if (!crossings) continue;
      crossings.sort((one, other) => one - other);
      for (let at = 0; at + 1 < crossings.length; at += 2) {
        const from = Math.max(0, Math.ceil(crossings[at] - 0.5));
        const to = Math.min(width, Math.ceil(crossings[at + 1] - 0.5));
        if (from < to) pixels.fill(number, y * width + from, y * width + to);
      }
    }
  }

  /* ---------- the map ---------- */

  function create(map, hooks, markups) {
    const patterns = window.AtlasPatterns.create(markups, Math.min(MOST_PIXELS_PER_POINT, window.devicePixelRatio || 1));
    let entries = [];
    let borders = [];
    let linesOf = null;
    let owners = null;
    let image = null;
    let lit = null;
    let painted = false;
    const fills = new Sheet(findOwners, { pane: "atlas-fills", padding: 0.2 });
    const strokes = new Sheet(drawBorders, { pane: "atlas-lines", padding: 0.2 });
    const container = document.createElement("div");
    container.className = "atlas-roving";
    container.setAttribute("role", "group");
    map.getContainer().appendChild(container);
    const buttons = [0, 1].map(addButton);

    function build(built) {
      for (const entry of built) {
        entry.rings = entry.polygons.flatMap(onWorld);
        entry.box = boxOf(entry.rings);
      }
      const group = L.layerGroup();
      // Both sheets stay; another set of provinces is another content of theirs.
      group.onAdd = () => {
        entries = built;
        borders = group.borders || [];
        for (const sheet of [fills, strokes]) if (map.hasLayer(sheet)) sheet._update(); else map.addLayer(sheet);
      };
      group.onRemove = () => {};
      return group;
    }

    function lines(group, source) {
      group.borders = source.map((line) => ({ ...line, paths: onWorld(line.paths) }));
    }

    function findOwners(sheet) {
      const { width, height } = sheet._container;
      if (!width || !height) return;
      owners = new Uint32Array(width * height);
      image = sheet.context.createImageData(width, height);
      const place = sheet.placing();
      entries.forEach((entry, number) => {
        const box = entry.box;
        if (box[2] * place.scale < place.left || box[0] * place.scale > place.left + width) return;
        if (box[3] * place.scale < place.top || box[1] * place.scale > place.top + height) return;
        fillRings(entry.rings, number + 1, owners, width, height, place);
      });
      colour();
    }

    /* Patterns keep to the map, not to the canvas, so that they don't swim when the map is moved. A look may have to be
     * drawn first: gives a promise of the moment when all can be seen. */
    async function colour() {
      if (!painted || !owners) return;
      const looks = entries.map((entry) => entry.shown.look);
      if (patterns.missing(looks).length) {
        await patterns.prepare(looks);
        await colour();
        return;
      }
      const { width, height } = fills._container;
      const corner = fills.placing();
      const pixels = new Uint32Array(image.data.buffer);
      const shown = entries.map(({ shown: one }) => patterns.of(one.look, lit && !one.keys.some((key) => lit.includes(key))));
      for (let y = 0, at = 0; y < height; y += 1) {
        let [owner, u, v, du, dv, wide, high, colours] = [0, 0, 0, 0, 0, 1, 1, null];
        for (let x = 0; x < width; x += 1, at += 1) {
          const found = owners[at];
          if (!found) {
            pixels[at] = 0;
            owner = 0;
            continue;
          }
          if (found !== owner) {
            owner = found;
            const pattern = shown[owner - 1];
            ({ width: wide, height: high, colours, across: [du, dv] } = pattern);
            const [right, below] = [corner.left + x + 0.5, corner.top + y + 0.5];
            u = mod(right * du + below * pattern.down[0], wide);
            v = mod(right * dv + below * pattern.down[1], high);
          }
          pixels[at] = colours[(v | 0) * wide + (u | 0)];
          u += du;
          if (u >= wide) u -= wide;
          v += dv;
          if (v < 0) v += high;
          if (v >= high) v -= high;
        }
      }
      fills.context.putImageData(image, 0, 0);
    }

    /* Where provinces are small, borders are thin: else nothing but borders would be seen. */
    function drawBorders(sheet) {
      const { context, ratio } = sheet;
      const { width, height } = sheet._container;
      const { scale, left, top } = sheet.placing();
      const style = getComputedStyle(document.documentElement);
      const typical = entries.length ? entries[entries.length >> 1].box : [0, 0, 0, 0];
      const narrow = (typical[2] - typical[0]) * scale < NARROW_PROVINCE_PIXELS * ratio;
      context.clearRect(0, 0, width, height);
      context.lineJoin = "round";
      const drawn = borders.filter(({ periods }) => !periods || periods.includes(linesOf)).map(({ kind, paths }) => {
        const path = new Path2D();
        for (const points of paths) {
          path.moveTo(points[0] * scale - left, points[1] * scale - top);
          for (let at = 2; at < points.length; at += 2) path.lineTo(points[at] * scale - left, points[at + 1] * scale - top);
        }
        return { kind, path };
      });
      for (const halo of narrow ? [false] : [true, false]) {
        for (const { kind, path } of drawn) {
          const value = (name) => style.getPropertyValue("--" + name);
          const thin = narrow && kind !== "outer";
          context.strokeStyle = value(halo ? "atlas-halo" : "atlas-line");
          context.lineWidth = parseFloat(value(halo ? "halo-" + kind : thin ? "line-narrow" : "line-" + kind)) * ratio;
          const dashes = (value("dashes-" + kind).match(/[\d.]+/g) || []).map((length) => length * ratio);
          context.setLineDash(halo ? [] : dashes);
          context.stroke(path);
        }
      }
    }

    async function paint(all, lines) {
      const first = !painted;
      painted = true;
      const seen = colour();
      if (lines !== linesOf) {
        linesOf = lines;
        if (borders.some((one) => one.periods)) drawBorders(strokes);
      }
      await seen;
      if (first) patterns.prepareOthers();
    }

    function dim(wanted) {
      const next = wanted.length ? wanted : null;
      if (String(next) === String(lit)) return;
      lit = next;
      colour();
    }

    /* ---------- pointer and keyboard ---------- */

    function entryAt(point) {
      if (!owners) return null;
      const at = map.containerPointToLayerPoint(point).subtract(fills._bounds.min).multiplyBy(fills.ratio).floor();
      const { width, height } = fills._container;
      if (at.x < 0 || at.y < 0 || at.x >= width || at.y >= height) return null;
      return entries[owners[at.y * width + at.x] - 1] || null;
    }

    map.on("mousemove", (event) => {
      const entry = entryAt(event.containerPoint);
      map.getContainer().style.cursor = entry ? "pointer" : "";
      hooks.hover(entry, event.containerPoint);
    });
    map.on("mouseout", () => hooks.hover(null));
    map.on("click", (event) => {
      const entry = entryAt(event.containerPoint);
      if (entry) hooks.choose(entry);
    });
    new MutationObserver(() => { if (map.hasLayer(strokes)) drawBorders(strokes); })
      .observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });

    /* A screen reader speaks what the focus moves to: it moves from one button to the other. */
    function addButton() {
      const button = document.createElement("button");
      button.type = "button";
      button.tabIndex = -1;
      button.addEventListener("focus", () => hooks.focus(button.entry, button.matches(":focus-visible")));
      button.addEventListener("blur", () => hooks.focus(null, false));
      button.addEventListener("keydown", (event) => hooks.key(event, button.entry));
      container.appendChild(button);
      return button;
    }

    function stand(button, entry) {
      button.entry = entry;
      button.dataset.province = entry.id;
      button.setAttribute("aria-label", entry.label());
      button.hidden = false;
      button.tabIndex = 0;
      const other = buttons.find((one) => one !== button);
      other.hidden = true;
      other.tabIndex = -1;
    }

    function rove(all, stop) {
      const current = buttons.find((one) => one === document.activeElement) || buttons[0];
      if (stop) stand(current, stop);
    }

    function focus(entry) {
      const next = buttons.find((one) => one !== document.activeElement);
      next.entry = entry;
      next.dataset.province = entry.id;
      next.setAttribute("aria-label", entry.label());
      next.hidden = false;
      next.focus();
      stand(next, entry);
    }

    function press(all, chosen) {
      for (const button of buttons) button.setAttribute("aria-pressed", String(Boolean(chosen) && button.entry === chosen));
    }

    function size(entry) {
      const scale = map.getZoomScale(map.getZoom(), 0);
      return { width: (entry.box[2] - entry.box[0]) * scale, height: (entry.box[3] - entry.box[1]) * scale };
    }

    return { container, build, lines, paint, dim, press, rove, focus, size, learn: patterns.learn };
  }

  function boxOf(rings) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const ring of rings) {
      for (let at = 0; at < ring.length; at += 2) {
        box[0] = Math.min(box[0], ring[at]);
        box[1] = Math.min(box[1], ring[at + 1]);
        box[2] = Math.max(box[2], ring[at]);
        box[3] = Math.max(box[3], ring[at + 1]);
      }
    }
    return box;
  }

  window.AtlasRaster = { create };
})();
