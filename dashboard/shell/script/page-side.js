/* The column beside the map: what the colours mean, the legend of the year, the list of provinces, and the sheet over it. */
(function () {
  "use strict";

  const ROWS_IN_SIGHT = 8;
  /* Of longer lists the page holds only the chosen name until somebody reaches for them: the browser goes through thousands
   * of options each time that it computes styles. */
  const MOST_LISTED = 500;
  const page = window.AtlasPage;
  let fitting = 0;
  let shown = null;

  function paint(choice, moves) {
    shown = moves;
    const html = moves.pages[moves.legends[choice.colour][choice.number]];
    for (const place of document.querySelectorAll("[data-atlas-legend]")) legend(place, html, choice.pins);
    for (const select of document.querySelectorAll("select[data-atlas-colour]")) select.value = choice.asked.colour;
    for (const select of document.querySelectorAll("select[data-atlas-province]")) provinces(select, choice, moves);
    const root = document.documentElement;
    if (root.dataset.atlasChosen !== (choice.province || "")) root.dataset.atlasChosen = choice.province || "";
    for (const told of document.querySelectorAll("[data-atlas-told]")) {
      window.AtlasText.say(told, choice.province ? choice.provinceName + ", " + choice.label : "");
    }
    if (!fitting) fitting = requestAnimationFrame(fitSheet);
  }

  function legend(place, html, pins) {
    if (place.painted !== html) {
      const focused = place.contains(document.activeElement) ? document.activeElement.dataset.choose : null;
      const open = [...place.querySelectorAll("details[open][data-keep]")].map((one) => one.dataset.keep);
      const next = document.createElement("template");
      next.innerHTML = html;
      window.AtlasText.become(place, next.content);
      place.painted = html;
      for (const one of place.querySelectorAll("details[data-keep]")) one.open = open.includes(one.dataset.keep);
      const again = focused && !place.contains(document.activeElement) && place.querySelector('[data-choose="' + CSS.escape(focused) + '"]');
      if (again) again.focus({ preventScroll: true });
    }
    for (const button of place.querySelectorAll("[data-choose]")) {
      const pressed = String(pins.includes(button.dataset.choose));
      if (button.getAttribute("aria-pressed") !== pressed) button.setAttribute("aria-pressed", pressed);
    }
  }

  function provinces(select, choice, moves) {
    const every = moves.provinces[moves.periods[choice.number].provinces];
    const listed = every.size <= MOST_LISTED || select.reached;
    const named = listed ? [...every] : choice.province ? [[choice.province, choice.provinceName]] : [];
    const text = named.join("\n");
    if (select.painted !== text) {
      select.painted = text;
      select.replaceChildren(select.options[0], ...named.map(([id, name]) => new Option(name, id)));
    }
    const chosen = choice.province || "";
    if (select.value !== chosen) select.value = chosen;
  }

  function reach({ target, type }) {
    if (!shown || !target.matches("select[data-atlas-province]")) return;
    target.reached = type !== "focusout";
    provinces(target, page.choice(), shown);
  }

  /* The sheet of a province leaves the first rows of the legend in sight, whatever headings stand between them. */
  function fitSheet() {
    fitting = 0;
    for (const place of document.querySelectorAll("[data-atlas-legend]")) {
      // Before the page has come, the legend stands elsewhere: nothing is measured there, which would lay all of it out.
      const column = place.closest(".st-key-atlas-right");
      if (!column) continue;
      const rows = place.querySelectorAll("[data-key]");
      const last = rows[Math.min(ROWS_IN_SIGHT, rows.length) - 1];
      if (!last || !last.offsetHeight) continue;
      const height = last.getBoundingClientRect().bottom - place.getBoundingClientRect().top + place.scrollTop;
      const room = Math.ceil(height) + "px";
      if (column.style.getPropertyValue("--rows-in-sight") !== room) column.style.setProperty("--rows-in-sight", room);
    }
  }

  function toggle(key) {
    const { pins } = page.choice();
    page.change({ pins: pins.includes(key) ? pins.filter((one) => one !== key) : [...pins, key] });
  }

  for (const name of ["pointerdown", "focusin", "focusout"]) document.addEventListener(name, reach);
  document.addEventListener("change", (event) => {
    if (event.target.matches("select[data-atlas-colour]")) page.change({ colour: event.target.value });
    if (event.target.matches("select[data-atlas-province]")) page.change({ province: event.target.value });
  });
  document.addEventListener("click", (event) => {
    const entry = event.target.closest("[data-atlas-legend] [data-choose]");
    if (entry) toggle(entry.dataset.choose);
    if (event.target.closest("[data-atlas-close]")) close();
  });
  document.addEventListener("keydown", (event) => {
    const now = page.choice();
    if (event.key !== "Escape" || event.defaultPrevented || !now || document.documentElement.hasAttribute("data-atlas-elsewhere")) return;
    if (event.target.closest("[data-atlas-legend]") && now.pins.length) page.change({ pins: [] });
    else if (event.target.closest("[data-atlas-sheet], .st-key-atlas-sheet, [data-atlas-legend], body") && now.province) close();
  });
  window.addEventListener("resize", fitSheet);

  /* The focus was in the sheet, which goes: it goes on where a province is chosen. */
  function close() {
    const inside = document.activeElement && document.activeElement.closest(".st-key-atlas-sheet");
    page.change({ province: null });
    const list = document.querySelector("select[data-atlas-province]");
    if (inside && list) list.focus({ preventScroll: true });
  }

  page.followBeside(paint);
})();
