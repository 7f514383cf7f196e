/* The map of an atlas: provinces painted from calls, for every page that shows one.
 *
 * ControlAtlas.mount(map, config) draws on a Leaflet map. Geometry and calls of all periods arrive once; a move to
 * another period only changes attributes of the paths that are there. Several maps on one page know nothing of each other.
 * On the dashboard (`followPage`) the script runs in a frame of the page's own origin: it follows the choice that the
 * page's own script keeps, and paints before the server has heard of it.
 */
(function () {
  "use strict";

  const SVG_NAMESPACE = "http://www.w3.org/2000/svg";
  const MOST_SIGNED = 250;
  const LEAST_SIGNED_PIXELS = 26;
  const MOST_RUNS = 7;
  const LONGEST_WAIT_MILLISECONDS = 3000;
  const { load, unpack, toLatLngs } = window.AtlasGeometry;
  const { display } = window.AtlasElements;

  /* ---------- one map ---------- */

  function createAtlas(map, config, prefix, pending) {
    let atlas = null;
    const coming = new Map();
    const loaded = [];

    /* ---------- mounting ---------- */

    async function mount() {
      const around = window.AtlasSurroundings.page();
      if (around && config.frameTitle) {
        window.frameElement.title = document.title = config.frameTitle;
        document.documentElement.lang = around.documentElement.lang;
      }
      if (!config.keepView) window.AtlasStage.prepare(map);
      map.getContainer().classList.add("atlas-map");
      map.on("movestart moveend", ({ type }) => map.getContainer().classList.toggle("is-moving", type === "movestart"));
      const read = hub() ? hub().wanted() : { reading: "", colour: "" };
      const [geometry, calls] = await Promise.all([load(config.geometry), loadCalls(read), styled(map.getContainer())]);
      if (!config.keepView) window.AtlasStage.lay(map, geometry.flat, calls.scale);
      atlas = {
        map, config, calls, read: { reading: read.reading, colour: colouringIn(calls, read.colour) },
        geometries: geometry.geometries.map(() => null),
        geometrySource: unpack(geometry),
        period: null, chosen: null, focused: null, hovered: null, choices: 0,
        colouring: colouringIn(calls, read.colour), wanted: null,
        shown: null, seen: null, defined: new Set(),
      };
      window.AtlasStage.createPanes(map);
      atlas.many = calls.many;
      const hooks = { hover, focus, key: (event, entry) => atlas.keyboard.press(event, entry), choose: met };
      atlas.surface = atlas.many ? AtlasRaster.create(map, hooks, patterns(calls)) : AtlasPaths.create(map, fillOf, hooks);
      atlas.keyboard = window.AtlasKeyboard.create(map, atlas.surface, {
        provinces: shownProvinces, choose: (entry) => choose(entry.id), leave: () => { if (atlas.chosen) choose(atlas.chosen); },
      });
      atlas.legend = window.AtlasLegend.create(map, atlas.surface, tell);
      atlas.outline = L.svg({ pane: "atlas-lines", padding: 0.5 }).addTo(map);
      atlas.marks = L.svg({ pane: "atlas-marks", padding: 0.5 }).addTo(map);
      atlas.card = window.AtlasCard.create(map);
      atlas.signs = window.AtlasSigns.create(map, atlas.surface, calls.capitalSigns, prefix);
      atlas.areas = window.AtlasAreas.create(map, fillOf, {
        text: atlas.card.text, left: atlas.card.hide, choose: open, key: keyOnArea, focus: (area) => emphasise(atlas.mark.focused, area ? [area] : []),
      });
      atlas.areas.take(calls);
      // Provinces have names and the panel tells the rest in words: nobody has to listen to lines, dots and codes.
      for (const drawn of [atlas.outline, atlas.marks]) drawn._container.setAttribute("aria-hidden", "true");
      atlas.definitions = document.createElementNS(SVG_NAMESPACE, "defs");
      atlas.outline._container.prepend(atlas.definitions);
      atlas.mark = { differs: emphasis("atlas-differs"), chosen: emphasis("atlas-chosen"), focused: emphasis("atlas-focused") };
      if (!config.keepView) window.AtlasStage.fit(map, geometry.bounds);
      map.on("click", (event) => {
        if (event.originalEvent.pointerType !== "touch" || atlas.many) return;
        const near = window.AtlasTouch.beside(map, shownProvinces(), event.containerPoint);
        if (near) choose(near.id);
      });
      map.on("moveend viewreset resize", placeSignsAgain);
      const wanted = Object.assign({}, config.state, pending, hub() && chosenOnPage(hub().choice()));
      // The page may still speak of another atlas.
      if (!calls.periods.some((one) => one.id === wanted.period)) wanted.period = calls.periods[0].id;
      apply(wanted);
      await atlas.seen;
      follow();
      map.getContainer().dataset.ready = "true";
      const page = window.AtlasSurroundings.page();
      if (page) page.dispatchEvent(new CustomEvent("atlas:drawn"));
    }

    /* ---------- another reading ---------- */

    /* Calls come for one reading and one or several colourings. The server is asked once for what is not there, and again
     * only for what could not be had. */
    function loadCalls(read) {
      const asked = hub() ? hub().query(read) : "";
      if (coming.has(asked)) return coming.get(asked);
      const answer = load(asked ? config.calls + "?" + asked : config.calls);
      coming.set(asked, answer);
      answer.then((calls) => loaded.push({ ...read, calls }), () => coming.delete(asked));
      if (hub()) hub().waitFor(answer);
      return answer;
    }

    function callsThere(read) {
      const there = loaded.find((one) => one.reading === read.reading && (one.colour === read.colour || one.calls.colourings.includes(read.colour)));
      return there && there.calls;
    }

    function colouringIn(calls, wanted) {
      return calls.colourings.includes(wanted) ? wanted : calls.colourings[0];
    }

    /* Only the calls are other ones: shapes, lines and names stay. Until they have come the map goes on as it is. */
    async function readAs(read) {
      const last = atlas.wanted || atlas.read;
      if (read.reading === last.reading && read.colour === last.colour) return;
      atlas.wanted = read;
      const calls = callsThere(read) || (await loadCalls(read).catch(() => null));
      if (atlas.wanted !== read) return;
      atlas.wanted = null;
      if (!calls) return;
      const others = calls !== atlas.calls;
      Object.assign(atlas, { calls, read, colouring: colouringIn(calls, read.colour) });
      if (others) {
        if (atlas.surface.learn) atlas.surface.learn(patterns(calls));
        atlas.areas.take(calls);
        atlas.signs.forget();
        atlas.card.forget();
      }
      paint(atlas.period);
      await atlas.seen;
      if (atlas.read === read) container().dataset.reading = read.reading;
    }

    function container() {
      return atlas.map.getContainer();
    }

    function differs(entry, period) {
      const { calls } = atlas;
      return (calls.differs && calls.differs[period] && calls.differs[period][entry.id]) || null;
    }

    /* The pattern of a look is defined when it is first needed. Its id belongs to the whole document: those of another
     * map have a prefix. A page may have patterns in itself already. */
    function fillOf(look) {
      const markup = atlas.calls.looks[look];
      if (markup && !atlas.defined.has(look)) {
        atlas.defined.add(look);
        atlas.definitions.insertAdjacentHTML("beforeend", prefix ? markup.replace(/(<pattern id="|url\(#)/g, "$1" + prefix) : markup);
      }
      return "url(#" + prefix + look + ")";
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
          label: () => labelOf(entry, named[place]),
        };
        provinces.set(entry.id, entry);
      }
      const group = L.layerGroup();
      const fills = atlas.surface.build([...provinces.values()]);
      const lines = source.lines.map((line) => ({ ...line, paths: line.paths.map(toLatLngs) }));
      const passing = [];
      if (atlas.many) atlas.surface.lines(fills, lines);
      else {
        for (const line of lines.sort((one, other) => Boolean(one.periods) - Boolean(other.periods))) {
          const drawn = ["atlas-line-halo", "atlas-line"].map((kind) => L.polyline(line.paths, {
            renderer: atlas.outline, smoothFactor: 0, noClip: true, interactive: false, className: kind + " is-" + line.kind,
          }));
          for (const one of drawn) group.addLayer(one);
          if (line.periods) passing.push({ periods: line.periods, drawn });
        }
      }
      group.addLayer(fills);
      return { group, provinces, passing };
    }

    /* Of each period and colouring it is put together once. */
    function labelOf(entry, named) {
      if (entry.labelled !== atlas.calls) [entry.labelled, entry.labels] = [atlas.calls, new Map()];
      const key = atlas.period + " " + atlas.colouring;
      if (!entry.labels.has(key)) entry.labels.set(key, [label(atlas.calls, atlas.period, named, entry.shown), ...(entry.differs || []).slice(0, 1)].join(". "));
      return entry.labels.get(key);
    }

    function emphasis(className) {
      return L.polygon([], { renderer: atlas.marks, fill: false, interactive: false, smoothFactor: 0, noClip: true, className }).addTo(atlas.map);
    }

    function emphasise(mark, entries) {
      if (!entries.length && mark.isEmpty()) return;
      mark.setLatLngs(entries.flatMap((entry) => entry.polygons));
    }

    function shownProvinces() {
      return [...atlas.shown.provinces.values()];
    }

    /* ---------- painting a period ---------- */

    function apply(next) {
      const recoloured = next.colouring && next.colouring !== atlas.colouring && atlas.calls.colourings.includes(next.colouring);
      if (recoloured) atlas.colouring = next.colouring;
      if (next.period && next.period !== atlas.period) paint(next.period);
      else if (recoloured) paint(atlas.period);
      if (next.pins) atlas.legend.pin(next.pins);
      if ("province" in next) markChosen(next.province);
      if (next.layers && config.layers) showLayers(next.layers, next.event);
    }

    /* What draws layers comes when the first of them is switched on; shown is what is wanted when it has come. */
    async function showLayers(layers, event) {
      atlas.asked = { layers, event };
      if (!layers.length && !window.AtlasLayers) return;
      await window.AtlasSurroundings.script(config.layers.script);
      atlas.layers = atlas.layers || window.AtlasLayers.create(map, () => load(config.layers.content), { text: atlas.card.text, left: atlas.card.hide, chosen: choose, signs: capitals }, config.basemap);
      atlas.layers.show(atlas.asked.layers, atlas.period, atlas.asked.event);
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
        entry.differs = differs(entry, period.id);
        // Where only the strength or the capital is another one, the card says so, and the call has no mark.
        entry.marked = Boolean(entry.differs) && atlas.calls.marked[period.id].includes(entry.id);
        entry.signs = entry.call.dissent + (entry.marked ? atlas.calls.differsSign : "");
      }
      atlas.period = period.id;
      if (atlas.shown !== geometry) {
        if (atlas.shown) atlas.shown.group.remove();
        geometry.group.addTo(atlas.map);
        atlas.shown = geometry;
      }
      // Provinces stay from period to period; lines may come and go.
      const linesOf = period.lines || period.id;
      for (const { periods, drawn } of geometry.passing) {
        for (const { _path: path } of drawn) display(path, periods.includes(linesOf));
      }
      atlas.surface.container.setAttribute("aria-label", period.mapLabel);
      atlas.seen = atlas.surface.paint(provinces, linesOf);
      emphasise(atlas.mark.differs, provinces.filter((entry) => entry.marked));
      atlas.areas.show(period.id, atlas.colouring);
      placeSigns();
      atlas.legend.dim();
      markChosen(atlas.chosen);
      // A province that is pointed at may not be there any more.
      if (atlas.hovered) atlas.hovered = geometry.provinces.get(atlas.hovered.id) || null;
      if (atlas.hovered) showCard(atlas.hovered, null);
      else atlas.card.hide();
      if (atlas.layers) atlas.layers.show(null, atlas.period);
      const container = atlas.map.getContainer();
      container.dataset.period = period.id;
      container.dataset.colouring = atlas.colouring;
    }

    /* ---------- signs ---------- */

    /* The provinces whose code and capital are drawn: of very many those that are seen and large enough. */
    function signed() {
      const all = shownProvinces();
      if (!atlas.many) return all;
      const view = atlas.map.getBounds();
      const large = all.filter((one) => {
        const size = atlas.surface.size(one);
        return size.width >= LEAST_SIGNED_PIXELS && size.height >= LEAST_SIGNED_PIXELS && view.contains(one.at);
      });
      return large.length > MOST_SIGNED ? [] : large;
    }

    /* Where the signs of capitals stand. */
    function capitals() {
      return atlas.signs.capitals(signed());
    }

    function placeSigns() {
      if (!atlas || !atlas.shown) return;
      atlas.signs.place(signed(), atlas.many ? "" : atlas.period + " " + atlas.colouring);
      if (atlas.many) atlas.legend.dim();
    }

    /* Shapes are where another zoom has them when the map has moved, not yet when the zoom has ended. To drag the map
     * changes nothing of where signs stand on it. */
    function placeSignsAgain({ type }) {
      const where = map.getZoom() + " " + map.getPixelOrigin();
      if (!atlas.many && type === "moveend" && where === atlas.where) return;
      atlas.where = where;
      atlas.signs.measure();
      placeSigns();
    }

    /* ---------- choosing ---------- */

    function choose(id) {
      const next = id === atlas.chosen ? null : id;
      if (hub()) return hub().change({ province: next });
      markChosen(next);
      const message = tell({ province: next });
      atlas.map.getContainer().dispatchEvent(new CustomEvent("atlas:choose", { bubbles: true, detail: message }));
    }

    /* A finger may have meant a small province beside what it met; in the province that is chosen already, a small area. */
    function met(entry, touched) {
      const meant = touched ? window.AtlasTouch.meant(map, atlas.surface, shownProvinces(), entry, touched) : entry;
      const area = touched && meant.id === atlas.chosen && atlas.areas.near(meant.id, touched, window.AtlasTouch.REACH_PIXELS);
      if (area) open(area);
      else choose(meant.id);
      // A finger points at nothing any more: what the sheet says would only cover the map.
      if (touched && hub()) hover(null);
    }

    /* An area leads to its claims in the evidence of its province. */
    function open(area) {
      if (atlas.chosen !== area.province) choose(area.province);
      if (hub()) hub().lead(atlas.period, area.province, area.claims);
      else map.getContainer().dispatchEvent(new CustomEvent("atlas:claims", { bubbles: true, detail: area.claims }));
    }

    function keyOnArea(event, area) {
      const entry = atlas.shown.provinces.get(area.province);
      if (event.key === "Enter" || event.key === " ") open(area);
      else if (event.key === "Escape") atlas.surface.focus(entry);
      else return atlas.keyboard.press(event, entry);
      event.preventDefault();
      event.stopPropagation();
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
      emphasise(atlas.mark.chosen, chosen ? [chosen] : []);
      rove();
      atlas.surface.press(shownProvinces(), chosen);
    }

    /* ---------- focus ---------- */

    function rove() {
      const provinces = shownProvinces();
      const stop = provinces.find((one) => one.id === (atlas.focused || atlas.chosen)) || provinces[0];
      atlas.surface.rove(provinces, stop);
      atlas.areas.rove(stop ? stop.id : null);
    }

    function focus(entry, visible) {
      if (entry) {
        atlas.focused = entry.id;
        rove();
      }
      emphasise(atlas.mark.focused, visible && entry ? [entry] : []);
      if (visible) {
        if (!atlas.map.getBounds().contains(entry.at)) atlas.map.panTo(entry.at, { animate: false });
        showCard(entry, atlas.map.latLngToContainerPoint(entry.at));
      } else if (!atlas.hovered) atlas.card.hide();
    }

    /* ---------- the hover card ---------- */

    function hover(entry, point) {
      atlas.hovered = entry;
      if (entry) showCard(entry, point);
      else atlas.card.hide();
    }

    function showCard(entry, point) {
      const key = [atlas.period, atlas.colouring, entry.id, atlas.read.reading].join(" ");
      atlas.card.fill(key, atlas.calls.card, (card) => fillCard(card, entry));
      atlas.card.place(point);
    }

    /* The card is one for all provinces; swatches and its first line follow what the fill means. */
    function fillCard(card, entry) {
      const period = atlas.calls.periods.find((one) => one.id === atlas.period);
      const named = (text) => filled(text, { capital: entry.capitalName });
      const texts = { province: entry.name, period: period.label, lead: named(entry.shown.lead) };
      for (const part of card.querySelectorAll("[data-part]")) {
        if (part.dataset.part in texts) part.textContent = texts[part.dataset.part];
        else part.replaceChildren(...window.AtlasCard.paragraphs([...(entry.differs || []).map(named), ...entry.call.card.map(named), ...atlas.areas.texts(atlas.period, entry.id)]));
      }
      for (const item of card.querySelectorAll("[data-period]")) item.dataset.current = String(item.dataset.period === atlas.period);
      for (const rectangle of card.querySelectorAll("[data-strip]")) {
        const call = callIn(rectangle.dataset.strip || atlas.period, entry);
        if (call) rectangle.setAttribute("fill", fillOf(call.shown[atlas.colouring].look));
        else rectangle.closest("li").remove();
      }
      for (const strip of card.querySelectorAll("[data-runs]")) fillRuns(strip, entry);
    }

    /* Of many stops: from when to when the province looked alike. */
    function fillRuns(strip, entry) {
      const { periods } = atlas.calls;
      const looks = periods.map(({ id }) => callIn(id, entry)).map((call) => call && call.shown[atlas.colouring].look);
      const current = periods.findIndex((one) => one.id === atlas.period);
      const { shown, before, after } = window.AtlasCard.runs(looks, current, MOST_RUNS);
      const items = shown.map(({ first, last, look }) => {
        const item = document.createElement("li");
        item.innerHTML = '<svg class="swatch"><rect/></svg>';
        item.querySelector("rect").setAttribute("fill", fillOf(look));
        item.append(first === last ? periods[first].label : periods[first].label + " – " + periods[last].label);
        item.dataset.current = String(first <= current && current <= last);
        return item;
      });
      const more = () => Object.assign(document.createElement("li"), { textContent: "…" });
      strip.replaceChildren(...(before ? [more()] : []), ...items, ...(after ? [more()] : []));
    }

    /* ---------- the page around the frame ---------- */

    /* What the page of the dashboard knows of the reader's choice; elsewhere there is none. */
    function hub() {
      return (config.followPage && window.AtlasSurroundings.page() && window.parent.AtlasPage) || null;
    }

    function chosenOnPage(choice) {
      return choice && { period: choice.period, province: choice.province, pins: choice.pins, layers: choice.layers, event: choice.event };
    }

    function follow() {
      const page = window.AtlasSurroundings.page();
      atlas.legend.follow(document, !hub());
      if (!page) return window.AtlasSurroundings.followScheme();
      window.AtlasSurroundings.followTheme(page);
      atlas.legend.follow(page, !hub());
      if (!hub()) return;
      const leave = hub().follow((choice) => {
        say(map.getContainer(), choice.playing);
        apply(chosenOnPage(choice));
        if (!callsThere(choice.asked)) loadCalls(choice.asked).catch(() => {});
        if (choice.reading !== null) readAs({ reading: choice.reading, colour: choice.colour });
      });
      window.addEventListener("pagehide", leave);
    }

    /* What the server says, where the page knows of no choice itself. */
    function show(next) {
      if (!atlas) pending = next;
      else apply(next);
    }

    return { mount, show };
  }

  /* ---------- what belongs to no map ---------- */

  /* Names are measured in the letters of the map's own style, which may come later than its shapes. */
  async function styled(container) {
    const there = () => getComputedStyle(container).getPropertyValue("--atlas-font") !== "";
    if (there()) return;
    const heard = new AbortController();
    await new Promise((done) => {
      document.addEventListener("load", () => { if (there()) done(); }, { capture: true, signal: heard.signal });
      setTimeout(done, LONGEST_WAIT_MILLISECONDS);
    });
    heard.abort();
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

  /* Every map of the page by its container; the newest is the one that the server speaks of. */
  const maps = new Map();
  let newest = null;
  let waiting = null;

  /* The stop in large letters over the map, smaller the longer it is: a day must not cover what it is of. */
  function say(container, label) {
    container.dataset.playing = label;
    if (label) container.style.setProperty("--atlas-said", Math.min(44, 320 / label.length) + "px");
  }

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

  window.ControlAtlas = { mount, show, say, label, maps };
})();
