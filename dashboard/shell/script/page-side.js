/* The column beside the map: what the colours mean, the legend of the year, the list of provinces, and the sheet over it. */
(function () {
  "use strict";

  const ROWS_IN_SIGHT = 8;
  const page = window.AtlasPage;
  let shown = null;

  function paint(choice, moves) {
    shown = choice;
    const html = moves.pages[moves.legends[choice.colour][choice.number]];
    for (const place of document.querySelectorAll("[data-atlas-legend]")) legend(place, html, choice.pins);
    for (const select of document.querySelectorAll("select[data-atlas-colour]")) select.value = choice.asked.colour;
    for (const select of document.querySelectorAll("select[data-atlas-province]")) provinces(select, choice, moves);
    const root = document.documentElement;
    root.dataset.atlasChosen = choice.province || "";
    for (const told of document.querySelectorAll("[data-atlas-told]")) {
      const text = choice.province ? choice.provinceName + ", " + choice.label : "";
      if (told.textContent !== text) told.textContent = text;
    }
    fitSheet();
  }

  function legend(place, html, pins) {
    if (place.painted !== html) {
      const focused = place.contains(document.activeElement) ? document.activeElement.dataset.choose : null;
      const open = [...place.querySelectorAll("details[open][data-keep]")].map((one) => one.dataset.keep);
      const top = place.scrollTop;
      place.innerHTML = html;
      place.painted = html;
      place.scrollTop = top;
      for (const one of place.querySelectorAll("details[data-keep]")) one.open = open.includes(one.dataset.keep);
      if (focused) {
        const again = place.querySelector('[data-choose="' + CSS.escape(focused) + '"]');
        if (again) again.focus({ preventScroll: true });
      }
    }
    for (const button of place.querySelectorAll("[data-choose]")) button.setAttribute("aria-pressed", String(pins.includes(button.dataset.choose)));
  }

  function provinces(select, choice, moves) {
    if (select.painted !== moves.periods[choice.number]) {
      select.painted = moves.periods[choice.number];
      const options = select.painted.provinces.map(([id, name]) => new Option(name, id));
      select.replaceChildren(select.options[0], ...options);
    }
    select.value = choice.province || "";
  }

  /* The sheet of a province leaves the first rows of the legend in sight, whatever headings stand between them. */
  function fitSheet() {
    for (const place of document.querySelectorAll("[data-atlas-legend]")) {
      const rows = place.querySelectorAll("[data-key]");
      const last = rows[Math.min(ROWS_IN_SIGHT, rows.length) - 1];
      if (!last || !last.offsetHeight) continue;
      const height = last.getBoundingClientRect().bottom - place.getBoundingClientRect().top + place.scrollTop;
      document.documentElement.style.setProperty("--rows-in-sight", Math.ceil(height) + "px");
    }
  }

  function toggle(key) {
    page.change({ pins: shown.pins.includes(key) ? shown.pins.filter((one) => one !== key) : [...shown.pins, key] });
  }

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
    if (event.key !== "Escape" || event.defaultPrevented || !shown || document.documentElement.hasAttribute("data-atlas-elsewhere")) return;
    if (event.target.closest("[data-atlas-legend]") && shown.pins.length) page.change({ pins: [] });
    else if (event.target.closest("[data-atlas-sheet], .st-key-atlas-sheet, [data-atlas-legend], body") && shown.province) close();
  });
  window.addEventListener("resize", fitSheet);

  /* The focus was in the sheet, which goes: it goes on where a province is chosen. */
  function close() {
    const inside = document.activeElement && document.activeElement.closest(".st-key-atlas-sheet");
    page.change({ province: null });
    const list = document.querySelector("select[data-atlas-province]");
    if (inside && list) list.focus({ preventScroll: true });
  }

  page.follow(paint);
})();
