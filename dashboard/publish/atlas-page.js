/* The published page: puts the map, the legends and the panels in their places and keeps them together.
 *
 * Panels are <template> elements; `fill` puts data into a copy, as text and never as markup.
 */
(function () {
  "use strict";

  const MAP_OPTIONS = { center: [0, 0], zoom: 2, zoomSnap: 0.25, zoomDelta: 0.5, keyboard: false };
  const MOST_YEARS = 12;
  const WEB_ADDRESS = /^https?:/i;

  const data = JSON.parse(document.getElementById("atlas-data").textContent);
  const root = document.getElementById("atlas");
  const select = root.querySelector("select");
  const chosen = { period: null, province: null };

  /* ---------- data: numbers stand for texts ---------- */

  function unpack(value) {
    if (typeof value === "number") return data.texts[value];
    if (Array.isArray(value)) return value.map(unpack);
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unpack(one)]));
    return value;
  }

  function callOf(period, province) {
    const call = unpack(data.panels[period][province].call);
    const rows = call.rows.map(([term, text]) => ({ term, text }));
    const years = data.calls.periods.map((one) => {
      if (!data.panels[one.id][province]) return null;
      const { period: label, look, what } = unpack(data.panels[one.id][province].call);
      return { label, look, what, current: one.id === period };
    });
    return { ...call, rows, years: folded(years), label: atlasLabel(period, province) };
  }

  /* Of many stops: from when to when the call was the same. */
  function folded(years) {
    if (years.length <= MOST_YEARS) return years.filter(Boolean);
    const alike = window.AtlasCard.runs(years.map((one) => one && one.look + " " + one.what), 0, years.length).shown;
    return alike.map(({ first, last }) => ({
      ...years[first],
      label: first === last ? years[first].label : years[first].label + " – " + years[last].label,
      current: years.slice(first, last + 1).some((one) => one.current),
    }));
  }

  function atlasLabel(periodId, province) {
    const { calls } = data;
    const period = calls.periods.find((one) => one.id === periodId);
    const provinces = calls.provinces[period.geometry];
    const place = provinces.findIndex(([id]) => id === province);
    return ControlAtlas.label(calls, period, provinces[place], calls.states[calls.calls[periodId][place]].shown.faction);
  }

  function claimOf(number) {
    return Object.fromEntries(data.claims[number].map((value, at) => [data.claimColumns[at], data.texts[value]]));
  }

  function evidenceOf(period, province) {
    const packed = data.panels[period][province].evidence;
    const evidence = unpack({ ...packed, groups: [] });
    const groups = packed.groups.map((group) => {
      const claims = (group.claims || []).map(([number, ...tags]) => ({ ...claimOf(number), id: data.texts[number], tags: unpack(tags) }));
      return { title: data.texts[group.title], open: group.open, claims, count: String(claims.length) };
    });
    const items = evidence.events.items || [];
    return { ...evidence, groups, events: [{ ...evidence.events, items, count: String(items.length) }] };
  }

  /* ---------- templates ---------- */

  function filled(template, values) {
    const copy = document.getElementById(template).content.cloneNode(true);
    fillChildren(copy, values);
    return copy;
  }

  function fillChildren(node, values) {
    for (const child of [...node.children]) {
      const wanted = child.dataset;
      if (wanted.each) {
        for (const value of values[wanted.each] || []) {
          const copy = child.cloneNode(true);
          delete copy.dataset.each;
          node.insertBefore(copy, child);
          fill(copy, value);
        }
        child.remove();
      } else fill(child, values);
    }
  }

  function fill(node, values) {
    const { text, look, href, set } = node.dataset;
    if (("if" in node.dataset && !present(values[node.dataset.if])) || ("unless" in node.dataset && present(values[node.dataset.unless]))) {
      node.remove();
      return;
    }
    fillChildren(node, values);
    if (text) node.textContent = text === "." ? values : values[text] || "";
    if (look) node.setAttribute("fill", "url(#" + values[look] + ")");
    if (href && WEB_ADDRESS.test(values[href])) node.setAttribute("href", values[href]);
    for (const [attribute, key] of (set || "").split(" ").filter(Boolean).map((pair) => pair.split(":"))) {
      if (values[key]) node.setAttribute(attribute, String(values[key]));
    }
    for (const name of ["text", "look", "href", "set", "if", "unless"]) delete node.dataset[name];
  }

  function present(value) {
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  }

  /* ---------- the page ---------- */

  function show() {
    const { period, province } = chosen;
    const known = province && Object.hasOwn(data.panels[period], province) ? province : null;
    root.querySelector(".call-panel").replaceChildren(known ? filled("call-panel", callOf(period, known)) : filled("empty-panel", {}));
    root.querySelector(".evidence-panel").replaceChildren(...(known ? [filled("evidence-panel", evidenceOf(period, known))] : []));
    select.value = known || "";
  }

  /* From one year to the next the provinces are mostly the same. */
  function offer(provinces) {
    const [first, ...others] = select.options;
    if (others.map((one) => one.value).join() !== provinces.join()) select.replaceChildren(first, ...provinces.map((id) => new Option(data.names[id], id)));
  }

  function showPeriod(period) {
    chosen.period = period;
    const summary = data.summaries[period];
    root.querySelector("[role=status]").textContent = summary.sentence;
    root.querySelector(".notes").replaceChildren(...summary.notes.map(({ text, lang }) => Object.assign(document.createElement("p"), { className: "note", textContent: text, lang })));
    offer(Object.keys(data.panels[period]).sort((one, other) => data.names[one].localeCompare(data.names[other])));
    show();
  }

  /* Lead to the first of some claims, which stand in the panel that is shown. */
  function reach(claims) {
    const claim = claims.map((id) => root.querySelector("#atlas-evidence #" + CSS.escape(id))).find(Boolean);
    if (!claim) return;
    claim.closest("details").open = true;
    claim.tabIndex = -1;
    claim.focus({ preventScroll: true });
    claim.scrollIntoView({ block: "center" });
  }

  function copyLegends() {
    for (const sheet of document.querySelectorAll(".sheet")) {
      const part = document.createElement("div");
      part.dataset.period = sheet.dataset.sheet;
      part.append(sheet.querySelector(".atlas-legend").cloneNode(true));
      root.querySelector(".legends").append(part);
    }
  }

  function start() {
    document.documentElement.classList.add("with-script");
    root.hidden = false;
    const map = L.map(root.querySelector(".map-frame"), MAP_OPTIONS);
    map.attributionControl.addAttribution(data.attribution);
    const asked = new URLSearchParams(location.search);
    const province = asked.get("province");
    copyLegends();
    root.addEventListener("atlas:period", (event) => showPeriod(event.detail.period));
    root.addEventListener("atlas:choose", (event) => {
      chosen.province = event.detail.province;
      show();
    });
    root.addEventListener("atlas:claims", (event) => reach(event.detail));
    const state = { period: asked.get("period") };
    const atlas = AtlasControls.mount(root, map, { geometry: data.geometry, calls: data.calls, state });
    const choose = (id) => {
      chosen.province = id;
      atlas.then((one) => one.show({ province: id }));
      show();
    };
    select.addEventListener("change", () => choose(select.value || null));
    if (province && Object.hasOwn(data.panels[chosen.period], province)) choose(province);
  }

  start();
})();
