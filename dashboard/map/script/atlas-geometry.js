/* Geometry and calls as they come from the server, or stand in the page: AtlasGeometry.load, unpack, toLatLngs. */
(function () {
  "use strict";

  function load(source) {
    if (typeof source !== "string") return Promise.resolve(source);
    return fetch(source).then(function (answer) {
      if (!answer.ok) throw new Error(source + ": " + answer.status);
      return answer.json();
    });
  }

  function toLatLngs(ring) {
    return ring.map(([longitude, latitude]) => [latitude, longitude]);
  }

  /* Packed paths are encoded polylines, longitude first: differences of whole numbers, five bits a letter. */
  function unpackPath(text, scale) {
    const numbers = [];
    let [value, shift] = [0, 0];
    for (const letter of text) {
      const chunk = letter.charCodeAt(0) - 63;
      value |= (chunk & 31) << shift;
      shift += 5;
      if (chunk < 32) {
        numbers.push(value & 1 ? ~(value >> 1) : value >> 1);
        [value, shift] = [0, 0];
      }
    }
    const points = [];
    let [x, y] = [0, 0];
    for (let at = 0; at < numbers.length; at += 2) {
      x += numbers[at];
      y += numbers[at + 1];
      points.push([x / scale, y / scale]);
    }
    return points;
  }

  /* Paths are lists of numbers of arcs; a negative one is run through from its end. The next begins where one ends. */
  function unpack(geometry) {
    const arcs = geometry.arcs.map((arc) => unpackPath(arc, geometry.scale));
    const arcOf = (number) => (number < 0 ? [...arcs[-number - 1]].reverse() : arcs[number]);
    const path = (numbers) => numbers.flatMap((number, place) => (place ? arcOf(number).slice(1) : arcOf(number)));
    return geometry.geometries.map(({ provinces, lines }) => ({
      provinces: provinces.map((one) => ({ ...one, polygons: one.polygons.map((rings) => rings.map(path)) })),
      lines: lines.map((one) => ({ ...one, paths: one.paths.map(path) })),
    }));
  }

  window.AtlasGeometry = { load, unpack, toLatLngs };
})();
