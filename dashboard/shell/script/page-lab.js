/* The laboratory: what is ticked there is written to the address, and what the address says is ticked. */
(function () {
  "use strict";

  const LISTS = ["without", "without-kinds", "without-languages", "grades"];
  const LEFT_OUT = ["without", "without-kinds", "without-languages"];
  const SEPARATOR = ",";
  const page = window.AtlasPage;
  const before = [];
  let rules = null;

  const lab = () => document.querySelector(".atlas-lab");

  /* ---------- a rule as text, as the server writes it ---------- */

  function choices(reading) {
    const given = Object.fromEntries(new URLSearchParams(reading));
    if (!reading) return { ...rules.own };
    const { rule, ...others } = given;
    return { ...rules[rule || "standard"], ...others };
  }

  /* The fewest words: the named setting that is nearest, and what differs from it. */
  function written(wanted) {
    const differing = (rule) => Object.keys(wanted).filter((key) => wanted[key] !== rule[key]);
    if (!differing(rules.own).length) return "";
    const names = Object.keys(rules).filter((name) => name !== "own");
    const nearest = names.reduce((best, name) => (differing(rules[name]).length < differing(rules[best]).length ? name : best));
    const others = differing(rules[nearest]);
    const parts = others.length && nearest === "standard" ? [] : [["rule", nearest]];
    return new URLSearchParams([...parts, ...others.map((key) => [key, wanted[key]])]).toString();
  }

  const encoded = (value) => encodeURIComponent(value).replace(/[!'()*]/g, (sign) => "%" + sign.charCodeAt(0).toString(16).toUpperCase());
  const listed = (text) => text.split(SEPARATOR).filter(Boolean).map(decodeURIComponent);
  const inText = (values) => values.map(encoded).join(SEPARATOR);

  /* ---------- what is ticked ---------- */

  function paint(choice) {
    const root = lab();
    if (!root) return;
    rules = rules || JSON.parse(root.dataset.atlasRules);
    const now = choices(choice.asked.reading);
    for (const key of LISTS) {
      const values = new Set(listed(now[key] || ""));
      const boxes = [...root.querySelectorAll('[data-lab-list="' + key + '"]')];
      for (const box of boxes) {
        box.checked = values.has(box.value);
        // Without any grade no claim would count: the last one stays.
        box.disabled = key === "grades" && values.size === 1 && box.checked;
      }
      const count = root.querySelector('[data-lab-count="' + key + '"]');
      if (count) window.AtlasText.say(count, values.size ? values.size.toLocaleString(document.documentElement.lang || "en", { numberingSystem: root.dataset.atlasNumbering }) : "");
    }
    for (const field of root.querySelectorAll("[data-lab]")) {
      const value = now[field.dataset.lab];
      if (field.type === "checkbox") field.checked = value === field.dataset.yes;
      else if (field.type !== "number") field.value = value;
      else if (field !== document.activeElement) field.value = value === "own" ? field.dataset.own : value;
    }
    const plain = (one) => JSON.stringify(Object.entries(one).filter(([key]) => !LEFT_OUT.includes(key)).sort());
    for (const button of root.querySelectorAll("[data-lab-named]")) button.setAttribute("aria-pressed", String(plain(rules[button.dataset.labNamed]) === plain(now)));
    const groups = JSON.parse(root.dataset.atlasGroups);
    const without = new Set(listed(now.without));
    for (const button of root.querySelectorAll("[data-lab-group]")) button.setAttribute("aria-pressed", String(groups[button.dataset.labGroup].every((one) => without.has(one))));
    disable(root.querySelector("[data-lab-undo]"), !before.length);
    disable(root.querySelector("[data-lab-reset]"), !choice.asked.reading);
  }

  /* Who pressed a button that is of no more use goes on from the heading's first control that is. */
  function disable(button, off) {
    const focused = button === document.activeElement;
    button.disabled = off;
    if (off && focused) lab().querySelector("[data-lab-named]").focus({ preventScroll: true });
  }

  /* ---------- changing it ---------- */

  function ask(reading) {
    const now = page.choice();
    if (reading === now.asked.reading) return paint(now);
    before.push(now.asked.reading);
    page.change({ reading });
  }

  function change(changes) {
    ask(written({ ...choices(page.choice().asked.reading), ...changes }));
  }

  function changed(field) {
    const key = field.dataset.labList;
    if (key) {
      const now = new Set(listed(choices(page.choice().asked.reading)[key] || ""));
      now[field.checked ? "add" : "delete"](field.value);
      // Grades in their own order, all else in that of the letters: so the server writes them.
      const boxes = [...lab().querySelectorAll('[data-lab-list="grades"]')].map((box) => box.value);
      return change({ [key]: inText(key === "grades" ? boxes.filter((one) => now.has(one)) : [...now].sort()) });
    }
    if (field.type === "checkbox") return change({ [field.dataset.lab]: field.checked ? field.dataset.yes : field.dataset.no });
    if (field.type !== "number") return change({ [field.dataset.lab]: field.value });
    const days = field.value === "" ? field.dataset.own : String(Math.trunc(Math.min(Number(field.max), Math.max(0, Number(field.value) || 0))));
    return change({ near: days === field.dataset.own ? "own" : days });
  }

  function named(name) {
    const now = choices(page.choice().asked.reading);
    ask(written({ ...rules[name], ...Object.fromEntries(LEFT_OUT.map((key) => [key, now[key]])) }));
  }

  /* All sources of a group, or, where all of them are left out already, none. */
  function group(name) {
    const ids = JSON.parse(lab().dataset.atlasGroups)[name];
    const now = new Set(listed(choices(page.choice().asked.reading).without));
    const all = ids.every((one) => now.has(one));
    for (const one of ids) now[all ? "delete" : "add"](one);
    change({ without: inText([...now].sort()) });
  }

  function undo() {
    const last = before.pop();
    if (last === undefined) return;
    page.change({ reading: last });
  }

  function search(field) {
    const wanted = field.value.trim().toLowerCase();
    for (const row of lab().querySelectorAll('label[data-search]:has([data-lab-list="without"])')) {
      row.hidden = Boolean(wanted) && !row.dataset.search.toLowerCase().includes(wanted) && !row.querySelector("input").checked;
    }
  }

  document.addEventListener("change", (event) => {
    if (page.choice() && event.target.matches("[data-lab], [data-lab-list]")) changed(event.target);
  });
  document.addEventListener("input", (event) => { if (event.target.matches("[data-lab-search]")) search(event.target); });
  document.addEventListener("click", (event) => {
    const pressed = (name) => page.choice() && event.target.closest("[" + name + "]");
    if (pressed("data-lab-named")) named(pressed("data-lab-named").dataset.labNamed);
    if (pressed("data-lab-group")) group(pressed("data-lab-group").dataset.labGroup);
    if (pressed("data-lab-undo")) undo();
    if (pressed("data-lab-reset")) ask("");
  });

  page.followBeside(paint);
})();
