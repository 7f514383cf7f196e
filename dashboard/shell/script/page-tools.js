/* The row below the map: layers, full screen, and the way to what there is to take away; and the hint of the first visit. */
(function () {
  "use strict";

  const HINT = "atlas-hint-seen";
  const page = window.AtlasPage;
  const root = document.documentElement;

  function paint(choice) {
    for (const box of document.querySelectorAll("[data-atlas-layer]")) box.checked = choice.layers.includes(box.dataset.atlasLayer);
    root.dataset.atlasLayers = choice.layers.join(" ");
    if (choice.province) dismiss();
    for (const hint of document.querySelectorAll("[data-atlas-hint]")) hint.hidden = dismissed();
  }

  /* ---------- layers ---------- */

  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-atlas-layer]")) return;
    const checked = [...document.querySelectorAll("[data-atlas-layer]:checked")];
    page.showPrivateLayers(checked.filter((box) => box.hasAttribute("data-atlas-private")).map((box) => box.dataset.atlasLayer));
    page.change({ layers: checked.filter((box) => !box.hasAttribute("data-atlas-private")).map((box) => box.dataset.atlasLayer) });
  });

  /* ---------- full screen ---------- */

  async function fullScreen() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await root.requestFullscreen();
  }

  document.addEventListener("fullscreenchange", () => { root.toggleAttribute("data-atlas-full", Boolean(document.fullscreenElement)); });

  /* ---------- take away ---------- */

  function takeAway(what) {
    const around = document.querySelector("details.take-away");
    if (!around) return;
    around.open = true;
    const target = around.querySelector(what === "download" ? "a[data-file], a[download]" : "#take-away-" + what);
    (target || around).scrollIntoView({ block: "center" });
    if (target) target.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-atlas-full-screen]")) fullScreen();
    const way = event.target.closest("[data-atlas-go]");
    if (way) takeAway(way.dataset.atlasGo);
    if (event.target.closest("[data-atlas-hint] button")) {
      dismiss();
      for (const hint of document.querySelectorAll("[data-atlas-hint]")) hint.hidden = true;
    }
    for (const menu of document.querySelectorAll("details.atlas-menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest && event.target.closest("details.atlas-menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
    event.preventDefault();
  }, true);

  /* ---------- the hint ---------- */

  /* Where a browser keeps nothing, the hint comes again. */
  function dismissed() {
    try {
      return window.localStorage.getItem(HINT) !== null;
    } catch (error) {
      return false;
    }
  }

  function dismiss() {
    try {
      window.localStorage.setItem(HINT, "yes");
    } catch (error) { /* It comes again. */ }
  }

  /* ---------- embedded ---------- */

  function fullPage() {
    const address = new URL(window.location.href);
    address.searchParams.delete("embed");
    for (const link of document.querySelectorAll("[data-atlas-full-page]")) link.href = address.href;
  }

  page.followBeside(paint);
  page.followBeside(fullPage);
})();
