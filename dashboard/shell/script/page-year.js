/* The year bar and the headline: moved by hand, by keys, and by playing through the years. */
(function () {
  "use strict";

  const SLIDER = "[data-atlas-year]";
  const page = window.AtlasPage;
  let shown = null;
  let dragging = false;
  let repeated = false;
  let played = false;

  const player = window.AtlasPlayer.create({
    count: () => shown.moves.periods.length,
    current: () => shown.choice.number,
    show: (number) => {
      moveTo(number, played);
      played = true;
    },
    stopped: () => {},
    changed: () => {
      if (!player.playing()) played = false;
      page.setPlaying(player.playing());
    },
  });

  function moveTo(number, along) {
    page.change({ period: shown.moves.periods[number].id }, along);
  }

  function paint(choice, moves) {
    const moved = !shown && [...document.querySelectorAll(SLIDER)].find((slider) => slider.value !== slider.defaultValue);
    shown = { choice, moves };
    // Before the years had come, the reader has pushed it already.
    if (moved) return moveTo(moved.value);
    if (document.documentElement.hasAttribute("data-atlas-elsewhere")) player.stop();
    const period = moves.periods[choice.number];
    for (const slider of document.querySelectorAll(SLIDER)) {
      slider.value = String(choice.number);
      slider.setAttribute("aria-valuetext", period.label);
    }
    for (const button of document.querySelectorAll("[data-atlas-play]")) {
      window.AtlasPlayer.name(button.querySelector("[data-play]"), player.playing());
      button.classList.toggle("playing", player.playing());
    }
  }

  /* To make a label bold has the page laid out anew: the map does not wait for it. */
  function paintWords(choice, moves) {
    const period = moves.periods[choice.number];
    for (const tick of document.querySelectorAll("[data-tick]")) {
      const current = tick.dataset.tick === period.id;
      // A year that has no label for want of room has one while it is shown, and the others have none.
      if (current) tick.parentElement.dataset.current = tick.className;
      tick.classList.toggle("is-current", current);
    }
    for (const one of document.querySelectorAll("[data-atlas-headline]")) window.AtlasText.say(one, period.headline);
    for (const one of document.querySelectorAll("[data-atlas-summary]")) window.AtlasText.say(one, period.summary);
    const notes = document.createElement("template");
    notes.content.append(...period.notes.map(({ text, lang }) => Object.assign(document.createElement("p"), { textContent: text, lang })));
    for (const place of document.querySelectorAll("[data-atlas-notes]")) window.AtlasText.become(place, notes.content.cloneNode(true));
  }

  const sliderOf = (event) => event.target.closest && event.target.closest(SLIDER);

  document.addEventListener("input", (event) => {
    const slider = sliderOf(event);
    if (!slider || !shown) return;
    player.stop();
    moveTo(slider.value, dragging || repeated);
    dragging = dragging || slider.matches(":active");
  });
  document.addEventListener("pointerdown", (event) => { if (sliderOf(event)) player.stop(); });
  document.addEventListener("change", (event) => { if (sliderOf(event)) dragging = false; });
  document.addEventListener("keydown", (event) => {
    if (!sliderOf(event)) return;
    repeated = event.repeat;
    if (window.AtlasPlayer.moves(event)) player.stop();
  }, true);
  document.addEventListener("keyup", () => { repeated = false; }, true);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-atlas-play]");
    if (!button) return;
    const bar = button.closest(".atlas-year");
    page.whenKnown(() => player.press({ speed: Number(bar.querySelector("[data-atlas-speed]").value), loop: bar.querySelector("[data-atlas-loop]").checked }));
  });
  // A step back or a choice elsewhere has taken the reader to another year.
  window.addEventListener("popstate", () => player.stop());

  page.follow(paint);
  page.followBeside(paintWords);
})();
