/* The year slider of pages without a server: AtlasControls.mount(root, map, config) draws the map and moves it.
 *
 * `root` holds a range input, a button to play, and parts with `data-period`, of which those of the current period show.
 * Others can follow: a move sends `atlas:period` from `root`, a choice on the map sends `atlas:choose`.
 */
(function () {
  "use strict";

  const STEP_MILLISECONDS = 1800;

  function mount(root, map, config) {
    const periods = config.calls.periods;
    const slider = root.querySelector('input[type="range"]');
    const button = root.querySelector("button.play");
    const still = window.matchMedia("(prefers-reduced-motion: reduce)");
    let timer = null;

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

    /* With less motion wanted nothing moves by itself: each press is one step. */
    function name() {
      button.textContent = still.matches ? button.dataset.step : timer ? button.dataset.pause : button.dataset.play;
      button.classList.toggle("playing", Boolean(timer));
    }

    function stop() {
      clearInterval(timer);
      timer = null;
      name();
    }

    function step() {
      go((Number(slider.value) + 1) % periods.length);
    }

    function play() {
      if (Number(slider.value) === periods.length - 1) go(0);
      timer = setInterval(() => {
        step();
        if (Number(slider.value) === periods.length - 1) stop();
      }, STEP_MILLISECONDS);
      name();
    }

    slider.addEventListener("input", () => { stop(); go(Number(slider.value)); });
    button.addEventListener("click", () => { if (still.matches) step(); else if (timer) stop(); else play(); });
    still.addEventListener("change", stop);
    button.hidden = periods.length < 2;
    name();
    go(Math.max(0, wanted));
    return atlas;
  }

  window.AtlasControls = { mount };
})();
