/* Playing through the periods, in the browser alone; for the dashboard, the notebook and the published page. */
(function () {
  "use strict";

  const STEP_MILLISECONDS = 1800;

  const KEYS = ["Home", "End", "PageUp", "PageDown", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];

  /* `stage` tells how many periods there are and which is shown, shows one by its number, and hears of changes. */
  function create(stage) {
    const still = window.matchMedia("(prefers-reduced-motion: reduce)");
    let timer = null;
    let loop = false;

    function playing() {
      return timer !== null;
    }

    function step() {
      stage.show((stage.current() + 1) % stage.count());
    }

    function stop(tell = true) {
      if (!playing()) return;
      clearInterval(timer);
      timer = null;
      stage.changed();
      if (tell) stage.stopped();
    }

    function play(speed) {
      if (stage.current() === stage.count() - 1) stage.show(0);
      timer = setInterval(() => {
        step();
        if (!loop && stage.current() === stage.count() - 1) stop();
      }, STEP_MILLISECONDS / speed);
      stage.changed();
    }

    /* With less motion wanted nothing moves by itself: each press is one step. */
    function press(wanted = {}) {
      loop = Boolean(wanted.loop);
      if (still.matches) {
        step();
        stage.stopped();
      } else if (playing()) stop();
      else play(wanted.speed || 1);
    }

    still.addEventListener("change", () => { stop(); stage.changed(); });
    return { playing, step, stop, press };
  }

  /* Whether a key moves a slider. Whoever takes hold of one ends the play, even where the slider stands already at what is
   * asked for: then it tells of no input. */
  function moves(event) {
    return KEYS.includes(event.key);
  }

  /* The button says what a press of it does. */
  function name(button, playing) {
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const text = still ? button.dataset.step : playing ? button.dataset.pause : button.dataset.play;
    if (button.textContent !== text) button.textContent = text;
    button.classList.toggle("playing", playing);
  }

  window.AtlasPlayer = { create, name, moves };
})();
