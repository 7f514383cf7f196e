/* Areas of parts of provinces, drawn when their period is first seen and hidden in the others.
 *
 * AtlasAreas.create(map, fillOf, on): `fillOf` gives the fill of a look, `on` hears of an area that is pointed at (`text`),
 * left, chosen (`choose`), that has the focus (`focus`, with its outline) and of a key that is pressed on it (`key`).
 * `take` gives it the calls, and other ones later. The areas of the province that is the map's stop of the Tab key are
 * stops of their own, right behind it.
 */
(function () {
  "use strict";

  const { toLatLngs } = window.AtlasGeometry;
  const { write, display } = window.AtlasElements;

  function create(map, fillOf, on) {
    const renderer = L.svg({ pane: "atlas-areas", padding: 0.5 }).addTo(map);
    renderer._container.setAttribute("role", "group");
    const drawnOf = new Map();
    let calls = null;
    let seen = [];
    let stop = null;

    function take(given) {
      for (const { group, areas } of drawnOf.values()) {
        for (const one of areas) for (const layer of [one.halo, one.fill]) layer.remove();
        group.remove();
      }
      drawnOf.clear();
      [calls, seen] = [given, []];
      renderer._container.setAttribute("aria-label", calls.areasLabel);
    }

    function show(period, colouring) {
      if (!drawnOf.has(period)) drawnOf.set(period, drawAll(calls.areas[period]));
      const wanted = drawnOf.get(period).areas;
      for (const { group, areas } of drawnOf.values()) display(group, areas === wanted);
      for (const one of wanted) {
        const shown = one.area.shown[colouring] || false;
        if (one.shown === shown) continue;
        one.shown = shown;
        for (const layer of [one.halo, one.fill]) display(layer._path, Boolean(shown));
        if (!shown) continue;
        write(one.fill._path, { fill: fillOf(shown.look) });
        for (const layer of [one.halo, one.fill]) write(layer._path, { "data-keys": shown.keys.join(" ") });
      }
      seen = wanted;
      rove(stop);
    }

    /* Those of a period are one group, which stays laid out while it is out of sight. */
    function drawAll(areas) {
      const group = renderer._rootGroup.appendChild(L.SVG.create("g"));
      group.setAttribute("class", "atlas-areas");
      const drawn = areas.map(draw);
      for (const { halo, fill } of drawn) group.append(halo._path, fill._path);
      return { group, areas: drawn };
    }

    function draw(area) {
      const rings = calls.areaShapes[area.shape].map((polygon) => polygon.map(toLatLngs));
      const shape = (className, interactive) => L.polygon(rings, {
        renderer, className, interactive, smoothFactor: 0, noClip: true, fillOpacity: 1, bubblingMouseEvents: false,
      }).addTo(map);
      const halo = shape("atlas-area-halo", false);
      const fill = shape("atlas-area", true);
      const path = fill._path;
      Object.assign(path.dataset, { area: area.place, claims: area.claims.join(" ") });
      path.setAttribute("role", "button");
      path.setAttribute("aria-label", area.text);
      path.addEventListener("focus", () => {
        if (!path.matches(":focus-visible")) return;
        const middle = fill.getBounds().getCenter();
        if (!map.getBounds().contains(middle)) map.panTo(middle, { animate: false });
        on.text(area.text, map.latLngToContainerPoint(middle));
        on.focus({ polygons: rings });
      });
      path.addEventListener("blur", () => {
        on.left();
        on.focus(null);
      });
      path.addEventListener("keydown", (event) => on.key(event, area));
      fill.on("mouseover mousemove", (event) => on.text(area.text, event.containerPoint));
      fill.on("mouseout", on.left);
      fill.on("click", () => on.choose(area));
      return { area, halo, fill, shown: null };
    }

    function shown() {
      return seen.filter((one) => one.shown);
    }

    /* The areas of one province are reached by the Tab key, those of others through their own. */
    function rove(province) {
      stop = province;
      for (const { area, fill } of seen) write(fill._path, { tabindex: area.province === province ? 0 : -1 });
    }

    /* The smallest area of a province that is smaller than a finger and whose middle lies within half its reach. */
    function near(province, point, reach) {
      const small = shown().filter(({ area }) => area.province === province).map(({ area, fill }) => {
        const box = fill._path.getBBox();
        const away = map.latLngToContainerPoint(fill.getBounds().getCenter()).distanceTo(point);
        return { area, away, size: Math.min(box.width, box.height) };
      }).filter((one) => one.size < reach && one.away <= reach / 2);
      const [nearest] = small.sort((one, other) => one.away - other.away);
      return nearest ? nearest.area : null;
    }

    /* What is told of the parts of a province in a period, for who can't point at them. */
    function texts(period, province) {
      return calls.areas[period].filter((one) => one.province === province).map((one) => one.text);
    }

    return { take, show, texts, rove, near };
  }

  window.AtlasAreas = { create };
})();
