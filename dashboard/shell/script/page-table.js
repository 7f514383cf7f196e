/* The table of the provinces: in the place of the map when asked for, sorted by any column, and a way to each province. */
(function () {
  "use strict";

  const page = window.AtlasPage;
  const root = document.documentElement;

  function sort(button) {
    const head = button.closest("th");
    const table = button.closest("table");
    const column = [...head.parentElement.children].indexOf(head);
    const numbers = head.hasAttribute("data-number");
    const down = head.getAttribute("aria-sort") === (numbers ? "descending" : "ascending") ? !numbers : numbers;
    for (const one of head.parentElement.children) one.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = table.tBodies[0];
    body.append(...sorted([...body.rows], column, root.lang || "en", down));
  }

  /* Rows with equal values stay in the order in which they stand. */
  function sorted(rows, column, language, down) {
    const letters = new Intl.Collator(language, { numeric: true });
    const compared = rows.map((row) => [row.children[column].dataset.sort, row]).sort(([one], [other]) => letters.compare(one, other) * (down ? -1 : 1));
    return compared.map(([, row]) => row);
  }

  function show(asTable) {
    root.toggleAttribute("data-atlas-table", asTable);
    if (asTable && page.choice()) for (const place of document.querySelectorAll("[data-atlas-provinces]")) fill(place, page.choice());
    for (const one of document.querySelectorAll("[data-atlas-as-table]")) one.setAttribute("aria-pressed", String(asTable));
  }

  /* The table is made when it is looked at, and again when what it shows is another. */
  function fill(place, { period, colour, pins, reading }) {
    const asked = new URLSearchParams({ period, colour, faction: pins.join(",") }) + (reading ? "&" + reading : "");
    const address = place.dataset.atlasProvinces + "&" + asked;
    if (place.asked === address) return;
    place.asked = address;
    place.ariaBusy = "true";
    fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(address + ": " + answer.status);
      return answer.text();
    }).then((html) => {
      if (place.asked !== address) return;
      place.innerHTML = html;
      place.ariaBusy = "false";
    }).catch((error) => {
      if (place.asked === address) place.asked = null;
      window.console.warn(error.message);
    });
  }

  document.addEventListener("click", (event) => {
    const by = event.target.closest("[data-atlas-sort]");
    if (by) sort(by);
    const province = event.target.closest("[data-atlas-province]:not(select)");
    if (province) page.change({ ...(province.dataset.atlasPeriod ? { period: province.dataset.atlasPeriod } : {}), province: province.dataset.atlasProvince });
    if (event.target.closest("[data-atlas-as-table]")) show(!root.hasAttribute("data-atlas-table"));
  });

  /* The row of tools can come anew, and says then what is shown. */
  page.followBeside(() => show(root.hasAttribute("data-atlas-table")));
})();
