/* The map of the first answer: its year bar, colours and provinces work before Streamlit's scripts have come. What is
 * chosen here is kept in the address, so the page that takes its place begins with it. */
(function () {
  "use strict";

  const LONGEST_MILLISECONDS = 20000;
  const URGENT = '[role="dialog"], [data-testid="stAlert"], [data-testid="stException"]';
  const FRAME = '[data-testid="stCustomComponentV1"]';
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const opening = document.getElementById("atlas-opening");
  const picture = opening.querySelector(".atlas-picture");
  const told = opening.querySelector(".opening-told");
  const provinces = [...picture.querySelectorAll("use[data-province]")];
  /* What has the focus in the first answer, and is in the page that takes its place. */
  const HELD = ["[data-atlas-year]", ".find-box input", '.atlas-views [tabindex="0"]', ".atlas-language", "[data-atlas-switch]"];
  const ELSEWHERE = "data-atlas-elsewhere";
  const watch = new MutationObserver(() => { if (document.documentElement.hasAttribute(ELSEWHERE) || document.querySelector(URGENT)) end(); });
  const coming = new Map();
  const loaded = [];
  let calls = null;
  let first = null;
  let alive = false;
  let leave = () => {};

  opening.querySelector(".opening-no-script").remove();

  /* ---------- painting a year ---------- */

  function paint(choice) {
    first = first || choice;
    for (const one of provinces) one.classList.toggle("is-chosen", one.dataset.province === choice.province);
    calls = callsThere(choice);
    if (!calls) return load(choice);
    if (alive) for (const one of provinces) name(one, choice);
    if (isAsAtFirst(choice)) return;
    opening.setAttribute("data-moved", "");
    const period = calls.periods.find((one) => one.id === choice.period);
    picture.setAttribute("aria-label", period.mapLabel);
    for (const one of provinces) {
      const state = stateOf(one, choice);
      one.style.display = state ? "" : "none";
      if (state) one.setAttribute("fill", fillOf(state.shown[choice.colour].look));
    }
  }

  function isAsAtFirst(choice) {
    return ["period", "colour", "reading"].every((name) => choice[name] === first[name]) && !opening.hasAttribute("data-moved");
  }

  function callsThere({ reading, colour }) {
    const there = loaded.find((one) => one.reading === reading && one.calls.colourings.includes(colour));
    return there ? there.calls : null;
  }

  /* Calls come for one reading and one or several colourings; what they are of is painted when they have come. */
  function load(read) {
    const query = window.AtlasPage.query(read);
    if (!coming.has(query)) coming.set(query, fetchCalls(read.reading, query));
    return coming.get(query);
  }

  async function fetchCalls(reading, query) {
    const answer = await fetch(opening.dataset.calls + (query ? "?" + query : ""));
    loaded.push({ reading, calls: await answer.json() });
    if (window.AtlasPage.choice()) paint(window.AtlasPage.choice());
  }

  function placeOf(one, period) {
    return calls.provinces[period.geometry].findIndex(([id]) => id === one.dataset.province);
  }

  function stateOf(one, choice) {
    const place = placeOf(one, calls.periods.find((period) => period.id === choice.period));
    return place < 0 ? null : calls.states[calls.calls[choice.period][place]];
  }

  function fillOf(look) {
    if (!document.getElementById(look) && calls.looks[look]) opening.querySelector(".atlas-definitions defs").insertAdjacentHTML("beforeend", calls.looks[look]);
    return "url(#" + look + ")";
  }

  /* ---------- provinces ---------- */

  function tell(one) {
    const choice = window.AtlasPage && window.AtlasPage.choice();
    if (!one || !calls || !choice) {
      told.textContent = "";
      return;
    }
    told.textContent = name(one, choice);
  }

  function name(one, choice) {
    const state = stateOf(one, choice);
    if (!state) return "";
    const period = calls.periods.find((given) => given.id === choice.period);
    const [, province, capital] = calls.provinces[period.geometry][placeOf(one, period)];
    const values = { province, period: period.label, what: state.shown[choice.colour].what.replace("{capital}", capital) };
    const label = calls.label.replace(/\{(\w+)\}/g, (all, key) => values[key]);
    one.setAttribute("aria-label", label);
    return label;
  }

  const provinceOf = (event) => event.target.closest("use[data-province]");

  function choose(one) {
    const { whenKnown, change } = window.AtlasPage;
    whenKnown((chosen) => change({ province: chosen.province === one.dataset.province ? null : one.dataset.province }));
  }

  /* Until the page's script has come nobody hears of what is pressed or chosen here: it is told then. */
  const EARLY = { click: "use[data-province], [data-view], [data-choose], [data-atlas-play], [data-atlas-go]", change: "select" };
  const early = [];

  function keepEarly({ type, target }) {
    const one = target.closest(EARLY[type]);
    if (one) early.push({ type, one });
  }

  function tellEarly() {
    for (const type of Object.keys(EARLY)) opening.removeEventListener(type, keepEarly);
    for (const { type, one } of early.splice(0)) one.dispatchEvent(new Event(type, { bubbles: true }));
  }

  picture.addEventListener("pointerover", (event) => tell(provinceOf(event)));
  picture.addEventListener("focusin", (event) => tell(provinceOf(event)));
  picture.addEventListener("pointerleave", () => tell(null));
  picture.addEventListener("click", (event) => { if (provinceOf(event) && window.AtlasPage) choose(provinceOf(event)); });
  picture.addEventListener("keydown", (event) => {
    const one = provinceOf(event);
    if (!one) return;
    if (event.key === "Enter" || event.key === " ") choose(one);
    else if (STEPS[event.key]) step(one, STEPS[event.key]);
    else return;
    event.preventDefault();
  });

  /* One stop of the Tab key for all of them, as on the map that comes. */
  function step(from, by) {
    const shown = provinces.filter((one) => one.style.display !== "none");
    const next = shown[(shown.indexOf(from) + by + shown.length) % shown.length];
    from.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  }

  /* ---------- from the first answer to the page ---------- */

  async function live() {
    tellEarly();
    const [unfollow, part] = [window.AtlasPage.follow(paint), window.AtlasPage.join(opening, opening.dataset.moves)];
    leave = () => { unfollow(); part(); };
    await load(window.AtlasPage.wanted());
    picture.setAttribute("role", "group");
    for (const [number, one] of provinces.entries()) {
      one.setAttribute("role", "button");
      one.setAttribute("tabindex", number ? "-1" : "0");
      one.setAttribute("aria-label", one.dataset.province);
    }
    // What they are called comes with the headline and the legends, before this or after it.
    alive = true;
    if (window.AtlasPage.choice()) paint(window.AtlasPage.choice());
  }

  function end() {
    const held = opening.contains(document.activeElement) ? document.activeElement : null;
    watch.disconnect();
    clearTimeout(timer);
    leave();
    opening.remove();
    opening.dispatchEvent(new Event("atlas:ended"));
    const place = held && HELD.find((one) => held.matches(one));
    const again = place && document.querySelector(place);
    if (!again) return;
    if (held.type === "text") again.value = held.value;
    again.focus({ preventScroll: true });
  }

  /* What the map will ask for is fetched into its frame as soon as there is one: it asks when it has been told what to
   * show, which takes the browser a good while longer. That a frame is there does not bubble. */
  document.addEventListener("load", ({ target }) => {
    // Without a document the frame itself could not be had.
    const inside = target.matches && target.matches(FRAME) && target.contentDocument;
    if (!inside) return;
    for (const { href, dataset } of document.querySelectorAll("link[data-of-the-map]")) {
      const link = Object.assign(inside.createElement("link"), { rel: "preload", as: dataset.ofTheMap, href });
      if (link.as === "fetch") link.crossOrigin = "";
      inside.head.append(link);
    }
  }, true);

  const timer = setTimeout(end, LONGEST_MILLISECONDS);
  watch.observe(document.documentElement, { childList: true, subtree: true, attributeFilter: [ELSEWHERE] });
  document.addEventListener("atlas:drawn", end, { once: true });
  for (const type of Object.keys(EARLY)) opening.addEventListener(type, keepEarly);
  if (window.AtlasPage) live();
  else document.addEventListener("atlas:page", live, { once: true });
})();
