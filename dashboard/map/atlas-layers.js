/* What a map can show besides its provinces: towns with their names, the dated events of the period, the neighbours,
 * and the pictures of an online map.
 *
 * AtlasLayers.create(map, load, on) fetches what it shows when a layer is first switched on;
 * `basemap` (`address`, `credit`) is another host, which is asked for nothing before. `on` hears of a mark that is
 * pointed at (`text`, `point`), left, and chosen (`province`).
 */
(function () {
  "use strict";

  const LETTER_PIXELS = 6.4;
  const NAME_PIXELS = 15;
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

    async function show(layers, periodId) {
      wanted = layers || wanted;
      period = periodId || period;
      if (!wanted.length && !content) return;
      content = content || (await load());
      map.getContainer().classList.toggle("with-towns", wanted.includes("towns"));
      toggle(towns, "towns", drawTowns);
      toggle(events, "events", drawEvents);
      toggle(neighbours, "neighbours", drawNeighbours);
      showBasemap(wanted.includes("basemap"));
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

    function toggle(group, name, draw) {
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
        marks.push({ marker, name, width: town.name.length * LETTER_PIXELS });
      }
      placeNames();
    }

    /* A name stands beside its dot where it is clear of other names; the others come when the reader moves closer. */
    function placeNames() {
      const taken = [];
      for (const { marker, name, width } of marks) {
        const at = map.latLngToLayerPoint(marker.getLatLng());
        const box = [at.x, at.y - NAME_PIXELS / 2, at.x + width + 10, at.y + NAME_PIXELS / 2];
        name.hidden = taken.some((one) => box[0] < one[2] && one[0] < box[2] && box[1] < one[3] && one[1] < box[3]);
        if (!name.hidden) taken.push(box);
      }
    }

    function drawEvents() {
      for (const event of content.events[period] || []) {
        const marker = L.marker([event.at[1], event.at[0]], {
          pane: "atlas-events", keyboard: false,
          icon: L.divIcon({ className: "atlas-event", html: "", iconSize: [20, 20] }),
        });
        events.addLayer(marker);
        const element = marker.getElement();
        element.setAttribute("aria-hidden", "true");
        element.dataset.event = event.ids.join(" ");
        element.textContent = event.ids.length > 1 ? String(event.ids.length) : "!";
        marker.on("mouseover", () => on.text(event.text, map.latLngToContainerPoint(marker.getLatLng())));
        marker.on("mouseout", () => on.left());
        marker.on("click", (pressed) => { L.DomEvent.stopPropagation(pressed); on.chosen(event.province); });
      }
    }

    map.on("zoomend viewreset resize", placeNames);
    return { show };
  }

  window.AtlasLayers = { create };
})();
