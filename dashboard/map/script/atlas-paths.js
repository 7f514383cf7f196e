/* Provinces of a map as SVG paths, each a button of its own: for as many as a browser moves with ease.
 *
 * AtlasPaths.create(map, fillOf, hooks) gives what AtlasRaster.create gives for more. An entry is a province: `polygons`
 * (rings of [latitude, longitude]), `id`, and, once painted, `shown` (look, keys), `label` and `call`. `fillOf` gives the
 * fill of a look. `hooks` hears of `hover`, `choose` (with the point that a finger met), `focus` and `key`.
 */
(function () {
  "use strict";

  const { write } = window.AtlasElements;

  function create(map, fillOf, hooks) {
    const renderer = L.svg({ pane: "atlas-fills", padding: 0.5 }).addTo(map);
    const container = renderer._container;
    container.setAttribute("role", "group");

    function build(entries) {
      const group = L.layerGroup();
      for (const entry of entries) {
        const layer = L.polygon(entry.polygons, {
          renderer, smoothFactor: 0, noClip: true, stroke: true, weight: 1, fillOpacity: 1, opacity: 1, className: "atlas-province",
        });
        entry.layer = layer;
        layer.on("add", () => dress(entry));
        layer.on("mouseover mousemove", (event) => hooks.hover(entry, event.containerPoint));
        layer.on("mouseout", () => hooks.hover(null));
        layer.on("click", (event) => {
          L.DomEvent.stopPropagation(event);
          hooks.choose(entry, event.originalEvent.pointerType === "touch" ? event.containerPoint : null);
        });
        group.addLayer(layer);
      }
      return group;
    }

    function dress(entry) {
      const path = entry.layer._path;
      if (!path || path.dataset.province) return;
      path.dataset.province = entry.id;
      path.setAttribute("role", "button");
      path.setAttribute("tabindex", "-1");
      path.addEventListener("focus", () => hooks.focus(entry, path.matches(":focus-visible")));
      path.addEventListener("blur", () => hooks.focus(null, false));
      path.addEventListener("keydown", (event) => hooks.key(event, entry));
    }

    function paint(entries) {
      for (const entry of entries) {
        dress(entry);
        const { call, shown } = entry;
        write(entry.layer._path, {
          fill: fillOf(shown.look), "aria-label": entry.label(),
          "data-faction": call.faction, "data-status": call.status, "data-keys": shown.keys.join(" "),
        });
      }
    }

    function press(entries, chosen) {
      for (const entry of entries) write(entry.layer._path, { "aria-pressed": entry === chosen });
    }

    function rove(entries, stop) {
      for (const entry of entries) write(entry.layer._path, { tabindex: entry === stop ? 0 : -1 });
    }

    /* Whether a box of layer pixels lies within a province, by its corners and the middles of its long edges. */
    function holds(entry, box) {
      const path = entry.layer._path;
      if (!path || !path.isPointInFill) return false;
      const middle = (box.left + box.right) / 2;
      const inside = (x, y) => path.isPointInFill(new DOMPoint(x, y));
      return [box.left, middle, box.right].every((x) => inside(x, box.top) && inside(x, box.bottom));
    }

    return {
      holds, container, build, paint, press, rove,
      dim: () => {},
      focus: (entry) => entry.layer._path.focus(),
      size: (entry) => entry.layer._path && entry.layer._path.getBBox(),
    };
  }

  window.AtlasPaths = { create };
})();
