/* Looks as pixels: what each pixel of a province is painted with, for maps that don't draw provinces as paths.
 *
 * AtlasPatterns.create(markups, ratio) takes SVG patterns by look. A pattern is kept once, unturned, with several
 * subpixels to a point; each of them holds the mean of what one pixel of the screen there would show, so that edges
 * are as smooth as those of a path. Looks are drawn when they are first asked for, and the others while nobody waits.
 */
(function () {
  "use strict";

  const SVG_NAMESPACE = "http://www.w3.org/2000/svg";
  const SUBPIXELS_PER_POINT = 4;
  const SHEET_PIXELS = 2048;
  const LOOKS_PER_SHEET = 100;
  const PAUSE_MILLISECONDS = 1000;
  const FADED = 0.14;
  const CHANNELS = [0, 1, 2, 3];

  /* `ratio`: pixels of the screen to a point. */
  function create(markups, ratio) {
    const cells = new Map();
    const perPixel = SUBPIXELS_PER_POINT / ratio;
    let work = Promise.resolve();

    function missing(looks) {
      return [...new Set(looks)].filter((look) => !cells.has(look));
    }

    /* One sheet after the other; who asks twice for a look does not get it drawn twice. */
    function prepare(looks) {
      work = work.then(async () => {
        const wanted = missing(looks);
        for (let from = 0; from < wanted.length; from += LOOKS_PER_SHEET) await drawSheet(wanted.slice(from, from + LOOKS_PER_SHEET));
      });
      return work;
    }

    /* A little at a time, so that who asks for a look meanwhile waits for one sheet at most. */
    function prepareOthers() {
      const others = missing(Object.keys(markups)).slice(0, LOOKS_PER_SHEET);
      if (others.length) whenIdle(() => prepare(others).then(prepareOthers));
    }

    async function drawSheet(looks) {
      const drawn = looks.map((look) => ({ look, ...measure(markups[look]) }));
      const height = arrange(drawn);
      const parts = drawn.map((one) => '<g transform="translate(' + one.left + " " + one.top + ") scale(" + SUBPIXELS_PER_POINT + ')">'
        + one.markup + '<rect width="' + one.points[0] + '" height="' + one.points[1] + '" fill="url(#' + one.id + ')"/></g>');
      const image = new Image();
      image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(
        '<svg xmlns="' + SVG_NAMESPACE + '" width="' + SHEET_PIXELS + '" height="' + height + '">' + parts.join("") + "</svg>");
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: SHEET_PIXELS, height });
      const context = canvas.getContext("2d", { willReadFrequently: true });
      context.drawImage(image, 0, 0);
      for (const one of drawn) {
        const { data } = context.getImageData(one.left, one.top, one.width, one.height);
        const smooth = smoothed(data, one.width, one.height, Math.max(1, Math.round(perPixel)));
        cells.set(one.look, {
          width: one.width,
          height: one.height,
          across: [one.cosine * perPixel, -one.sine * perPixel],
          down: [one.sine * perPixel, one.cosine * perPixel],
          bright: new Uint32Array(smooth.buffer),
          faded: null,
        });
      }
    }

    /* Where a pixel of the map falls in the pattern, and what the pattern shows there and to the right of it. */
    function of(look, faded) {
      const cell = cells.get(look);
      if (faded && !cell.faded) {
        cell.faded = cell.bright.map((colour) => ((colour & 0xffffff) | (Math.round((colour >>> 24) * FADED) << 24)) >>> 0);
      }
      return { ...cell, colours: faded ? cell.faded : cell.bright };
    }

    /* Further looks, as another reading of the atlas shows. */
    function learn(more) {
      Object.assign(markups, more);
    }

    return { missing, prepare, prepareOthers, learn, of };
  }

  /* Size and turn of a pattern, and its markup without the turn. */
  function measure(markup) {
    const number = (name) => Number(new RegExp("<pattern[^>]* " + name + '="([\\d.]+)"').exec(markup)[1]);
    const turned = /patternTransform="rotate\((-?[\d.]+)\)"/.exec(markup);
    const angle = turned ? (Number(turned[1]) * Math.PI) / 180 : 0;
    const points = [number("width"), number("height")];
    const [width, height] = points.map((side) => Math.round(side * SUBPIXELS_PER_POINT));
    return {
      markup: markup.replace(/ patternTransform="[^"]*"/, ""),
      id: /<pattern[^>]* id="([^"]+)"/.exec(markup)[1],
      points, width, height, cosine: Math.cos(angle), sine: Math.sin(angle),
    };
  }

  /* In rows from left to right; gives the height of all of them. */
  function arrange(drawn) {
    let [left, top, row] = [0, 0, 0];
    for (const one of drawn) {
      if (left + one.width > SHEET_PIXELS) [left, top, row] = [0, top + row, 0];
      [one.left, one.top] = [left, top];
      left += one.width;
      row = Math.max(row, one.height);
    }
    return top + row;
  }

  /* The mean of a square of subpixels around each, across the edges of the pattern, since it repeats itself. */
  function smoothed(data, width, height, size) {
    const weighted = new Float32Array(data.length);
    for (let at = 0; at < data.length; at += 4) {
      const alpha = data[at + 3] / 255;
      for (const channel of CHANNELS) weighted[at + channel] = channel === 3 ? data[at + 3] : data[at + channel] * alpha;
    }
    const rows = slide(weighted, width, height, size, 4, 4 * width);
    const means = slide(rows, height, width, size, 4 * width, 4);
    const result = new Uint8ClampedArray(data.length);
    for (let at = 0; at < data.length; at += 4) {
      const alpha = means[at + 3] / 255;
      for (const channel of CHANNELS) result[at + channel] = channel === 3 ? means[at + 3] : alpha && means[at + channel] / alpha;
    }
    return result;
  }

  /* Means of `size` neighbours along each line: `count` steps of `step`, on `lines` lines that are `stride` apart. */
  function slide(values, count, lines, size, step, stride) {
    const means = new Float32Array(values.length);
    const before = size >> 1;
    for (let line = 0; line < lines; line += 1) {
      for (const channel of CHANNELS) {
        const start = line * stride + channel;
        let sum = 0;
        for (let one = -before; one < size - before; one += 1) sum += values[start + mod(one, count) * step];
        for (let at = 0; at < count; at += 1) {
          means[start + at * step] = sum / size;
          sum += values[start + mod(at + size - before, count) * step] - values[start + mod(at - before, count) * step];
        }
      }
    }
    return means;
  }

  /* At least 0 and below `by`, which rounding alone would not keep. */
  function mod(value, by) {
    const rest = ((value % by) + by) % by;
    return rest < by ? rest : 0;
  }

  function whenIdle(then) {
    if (window.requestIdleCallback) window.requestIdleCallback(then);
    else setTimeout(then, PAUSE_MILLISECONDS);
  }

  window.AtlasPatterns = { create, mod };
})();
