/* The Leaflet map that an atlas is drawn on: its panes, the wheel, and how the whole country is fitted into it. */
(function () {
  "use strict";

  const WORLD_PADDING_DEGREES = 3;
  const NARROW_PIXELS = 480;
  const MARGIN_PIXELS = 6;
  const LEAST_FLAT_ZOOM = -4;

  /* Leaflet moves things in space, and the browser composes each sign of the map apart: in the plane they are one. */
  L.Browser.ie3d = true;

  function prepare(map) {
    const container = map.getContainer();
    map.attributionControl && map.attributionControl.setPrefix(false);
    map.scrollWheelZoom.disable();
    container.addEventListener("click", () => map.scrollWheelZoom.enable());
    container.addEventListener("mouseleave", () => map.scrollWheelZoom.disable());
    new ResizeObserver(() => measure(map)).observe(container);
  }

  /* Digits and unit in the language of the page. */
  function scaleIn({ km, m, digits }) {
    const length = new Intl.NumberFormat(document.documentElement.lang || "en", { numberingSystem: digits });
    return function (most) {
      const metres = this._getRoundNum(most), [unit, one] = metres < 1000 ? [m, 1] : [km, 1000];
      this._updateScale(this._mScale, unit.replace("{}", length.format(metres / one)), metres / most);
    };
  }

  /* A flat ground was projected already, in units as long as a degree of the equator: y goes up, and its scale is not
   * that of the map's own degrees, so there is no bar for it. */
  function lay(map, flat, texts) {
    if (flat) map.options.crs = L.CRS.Simple;
    else Object.assign(L.control.scale({ imperial: false, maxWidth: 110 }), { _updateMetric: scaleIn(texts) }).addTo(map);
  }

  /* On a narrow map the credit line takes two lines across the whole width: the provinces stay clear of it. */
  function creditHeight(map) {
    return map.attributionControl && isNarrow(map) ? map.attributionControl.getContainer().offsetHeight : 0;
  }

  /* A map that is not displayed, as while the page is printed, has no size worth taking over. */
  function isDisplayed(container) {
    return container.clientWidth > 0 && container.clientHeight > 0;
  }

  function measure(map) {
    if (isDisplayed(map.getContainer())) map.invalidateSize({ animate: false });
  }

  function createPanes(map) {
    const panes = [["atlas-basemap", 200, false], ["atlas-neighbours", 300, false], ["atlas-fills", 400, true], ["atlas-areas", 405, true], ["atlas-lines", 410, false], ["atlas-marks", 420, false], ["atlas-signs", 620, false], ["atlas-events", 630, true]];
    for (const [name, zIndex, interactive] of panes) {
      const pane = map.createPane(name);
      pane.style.zIndex = zIndex;
      if (!interactive) pane.style.pointerEvents = "none";
    }
  }

  function fit(map, [[south, west], [north, east]]) {
    // Leaflet may have measured it before its style had come.
    measure(map);
    const bounds = L.latLngBounds([south, west], [north, east]);
    const limits = bounds.pad(WORLD_PADDING_DEGREES / (north - south));
    // A map that is held within limits starts an animation back into them while it is resized, which would carry on
    // after the fit: it is released, stopped, fitted, and held again within what it then shows.
    const toBounds = () => {
      const below = MARGIN_PIXELS + creditHeight(map);
      // A frame that has not yet got its height leaves nothing between the margins, and no zoom fits into that.
      const room = map.getSize().subtract([2 * MARGIN_PIXELS, MARGIN_PIXELS + below]);
      if (room.x <= 0 || room.y <= 0) return;
      map.setMaxBounds(null);
      map.stop();
      map.setMinZoom(map.options.crs === L.CRS.Simple ? LEAST_FLAT_ZOOM : 0);
      map.fitBounds(bounds, { paddingTopLeft: [MARGIN_PIXELS, MARGIN_PIXELS], paddingBottomRight: [MARGIN_PIXELS, below], animate: false });
      map.setMinZoom(map.getZoom() - 0.5);
      map.setMaxBounds(L.latLngBounds(limits.getSouthWest(), limits.getNorthEast()).extend(map.getBounds()));
    };
    toBounds();
    let untouched = true;
    map.on("dragstart zoomstart", (event) => { if (event.originalEvent || event.type === "dragstart") untouched = false; });
    map.getContainer().addEventListener("pointerdown", () => { untouched = false; });
    map.on("resize", () => { if (untouched) toBounds(); });
  }

  function isNarrow(map) {
    return map.getSize().x < NARROW_PIXELS;
  }

  window.AtlasStage = { prepare, lay, createPanes, fit, isNarrow };
})();
