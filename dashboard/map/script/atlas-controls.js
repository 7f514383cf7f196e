/* The year slider of pages without a server: AtlasControls.mount(root, map, config) draws the map and moves it.
 *
 * `root` holds a range input, a button to play, and parts with `data-period`, of which those of the current period show.
 * Others can follow: a move sends `atlas:period` from `root`, a choice on the map sends `atlas:choose`.
 */
(function () {
  "use strict";

  function mount(root, map, config) {
    const periods = config.calls.periods;
    const slider = root.querySelector('input[type="range"]');
    const button = root.querySelector("button.play");

    if (config.language && !document.documentElement.lang) document.documentElement.lang = config.language;
    const wanted = periods.findIndex((one) => one.id === (config.state || {}).period);
    const atlas = ControlAtlas.mount(map, config);

    function go(number) {
      const period = periods[number];
      slider.value = String(number);
      slider.setAttribute("aria-valuetext", period.label);
      for (const part of root.querySelectorAll("[data-period]")) {
        if (!part.closest(".atlas-map")) part.hidden = part.dataset.period !== period.id;
      }
      atlas.then((one) => one.show({ period: period.id }));
      root.dispatchEvent(new CustomEvent("atlas:period", { detail: { period: period.id } }));
    }

    const player = window.AtlasPlayer.create({
      count: () => periods.length,
      current: () => Number(slider.value),
      show: go,
      stopped: name,
      changed: name,
    });

    function name() {
      window.AtlasPlayer.name(button, player.playing());
    }

    slider.addEventListener("keydown", (event) => { if (window.AtlasPlayer.moves(event)) player.stop(); });
    slider.addEventListener("pointerdown", () => player.stop());
    slider.addEventListener("input", () => { player.stop(); go(Number(slider.value)); });
    button.addEventListener("click", () => player.press());
    button.hidden = periods.length < 2;
    name();
    go(Math.max(0, wanted));
    return atlas;
  }

  window.AtlasControls = { mount };
})();
