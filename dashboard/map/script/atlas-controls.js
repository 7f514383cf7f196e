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
    let moved = false;

    /* The map moves in the next frame, all that stands beside it in the one after: of many moves in a row it shows the last.
     * Not in the first task after the frame: a reader's next key may be waiting by then. */
    function go(number) {
      stand(number);
      if (!moved) requestAnimationFrame(() => setTimeout(() => setTimeout(follow)));
      moved = true;
    }

    function stand(number) {
      const period = periods[number];
      slider.value = String(number);
      slider.setAttribute("aria-valuetext", period.label);
      atlas.then((one) => one.show({ period: period.id }));
    }

    function follow() {
      moved = false;
      const period = periods[Number(slider.value)].id;
      for (const part of root.querySelectorAll("[data-period]")) {
        if (!part.closest(".atlas-map")) part.hidden = part.dataset.period !== period;
      }
      root.dispatchEvent(new CustomEvent("atlas:period", { detail: { period } }));
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
    stand(Math.max(0, wanted));
    follow();
    return atlas;
  }

  window.AtlasControls = { mount };
})();
