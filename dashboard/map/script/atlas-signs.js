/* What stands on the provinces: codes, with their marks (of dissent, of another reading) behind, and the signs of capitals.
 *
 * AtlasSigns.create(map, surface, capitalSigns, prefix) draws them; ids of the document begin with `prefix`. A province is
 * named where its name lies within it, and its code stands below the name; elsewhere the code stands alone where it fits.
 *
 * What was drawn once, of a period and a colouring, stays on a sheet of its own, out of sight while another is shown: to
 * draw it anew takes the browser longer than all else of a move. Each stands where it is by its own coordinates: whatever
 * is moved there by a transform is composed apart by the browser, at each change of the page.
 */
(function () {
  "use strict";

  const { write } = window.AtlasElements;
  const NAME_HEIGHT_PIXELS = 15;
  const NAME_MARGIN_PIXELS = 2;
  const NAME_FONT = "600 11px ";
  const NAME_SPOTS = [0, -10, 10, -20, 20, -32, 32].flatMap((down) => [0, -12, 12, -26, 26, -40, 40].map((right) => [right, down]));
  const CODE_LETTER_PIXELS = 8.6;
  const CODE_HEIGHT_PIXELS = 14;
  const CODE_SHIFTS = [0, 12, -12, 16, -16];
  const CODE_SHIFTS_ACROSS = [0, -8, 8, -16, 16, -24, 24];
  const CODE_ROOM = 1.35;
  const LOWEST_WITH_CODE_PIXELS = 26;
  const CAPITAL_PIXELS = 13;
  const SIGN_PIXELS = 22;
  const MOST_SHEETS = 4;

  function create(map, surface, capitalSigns, prefix) {
    const renderer = L.svg({ pane: "atlas-signs", padding: 0.5 }).addTo(map);
    renderer._container.setAttribute("aria-hidden", "true");
    const definitions = renderer._container.insertBefore(L.SVG.create("defs"), renderer._rootGroup);
    const defined = new Map();
    const sheets = [];
    let seen = null;
    let named = null;
    let measured = {};

    /* ---------- sheets ---------- */

    /* Shows the sheet of what is asked for; gives whether it is drawn already. */
    function lay(key) {
      const there = key && sheets.find((one) => one.key === key);
      const free = seen && !seen.key ? seen : sheets.find((one) => !one.key);
      const sheet = there || free || (sheets.length < MOST_SHEETS ? newSheet() : sheets[0]);
      if (!there) sheet.group.replaceChildren();
      sheet.key = key;
      // The one that was not shown for longest is the first to be drawn on anew.
      sheets.push(...sheets.splice(sheets.indexOf(sheet), 1));
      for (const one of sheets) one.group.toggleAttribute("hidden", one !== sheet);
      seen = sheet;
      return Boolean(there);
    }

    function newSheet() {
      const sheet = { key: null, group: renderer._rootGroup.appendChild(L.SVG.create("g")) };
      sheet.group.setAttribute("class", "atlas-sheet");
      sheets.push(sheet);
      return sheet;
    }

    /* By another reading all are drawn anew when they are shown. */
    function forget() {
      for (const one of sheets) one.key = null;
    }

    /* At another zoom all have another size and place as well. */
    function measure() {
      [named, measured] = [null, {}];
      forget();
    }

    /* ---------- one province ---------- */

    function draw(parent, name, attributes) {
      const element = L.SVG.create(name);
      write(element, attributes);
      return parent.appendChild(element);
    }

    /* The name, where there is room for it, and below it or alone the code; `x` and `y` are their middle, and the code may
     * stand `across` of it. */
    function drawCode(group, entry, { x, y, name, text, across = 0 }) {
      const code = draw(group, "g", { class: "atlas-code", "data-of": entry.id, "data-keys": entry.shown.keys.join(" ") });
      const both = name && text;
      if (name) draw(code, "text", { class: "atlas-name", x, y: both ? y - CODE_HEIGHT_PIXELS / 2 : y }).textContent = name;
      if (text) draw(code, "text", { class: "atlas-letters", x: x + across, y: both ? y + NAME_HEIGHT_PIXELS / 2 : y }).textContent = text;
    }

    function drawCapital(group, { call, shown, capitalAt }) {
      const { sign, status, changedHands } = call.capital;
      const fill = pictureOf(sign);
      if (!fill) return;
      const { x, y } = map.latLngToLayerPoint(capitalAt);
      const capital = draw(group, "rect", {
        class: "atlas-capital", fill, "data-sign": sign, "data-capital": status, "data-changed-hands": changedHands, "data-keys": shown.keys.join(" "),
      });
      // How large it is says the style: around its place.
      capital.style.setProperty("x", "calc(" + x + "px - var(--atlas-capital) / 2)");
      capital.style.setProperty("y", "calc(" + y + "px - var(--atlas-capital) / 2)");
    }

    /* The fill that shows a sign: each is read from its text once. */
    function pictureOf(sign) {
      if (capitalSigns[sign] && !defined.has(sign)) {
        const id = prefix + "sign-" + defined.size;
        defined.set(sign, "url(#" + id + ")");
        const read = document.createElement("template");
        read.innerHTML = capitalSigns[sign];
        const half = SIGN_PIXELS / 2;
        draw(definitions, "pattern", { id, width: 1, height: 1, viewBox: [-half, -half, SIGN_PIXELS, SIGN_PIXELS].join(" ") }).append(...read.content.firstElementChild.childNodes);
      }
      return defined.get(sign);
    }

    function capitalPlaces(entries) {
      return entries.filter((one) => one.capital).map((one) => {
        one.capitalAt = one.capitalAt || L.latLng(one.capital.at[1], one.capital.at[0]);
        return one.capitalAt;
      });
    }

    /* To measure a province takes the browser long. Out of sight it has no size. */
    function sizeOf(entry) {
      if (entry.measured !== measured || !entry.size.width) [entry.measured, entry.size] = [measured, surface.size(entry)];
      return entry.size;
    }

    /* ---------- names: they stay where they are from year to year ---------- */

    function nameAll(entries) {
      if (named === entries[0] || !surface.holds) return;
      named = entries[0];
      const taken = capitals(entries);
      const ruler = document.createElement("canvas").getContext("2d");
      ruler.font = NAME_FONT + getComputedStyle(map.getContainer()).fontFamily;
      for (const entry of [...entries].sort((one, other) => area(sizeOf(other)) - area(sizeOf(one)))) {
        const width = Math.max(ruler.measureText(entry.name).width, CODE_LETTER_PIXELS * 3) + 2 * NAME_MARGIN_PIXELS;
        const height = NAME_HEIGHT_PIXELS + CODE_HEIGHT_PIXELS;
        const size = sizeOf(entry);
        entry.spot = null;
        if (size.width < width || size.height < height) continue;
        const at = map.latLngToLayerPoint(entry.at);
        const free = ([right, down]) => {
          const box = around(L.point(at.x + right, at.y + down), width, height);
          return !taken.some((other) => overlap(box, other)) && surface.holds(entry, box);
        };
        const spot = NAME_SPOTS.find(free);
        if (!spot) continue;
        entry.spot = spot;
        taken.push(around(L.point(at.x + spot[0], at.y + spot[1]), width, height));
        entry.spotBox = taken[taken.length - 1];
      }
    }

    function capitals(entries) {
      return capitalPlaces(entries).map((at) => around(map.latLngToLayerPoint(at), CAPITAL_PIXELS, CAPITAL_PIXELS));
    }

    /* Codes stand where they fit, clear of the signs of capitals and of each other; the larger province comes first. What
     * has a key is kept under it. */
    function place(entries, key) {
      if (lay(key)) return;
      // Out of sight nothing has a size to be named by: what is drawn there is drawn anew.
      if (key && !entries.every((entry) => sizeOf(entry).width)) named = seen.key = null;
      nameAll(entries);
      const { group } = seen;
      const signs = capitals(entries);
      const taken = [...signs];
      for (const entry of entries) if (entry.capital) drawCapital(group, entry);
      for (const entry of entries) if (entry.spot) taken.push(entry.spotBox);
      const sized = entries.map((entry) => ({ entry, box: sizeOf(entry) }));
      sized.sort((one, other) => area(other.box) - area(one.box));
      for (const { entry, box } of sized) {
        const at = map.latLngToLayerPoint(entry.at);
        if (entry.spot) standNamed(entry, at.x + entry.spot[0], at.y + entry.spot[1]);
        else standAlone(entry, box, at);
      }

      /* A name stays from year to year; the code below it may be longer and gives way to the signs of capitals. */
      function standNamed(entry, x, y) {
        const text = entry.shown.code + entry.signs;
        const boxAt = (across) => codeBox(text, x + across, y + NAME_HEIGHT_PIXELS / 2);
        const across = CODE_SHIFTS_ACROSS.find((one) => !signs.some((other) => overlap(boxAt(one), other)));
        drawCode(group, entry, { x, y, name: entry.name, text, across });
      }

      function standAlone(entry, box, at) {
        // Where there is no room for the code, the marks of dissent and of another reading alone.
        const { signs } = entry;
        const text = [entry.shown.code + signs, signs].find((one) => one && box.width >= CODE_LETTER_PIXELS * one.length * CODE_ROOM);
        if (!text || box.height < LOWEST_WITH_CODE_PIXELS) return;
        const boxAt = (down) => codeBox(text, at.x, at.y + down);
        const shift = CODE_SHIFTS.find((one) => !taken.some((other) => overlap(boxAt(one), other)));
        if (shift === undefined) return;
        taken.push(boxAt(shift));
        drawCode(group, entry, { x: at.x, y: at.y + shift, name: "", text });
      }
    }

    return { place, forget, measure, capitals: capitalPlaces };
  }

  const area = (size) => size.width * size.height;

  function codeBox(text, x, y) {
    return around(L.point(x, y), CODE_LETTER_PIXELS * text.length, CODE_HEIGHT_PIXELS);
  }

  function around(point, width, height) {
    return { left: point.x - width / 2, right: point.x + width / 2, top: point.y - height / 2, bottom: point.y + height / 2 };
  }

  function overlap(one, other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  }

  window.AtlasSigns = { create };
})();
