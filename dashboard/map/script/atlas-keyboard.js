/* The keys of a map: arrows go from province to province. */
(function () {
  "use strict";

  const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

  /* `provinces` gives those that are shown; `choose` and `leave` hear which is chosen and which is deselected. */
  function create(map, surface, { provinces, choose, leave }) {
    function press(event, entry) {
      const all = provinces();
      let next = null;
      if (event.key === "Enter" || event.key === " ") choose(entry);
      else if (event.key === "Escape") leave();
      else if (event.key === "+" || event.key === "=") map.zoomIn();
      else if (event.key === "-") map.zoomOut();
      else if (event.key === "Home") next = all[0];
      else if (event.key === "End") next = all[all.length - 1];
      else if (ARROWS[event.key]) next = neighbour(entry, ARROWS[event.key], all);
      else return;
      event.preventDefault();
      event.stopPropagation();
      if (next) surface.focus(next);
    }

    /* The nearest province within 60 degrees of the direction of the arrow. */
    function neighbour(from, [dx, dy], all) {
      const start = map.latLngToLayerPoint(from.at);
      let best = null;
      for (const entry of all) {
        if (entry === from) continue;
        const way = map.latLngToLayerPoint(entry.at).subtract(start);
        const length = Math.hypot(way.x, way.y);
        const along = (way.x * dx + way.y * dy) / length;
        const cost = length * (2 - along);
        if (along > 0.5 && (!best || cost < best.cost)) best = { entry, cost };
      }
      return best && best.entry;
    }

    return { press };
  }

  window.AtlasKeyboard = { create };
})();
