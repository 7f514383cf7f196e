/* What the reader has chosen, as the address of the page has it: AtlasPage.follow, followBeside, whenKnown, change, join,
 * addresses.
 *
 * The address is the one place that a choice is kept in: whoever writes to it (this page, the server, the browser's Back)
 * moves everything that follows. The map in its frame, year bar, legend and headline are painted from it at once; the
 * server hears of it afterwards and sends what only it has, the evidence.
 */
(function () {
  "use strict";

  const PARAMETERS = { view: "view", period: "period", province: "province", colour: "colour", pins: "faction", layers: "show", event: "event" };
  /* What the calls follow, where it is not the atlas's own reading; in the order in which the server writes them. */
  const READING = ["rule", "near", "weak", "sources", "without", "without-kinds", "without-languages", "grades", "parts", "order"];
  const SEPARATOR = ",";
  const MAP_VIEWS = ["map", "what-if"];
  /* What is pressed there changes the address and nothing else. */
  const OURS = ".painted";
  const root = document.documentElement;

  let moves = null;
  let source = null;
  let shown = null;
  let arriving = null;
  let waiting = 0;
  let painting = false;
  let choice = null;
  let seen = window.location.search;
  let playing = false;
  let privateLayers = [];
  const unwritten = [];
  const untold = [];
  const early = [];
  const history = {};
  const keys = new Map();
  const followers = new Set();
  const besides = new Set();
  const servers = new Set();
  const known = [];
  const parts = new Map();
  const cameFrom = new WeakMap();

  /* ---------- the address ---------- */

  /* To write into the browser's history takes longer than to paint a year: it is told when the map has been seen. */
  function here() {
    return unwritten.length ? unwritten[unwritten.length - 1].there : window.location.pathname + window.location.search;
  }

  function parameters() {
    return new URLSearchParams(here().split("?")[1]);
  }

  function write() {
    for (const { step, there } of unwritten.splice(0)) history[step]({}, "", there);
  }

  function list(asked, parameter) {
    return (asked.get(parameter) || "").split(SEPARATOR).filter(Boolean);
  }

  function viewOf(asked) {
    return asked.get("view") || "map";
  }

  /* The parameters of another reading, as they stand behind the addresses of what it changes; nothing for the own one. */
  function reading() {
    const asked = parameters();
    return new URLSearchParams(READING.filter((key) => asked.has(key)).map((key) => [key, asked.get(key)])).toString();
  }

  /* Whose reading the address asks for, and what the fill is to mean: each pair is a file of its own, but for what comes
   * in one. Which colourings there are is known once anything has come. */
  function wanted() {
    const colour = parameters().get(PARAMETERS.colour) || "";
    return { reading: reading(), colour: moves && !moves.colourings.includes(colour) ? moves.colourings[0] : colour };
  }

  /* As it stands behind the addresses of files; the server writes it so too. */
  function query({ reading, colour }) {
    const first = !colour || Boolean(moves) && colour === moves.colourings[0];
    return [first ? "" : new URLSearchParams({ [PARAMETERS.colour]: colour }).toString(), reading].filter(Boolean).join("&");
  }

  /* What makes no sense counts as not chosen; the server takes it out of the address. */
  function chosen() {
    const asked = parameters();
    const next = wanted();
    const number = Math.max(0, moves.periods.findIndex((one) => one.id === asked.get(PARAMETERS.period)));
    const period = moves.periods[number];
    const province = asked.get(PARAMETERS.province);
    const named = provincesOf(period).has(province);
    const colour = [shown && shown.colour, next.colour, ...Object.keys(moves.legends)].find((one) => one in moves.legends);
    return {
      number, colour, period: period.id, label: period.label, playing: playing ? period.label : "",
      province: named ? province : null, provinceName: named ? provincesOf(period).get(province) : "",
      pins: list(asked, PARAMETERS.pins).filter((key) => listed(colour).has(key)),
      layers: [...list(asked, PARAMETERS.layers), ...privateLayers], event: asked.get(PARAMETERS.event) || undefined,
      // What is shown, and what is on its way where that is another one.
      view: viewOf(asked), reading: shown ? shown.reading : null, asked: next,
    };
  }

  /* Their names by id, in the order of the names. */
  function provincesOf(period) {
    return moves.provinces[period.provinces];
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
    const asked = parameters();
    const defaults = { period: moves.periods[0].id, colour: moves.colourings[0], view: "map" };
    if ("reading" in changes) {
      for (const key of READING) asked.delete(key);
      for (const [key, value] of new URLSearchParams(changes.reading)) asked.set(key, value);
    }
    for (const [name, value] of Object.entries(changes)) {
      if (name === "reading") continue;
      const text = Array.isArray(value) ? value.join(SEPARATOR) : value;
      if (!text || text === defaults[name]) asked.delete(PARAMETERS[name]);
      else asked.set(PARAMETERS[name], text);
    }
    const period = moves.periods.find((one) => one.id === asked.get(PARAMETERS.period)) || moves.periods[0];
    if (!provincesOf(period).has(asked.get(PARAMETERS.province))) asked.delete(PARAMETERS.province);
    const text = asked.toString();
    return window.location.pathname + (text ? "?" + text : "");
  }

  /* What is done before anything has come waits for it. */
  function whenKnown(then) {
    if (choice) then(choice);
    else early.push(then);
  }

  /* A choice is a step that Back takes back; one that goes along with the step before (`along`) is not. */
  function change(changes, along = false) {
    whenKnown(() => {
      const there = written(changes);
      if (there !== here()) {
        unwritten.push({ step: along ? "replaceState" : "pushState", there });
        untold.push(changes);
      }
      arrive();
    });
  }

  function tellServers() {
    write();
    if (!untold.length || !servers.size) return;
    untold.length = 0;
    for (const tell of servers) tell(addresses());
  }

  /* The one that the server had last, and the one that there is: between them lies what the reader has chosen. Whatever the
   * server hears of brings them along: a question that it has not begun with is dropped when the next one comes. */
  function addresses() {
    write();
    return [seen, window.location.search];
  }

  /* What the map and the page are waiting for is made by the same server: all else it has to do comes after that. */
  function waitFor(answer) {
    waiting += 1;
    const over = () => {
      waiting -= 1;
      if (!waiting) tellServers();
    };
    answer.then(over, over);
  }

  /* Who presses something that the server hears of by itself does not overtake what was chosen before. */
  for (const name of ["pointerdown", "click", "keydown"]) {
    document.addEventListener(name, (event) => { if (!event.target.closest || !event.target.closest(OURS)) tellServers(); }, true);
  }

  function arrive() {
    // Style sheets hide the map where another view is read, whether or not anything of the map has come yet.
    root.toggleAttribute("data-atlas-elsewhere", !MAP_VIEWS.includes(viewOf(parameters())));
    if (!source) return;
    if (!same(wanted(), shown) && fetchMoves(wanted())) return;
    if (!moves) return;
    choice = chosen();
    for (const one of [...followers]) one(choice, moves);
    afterFrame();
  }

  /* A move shows the map in the first frame, the page around it in the next; telling the server takes longer than either. */
  function afterFrame() {
    if (painting) return;
    painting = true;
    whenPainted(() => {
      painting = false;
      paintBeside();
      whenPainted(() => { if (!waiting) tellServers(); });
    });
  }

  function whenPainted(then) {
    window.requestAnimationFrame(() => setTimeout(() => setTimeout(then)));
  }

  function paintBeside() {
    write();
    if (choice) for (const one of [...besides]) one(choice, moves);
  }

  function same(one, other) {
    return Boolean(other) && one.reading === other.reading && one.colour === other.colour;
  }

  /* What came before is shown again at once. While something else is on its way, the page goes on with what it has, and
   * says so: what tells whose reading it is, and what the colours mean, comes with it. */
  function fetchMoves(next) {
    const there = known.find((one) => one.reading === next.reading && (one.colour === next.colour || next.colour in one.moves.legends));
    if (there) {
      take(next, there.moves);
      return true;
    }
    const asked = query(next);
    const address = source + (asked ? "?" + asked : "");
    if (arriving === address) return false;
    arriving = address;
    waitFor(fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(address + ": " + answer.status);
      return answer.json();
    }).then((given) => {
      if (!address.startsWith(source)) return;
      given.provinces = given.provinces.map((one) => new Map(one));
      known.push({ ...next, moves: given });
      if (arriving === address) take(next, given);
    }).catch((error) => {
      if (arriving === address) arriving = null;
      window.console.warn(error.message);
    }));
    return false;
  }

  function take({ reading, colour }, given) {
    [arriving, moves] = [null, given];
    shown = { reading, colour: given.colourings.includes(colour) ? colour : given.colourings[0] };
    keys.clear();
    arrive();
    for (const then of early.splice(0)) then(choice);
  }

  /* What the server writes may be older than what it has not been told yet. */
  for (const name of ["pushState", "replaceState"]) {
    history[name] = window.history[name].bind(window.history);
    window.history[name] = (...given) => {
      write();
      history[name](...given);
      seen = window.location.search;
      arrive();
      for (const changes of untold.splice(0)) change(changes, true);
    };
  }
  window.addEventListener("pagehide", write);
  // Who goes back takes back what has not been written as well.
  window.addEventListener("popstate", () => {
    unwritten.length = untold.length = 0;
    seen = window.location.search;
    arrive();
  });

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
  function follow(one, among = followers) {
    among.add(one);
    if (choice) one(choice, moves);
    return () => among.delete(one);
  }

  /* The same for what stands beside the map: it hears of a move when the map has been seen. */
  function followBeside(one) {
    return follow(one, besides);
  }

  /* A part of the page has come, or is drawn again: `address` is where what it shows of each period is found, `tell`
   * reaches the server, with what `addresses` gives.
   *
   * Parts of an atlas that was left may be drawn again beside those of the next, until the last of them has gone. The page
   * shows the atlas that came last, as long as a part of it is there. */
  function join(part, address, tell) {
    if (tell) {
      servers.add(tell);
      // What was chosen before there was anybody to tell.
      tellServers();
    }
    const isNew = cameFrom.get(part) !== address;
    cameFrom.set(part, address);
    parts.set(part, address);
    if (isNew) showFrom(address);
    else if (address === source) arrive();
    // It may have come with what was shown before.
    paintBeside();
    return () => {
      servers.delete(tell);
      parts.delete(part);
      const there = [...parts.values()];
      if (there.length && !there.includes(source)) showFrom(there.pop());
    };
  }

  function showFrom(address) {
    if (address !== source) {
      [source, shown, arriving] = [address, null, null];
      known.length = 0;
    }
    arrive();
  }

  arrive();
  window.AtlasPage = { follow, followBeside, whenKnown, change, join, addresses, setPlaying, showPrivateLayers, reading, wanted, query, waitFor, choice: () => choice };
})();
