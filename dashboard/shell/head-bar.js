/* The head in the page: what the server makes of it is painted once for each language. */
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const place = parentElement.querySelector(".head-place");
  if (place.given !== data.html) {
    const first = document.querySelector("#atlas-opening .find-box input");
    const held = place.contains(document.activeElement) && HOLDERS.find((one) => document.activeElement.matches(one));
    place.innerHTML = data.html;
    place.given = data.html;
    if (first) place.querySelector(".find-box input").value = first.value;
    if (held) place.querySelector(held).focus();
  }
  const row = place.querySelector(".atlas-views");
  row.onscroll = () => markEdges(row);
  row.onkeydown = step;
  // The box of finds may be used before the page's script has come.
  const addresses = () => (window.AtlasPage ? window.AtlasPage.addresses() : []);
  const tell = (what, value) => setTriggerValue(what, [value, ...addresses()]);
  findIn(place.querySelector(".find-box"), data.find, (key) => tell("found", key));
  const show = () => showChosen(row);
  return joining(place, () => {
    const leave = window.AtlasHead.join(data, tell, show);
    window.addEventListener("resize", show);
    return () => {
      leave();
      window.removeEventListener("resize", show);
    };
  });
}

/* What may have the focus when the head is painted in another language. */
const HOLDERS = [".atlas-language", ".find-box input", "[data-atlas-switch]", '[tabindex="0"]'];

/* The row of views, where it is wider than the page: the chosen one is in sight, and a fading edge says that there is more. */
function markEdges(row) {
  const room = row.scrollWidth - row.clientWidth;
  // Where a language is written from the right, the row begins at 0 and goes into the negative.
  const [first, last] = getComputedStyle(row).direction === "rtl" ? [-room, 0] : [0, room];
  row.toggleAttribute("data-more-left", row.scrollLeft > first + 1);
  row.toggleAttribute("data-more-right", row.scrollLeft < last - 1);
}

function showChosen(row) {
  const chosen = row.querySelector('[aria-checked="true"]');
  if (!chosen) return;
  const [one, around] = [chosen.getBoundingClientRect(), row.getBoundingClientRect()];
  if (row.scrollWidth > row.clientWidth) row.scrollLeft += (one.left + one.right - around.left - around.right) / 2;
  markEdges(row);
}

/* One stop of the Tab key for all views; arrows go from one to the next, in the direction of the writing. */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function step(event) {
  const [from, key] = [event.target, event.key];
  if (!STEPS[key]) return;
  event.preventDefault();
  const all = [...from.parentElement.children];
  const forward = key.endsWith("Down") || key.endsWith("Up") || getComputedStyle(from).direction === "ltr" ? 1 : -1;
  const next = all[(all.indexOf(from) + STEPS[key] * forward + all.length) % all.length];
  from.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
