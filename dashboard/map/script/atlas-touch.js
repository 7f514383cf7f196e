/* What a finger meant: provinces smaller than a finger are met within reach of their middle, and from beside the country. */
(function () {
  "use strict";

  const REACH_PIXELS = 24;

  /* The smallest of the small provinces whose middle lies within half the reach, or the one that was met. */
  function meant(map, surface, provinces, met, point) {
    const small = provinces.filter((one) => {
      const size = surface.size(one);
      return size && Math.min(size.width, size.height) < REACH_PIXELS;
    });
    const away = (one) => map.latLngToContainerPoint(one.at).distanceTo(point);
    const near = small.filter((one) => away(one) <= REACH_PIXELS / 2).sort((one, other) => away(one) - away(other));
    return near[0] || met;
  }

  /* The province whose outline is nearest to a point outside of all, if it is within reach. */
  function beside(map, provinces, point) {
    let best = null;
    for (const one of provinces) {
      for (const rings of one.polygons) {
        for (const corner of rings[0]) {
          const distance = map.latLngToContainerPoint(corner).distanceTo(point);
          if (distance <= REACH_PIXELS && (!best || distance < best.distance)) best = { one, distance };
        }
      }
    }
    return best && best.one;
  }

  window.AtlasTouch = { meant, beside, REACH_PIXELS };
})();
