/* What stands on the provinces: codes, with their marks (of dissent, of another reading) behind, and the signs of capitals.
 *
 * AtlasSigns.create(map, surface, capitalSigns) draws them. A province is named where its name lies within it, and its
 * code stands below the name; elsewhere the code stands alone where it fits.
 *
 * What was drawn once, of a period and a colouring, stays on a sheet of its own, hidden while another is shown: to draw
 * it anew takes the browser longer than all else of a move.
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
  const CODE_ROOM = 1.35;
  const LOWEST_WITH_CODE_PIXELS = 26;
  const CAPITAL_PIXELS = 13;
  const MOST_SHEETS = 4;

  function create(map, surface, capitalSigns) {
    map.getPane("atlas-signs").setAttribute("aria-hidden", "true");
    const pictures = {};
    const sheets = [];
    let seen = null;
    let named = null;
    let measured = {};

    function add(entry, group, pane = "atlas-signs") {
      entry.code = entry.code || sign(entry.at, "atlas-code", pane);
      if (entry.capital && !entry.capitalSign) entry.capitalSign = sign(L.latLng(entry.capital.at[1], entry.capital.at[0]), "atlas-capital", pane);
      for (const one of [entry.code, entry.capitalSign]) if (one) group.addLayer(one);
    }

    /* ---------- sheets ---------- */

    /* Shows the sheet of what is asked for; gives whether it is drawn already. */
    function lay(key, entries) {
      const there = sheets.find((one) => one.key === key);
      const free = seen && !seen.key ? seen : sheets.find((one) => !one.key);
      const sheet = there || free || (sheets.length < MOST_SHEETS ? newSheet() : sheets[0]);
      if (sheet.of !== entries[0]) fill(sheet, entries);
      else for (const [entry, signs] of sheet.signs) Object.assign(entry, signs);
      sheet.key = key;
      // The one that was not shown for longest is the first to be drawn on anew.
      sheets.push(...sheets.splice(sheets.indexOf(sheet), 1));
      for (const one of sheets) if (one.pane.hidden !== (one !== sheet)) one.pane.hidden = one !== sheet;
      seen = sheet;
      return sheet === there;
    }

    function newSheet() {
      const name = "atlas-signs-" + sheets.length;
      const sheet = { name, pane: map.createPane(name, map.getPane("atlas-signs")), group: L.layerGroup().addTo(map) };
      sheet.pane.classList.add("atlas-sheet");
      sheets.push(sheet);
      return sheet;
    }

    function fill(sheet, entries) {
      sheet.group.clearLayers();
      sheet.signs = new Map();
      sheet.of = entries[0];
      for (const entry of entries) {
        entry.code = entry.capitalSign = null;
        add(entry, sheet.group, sheet.name);
        sheet.signs.set(entry, { code: entry.code, capitalSign: entry.capitalSign });
      }
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

    function paint(entry) {
      const { call, shown } = entry;
      const keys = shown.keys.join(" ");
      const code = entry.code.getElement();
      if (!code.firstChild) code.append(document.createElement("span"), document.createElement("b"));
      const [name, letters] = code.children;
      const text = entry.spot ? shown.code + entry.signs : entry.text || "";
      say(letters, text);
      say(name, entry.spot ? entry.name : "");
      write(code, { "data-of": entry.id, "data-keys": keys });
      if (!entry.capitalSign) return;
      const capital = entry.capitalSign.getElement();
      const { sign, status, changedHands } = call.capital;
      if (capital.dataset.sign !== sign) capital.replaceChildren(picture(sign));
      write(capital, { "data-sign": sign, "data-capital": status, "data-changed-hands": changedHands, "data-keys": keys });
    }

    /* Each is read from its text once. */
    function picture(sign) {
      if (!pictures[sign]) {
        const place = document.createElement("template");
        place.innerHTML = capitalSigns[sign];
        pictures[sign] = place.content;
      }
      return pictures[sign].cloneNode(true);
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
      return entries.filter((one) => one.capital).map((one) => around(map.latLngToLayerPoint(one.capitalSign.getLatLng()), CAPITAL_PIXELS, CAPITAL_PIXELS));
    }

    /* Codes stand where they fit, clear of the signs of capitals and of each other; the larger province comes first. What
     * has a key is kept under it. */
    function place(entries, key) {
      if (key && lay(key, entries)) return;
      // Out of sight nothing has a size to be named by: what is drawn there is drawn anew.
      if (key && !entries.every((entry) => sizeOf(entry).width)) named = seen.key = null;
      nameAll(entries);
      const sized = entries.map((entry) => ({ entry, box: sizeOf(entry) }));
      for (const entry of entries) paint(entry);
      const taken = capitals(entries);
      for (const entry of entries) if (entry.spot) taken.push(entry.spotBox);
      sized.sort((one, other) => area(other.box) - area(one.box));
      for (const { entry, box } of sized) {
        const element = entry.code.getElement();
        if (entry.spot) {
          element.hidden = false;
          shiftTo(element, ...entry.spot);
          continue;
        }
        // Where there is no room for the code, the marks of dissent and of another reading alone.
        const { signs } = entry;
        const text = [entry.shown.code + signs, signs].find((one) => one && box.width >= CODE_LETTER_PIXELS * one.length * CODE_ROOM);
        const fits = text && box.height >= LOWEST_WITH_CODE_PIXELS;
        const width = fits ? CODE_LETTER_PIXELS * text.length : 0;
        const at = map.latLngToLayerPoint(entry.at);
        const shift = fits ? CODE_SHIFTS.find((one) => !taken.some((other) => overlap(around(L.point(at.x, at.y + one), width, CODE_HEIGHT_PIXELS), other))) : undefined;
        element.hidden = shift === undefined;
        if (shift === undefined) continue;
        entry.text = text;
        say(element.lastChild, text);
        taken.push(around(L.point(at.x, at.y + shift), width, CODE_HEIGHT_PIXELS));
        shiftTo(element, 0, shift);
      }
    }

    return { add, place, forget, measure };
  }

  function sign(at, className, pane) {
    return L.marker(at, {
      pane, interactive: false, keyboard: false,
      icon: L.divIcon({ className, html: "", iconSize: [0, 0] }),
    });
  }

  function say(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  function shiftTo(element, right, down) {
    const at = right + "px " + down + "px";
    if (element.at !== at) element.style.translate = element.at = at;
  }

  const area = (size) => size.width * size.height;

  function around(point, width, height) {
    return { left: point.x - width / 2, right: point.x + width / 2, top: point.y - height / 2, bottom: point.y + height / 2 };
  }

  function overlap(one, other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  }

  window.AtlasSigns = { create };
})();
