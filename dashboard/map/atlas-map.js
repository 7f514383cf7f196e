/* The map of an atlas: provinces painted from calls, for every page that shows one.
 *
 * ControlAtlas.mount(map, config) draws on a Leaflet map. Geometry and calls of all periods arrive once; a move to
 * another period only changes attributes of the paths that are there. Several maps on one page know nothing of each other.
 * On the dashboard (`followSlider`) the script runs in a frame of the page's own origin: it watches the year slider of
 * the page and repaints before the server has answered.
 */
(function () {
  "use strict";

  const SVG_NAMESPACE = "http://www.w3.org/2000/svg";
  const WORLD_PADDING_DEGREES = 3;
  const CODE_LETTER_PIXELS = 8.6;
  const CODE_HEIGHT_PIXELS = 14;
  const CODE_SHIFTS = [0, 12, -12, 16, -16];
  const CAPITAL_PIXELS = 13;
  const NARROW_PIXELS = 480;
  const CARD_OFFSET_PIXELS = 14;
  const MANY_PROVINCES = 1000;
  const MOST_SIGNED = 250;
  const LEAST_SIGNED_PIXELS = 26;
  const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

  /* ---------- one map ---------- */

  function createAtlas(map, config, prefix, pending) {
    let atlas = null;

    /* ---------- mounting ---------- */

    async function mount() {
      prepareMap(map);
      const [geometry, calls] = await Promise.all([load(config.geometry), load(config.calls)]);
      atlas = {
        map, config, calls,
        geometries: geometry.geometries.map(() => null),
        geometrySource: unpack(geometry),
        period: null, chosen: null, focused: null, hovered: null, choices: 0,
        colouring: (calls.colourings || ["faction"])[0], pins: [], lit: null,
        shown: null,
      };
      createPanes(map);
      const most = Math.max(...atlas.geometrySource.map((one) => one.provinces.length));
      atlas.many = most > (config.manyProvinces || MANY_PROVINCES);
      const hooks = { hover, focus, key: onKey, choose: (entry) => choose(entry.id) };
      atlas.surface = atlas.many ? AtlasRaster.create(map, hooks, patterns(calls)) : AtlasPaths.create(map, prefix, hooks);
      atlas.outline = L.svg({ pane: "atlas-lines", padding: 0.5 }).addTo(map);
      atlas.marks = L.svg({ pane: "atlas-marks", padding: 0.5 }).addTo(map);
      atlas.pockets = L.svg({ pane: "atlas-pockets", padding: 0.5 }).addTo(map);
      // Provinces have names and the panel tells the rest in words: nobody has to listen to lines, dots and codes.
      for (const drawn of [atlas.outline._container, atlas.marks._container, atlas.pockets._container, map.getPane("atlas-signs")]) {
        drawn.setAttribute("aria-hidden", "true");
      }
      atlas.pocketGroup = L.layerGroup().addTo(map);
      addPatterns(atlas.outline._container, Object.values(calls.looks).map(own).join(""));
      atlas.card = addCard(map.getContainer());
      atlas.mark = { chosen: emphasis("atlas-chosen"), focused: emphasis("atlas-focused") };
      atlas.layers = config.layers && window.AtlasLayers.create(map, () => load(config.layers), { text: showText, left: hideCard, chosen: choose, signs: capitals }, config.basemap);
      fit(map, geometry.bounds);
      await atlas.surface.prepare();
      map.on(atlas.many ? "moveend viewreset resize" : "zoomend viewreset resize", placeSigns);
      const wanted = Object.assign({ period: calls.periods[0].id }, config.state, pending);
      apply(wanted);
      follow();
      listenToLegends(document);
      map.getContainer().dataset.ready = "true";
      const page = pageAround();
      if (page) page.dispatchEvent(new CustomEvent("atlas:drawn"));
    }

    /* Patterns are found by their ids, which belong to the whole document: those of another map have a prefix. */
    function own(markup) {
      return prefix ? markup.replace(/(<pattern id="|url\(#)/g, "$1" + prefix) : markup;
    }

    /* ---------- one set of provinces ---------- */

    function geometryOf(period) {
      const number = period.geometry;
      if (!atlas.geometries[number]) atlas.geometries[number] = buildGeometry(atlas.geometrySource[number], atlas.calls.provinces[number]);
      return atlas.geometries[number];
    }

    function buildGeometry(source, named) {
      const places = new Map(named.map(([id], place) => [id, place]));
      const provinces = new Map();
      for (const province of source.provinces) {
        const place = places.get(province.id);
        const [, name, capitalName] = named[place];
        const entry = {
          id: province.id, place, name, capitalName, capital: province.capital,
          polygons: province.polygons.map((rings) => rings.map(toLatLngs)),
          at: L.latLng(province.label[1], province.label[0]),
          label: () => label(atlas.calls, atlas.period, named[place], entry.shown),
        };
        provinces.set(entry.id, entry);
      }
      const group = L.layerGroup();
      const fills = atlas.surface.build([...provinces.values()]);
      const lines = source.lines.map((line) => ({ kind: line.kind, paths: line.paths.map(toLatLngs) }));
      if (atlas.many) atlas.surface.lines(fills, lines);
      else {
        for (const line of lines) {
          for (const kind of ["atlas-line-halo", "atlas-line"]) {
            group.addLayer(L.polyline(line.paths, {
              renderer: atlas.outline, smoothFactor: 0, noClip: true, interactive: false, className: kind + " is-" + line.kind,
            }));
          }
        }
        for (const entry of provinces.values()) addSigns(entry, group);
      }
      group.addLayer(fills);
      return { group, provinces };
    }

    function addSigns(entry, group) {
      if (!entry.code) entry.code = sign(entry.at, "atlas-code");
      if (entry.capital && !entry.capitalSign) entry.capitalSign = sign(L.latLng(entry.capital.at[1], entry.capital.at[0]), "atlas-capital");
      for (const one of [entry.code, entry.capitalSign]) if (one) group.addLayer(one);
    }

    function emphasis(className) {
      return L.polygon([], { renderer: atlas.marks, fill: false, interactive: false, smoothFactor: 0, noClip: true, className }).addTo(atlas.map);
    }

    function emphasise(mark, entry) {
      mark.setLatLngs(entry ? entry.polygons : []);
    }

    /* ---------- painting a period ---------- */

    function apply(next) {
      const recoloured = next.colouring && next.colouring !== atlas.colouring;
      if (recoloured) atlas.colouring = next.colouring;
      if (next.pins) atlas.pins = next.pins;
      if (next.period && next.period !== atlas.period) paint(next.period);
      else if (recoloured) paint(atlas.period);
      if (next.pins) dim();
      if ("province" in next) markChosen(next.province);
      if (next.layers && atlas.layers) atlas.layers.show(next.layers, atlas.period, next.event);
    }

    function callIn(periodId, entry) {
      const period = atlas.calls.periods.find((one) => one.id === periodId);
      const named = period && atlas.calls.provinces[period.geometry];
      if (!named) return null;
      // The same province can stand elsewhere in the list of other outlines.
      const same = named[entry.place] && named[entry.place][0] === entry.id;
      const place = same ? entry.place : named.findIndex(([id]) => id === entry.id);
      return atlas.calls.states[atlas.calls.calls[periodId][place]] || null;
    }

    function paint(periodId) {
      const period = atlas.calls.periods.find((one) => one.id === periodId);
      if (!period) return;
      const geometry = geometryOf(period);
      const numbers = atlas.calls.calls[period.id];
      const provinces = [...geometry.provinces.values()];
      for (const entry of provinces) {
        entry.call = atlas.calls.states[numbers[entry.place]];
        entry.shown = entry.call.shown[atlas.colouring];
      }
      atlas.period = period.id;
      if (atlas.shown !== geometry) {
        if (atlas.shown) atlas.shown.group.remove();
        geometry.group.addTo(atlas.map);
        atlas.shown = geometry;
      }
      atlas.surface.container.setAttribute("aria-label", period.mapLabel);
      atlas.surface.paint(provinces);
      paintPockets(atlas.calls.pockets[period.id]);
      placeSigns();
      dim();
      markChosen(atlas.chosen);
      // A province that is pointed at may not be there any more.
      if (atlas.hovered) atlas.hovered = geometry.provinces.get(atlas.hovered.id) || null;
      if (atlas.hovered) showCard(atlas.hovered, null);
      else hideCard();
      if (atlas.layers) atlas.layers.show(null, atlas.period);
      const container = atlas.map.getContainer();
      container.dataset.period = period.id;
      container.dataset.colouring = atlas.colouring;
    }

    function paintPockets(pockets) {
      atlas.pocketGroup.clearLayers();
      for (const pocket of pockets) {
        const size = atlas.map.getSize().x < NARROW_PIXELS ? 2.8 : 4.2;
        for (const [radius, className] of [[size + 1.2, "atlas-pocket-halo"], [size, "atlas-pocket"]]) {
          const dot = L.circleMarker([pocket.at[1], pocket.at[0]], { renderer: atlas.pockets, radius, className, stroke: true, fillOpacity: 1, fillColor: pocket.fill });
          dot.on("mouseover mousemove", (event) => showText(pocket.text, event.containerPoint));
          dot.on("mouseout", hideCard);
          dot.on("click", (event) => { L.DomEvent.stopPropagation(event); choose(pocket.province); });
          atlas.pocketGroup.addLayer(dot);
          dot._path.dataset.keys = atlas.colouring === "faction" ? pocket.faction : "";
        }
      }
    }

    function paintSigns(entry) {
      const { call, shown } = entry;
      const keys = shown.keys.join(" ");
      const code = entry.code.getElement();
      if (code.textContent !== shown.code) code.textContent = shown.code;
      code.dataset.keys = keys;
      if (!entry.capitalSign) return;
      const capital = entry.capitalSign.getElement();
      if (capital.dataset.sign !== call.capital.sign) capital.innerHTML = atlas.calls.capitalSigns[call.capital.sign];
      capital.dataset.sign = call.capital.sign;
      capital.dataset.capital = call.capital.status;
      capital.dataset.changedHands = call.capital.changedHands;
      capital.dataset.keys = keys;
    }

    /* ---------- the legend: what is lit up or pinned stays, everything else is dimmed ---------- */

    function dim() {
      const wanted = atlas.lit ? [atlas.lit] : atlas.pins;
      const container = atlas.map.getContainer();
      container.classList.toggle("is-dimmed", wanted.length > 0);
      atlas.surface.dim(wanted);
      for (const one of container.querySelectorAll("[data-keys]")) {
        const keys = one.dataset.keys.split(" ");
        one.classList.toggle("is-lit", wanted.some((key) => keys.includes(key)));
      }
    }

    function light(key) {
      if (atlas.lit === key) return;
      atlas.lit = key;
      dim();
    }

    function pin(pins) {
      atlas.pins = pins;
      dim();
    }

    function listenToLegends(around) {
      const entryOf = (target) => target.closest && target.closest(".atlas-legend [data-key]");
      const over = (event) => { const entry = entryOf(event.target); light(entry ? entry.dataset.key : null); };
      const out = (event) => { if (entryOf(event.target) && !(event.relatedTarget && entryOf(event.relatedTarget))) light(null); };
      listen(around, "pointerover", over);
      listen(around, "focusin", over);
      listen(around, "pointerout", out);
      listen(around, "focusout", out);
      listen(around, "click", (event) => {
        const entry = entryOf(event.target);
        const button = entry && event.target.closest("button");
        if (!button) return;
        const key = entry.dataset.key;
        press(atlas.pins.includes(key) ? atlas.pins.filter((one) => one !== key) : [...atlas.pins, key]);
      });
      listen(around, "keydown", (event) => {
        if (event.key !== "Escape" || !entryOf(event.target) || !atlas.pins.length) return;
        press([]);
        tell({ pins: [] });
      });
      function press(pins) {
        pin(pins);
        for (const other of around.querySelectorAll(".atlas-legend [data-key] > button")) {
          other.setAttribute("aria-pressed", String(pins.includes(other.parentElement.dataset.key)));
        }
      }
    }

    /* The page outlives the frame: what was listened to in it ends with the frame. */
    function listen(target, name, listener) {
      target.addEventListener(name, listener);
      if (target !== document) window.addEventListener("pagehide", () => target.removeEventListener(name, listener));
    }

    /* The provinces whose code and capital are drawn: of very many those that are seen and large enough. */
    function signed() {
      const all = [...atlas.shown.provinces.values()];
      if (!atlas.many) return all;
      const view = atlas.map.getBounds();
      const large = all.filter((one) => {
        const size = atlas.surface.size(one);
        return size.width >= LEAST_SIGNED_PIXELS && size.height >= LEAST_SIGNED_PIXELS && view.contains(one.at);
      });
      const wanted = large.length > MOST_SIGNED ? [] : large;
      atlas.signGroup = atlas.signGroup || L.layerGroup().addTo(atlas.map);
      atlas.signGroup.clearLayers();
      for (const entry of wanted) addSigns(entry, atlas.signGroup);
      return wanted;
    }

    /* Where the signs of capitals stand. */
    function capitals() {
      const signs = [...atlas.shown.provinces.values()].map((one) => one.capitalSign);
      return signs.filter((one) => one && map.hasLayer(one)).map((one) => one.getLatLng());
    }

    /* Codes stand where they fit, clear of the signs of capitals and of each other; the larger province comes first. */
    function placeSigns() {
      if (!atlas || !atlas.shown) return;
      const map = atlas.map;
      const entries = signed();
      const sized = entries.map((entry) => ({ entry, box: atlas.surface.size(entry) }));
      for (const entry of entries) paintSigns(entry);
      const taken = entries.filter((one) => one.capital).map((one) => around(map.latLngToLayerPoint(one.capitalSign.getLatLng()), CAPITAL_PIXELS, CAPITAL_PIXELS));
      sized.sort((one, other) => other.box.width * other.box.height - one.box.width * one.box.height);
      for (const { entry, box } of sized) {
        const element = entry.code.getElement();
        const code = entry.shown.code;
        const width = CODE_LETTER_PIXELS * code.length;
        const fits = code && box.width >= width * 1.35 && box.height >= 26;
        const at = map.latLngToLayerPoint(entry.at);
        const shift = fits ? CODE_SHIFTS.find((one) => !taken.some((other) => overlap(around(L.point(at.x, at.y + one), width, CODE_HEIGHT_PIXELS), other))) : undefined;
        element.hidden = shift === undefined;
        if (shift === undefined) continue;
        taken.push(around(L.point(at.x, at.y + shift), width, CODE_HEIGHT_PIXELS));
        element.style.setProperty("--shift", shift + "px");
      }
      if (atlas.many) dim();
    }

    /* ---------- choosing ---------- */

    function choose(id) {
      const next = id === atlas.chosen ? null : id;
      markChosen(next);
      const message = tell({ province: next });
      atlas.map.getContainer().dispatchEvent(new CustomEvent("atlas:choose", { bubbles: true, detail: message }));
    }

    /* The server hears of each choice, even if the same is chosen again. */
    function tell(chosen) {
      atlas.choices += 1;
      const message = Object.assign({ choice: atlas.choices }, chosen);
      if (window.Streamlit && window.parent !== window) window.Streamlit.setComponentValue(message);
      return message;
    }

    function markChosen(id) {
      atlas.chosen = id || null;
      if (!atlas.shown) return;
      const chosen = atlas.shown.provinces.get(atlas.chosen) || null;
      emphasise(atlas.mark.chosen, chosen);
      rove();
      atlas.surface.press([...atlas.shown.provinces.values()], chosen);
    }

    /* ---------- keyboard: one stop for Tab, arrows within ---------- */

    function rove() {
      const provinces = [...atlas.shown.provinces.values()];
      const stop = provinces.find((one) => one.id === (atlas.focused || atlas.chosen)) || provinces[0];
      atlas.surface.rove(provinces, stop);
    }

    function onKey(event, entry) {
      const provinces = [...atlas.shown.provinces.values()];
      let next = null;
      if (event.key === "Enter" || event.key === " ") choose(entry.id);
      else if (event.key === "Escape") { if (atlas.chosen) choose(atlas.chosen); }
      else if (event.key === "+" || event.key === "=") atlas.map.zoomIn();
      else if (event.key === "-") atlas.map.zoomOut();
      else if (event.key === "Home") next = provinces[0];
      else if (event.key === "End") next = provinces[provinces.length - 1];
      else if (ARROWS[event.key]) next = neighbour(entry, ARROWS[event.key], provinces);
      else return;
      event.preventDefault();
      event.stopPropagation();
      if (next) atlas.surface.focus(next);
    }

    /* The nearest province within 60 degrees of the direction of the arrow. */
    function neighbour(from, [dx, dy], provinces) {
      const start = atlas.map.latLngToLayerPoint(from.at);
      let best = null;
      for (const entry of provinces) {
        if (entry === from) continue;
        const way = atlas.map.latLngToLayerPoint(entry.at).subtract(start);
        const length = Math.hypot(way.x, way.y);
        const along = (way.x * dx + way.y * dy) / length;
        const cost = length * (2 - along);
        if (along > 0.5 && (!best || cost < best.cost)) best = { entry, cost };
      }
      return best && best.entry;
    }

    function focus(entry, visible) {
      if (entry) {
        atlas.focused = entry.id;
        rove();
      }
      emphasise(atlas.mark.focused, visible ? entry : null);
      if (visible) {
        if (!atlas.map.getBounds().contains(entry.at)) atlas.map.panTo(entry.at, { animate: false });
        showCard(entry, atlas.map.latLngToContainerPoint(entry.at));
      } else if (!atlas.hovered) hideCard();
    }

    /* ---------- the hover card ---------- */

    function hover(entry, point) {
      atlas.hovered = entry;
      if (entry) showCard(entry, point);
      else hideCard();
    }

    function hideCard() {
      atlas.card.hidden = true;
    }

    function showCard(entry, point) {
      const card = atlas.card;
      const key = [atlas.period, atlas.colouring, entry.id].join(" ");
      if (card.dataset.key !== key) {
        card.innerHTML = atlas.calls.card;
        fillCard(card, entry);
        card.dataset.key = key;
      }
      placeCard(point);
    }

    /* The card is one for all provinces; swatches and its first line follow what the fill means. */
    function fillCard(card, entry) {
      const period = atlas.calls.periods.find((one) => one.id === atlas.period);
      const named = (text) => filled(text, { capital: entry.capitalName });
      const texts = { province: entry.name, period: period.label, lead: named(entry.shown.lead) };
      for (const part of card.querySelectorAll("[data-part]")) {
        if (part.dataset.part in texts) part.textContent = texts[part.dataset.part];
        else part.replaceChildren(...entry.call.card.map(named).map((line) => Object.assign(document.createElement("p"), { textContent: line })));
      }
      for (const item of card.querySelectorAll("[data-period]")) item.dataset.current = String(item.dataset.period === atlas.period);
      for (const rectangle of card.querySelectorAll("[data-strip]")) {
        const call = callIn(rectangle.dataset.strip || atlas.period, entry);
        if (call) rectangle.setAttribute("fill", "url(#" + prefix + call.shown[atlas.colouring].look + ")");
        else rectangle.closest("li").remove();
      }
    }

    function showText(text, point) {
      atlas.card.replaceChildren(...text.split("\n").map((line) => Object.assign(document.createElement("p"), { textContent: line })));
      atlas.card.dataset.key = "";
      placeCard(point);
    }

    function placeCard(point) {
      const card = atlas.card;
      card.hidden = false;
      if (!point) return;
      const size = atlas.map.getSize();
      const left = point.x + CARD_OFFSET_PIXELS + card.offsetWidth > size.x
        ? point.x - CARD_OFFSET_PIXELS - card.offsetWidth
        : point.x + CARD_OFFSET_PIXELS;
      const top = Math.min(point.y + CARD_OFFSET_PIXELS, size.y - card.offsetHeight - 4);
      card.style.transform = "translate(" + Math.max(4, left) + "px," + Math.max(4, top) + "px)";
    }

    /* ---------- the page around the frame ---------- */

    function follow() {
      const page = pageAround();
      if (!page) return followScheme();
      if (config.frameTitle) {
        window.frameElement.title = config.frameTitle;
        document.title = config.frameTitle;
      }
      followTheme(page);
      listenToLegends(page);
      if (config.followSlider) {
        followSlider(page);
        followPlay(page);
      }
    }

    function followSlider(page) {
      let last = sliderPeriod(page);
      const look = () => {
        const period = sliderPeriod(page);
        if (period === last && player.playing()) return;
        last = period;
        player.stop(false);
        if (period && period !== atlas.period) paint(period);
      };
      new MutationObserver(look).observe(page.body, { subtree: true, attributes: true, attributeFilter: ["aria-valuetext"] });
      look();
    }

    function sliderPeriod(page) {
      for (const slider of page.querySelectorAll('input[type="range"][aria-valuetext]')) {
        const text = slider.getAttribute("aria-valuetext");
        const period = atlas.calls.periods.find((one) => one.label === text);
        if (period) return period.id;
      }
      return null;
    }

    /* What the server says. A year that the reader has left already is not painted again. */
    function show(next) {
      if (!atlas) {
        pending = next;
        return;
      }
      const agreed = Object.assign({}, next);
      const page = config.followSlider && pageAround();
      const current = page && sliderPeriod(page);
      if ((current && current !== next.period) || player.playing()) delete agreed.period;
      apply(agreed);
    }

    /* ---------- playing ---------- */

    const player = window.AtlasPlayer.create({
      count: () => atlas.calls.periods.length,
      current: () => atlas.calls.periods.findIndex((one) => one.id === atlas.period),
      show: (number) => {
        paint(atlas.calls.periods[number].id);
        mark();
      },
      stopped: () => {
        mark();
        tell({ period: atlas.period });
      },
      changed: mark,
    });

    /* While it plays, the map and the ticks of the slider say which period is seen; the slider comes after. */
    function mark() {
      const container = atlas.map.getContainer();
      const period = atlas.calls.periods.find((one) => one.id === atlas.period);
      container.dataset.playing = player.playing() ? period.label : "";
      const page = pageAround();
      if (!page) return;
      for (const tick of page.querySelectorAll(".atlas-ticks [data-tick]")) {
        tick.classList.toggle("is-current", player.playing() && tick.dataset.tick === atlas.period);
      }
      for (const button of page.querySelectorAll("[data-atlas-play]")) window.AtlasPlayer.name(button, player.playing());
    }

    function followPlay(page) {
      listen(page, "click", (event) => {
        const button = event.target.closest && event.target.closest("[data-atlas-play]");
        if (!button) return;
        const bar = button.closest(".atlas-play");
        player.press({
          speed: Number(bar.querySelector("[data-atlas-speed]").value),
          loop: bar.querySelector("[data-atlas-loop]").checked,
        });
      });
      mark();
    }

    return { mount, show, step: () => player.step() };
  }

  /* ---------- what belongs to no map ---------- */

  function load(source) {
    if (typeof source !== "string") return Promise.resolve(source);
    return fetch(source).then(function (answer) {
      if (!answer.ok) throw new Error(source + ": " + answer.status);
      return answer.json();
    });
  }

  function toLatLngs(ring) {
    return ring.map(([longitude, latitude]) => [latitude, longitude]);
  }

  /* Packed paths are encoded polylines, longitude first: differences of whole numbers, five bits a letter. */
  function unpackPath(text, scale) {
    const numbers = [];
    let [value, shift] = [0, 0];
    for (const letter of text) {
      const chunk = letter.charCodeAt(0) - 63;
      value |= (chunk & 31) << shift;
      shift += 5;
      if (chunk < 32) {
        numbers.push(value & 1 ? ~(value >> 1) : value >> 1);
        [value, shift] = [0, 0];
      }
    }
    const points = [];
    let [x, y] = [0, 0];
    for (let at = 0; at < numbers.length; at += 2) {
      x += numbers[at];
      y += numbers[at + 1];
      points.push([x / scale, y / scale]);
    }
    return points;
  }

  /* Paths are lists of numbers of arcs; a negative one is run through from its end. The next begins where one ends. */
  function unpack(geometry) {
    const arcs = geometry.arcs.map((arc) => unpackPath(arc, geometry.scale));
    const arcOf = (number) => (number < 0 ? [...arcs[-number - 1]].reverse() : arcs[number]);
    const path = (numbers) => numbers.flatMap((number, place) => (place ? arcOf(number).slice(1) : arcOf(number)));
    return geometry.geometries.map(({ provinces, lines }) => ({
      provinces: provinces.map((one) => ({ ...one, polygons: one.polygons.map((rings) => rings.map(path)) })),
      lines: lines.map((one) => ({ ...one, paths: one.paths.map(path) })),
    }));
  }

  /* The pattern of each look that is shown; a page that needs them elsewhere has them in itself already. */
  function patterns(calls) {
    const looks = new Set(calls.states.flatMap((state) => Object.values(state.shown).map((one) => one.look)));
    return Object.fromEntries([...looks].map((look) => [look, calls.looks[look] || document.getElementById(look).outerHTML]));
  }

  /* Words with names in them: `{capital}` and the like stand for what is given. */
  function filled(text, given) {
    return text.replace(/\{(\w+)\}/g, (all, name) => (name in given ? given[name] : all));
  }

  /* The accessible name of a province. */
  function label(calls, period, [, province, capital], shown) {
    const known = typeof period === "string" ? calls.periods.find((one) => one.id === period) : period;
    return filled(calls.label, { province, period: known.label, what: filled(shown.what, { capital }) });
  }

  function around(point, width, height) {
    return { left: point.x - width / 2, right: point.x + width / 2, top: point.y - height / 2, bottom: point.y + height / 2 };
  }

  function overlap(one, other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  }

  function luminance(colour) {
    const [red, green, blue] = (colour.match(/[\d.]+/g) || ["255", "255", "255"]).map(Number);
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  }

  function prepareMap(map) {
    const container = map.getContainer();
    container.classList.add("atlas-map");
    map.attributionControl && map.attributionControl.setPrefix(false);
    map.scrollWheelZoom.disable();
    container.addEventListener("click", () => map.scrollWheelZoom.enable());
    container.addEventListener("mouseleave", () => map.scrollWheelZoom.disable());
    new ResizeObserver(() => { if (hasRoom(container)) map.invalidateSize({ animate: false }); }).observe(container);
  }

  /* On a narrow map the credit line takes two lines across the whole width: the provinces stay clear of it. */
  function creditHeight(map) {
    return map.attributionControl && map.getSize().x < NARROW_PIXELS ? map.attributionControl.getContainer().offsetHeight : 0;
  }

  /* A map that is not displayed, as while the page is printed, has no room that anything could be fitted into. */
  function hasRoom(container) {
    return container.clientWidth > 0 && container.clientHeight > 0;
  }

  function createPanes(map) {
    const panes = [["atlas-basemap", 200, false], ["atlas-neighbours", 300, false], ["atlas-fills", 400, true], ["atlas-lines", 410, false], ["atlas-marks", 420, false], ["atlas-pockets", 430, true], ["atlas-signs", 620, false], ["atlas-events", 630, true]];
    for (const [name, zIndex, interactive] of panes) {
      const pane = map.createPane(name);
      pane.style.zIndex = zIndex;
      if (!interactive) pane.style.pointerEvents = "none";
    }
  }

  function fit(map, [[south, west], [north, east]]) {
    const bounds = L.latLngBounds([south, west], [north, east]);
    const limits = bounds.pad(WORLD_PADDING_DEGREES / (north - south));
    // A map that is held within limits starts an animation back into them while it is resized, which would carry on
    // after the fit: it is let go, stopped, fitted, and held again within what it then shows.
    const toBounds = () => {
      if (!hasRoom(map.getContainer())) return;
      map.setMaxBounds(null);
      map.stop();
      map.setMinZoom(0);
      map.fitBounds(bounds, { paddingTopLeft: [6, 6], paddingBottomRight: [6, 6 + creditHeight(map)], animate: false });
      map.setMinZoom(map.getZoom() - 0.5);
      map.setMaxBounds(L.latLngBounds(limits.getSouthWest(), limits.getNorthEast()).extend(map.getBounds()));
    };
    toBounds();
    let untouched = true;
    map.on("dragstart zoomstart", (event) => { if (event.originalEvent || event.type === "dragstart") untouched = false; });
    map.getContainer().addEventListener("pointerdown", () => { untouched = false; });
    map.on("resize", () => { if (untouched) toBounds(); });
  }

  function sign(at, className) {
    return L.marker(at, {
      pane: "atlas-signs", interactive: false, keyboard: false,
      icon: L.divIcon({ className, html: "", iconSize: [0, 0] }),
    });
  }

  function addCard(container) {
    const card = document.createElement("div");
    card.className = "atlas-card";
    card.hidden = true;
    card.setAttribute("aria-hidden", "true");
    container.appendChild(card);
    return card;
  }

  function addPatterns(svg, patterns) {
    const definitions = document.createElementNS(SVG_NAMESPACE, "defs");
    definitions.innerHTML = patterns;
    svg.insertBefore(definitions, svg.firstChild);
  }

  /* The document that holds the frame of this one, if there is one that may be read. */
  function pageAround() {
    try {
      return window.parent !== window && window.frameElement ? window.parent.document : null;
    } catch (error) {
      return null; // A page of another origin: nothing to follow, the server's answers still arrive.
    }
  }

  /* A page of its own is light or dark as the reader's system; a frame that knows nothing of its page stays light. */
  function followScheme() {
    if (window.parent !== window) return;
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const adopt = () => { document.documentElement.dataset.theme = dark.matches ? "dark" : "light"; };
    adopt();
    dark.addEventListener("change", adopt);
  }

  function followTheme(page) {
    const adopt = () => {
      const look = window.parent.getComputedStyle(page.querySelector(".stApp") || groundBelow(window.frameElement));
      const root = document.documentElement;
      const ground = look.backgroundColor === "rgba(0, 0, 0, 0)" ? "rgb(255, 255, 255)" : look.backgroundColor;
      root.style.setProperty("--atlas-ground", ground);
      root.style.setProperty("--atlas-ink", look.color);
      root.style.setProperty("--atlas-font", look.fontFamily);
      root.style.colorScheme = look.colorScheme;
      root.dataset.theme = luminance(ground) < 0.4 ? "dark" : "light";
    };
    adopt();
    window.addEventListener("message", (event) => {
      if (event.source === window.parent && event.data && event.data.type === "streamlit:render") requestAnimationFrame(adopt);
    });
  }

  /* The nearest element around the frame that is not see-through. */
  function groundBelow(frame) {
    let one = frame.parentElement;
    const clear = (element) => /^(transparent|rgba\(.*, 0\))$/.test(window.parent.getComputedStyle(element).backgroundColor);
    while (one && clear(one)) one = one.parentElement;
    return one || frame.ownerDocument.documentElement;
  }

  /* Every map of the page by its container; the newest is the one that the server speaks of. */
  const maps = new Map();
  let newest = null;
  let waiting = null;

  async function mount(map, config) {
    const one = createAtlas(map, config, maps.size ? "map" + maps.size + "-" : "", waiting);
    waiting = null;
    maps.set(map.getContainer(), one);
    newest = one;
    await one.mount();
    return one;
  }

  function show(next) {
    if (newest) newest.show(next);
    else waiting = next;
  }

  window.ControlAtlas = { mount, show, label, maps };
})();
