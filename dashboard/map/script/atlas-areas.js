/* Areas of parts of provinces, drawn when their period is first seen and hidden in the others.
 *
 * AtlasAreas.create(map, fillOf, on): `fillOf` gives the fill of a look, `on` hears of an area that is pointed at (`text`),
 * left, and chosen (`choose`). `take` gives it the calls, and other ones later.
 */
(function () {
  "use strict";

  const { toLatLngs } = window.AtlasGeometry;

  function create(map, fillOf, on) {
    const renderer = L.svg({ pane: "atlas-areas", padding: 0.5 }).addTo(map);
    renderer._container.setAttribute("aria-hidden", "true");
    const drawnOf = new Map();
    let calls = null;
    let seen = [];

    function take(given) {
      for (const one of [...drawnOf.values()].flat()) for (const layer of [one.halo, one.fill]) layer.remove();
      drawnOf.clear();
      [calls, seen] = [given, []];
    }

    function show(period, colouring) {
      if (!drawnOf.has(period)) drawnOf.set(period, calls.areas[period].map(draw));
      const wanted = drawnOf.get(period);
      for (const one of wanted === seen ? [] : seen) display(one, false);
      for (const one of wanted) {
        const shown = one.area.shown[colouring];
        display(one, Boolean(shown));
        if (!shown) continue;
        one.fill._path.setAttribute("fill", fillOf(shown.look));
        for (const layer of [one.halo, one.fill]) layer._path.dataset.keys = shown.keys.join(" ");
      }
      seen = wanted;
    }

    function draw(area) {
      const rings = calls.areaShapes[area.shape].map((polygon) => polygon.map(toLatLngs));
      const shape = (className, interactive) => L.polygon(rings, {
        renderer, className, interactive, smoothFactor: 0, noClip: true, fillOpacity: 1, bubblingMouseEvents: false,
      }).addTo(map);
      const halo = shape("atlas-area-halo", false);
      const fill = shape("atlas-area", true);
      Object.assign(fill._path.dataset, { area: area.place, claims: area.claims.join(" ") });
      fill.on("mouseover mousemove", (event) => on.text(area.text, event.containerPoint));
      fill.on("mouseout", on.left);
      fill.on("click", () => on.choose(area.province));
      return { area, halo, fill };
    }

    /* What is told of the parts of a province in a period, for who can't point at them. */
    function texts(period, province) {
      return calls.areas[period].filter((one) => one.province === province).map((one) => one.text);
    }

    return { take, show, texts };
  }

  function display({ halo, fill }, shown) {
    for (const layer of [halo, fill]) layer._path.style.display = shown ? "" : "none";
  }

  window.AtlasAreas = { create };
})();
