/* The card beside the pointer: AtlasCard.create(map) has `fill(key, markup, dress)`, `text`, `place`, `hide`, `forget`. */
(function () {
  "use strict";

  const OFFSET_PIXELS = 14;

  function create(map) {
    const card = document.createElement("div");
    card.className = "atlas-card";
    card.hidden = true;
    card.setAttribute("aria-hidden", "true");
    map.getContainer().appendChild(card);

    /* What is there under the same key is left as it is. */
    function fill(key, markup, dress) {
      if (card.dataset.key === key) return;
      card.innerHTML = markup;
      dress(card);
      card.dataset.key = key;
    }

    function text(lines, point) {
      card.replaceChildren(...paragraphs(lines.split("\n")));
      card.dataset.key = "";
      place(point);
    }

    /* Without a point it stays where it is. */
    function place(point) {
      card.hidden = false;
      if (!point) return;
      const size = map.getSize();
      const left = point.x + OFFSET_PIXELS + card.offsetWidth > size.x
        ? point.x - OFFSET_PIXELS - card.offsetWidth
        : point.x + OFFSET_PIXELS;
      const top = Math.min(point.y + OFFSET_PIXELS, size.y - card.offsetHeight - 4);
      card.style.transform = "translate(" + Math.max(4, left) + "px," + Math.max(4, top) + "px)";
    }

    function hide() {
      card.hidden = true;
    }

    /* What is told is no longer so: the next time it is filled anew. */
    function forget() {
      card.dataset.key = "";
    }

    return { fill, text, place, hide, forget };
  }

  /* Stops that follow each other and look alike are one run; of many runs those around the current stop, and how many there
   * are before and after them. A stop without a look is in none. */
  function runs(looks, current, most) {
    const all = [];
    looks.forEach((look, number) => {
      const last = all[all.length - 1];
      if (last && last.look === look) last.last = number;
      else all.push({ first: number, last: number, look });
    });
    const found = all.filter((one) => one.look !== null);
    const here = Math.max(0, found.findIndex((one) => one.first <= current && current <= one.last));
    const before = Math.max(0, Math.min(here - Math.floor(most / 2), found.length - most));
    return { shown: found.slice(before, before + most), before, after: Math.max(0, found.length - before - most) };
  }

  function paragraphs(lines) {
    return lines.map((line) => Object.assign(document.createElement("p"), { textContent: line }));
  }

  window.AtlasCard = { create, paragraphs, runs };
})();
