/* What a map can show in addition to its provinces: towns with their names, the dated events of the period, the neighbours,
 * and the pictures of an online map.
 *
 * AtlasLayers.create(map, load, on) fetches what it shows when a layer is first switched on;
 * `basemap` (`address`, `credit`) is another host, which is asked for nothing before. `on` hears of a mark that is
 * pointed at (`text`, `point`), left, and chosen (`province`), and knows where the signs of capitals stand (`signs`).
 */
(function () {
  "use strict";

  const NAME_PIXELS = 15;
  const SIGN_PIXELS = 14;
  const EVENT_PIXELS = 20;
  const EVENT_SHIFT = 10;
  const MOST_LINES = 6;
  const TOWN_RANKS = ["capital", "city", "town"];

  function create(map, load, on, basemap) {
    let content = null;
    let wanted = [];
    let period = null;
    const towns = L.layerGroup();
    const events = L.layerGroup();
    const neighbours = L.layerGroup();
    let tiles = null;
    let marks = [];
    let groups = [];
    let event = null;

    async function show(layers, periodId, eventId) {
      wanted = layers || wanted;
      period = periodId || period;
      const arrived = eventId && eventId !== event;
      if (layers) event = eventId || null;
      if (!wanted.length && !content) return;
      content = content || (await load());
      map.getContainer().classList.toggle("with-towns", wanted.includes("towns"));
      toggle(towns, "towns", drawTowns);
      events.addTo(map);
      toggle(neighbours, "neighbours", drawNeighbours);
      showBasemap(wanted.includes("basemap"));
      place();
      const reached = arrived && groups.find((one) => one.places.some(({ ids }) => ids.includes(event)));
      if (reached) reached.tell();
    }

    function showBasemap(shown) {
      map.getContainer().classList.toggle("with-basemap", shown);
      if (shown && !tiles) {
        tiles = L.tileLayer(basemap.address, { pane: "atlas-basemap", attribution: basemap.credit, maxZoom: 19 }).addTo(map);
      } else if (!shown && tiles) {
        tiles.remove();
        tiles = null;
      }
    }

    function drawNeighbours() {
      for (const one of content.neighbours) {
        const paths = one.paths.map((path) => path.map(([x, y]) => [y, x]));
        neighbours.addLayer(L.polygon(paths, { pane: "atlas-neighbours", interactive: false, className: "atlas-neighbour", fill: true }));
        const marker = L.marker([one.at[1], one.at[0]], {
          pane: "atlas-neighbours", interactive: false, keyboard: false,
          icon: L.divIcon({ className: "atlas-neighbour-name", html: "", iconSize: [0, 0] }),
        });
        neighbours.addLayer(marker);
        const name = document.createElement("b");
        name.textContent = one.name;
        name.dir = "auto";
        marker.getElement().append(name);
        marker.getElement().setAttribute("aria-hidden", "true");
      }
    }

    /* Towns and neighbours are the same in every year: they are drawn once for as long as they are wanted. */
    function toggle(group, name, draw) {
      if (wanted.includes(name) === map.hasLayer(group)) return;
      group.clearLayers();
      if (name === "towns") marks = [];
      if (wanted.includes(name)) {
        group.addTo(map);
        draw();
      } else group.remove();
    }

    function drawTowns() {
      const rank = (one) => (TOWN_RANKS.indexOf(one.kind) + TOWN_RANKS.length + 1) % (TOWN_RANKS.length + 1);
      for (const town of [...content.towns].sort((one, other) => rank(one) - rank(other))) {
        const marker = L.marker([town.at[1], town.at[0]], {
          pane: "atlas-signs", interactive: false, keyboard: false,
          icon: L.divIcon({ className: "atlas-town", html: "", iconSize: [0, 0] }),
        });
        towns.addLayer(marker);
        const element = marker.getElement();
        element.setAttribute("aria-hidden", "true");
        const dot = document.createElement("i");
        const name = document.createElement("b");
        name.textContent = town.name;
        name.dir = "auto";
        element.append(dot, name);
        marks.push({ marker, dot, name, width: widthOf(name) });
      }
    }

    /* A name stands on the side of its town where it is clear of other names, of events and of the signs of capitals;
     * where there is none it waits until the reader moves closer. A capital has its sign instead of a dot. */
    function placeNames() {
      const signs = on.signs().map((at) => boxAround(map.latLngToLayerPoint(at), SIGN_PIXELS / 2));
      const taken = [...signs, ...groups.map((one) => one.box)];
      for (const { marker, dot, name, width } of marks) {
        const at = map.latLngToLayerPoint(marker.getLatLng());
        const own = boxAround(at, 3);
        const sign = signs.find((one) => overlap(own, one));
        dot.hidden = Boolean(sign) && Math.hypot((sign[0] + sign[2]) / 2 - at.x, (sign[1] + sign[3]) / 2 - at.y) < 1;
        const others = taken.filter((one) => one !== sign);
        const [side, box] = sidesOf(at, width).find(([, one]) => !others.some((other) => overlap(one, other))) || [];
        name.hidden = !side;
        if (!side) continue;
        name.dataset.side = side;
        taken.push(box, own);
      }
    }

    /* Events nearer to each other than their marks are wide share a mark, which opens out when the reader moves closer. */
    function drawEvents() {
      events.clearLayers();
      groups = [];
      if (!wanted.includes("events")) return;
      for (const place of [...(content.events[period] || [])].sort((one, other) => other.ids.length - one.ids.length)) {
        const at = map.latLngToLayerPoint([place.at[1], place.at[0]]);
        const near = groups.find((one) => one.at.distanceTo(at) < EVENT_PIXELS);
        if (near) near.places.push(place);
        else groups.push({ at, places: [place], box: boxAround(L.point(at.x + EVENT_SHIFT, at.y - EVENT_SHIFT), EVENT_PIXELS / 2) });
      }
      groups.forEach(drawGroup);
    }

    /* The mark stands to the upper right of its place, whose own sign stays in sight. */
    function drawGroup(group) {
      const { places } = group;
      const ids = places.flatMap((one) => one.ids);
      const marker = L.marker([places[0].at[1], places[0].at[0]], {
        pane: "atlas-events", keyboard: false,
        icon: L.divIcon({ className: "atlas-event", html: "", iconSize: [EVENT_PIXELS, EVENT_PIXELS], iconAnchor: [EVENT_PIXELS / 2 - EVENT_SHIFT, EVENT_PIXELS / 2 + EVENT_SHIFT] }),
      });
      events.addLayer(marker);
      const element = marker.getElement();
      element.setAttribute("aria-hidden", "true");
      element.dataset.event = ids.join(" ");
      element.textContent = ids.length > 1 ? String(ids.length) : "!";
      element.classList.toggle("is-chosen", ids.includes(event));
      const lines = places.flatMap((one) => one.text.split("\n"));
      const text = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), "… +" + (lines.length - MOST_LINES)].join("\n") : lines.join("\n");
      group.tell = () => on.text(text, map.latLngToContainerPoint(marker.getLatLng()));
      marker.on("mouseover", group.tell);
      marker.on("mouseout", () => on.left());
      marker.on("click", (pressed) => {
        L.DomEvent.stopPropagation(pressed);
        if (new Set(places.map((one) => one.province)).size === 1) on.chosen(places[0].province);
        else {
          // Where fingers point, nothing leaves the mark before it comes apart.
          on.left();
          map.fitBounds(L.latLngBounds(places.map((one) => [one.at[1], one.at[0]])), { padding: [60, 60], maxZoom: map.getZoom() + 2 });
        }
      });
    }

    function place() {
      if (!content) return;
      drawEvents();
      placeNames();
    }

    map.on("zoomend viewreset resize", place);
    return { show };
  }

  const paper = document.createElement("canvas").getContext("2d");

  /* Measured without a place in the page, where a name that is not shown has no width. */
  function widthOf(name) {
    paper.font = getComputedStyle(name).font;
    return paper.measureText(name.textContent).width;
  }

  function boxAround(point, half) {
    return [point.x - half, point.y - half, point.x + half, point.y + half];
  }

  function overlap(one, other) {
    return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
  }

  function sidesOf({ x, y }, width) {
    const half = NAME_PIXELS / 2;
    return [
      ["right", [x + 6, y - half, x + 8 + width, y + half]],
      ["left", [x - 8 - width, y - half, x - 6, y + half]],
      ["below", [x - width / 2, y + 5, x + width / 2, y + 5 + NAME_PIXELS]],
      ["above", [x - width / 2, y - 5 - NAME_PIXELS, x + width / 2, y - 5]],
    ];
  }

  window.AtlasLayers = { create };
})();
