/* What the reader has chosen, as the address of the page has it: AtlasPage.follow, change, join.
 *
 * The address is the one place that a choice is kept in: whoever writes to it (this page, the server, the browser's Back)
 * moves everything that follows. The map in its frame, year bar, legend and headline are painted from it at once; the
 * server hears of it afterwards and sends what only it has, the evidence.
 */
(function () {
  "use strict";

  const PARAMETERS = { period: "period", province: "province", colour: "colour", pins: "faction", layers: "show", event: "event" };
  const SEPARATOR = ",";

  let moves = null;
  let source = null;
  let choice = null;
  let told = 0;
  let heard = 0;
  let playing = false;
  let privateLayers = [];
  const keys = new Map();
  const followers = new Set();
  const servers = new Set();

  /* ---------- the address ---------- */

  function list(asked, parameter) {
    return (asked.get(parameter) || "").split(SEPARATOR).filter(Boolean);
  }

  /* What makes no sense counts as not chosen; the server takes it out of the address. */
  function read() {
    const asked = new URLSearchParams(window.location.search);
    const number = Math.max(0, moves.periods.findIndex((one) => one.id === asked.get(PARAMETERS.period)));
    const period = moves.periods[number];
    const province = period.provinces.find(([id]) => id === asked.get(PARAMETERS.province));
    const colour = moves.colourings.includes(asked.get(PARAMETERS.colour)) ? asked.get(PARAMETERS.colour) : moves.colourings[0];
    return {
      number, colour, period: period.id, label: period.label, playing: playing ? period.label : "",
      province: province ? province[0] : null, provinceName: province ? province[1] : "",
      pins: list(asked, PARAMETERS.pins).filter((key) => listed(colour).has(key)),
      layers: [...list(asked, PARAMETERS.layers), ...privateLayers], event: asked.get(PARAMETERS.event) || undefined,
    };
  }

  /* What a legend lists in some year: a pin on anything else could not be taken out there. */
  function listed(colour) {
    if (!keys.has(colour)) {
      const place = document.createElement("template");
      place.innerHTML = [...new Set(moves.legends[colour])].map((number) => moves.pages[number]).join("");
      keys.set(colour, new Set([...place.content.querySelectorAll("[data-choose]")].map((one) => one.dataset.choose)));
    }
    return keys.get(colour);
  }

  function written(changes) {
    const asked = new URLSearchParams(window.location.search);
    const defaults = { period: moves.periods[0].id, colour: moves.colourings[0] };
    for (const [name, value] of Object.entries(changes)) {
      const text = Array.isArray(value) ? value.join(SEPARATOR) : value;
      if (!text || text === defaults[name]) asked.delete(PARAMETERS[name]);
      else asked.set(PARAMETERS[name], text);
    }
    const period = moves.periods.find((one) => one.id === asked.get(PARAMETERS.period)) || moves.periods[0];
    if (!period.provinces.some(([id]) => id === asked.get(PARAMETERS.province))) asked.delete(PARAMETERS.province);
    const text = asked.toString();
    return window.location.pathname + (text ? "?" + text : "");
  }

  /* A choice is a step that Back takes back; one that goes along with the step before (`along`) is not. */
  function change(changes, along = false) {
    if (!moves) return;
    const before = window.location.pathname + window.location.search;
    const address = written(changes);
    if (address === before) return arrive();
    window.history[along ? "replaceState" : "pushState"]({}, "", address);
    told += 1;
    for (const tell of servers) tell();
    if (servers.size) heard = told;
  }

  function arrive() {
    if (!moves) return;
    choice = read();
    for (const one of [...followers]) one(choice, moves);
  }

  for (const name of ["pushState", "replaceState"]) {
    const own = window.history[name].bind(window.history);
    window.history[name] = (...given) => { own(...given); arrive(); };
  }
  window.addEventListener("popstate", arrive);

  /* ---------- what is not in the address ---------- */

  function setPlaying(now) {
    playing = now;
    arrive();
  }

  /* Layers that no link may switch on. */
  function showPrivateLayers(names) {
    privateLayers = names;
    arrive();
  }

  /* ---------- who follows ---------- */

  /* `one` hears of the choice now and at each move, until the function that is given back is called. */
  function follow(one) {
    followers.add(one);
    if (choice) one(choice, moves);
    return () => followers.delete(one);
  }

  /* A part of the page has come: `address` is where what it shows of each period is found, `tell` reaches the server. */
  function join(address, tell) {
    if (tell) {
      servers.add(tell);
      // What was chosen before there was anybody to tell.
      if (told > heard) tell();
      heard = told;
    }
    if (address === source) arrive();
    else {
      source = address;
      fetch(address).then((answer) => answer.json()).then((given) => {
        if (source !== address) return;
        moves = given;
        keys.clear();
        arrive();
      });
    }
    return () => servers.delete(tell);
  }

  window.AtlasPage = { follow, change, join, setPlaying, showPrivateLayers, choice: () => choice };
})();
