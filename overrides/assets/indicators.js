// The list of all indicators: filters and an order, kept in the address to be shared. Without
// this script the whole list stands, and no form. Words come from data-….
const one = (selector, of = document) => of.querySelector(selector);
const form = one(".filters"), { dataset, elements } = form, table = one(".indicators table");
const { lang } = document.documentElement;

/** A text as it is searched: without capitals, accents and ligatures. */
const folded = (text) => text.toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae")
  .replaceAll("’", "'").normalize("NFKD").replace(/\p{M}/gu, "");

/** Each indicator is a table body; each of its rows, a scorecard that reports it. */
const indicators = [...table.tBodies].map((body) => {
  const head = one("th", body), meaning = one(".detail", head);
  const name = folded(head.firstChild.textContent);
  return { body, head, meaning, unseen: folded(meaning.textContent + body.dataset.words),
    rows: [...body.rows].map((row) =>
      ({ row, ...row.dataset, seen: name + folded(one(".reported", row).textContent) })) };
});

function show() {
  const asked = new FormData(form), sort = asked.get("sort");
  const words = folded(asked.get("text")).split(/\s+/);
  const is = (row, name) => !asked.get(name) || asked.getAll(name).includes(row[name]);
  // The form has statuses and areas in their order.
  const order = [...form.querySelectorAll(`[name="${sort}"], option`)].map((each) => each.value);
  const shown = indicators.filter((each) => {
    const found = each.rows.filter((row) => ["scorecard", "area", "status"].every((n) => is(row, n))
      && words.every((word) => row.seen.includes(word) || each.unseen.includes(word)));
    for (const row of each.rows) row.row.hidden = !found.includes(row);
    each.body.hidden = !found.length;
    // A definition shows where only it has the words.
    each.meaning.hidden = found.every((row) => words.every((word) => row.seen.includes(word)));
    found[0]?.row.prepend(each.head);
    each.head.rowSpan = found.length;
    const { date = "", [sort]: value } = found[0] ?? {};
    each.key = sort === "date" ? -date.replaceAll("-", "") : order.indexOf(value);
    return found.length;
  });
  shown.sort((a, b) => a.key - b.key).forEach(({ body }) => table.append(body));
  for (const head of table.querySelectorAll("[data-sort]")) {
    head.ariaSort = head.dataset.sort === sort ? sort === "date" ? "descending" : "ascending" : null;
  }
  table.hidden = !shown.length;
  one(".letters").hidden = sort || shown.length < indicators.length;
  const n = shown.length, said = dataset[n ? new Intl.PluralRules(lang).select(n) : "zero"];
  one("[role=status]", form).textContent = (n ? dataset.order : said).replace("{shown}", said)
    .replace("{n}", n.toLocaleString(`${lang}-CA`))
    .replace("{sort}", elements.sort.selectedOptions[0].text);
}

/** Puts the form as the address says. */
function fill() {
  const asked = new URLSearchParams(location.search);
  for (const field of elements) {
    const { name, type, value } = field;
    if (type === "checkbox") field.checked = asked.getAll(name).includes(value);
    else if (name) field.value = asked.get(name) ?? "";
    if (field.selectedIndex < 0) field.value = "";
  }
  isTyping = false;
  passOn();
}

/** Shows what is asked, and asks it of the other language too. */
function passOn() {
  for (const toggle of document.querySelectorAll("a[rel=alternate]")) toggle.search = location.search;
  show();
}

/** Each change is a place in the history; what is typed in one go is one. */
let isTyping;
form.oninput = ({ target }) => {
  const asked = [...new FormData(form)].filter(([, value]) => value.trim());
  const types = target.name === "text", write = types && isTyping ? "replaceState" : "pushState";
  history[write](null, "", asked[0] ? `?${new URLSearchParams(asked)}` : location.pathname);
  isTyping = types;
  passOn();
};
form.onsubmit = () => false;
form.onreset = () => {
  history.pushState(null, "", location.pathname);
  fill();
  return false;
};
onpopstate = fill;
form.hidden = false;
fill();
