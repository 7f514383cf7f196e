/* A map follows the year slider of the page around its frame before the server has answered, and plays through the
 * years when the page's button says so. */
(function () {
  "use strict";

  const surroundings = window.AtlasSurroundings;

  /* `current` gives the id of the period that is shown, `paint` shows another, `tell` hears where playing has stopped. */
  function create(periods, container, { current, paint, tell }) {
    const player = window.AtlasPlayer.create({
      count: () => periods.length,
      current: () => periods.findIndex((one) => one.id === current()),
      show: (number) => {
        paint(periods[number].id);
        mark();
      },
      stopped: () => {
        mark();
        tell({ period: current() });
      },
      changed: mark,
    });
    let followed = null;

    function follow(page) {
      followed = page;
      let last = sliderPeriod();
      const look = () => {
        const period = sliderPeriod();
        if (period === last && player.playing()) return;
        last = period;
        player.stop(false);
        if (period && period !== current()) paint(period);
      };
      new MutationObserver(look).observe(page.body, { subtree: true, attributes: true, attributeFilter: ["aria-valuetext"] });
      look();
      surroundings.listen(page, "click", (event) => {
        const button = event.target.closest && event.target.closest("[data-atlas-play]");
        if (!button) return;
        const bar = button.closest(".atlas-play");
        player.press({
          speed: Number(bar.querySelector("[data-atlas-speed]").value),
          loop: bar.querySelector("[data-atlas-loop]").checked,
        });
      });
      mark();
    }

    function sliderPeriod() {
      for (const slider of followed.querySelectorAll('input[type="range"][aria-valuetext]')) {
        const text = slider.getAttribute("aria-valuetext");
        const period = periods.find((one) => one.label === text);
        if (period) return period.id;
      }
      return null;
    }

    /* Whether the reader has left a period already that the server still speaks of. */
    function left(periodId) {
      const chosen = followed && sliderPeriod();
      return player.playing() || Boolean(chosen && chosen !== periodId);
    }

    /* While it plays, the map and the ticks of the slider say which period is seen; the slider comes after. */
    function mark() {
      const period = periods.find((one) => one.id === current());
      container.dataset.playing = player.playing() ? period.label : "";
      const page = surroundings.page();
      if (!page) return;
      for (const tick of page.querySelectorAll(".atlas-ticks [data-tick]")) {
        tick.classList.toggle("is-current", player.playing() && tick.dataset.tick === period.id);
      }
      for (const button of page.querySelectorAll("[data-atlas-play]")) window.AtlasPlayer.name(button, player.playing());
    }

    return { follow, left, step: player.step };
  }

  window.AtlasFollower = { create };
})();
