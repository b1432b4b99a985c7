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
const PAGES = 10, PLACES = 3, LENGTH = 30, PAUSE = 250; // ms since the last key

/** Loads the index of this page's language once; a failure is tried again with the next word. */
let index;
const load = () => (index ??= import(new URL("../pagefind/pagefind.js", import.meta.url))
  .then((pagefind) => pagefind.createInstance({ noWorker: true }))
  .catch((error) => { index = undefined; throw error; }));

/** What is typed, as the index knows it: no elided article, no sign, each figure one word. */
const normal = (text) => text
  .replace(/(?<![\p{L}\d])([cdjlmnst]|(jus|lors|puis)?qu)['’‘`´](?=\p{L})/giu, "")
  .replace(/[$%()]/g, " ")
  .replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, "");

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

/** The places of a page that hold the most of what is searched: headings, rows, terms. */
function places(page) {
  const anchors = page.anchors.filter((a) => /^(h[1-6]|span|tr|div)$/.test(a.element));
  const all = [{ id: "", text: "", location: 0 }, ...anchors.sort((a, b) => a.location - b.location)];
  let heading = "";
  all.forEach((place, i) => {
    heading = place.heading = (place.element !== "h1" && place.text) || heading;
    Object.assign(place, { end: all[i + 1]?.location ?? Infinity, score: 0, hits: [] });
  });
  for (const { location, balanced_score: score } of page.weighted_locations) {
    const place = all.findLast((each) => each.location <= location);
    place.score += score;
    place.hits.push(location);
  }
  return all.filter((place) => place.hits.length).sort((a, b) => b.score - a.score).slice(0, PLACES);
}

/** Some words around what was found, which is marked. */
function excerpt(text, { location, end, hits }) {
  const first = Math.min(...hits);
  const from = first - location < LENGTH - 8 ? location : first - 8;
  const to = Math.min(from + LENGTH, end, text.length);
  const made = element("p", from > location ? "… " : "");
  for (let i = from; i < to; i++) {
    const word = text[i].replaceAll("\u2060", "\u00a0");
    made.append(hits.includes(i) ? element("mark", word) : word, word.endsWith("’") ? "" : " ");
  }
  if (to < Math.min(end, text.length)) made.append("…");
  return made;
}

function shown(page) {
  const text = page.content.split(/\s+/);
  const made = element("li", element("h2", link(page.url, page.meta.title)));
  for (const place of places(page)) {
    const to = link(page.url + (place.id && `#${place.id}`), place.heading);
    made.append(...(place.heading ? [element("h3", to)] : []), excerpt(text, place));
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
