// Search. Only the search page loads this, and it loads the index only when there is
// something to search for. The words come from data-… on the .search element.
const root = document.querySelector(".search");
const form = root.querySelector("form");
const field = form.querySelector("input");
const status = root.querySelector(".search-status");
const list = root.querySelector(".finds");
const more = root.querySelector(".search-more");
const words = root.dataset;
const language = document.documentElement.lang;
const PAGES = 6, PLACES = 3, LENGTH = 30, PAUSE = 250; // ms since the last key
// A title says most; a word that is repeated says less than Pagefind takes it to say.
const RANKING = { metaWeights: { title: 10 }, termFrequency: 0.5 };

/** Loads the index of this page's language once; a failure is tried again with the next word. */
let index;
const load = () => (index ??= import(new URL("../pagefind/pagefind.js", import.meta.url))
  .then((pagefind) => pagefind.createInstance({ noWorker: true, ranking: RANKING }))
  .catch((error) => { index = undefined; throw error; }));

/** What is typed, as the index knows it: no elided article, no sign, each figure one word. */
const normal = (text) => text
  .replace(/(?<![\p{L}\d])([cdjlmnst]|(jus|lors|puis)?qu)['’‘`´](?=\p{L})/giu, "")
  .replace(/[$%()]/g, " ")
  .replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, "");

/** What the index holds, as the page has it: elided articles and figures are put together. */
const restored = (text) => text.replaceAll("\u2060", "\u00a0")
  .replace(/(?<![\p{L}\d])(([cdjlmnst]|(jus|lors|puis)?qu)’) /giu, "$1");

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function link(href, ...children) {
  const made = element("a", ...children);
  made.href = href;
  return made;
}

/** The places of a page that hold the most of what is searched, one under each heading. */
function places(page) {
  const anchors = page.anchors.filter((a) => /^(h[1-6]|tr|div)$/.test(a.element)
    || (a.element === "span" && a.text)); // the name of an area; the meaning of a term has no text
  const all = [{ id: "", text: "", location: 0 }, ...anchors.sort((a, b) => a.location - b.location)];
  const best = new Map();
  let heading = "";
  all.forEach((place, i) => {
    heading = (place.element !== "h1" && place.text) || heading;
    const end = all[i + 1]?.location ?? Infinity;
    const found = page.weighted_locations.filter((w) => w.location >= place.location && w.location < end);
    const score = found.reduce((sum, w) => sum + w.balanced_score, 0);
    if (score <= (best.get(heading)?.score ?? 0)) return;
    const start = place.location + (place.text ? place.text.split(/\s+/).length : 0);
    const id = place.element === "h1" ? "" : place.id;
    best.set(heading, { id, heading, start, end, score, hits: found.map((w) => w.location) });
  });
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, PLACES);
}

/** Some words around what was found, which is marked. */
function excerpt(text, { start: begin, end, hits }) {
  const start = begin + (text[begin] === ".");
  const first = hits.find((hit) => hit >= start) ?? start;
  const from = first - start < LENGTH - 8 ? start : first - 8;
  const last = Math.min(end, text.length), to = Math.min(from + LENGTH, last);
  const made = element("p", from > start ? "… " : "");
  for (let i = from; i < to; i++) {
    const word = restored(`${text[i]} `);
    made.append(...(hits.includes(i) ? [element("mark", word.trim()), /\s?$/.exec(word)[0]] : [word]));
  }
  made.append(to < last ? "…" : "");
  return made;
}

/** A page as a heading with its places; what stands under no heading comes first. */
function shown(page) {
  const text = page.content.split(/\s+/), found = places(page), at = ({ id }) => page.url + (id && `#${id}`);
  const above = found.find((place) => !place.heading);
  const made = element("li", element("h2", link(above ? at(above) : page.url, restored(page.meta.title))));
  if (above) made.append(excerpt(text, above));
  for (const place of found) {
    if (place.heading) made.append(element("h3", link(at(place), restored(place.heading))), excerpt(text, place));
  }
  return made;
}

function told(count, query) {
  const form = count ? new Intl.PluralRules(language).select(count) : "zero";
  const said = (words[form] ?? words.other).replace("{n}", () => count.toLocaleString(`${language}-CA`));
  return said.replace("{query}", () => query) + (count ? "" : ` ${words.help}`);
}

let latest = 0, rest = [];

/** Appends the next pages, unless another search has begun since. */
async function next(turn) {
  const pages = await Promise.all(rest.splice(0, PAGES).map((result) => result.data()));
  if (turn !== latest) return;
  list.append(...pages.map(shown));
  more.hidden = !rest.length;
}

async function search() {
  const turn = ++latest, query = field.value.trim(), address = new URL(location);
  query ? address.searchParams.set("q", query) : address.searchParams.delete("q");
  history.replaceState(null, "", address);
  list.replaceChildren();
  more.hidden = true;
  status.textContent = query && words.searching;
  if (!query) return;
  try {
    const { results } = await (await load()).search(normal(query));
    if (turn !== latest) return;
    rest = results;
    status.textContent = told(results.length, query);
    await next(turn);
  } catch {
    if (turn === latest) status.textContent = words.failed;
  }
}

let wait;
field.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(search, PAUSE); });
form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(wait); search(); });
more.addEventListener("click", async () => {
  const seen = list.children.length;
  await next(latest);
  list.children[seen]?.querySelector("a").focus();
});

root.querySelector(".search-script").hidden = true;
field.value = new URLSearchParams(location.search).get("q") ?? "";
if (field.value) search();
