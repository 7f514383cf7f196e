/* Two maps side by side that move together, and a map of what changed between them; all in one frame.
 *
 * AtlasCompare.mount(map, config) takes the map of the frame as the first of them; AtlasCompare.show(state) says which
 * periods are compared, whether both or what changed is seen, and which province is chosen.
 */
(function () {
  "use strict";

  let panes = null;
  let wanted = null;
  let changeAddress = null;

  async function mount(map, config) {
    const container = map.getContainer();
    const grid = document.createElement("div");
    grid.className = "atlas-compare";
    container.parentElement.insertBefore(grid, container);
    grid.append(container);
    const second = L.map(pane(grid), map.options);
    second.attributionControl.setPrefix(false);
    const shared = { geometry: config.geometry, calls: config.calls };
    const both = [
      { map, atlas: await ControlAtlas.mount(map, { ...shared, frameTitle: config.frameTitle }) },
      { map: second, atlas: await ControlAtlas.mount(second, shared) },
    ];
    panes = { grid, both, change: null, config, options: map.options };
    link(map, second);
    grid.addEventListener("atlas:choose", (event) => {
      for (const one of all()) one.atlas.show({ province: event.detail.province });
    });
    if (wanted) await apply(wanted);
    grid.dataset.ready = "true";
  }

  function pane(grid) {
    const element = document.createElement("div");
    grid.append(element);
    return element;
  }

  function all() {
    return panes.change ? [...panes.both, panes.change] : panes.both;
  }

  function link(first, second) {
    let moving = false;
    for (const [one, other] of [[first, second], [second, first]]) {
      one.on("move", () => {
        if (moving || !other.getSize().x) return;
        moving = true;
        other.setView(one.getCenter(), one.getZoom(), { animate: false });
        moving = false;
      });
    }
    second.setView(first.getCenter(), first.getZoom(), { animate: false });
  }

  /* One after the other: a map of what changed is made while the next wish may arrive already. */
  let work = Promise.resolve();

  function show(next) {
    wanted = next;
    if (panes) work = work.then(() => apply(next));
  }

  async function apply(next) {
    panes.grid.dataset.mode = next.mode;
    panes.both.forEach((one, number) => {
      one.atlas.show({ period: next.periods[number].id, province: next.province, pins: next.pins });
      ControlAtlas.say(one.map.getContainer(), next.periods[number].label);
    });
    if (next.mode === "change") await showChange(next);
  }

  /* Each pair of periods has calls of its own, so the map of what changed is made anew for another pair. */
  async function showChange(next) {
    if (changeAddress !== next.changes) {
      changeAddress = next.changes;
      if (panes.change) {
        panes.change.map.remove();
        ControlAtlas.maps.delete(panes.change.element);
        panes.change.element.remove();
      }
      const element = pane(panes.grid);
      element.classList.add("change");
      const map = L.map(element, panes.options);
      panes.change = { element, map, atlas: await ControlAtlas.mount(map, { geometry: panes.config.geometry, calls: next.changes }) };
    }
    panes.change.atlas.show({ province: next.province, pins: next.pins });
  }

  window.AtlasCompare = { mount, show };
})();
