const MOST = 200;
const PAUSE_MILLISECONDS = 200;
/* A year, in the digits of any language: with a place beside it, the server has an answer. */
const YEAR = /\p{Nd}{4}/u;

/* Finds in a box, which has its field; `choose` hears of what is taken. */
function findIn(root, data, choose) {
  const isNew = !root.find;
  root.find = { data, choose };
  if (isNew) build(root);
}

function build(root) {
  const input = root.querySelector("input");
  const list = document.createElement("ul");
  list.id = "find-list";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", root.find.data.label);
  input.autocomplete = "off";
  input.spellcheck = false;
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  root.append(list);

  let answered = "";
  let answer = null;
  let waiting = 0;

  function show() {
    const typed = input.value.trim();
    const found = typed && root.rows ? search(root.rows, root.find.data.rules, typed) : [];
    const told = answered === typed ? answer : null;
    list.replaceChildren(...(told ? [answerOption(told, root.find.data.open)] : []), ...found.map((one, number) => option(one, number)));
    if (typed && root.rows && !found.length && !told) list.append(nothing(root.find.data.nothing));
    list.hidden = !typed || !(root.rows || told);
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(found.length || told ? 0 : -1);
    if (answered !== typed) ask(typed);
    if (typed) whenLoaded(show);
  }

  /* For what was typed before the rows came; what fails to come is asked for again with the next letter. */
  function whenLoaded(then) {
    if (!root.rows) load(root).then(() => { if (root.rows) then(); });
  }

  function takeFirst() {
    show();
    const first = list.querySelector("[data-key]");
    if (first) take(first);
  }

  /* Who types on does not wait for the answer to half of a question. */
  function ask(typed) {
    clearTimeout(waiting);
    [answered, answer] = [typed, null];
    if (!YEAR.test(typed)) return;
    waiting = setTimeout(async () => {
      const { answers, language } = root.find.data;
      const reading = window.AtlasPage ? window.AtlasPage.reading() : "";
      const address = answers + "?" + new URLSearchParams({ q: typed, language }) + (reading ? "&" + reading : "");
      const told = await fetch(address).then((given) => (given.ok ? given.json() : null)).catch(() => null);
      if (!told || answered !== typed || input.value.trim() !== typed) return;
      answer = told;
      if (!list.hidden) show();
    }, PAUSE_MILLISECONDS);
  }

  function mark(number) {
    const options = [...list.querySelectorAll("[data-key]")];
    options.forEach((one, place) => one.setAttribute("aria-selected", String(place === number)));
    if (options[number]) {
      input.setAttribute("aria-activedescendant", options[number].id);
      options[number].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function take(element) {
    input.value = "";
    close();
    root.find.choose(element.dataset.key);
  }

  input.oninput = show;
  input.onpointerenter = () => load(root);
  input.onfocus = () => {
    load(root);
    if (input.value.trim()) show();
  };
  input.onblur = close;
  input.onkeydown = (event) => {
    const options = [...list.querySelectorAll("[data-key]")];
    const now = options.findIndex((one) => one.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) show();
      else mark((now + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length);
      event.preventDefault();
    } else if (event.key === "Enter") {
      if (!list.hidden && options[now]) take(options[now]);
      else if (input.value.trim()) whenLoaded(takeFirst);
      event.preventDefault();
    } else if (event.key === "Escape") {
      if (list.hidden) input.value = "";
      close();
      event.stopPropagation();
    }
  };
  // A press would take the focus from the box, and the list with it, before it is heard.
  list.onpointerdown = (event) => event.preventDefault();
  list.onclick = (event) => {
    const pressed = event.target.closest("[data-key]");
    if (pressed) take(pressed);
  };
}

/* What can be found comes when somebody turns to the box: of thousands of places it is much. */
function load(root) {
  const address = root.find.data.rows;
  if (root.loading !== address) {
    [root.loading, root.rows] = [address, null];
    root.loaded = fetch(address)
      .then((given) => (given.ok ? given.json() : null))
      .catch(() => null)
      .then((rows) => {
        if (root.loading !== address) return;
        root.rows = rows;
        if (!rows) root.loading = "";
      });
  }
  return root.loaded;
}

function option(one, number) {
  const element = document.createElement("li");
  element.id = "find-option-" + number;
  element.setAttribute("role", "option");
  element.dataset.key = one.key;
  const name = document.createElement("bdi");
  name.textContent = one.name;
  element.append(name, " ", small(one.about));
  if (one.matched) element.append(" ", small(one.matched));
  return element;
}

/* The answer to a question, which leads to the map that it speaks of. */
function answerOption(told, open) {
  const element = document.createElement("li");
  element.id = "find-answer";
  element.className = "answer";
  element.setAttribute("role", "option");
  element.dataset.key = ["answer", told.period_id, told.province_id].join(" ");
  const sentences = document.createElement("span");
  sentences.dir = "auto";
  sentences.textContent = told.sentences.join(" ");
  const link = small(open);
  link.className = "open";
  element.append(sentences, " ", small(told.evidence.join(" ")), " ", link);
  return element;
}

function small(text) {
  const element = document.createElement("small");
  const inner = document.createElement("bdi");
  inner.textContent = text;
  element.append(inner);
  return element;
}

function nothing(text) {
  const element = document.createElement("li");
  element.className = "nothing";
  element.setAttribute("role", "option");
  element.setAttribute("aria-disabled", "true");
  element.textContent = text;
  return element;
}

/* What was typed, as the server writes the names that it is looked for in. */
export function heard(text, rules) {
  const letters = [...text.toLowerCase()].map((letter) => rules.letters[letter] || letter).join("");
  let bare = "";
  for (const letter of letters.normalize("NFKD").replace(/\p{M}/gu, "")) {
    if (rules.dropped.includes(letter)) continue;
    bare += rules.spaced.includes(letter) ? " " : letter;
  }
  bare = bare.split(/\s+/).filter(Boolean).join(" ");
  for (const [written, sound] of Object.entries(rules.sounds)) bare = bare.replaceAll(written, sound);
  return bare.replace(/([\p{L}_])\1/gu, "$1");
}

/* Names that begin so, then those with a word that does, then those that hold it; a thing's own name before others. */
export function search(rows, rules, typed) {
  const wanted = heard(typed, rules);
  if (!wanted) return [];
  const found = [];
  rows.forEach(([key, name, about, spellings, texts], order) => {
    let best = null;
    texts.forEach((text, number) => {
      const rank = fit(text, wanted);
      if (rank !== null && (best === null || rank + (number ? 1 : 0) < best.rank)) best = { rank: rank + (number ? 1 : 0), number };
    });
    if (best) found.push({ key, name, about, matched: best.number ? spellings[best.number - 1] : "", rank: best.rank, order });
  });
  return found.sort((one, other) => one.rank - other.rank || one.order - other.order).slice(0, MOST);
}

function fit(text, wanted) {
  if (text === wanted) return 0;
  if (text.startsWith(wanted)) return 2;
  if ((" " + text).includes(" " + wanted)) return 4;
  const words = text.split(" ");
  if (wanted.split(" ").every((one) => words.some((word) => word.startsWith(one)))) return 6;
  return wanted.length > 2 && text.includes(wanted) ? 8 : null;
}
