/* Runs in the page before any script of its own. Notes, by the clock of the page, when a key went down and when what a
 * reader sees became something else: text of the panel in the page, fills of the map in a frame of the same origin; and
 * for how long the page could do nothing else. */
(function (watched) {
  "use strict";

  const { panel, mapIn, picture } = watched;
  if (window.top !== window) return;
  const FRAME_POLL_MS = 4;
  const MAP_CHANGES = { attributes: true, attributeFilter: ["fill", "style", "data-period", "data-reading"] };
  const benchmark = { keys: [], moments: [], blocks: [] };
  window.benchmark = benchmark;
  for (const name of ["keydown", "pointerdown"]) window.addEventListener(name, (event) => benchmark.keys.push(event.timeStamp), true);

  /* Tasks of more than 50 ms; the page is told of those of its frames as well. */
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) benchmark.blocks.push({ start: startTime, duration });
  }).observe({ type: "longtask", buffered: true });

  /* Whether everything needed has changed since the key, was painted, and nothing has happened for a while. */
  benchmark.atRest = (needed, quietMs) => {
    const since = benchmark.keys[0] ?? 0;
    const last = new Map();
    for (const moment of benchmark.moments) if (moment.changed >= since) last.set(moment.what, moment);
    const there = needed.every((what) => last.has(what) && !last.get(what).empty && last.get(what).painted !== null);
    return there && performance.now() - Math.max(...[...last.values()].map((moment) => moment.changed)) > quietMs;
  };

  benchmark.longestBlock = () => {
    const since = benchmark.keys[0] ?? 0;
    return Math.max(0, ...benchmark.blocks.filter(({ start }) => start >= since).map(({ duration }) => duration));
  };

  function panelNow() {
    return [...document.querySelectorAll(panel)].map((element) => element.textContent.trim()).filter(Boolean);
  }

  function mapNow(inside) {
    const seen = [];
    for (const path of inside.querySelectorAll(".leaflet-container path, .geolayer path.choroplethlocation")) {
      const fill = (path.hasAttribute("style") && path.style.fill) || path.getAttribute("fill");
      if (fill && fill !== "none") seen.push(fill);
    }
    for (const canvas of inside.querySelectorAll(".leaflet-container canvas")) if (canvas.width) seen.push(pixelsOf(canvas));
    return seen;
  }

  /* What a map of pixels shows: one pixel of each small square of it. */
  const small = Object.assign(document.createElement("canvas"), { width: 48, height: 48 });
  const context = small.getContext("2d", { willReadFrequently: true });
  context.imageSmoothingEnabled = false;
  function pixelsOf(canvas) {
    context.clearRect(0, 0, small.width, small.height);
    context.drawImage(canvas, 0, 0, small.width, small.height);
    return String.fromCharCode(...new Uint16Array(context.getImageData(0, 0, small.width, small.height).data.buffer));
  }

  /* FNV-1a: the same for the same content, and short. */
  function digest(parts) {
    let hash = 0x811c9dc5;
    for (const part of parts) {
      for (let index = 0; index < part.length; index += 1) hash = Math.imul(hash ^ part.charCodeAt(index), 0x01000193);
      hash = Math.imul(hash ^ 0xff, 0x01000193);
    }
    return parts.length + ":" + (hash >>> 0).toString(16);
  }

  function watch(what, host, read, kinds) {
    let last = null;
    const look = () => {
      const parts = read();
      const all = parts.join("\n");
      if (all === last) return;
      last = all;
      const moment = { what, content: null, empty: !parts.length, changed: performance.now(), painted: null };
      benchmark.moments.push(moment);
      // The first task after the next frame: by then the browser has drawn it. What takes the probe long comes after that.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        moment.painted = performance.now();
        moment.content = digest(parts);
      };
      host.requestAnimationFrame(() => channel.port2.postMessage(0));
    };
    new MutationObserver(look).observe(host.document, Object.assign({ subtree: true, childList: true }, kinds));
    look();
  }

  /* A frame begins with an empty document; the one to watch takes its place a little later. */
  function follow(frame) {
    const poll = setInterval(() => {
      const inside = frame.contentDocument;
      if (frame.isConnected && (!inside || inside.URL === "about:blank")) return;
      clearInterval(poll);
      if (inside) watch("map", frame.contentWindow, () => mapNow(inside), MAP_CHANGES);
    }, FRAME_POLL_MS);
  }

  const followed = new WeakSet();
  if (mapIn === "page") watch("map", window, () => mapNow(document), MAP_CHANGES);
  else new MutationObserver(() => {
    for (const frame of document.getElementsByTagName("iframe")) {
      if (followed.has(frame)) continue;
      followed.add(frame);
      follow(frame);
    }
  }).observe(document, { subtree: true, childList: true });
  /* A picture that stands for the map until it has come, and goes again. */
  if (picture) watch("picture", window, () => [...document.querySelectorAll(picture)].map((element) => String(element.childElementCount)), {});
  watch("panel", window, panelNow, { characterData: true });
})
