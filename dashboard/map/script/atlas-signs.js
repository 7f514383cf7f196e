/* What stands on the provinces: codes, with their marks (of dissent, of another reading) behind, and the signs of capitals.
 *
 * AtlasSigns.create(map, surface, capitalSigns) draws them. A province is named where its name lies within it, and its
 * code stands below the name; elsewhere the code stands alone where it fits.
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

  function create(map, surface, capitalSigns) {
    map.getPane("atlas-signs").setAttribute("aria-hidden", "true");
    let namedAt = null;

    function add(entry, group) {
      if (!entry.code) entry.code = sign(entry.at, "atlas-code");
      if (entry.capital && !entry.capitalSign) entry.capitalSign = sign(L.latLng(entry.capital.at[1], entry.capital.at[0]), "atlas-capital");
      for (const one of [entry.code, entry.capitalSign]) if (one) group.addLayer(one);
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
      if (capital.dataset.sign !== sign) capital.replaceChildren(picture(entry, sign));
      write(capital, { "data-sign": sign, "data-capital": status, "data-changed-hands": changedHands, "data-keys": keys });
    }

    /* Each is read from its text once: a move changes many. */
    function picture(entry, sign) {
      entry.pictures = entry.pictures || {};
      if (!entry.pictures[sign]) {
        const place = document.createElement("template");
        place.innerHTML = capitalSigns[sign];
        entry.pictures[sign] = place.content.firstElementChild;
      }
      return entry.pictures[sign];
    }

    /* To measure a province takes the browser long. Its size changes with the zoom alone; out of sight it has none. */
    function sizeOf(entry) {
      const zoom = map.getZoom();
      if (entry.measuredAt !== zoom || !entry.size.width) [entry.measuredAt, entry.size] = [zoom, surface.size(entry)];
      return entry.size;
    }

    /* ---------- names: they stay where they are from year to year ---------- */

    function nameAll(entries) {
      const key = [map.getZoom(), entries.length, entries[0] && entries[0].name].join(" ");
      if (key === namedAt || !surface.holds) return;
      namedAt = key;
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

    /* Codes stand where they fit, clear of the signs of capitals and of each other; the larger province comes first. */
    function place(entries) {
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

    return { add, place };
  }

  function sign(at, className) {
    return L.marker(at, {
      pane: "atlas-signs", interactive: false, keyboard: false,
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
