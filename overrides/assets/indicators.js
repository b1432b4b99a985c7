// The list of all indicators: filters and an order, kept in the address so that they can be
// shared. Without this script the whole list stands, in the order of the alphabet, and no form.
// The words come from data-… on the form.
const form = document.querySelector(".filters");
const table = document.querySelector(".indicators table");
const count = form.querySelector("[role=status]");
const letters = document.querySelector(".letters");
const toggles = document.querySelectorAll("a[rel=alternate]");
const language = document.documentElement.lang;

/** A text as it is searched: without capitals, accents, ligatures and curly apostrophes. */
const folded = (text) => text.toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae")
  .replaceAll("’", "'").normalize("NFKD").replace(/\p{M}/gu, "");

/** Each indicator is a table body, each of its rows a scorecard that reports it. */
const indicators = [...table.tBodies].map((body, place) => {
  const head = body.querySelector("th"), definition = head.querySelector(".detail");
  const words = body.dataset.words ?? "";
  const rows = [...body.rows].map((row) => ({
    row, ...row.dataset, text: folded(row.querySelector(".reported").textContent),
  }));
  return { body, place, head, rows, definition, name: folded(head.firstChild.textContent),
    meaning: folded(`${definition.textContent} ${words}`) };
});

/** What sorts the first row shown of an indicator; the choices of the form are in order. */
const choices = (name) => [...form.querySelectorAll(`[name=${name}] option, [name=${name}]`)]
  .map((choice) => choice.value);
const ORDERS = {
  "": () => 0,
  status: ({ status }) => choices("status").indexOf(status),
  area: ({ area }) => choices("area").indexOf(area),
  date: ({ date = "" }) => -date.replaceAll("-", ""),
};

/** Shows what the form asks for, and says how much it is. */
function show() {
  const asked = new FormData(form), statuses = asked.getAll("status"), sort = asked.get("sort");
  const words = folded(asked.get("text")).split(/\s+/).filter(Boolean);
  const is = (name, row) => !asked.get(name) || asked.get(name) === row[name];
  const shown = indicators.filter((each) => {
    const found = each.rows.filter((row) => is("scorecard", row) && is("area", row)
      && (!statuses.length || statuses.includes(row.status))
      && words.every((word) => [each.name, each.meaning, row.text].some((t) => t.includes(word))));
    each.rows.forEach((row) => { row.row.hidden = !found.includes(row); });
    each.body.hidden = !found.length;
    each.key = found.length && ORDERS[sort](found[0]);
    // The definition appears where it is what was found.
    each.definition.hidden = words.every((word) => each.name.includes(word)
      || found.some((row) => row.text.includes(word)));
    found[0]?.row.prepend(each.head);
    each.head.rowSpan = found.length || 1;
    return found.length;
  });
  shown.sort((a, b) => a.key - b.key || a.place - b.place).forEach(({ body }) => table.append(body));
  for (const head of table.querySelectorAll("[data-sort]")) {
    head.toggleAttribute("aria-sort", head.dataset.sort === sort);
    if (head.ariaSort !== null) head.ariaSort = sort === "date" ? "descending" : "ascending";
  }
  table.hidden = !shown.length;
  letters.hidden = sort || shown.length < indicators.length;
  tell(shown.length);
}

function tell(number) {
  const { dataset } = form, plural = new Intl.PluralRules(language).select(number);
  const said = (number ? dataset[plural] ?? dataset.other : dataset.zero)
    .replace("{n}", number.toLocaleString(`${language}-CA`));
  const sort = form.elements.sort.selectedOptions[0].text;
  count.textContent = number ? dataset.order.replace("{shown}", said).replace("{sort}", sort) : said;
}

/** The other language is given the same filters. */
function passOn() {
  for (const toggle of toggles) toggle.search = location.search;
}

/** Puts the form as the address says; what it does not know is left out. */
function fill() {
  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field.type === "checkbox") field.checked = asked.getAll(field.name).includes(field.value);
    else if (field.name) field.value = asked.get(field.name) ?? "";
    if (field.selectedIndex === -1) field.value = "";
  }
  passOn();
  show();
}

/** A new place in the history for each change; what is typed in one go shares one. */
let isTyping = false;
function change(event) {
  const asked = [...new FormData(form)].filter(([, value]) => value.trim());
  const query = `${new URLSearchParams(asked)}`;
  const address = query ? `?${query}` : location.pathname;
  const types = event.target.name === "text";
  if (query !== location.search.slice(1)) {
    history[types && isTyping ? "replaceState" : "pushState"](null, "", address);
    isTyping = types;
    passOn();
  }
  show();
}

form.addEventListener("input", change);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  if (location.search) history.pushState(null, "", location.pathname);
  isTyping = false;
  fill();
});
addEventListener("popstate", () => { isTyping = false; fill(); });
form.hidden = false;
fill();
