"""Faults as editors make them, one by one, each with the place that its message names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

HERE = "▸"
"""Stands in a fault's new text before the place that its message names."""

GOALS, LONG_TERM = "data/scorecards/2024-2025.yml", "data/scorecards/long-term.yml"
EARLIER = "data/scorecards/2023.yml"
ORGANIZATION, UNITS = "data/organization.yml", "data/units.yml"
GLOSSARY = "data/glossary.yml"
SOURCES, INDICATORS = "data/sources.yml", "data/indicators.yml"
FRAMEWORK = "data/framework.yml"
FEES, FACTS = "data/tables/fees.yml", "data/tables/facts.yml"
REPORTS = "data/reports.yml"
RECONCILIATIONS, DISCREPANCIES = "data/reconciliations.yml", "data/discrepancies.yml"
LABELS, STATUSES = "data/labels.yml", "data/statuses.yml"
EN, FR = "docs/en/goals.md", "docs/fr/goals.md"

ALONE = True
BOTH = "{en: a, fr: b}"
STORMS = "{en: Two storms closed the quay., fr: Deux tempêtes ont fermé le quai.}"
REVISED = f"{{value: 2, date: 2025-06-01, reason: {BOTH}}}"
MARKED = REVISED.replace("2025", f"{HERE}2025")
NOUNS = "{en: {one: a, other: b}, fr: {one: a, other: b}}"
HEAD = "---\ntitle: a\ndescription: b\n"
SCORECARD = f"""\
name: {BOTH}
period: 2022
as_of: 2022-12-31
date_to_achieve: 2022-12-31
source: plan
locator: {BOTH}
areas:
  - id: a
    name: {BOTH}
    aim: {BOTH}
    indicators: [{{indicator: crew, result: {{value: 1}}}}]
"""

EMPTY_SCORECARD = SCORECARD.partition("areas")[0] + f"{HERE}areas: []"


@dataclass(frozen=True)
class Fault:
    """`old`, which the file holds once, becomes `new`; without `old`, the whole file does.

    A file whose new text is None is taken away; a name that ends in a slash is a folder.
    """

    rule: str
    file: str
    old: str | None
    new: str | None
    says: str = ""
    """What the message holds in both languages."""
    alone: bool = False
    """Cannot be planted together with the others: it hides them, as a file does that cannot be
    read or a scorecard without its date, or it changes what another changes."""
    at: str = ""
    """The place, where it is not in the new text but elsewhere in the file."""

    def __str__(self) -> str:
        return f"{self.rule} {self.says[:40] or self.file}"

    def plant(self, root: Path, here: str = "") -> None:
        """Puts the fault into a repository, with `here` at its place."""
        path, new = root / self.file, self.new
        if self.old is None:
            path.unlink(missing_ok=True)
        if new is None or self.file.endswith("/"):
            return path.mkdir(parents=True) if new is not None else None
        if self.old is not None:
            before = path.read_text(encoding="utf-8")
            assert before.count(self.old) == 1, f"{self.old!r} is not once in {self.file}"
            new = before.replace(self.old, new)
        if self.at:
            assert new.count(self.at) == 1, f"{self.at!r} is not once in {self.file}"
            new = new.replace(self.at, HERE + self.at)
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = new.replace(HERE, here).encode("utf-8", "surrogateescape")
        path.write_bytes(raw)
        return None


def place(root: Path, fault: Fault, here: str = HERE) -> str:
    """`file:line:column` of the mark in a file; its beginning where there is none."""
    path = root / fault.file
    text = path.read_bytes().decode("utf-8", "surrogateescape") if path.is_file() else ""
    before = text.partition(here)[0] if here in text else ""
    line = before.rpartition("\n")[2]
    return f"{fault.file.rstrip('/')}:{before.count(chr(10)) + 1}:{len(line) + 1}"


def value(typed: str, rule: str = "BIL205", says: str = "", *, alone: bool = True) -> Fault:
    """Typed as the number of boats."""
    return Fault(rule, GOALS, "value: 2880", f"value: {HERE}{typed}", says or typed, alone)


def cell(typed: str, rule: str = "BIL205", says: str = "") -> Fault:
    """Typed as what the quay collects for mooring."""
    return Fault(rule, FEES, "quay: 12000", f"quay: {HERE}{typed}", says or typed, ALONE)


def call(written: str, rule: str, says: str = "", *, alone: bool = True) -> Fault:
    """Written below the heading of a page."""
    return Fault(rule, EN, "# Goals", f"# Goals\n\nSee {HERE}{written}", says, alone)


def block(written: str, rule: str, says: str) -> Fault:
    """The same, on a line of its own."""
    return Fault(rule, EN, "# Goals", f"# Goals\n\n{HERE}{written}", says, ALONE)


READING = (
    Fault("BIL101", f"{UNITS}/", None, ""),
    Fault("BIL101", f"{GOALS}/", None, ""),
    Fault("BIL102", UNITS, None, f"percent: {{}}\nunit{HERE}\udce9: {{}}", "0xE9"),
    Fault("BIL102", SOURCES, None, "\udc89PNG\r\n\x1a\n\0\0\0\rIHDR", "0x89"),
    Fault("BIL102", SOURCES, "plan:", f"pl{HERE}\0an:", "U+0000"),
    Fault("BIL102", SOURCES, "Harbour plan", f"Harbour{HERE}\ufeff plan", "U+FEFF"),
    Fault("BIL102", EN, "Every goal", f"Every{HERE}\u2028goal", "U+2028"),
    Fault("BIL103", SOURCES, None, "#" * 2_000_000, "000"),
    Fault("BIL103", EN, None, "#" * 2_000_000, "000"),
    Fault("BIL104", SOURCES, None, f"plan: {'[' * 19}{HERE}{'[' * 5000}", "20"),
    Fault("BIL105", SOURCES, "  title: {en: Harbour plan,", f"{HERE}\ttitle: {{en: x,", "title"),
    Fault("BIL105", SOURCES, "en: Read on paper.", f'en: "Read on "{HERE}paper"', "paper"),
    Fault("BIL105", GOALS, "notes:\n  - ", f"notes: see{HERE}: \n  - ", "notes: see"),
    Fault("BIL106", SOURCES, None, ""),
    Fault("BIL106", INDICATORS, None, "# Indicators\n"),
    Fault("BIL106", GOALS, None, "---\n"),
    Fault("BIL107", SOURCES, "report:", f"{HERE}---\nreport:", "---"),
    Fault("BIL108", INDICATORS, "visits:", f"{HERE}boats:", "boats"),
    Fault("BIL108", SOURCES, "language: fr", f"language: fr\n  {HERE}language: en", "language"),
    Fault("BIL109", SOURCES, "fr: Plan du havre", f"fr: {HERE}*plan", "*plan"),
    Fault("BIL109", SOURCES, "fr: Plan du havre", f"fr: {HERE}&plan Plan", "&plan"),
    Fault("BIL110", SOURCES, "fr: Plan du havre", f"fr: {HERE}!plan Plan", "!plan"),
    value("!!int 2880", "BIL110", "int"),
    Fault("BIL111", SOURCES, "  language: fr", f"  {HERE}\u00a0language: fr", "⟨U+00A0⟩"),
    Fault(
        "BIL112", SOURCES, "fr: Plan du havre}", f"fr: {HERE}Plan du havre #4\n    }}", "Plan du"
    ),
    Fault(
        "BIL112",
        ORGANIZATION,
        "site_name: {en: Harbour results, fr: Résultats du havre}",
        f"site_name:\n  en: {HERE}Harbour #1\n  fr: Résultats du havre",
        "Harbour",
        ALONE,
    ),
    Fault("BIL115", SOURCES, "en: Read on paper.", f"en: Read, {HERE}on paper", "on paper"),
    Fault("BIL115", SOURCES, "en: Read on paper.", f"en: Read, {HERE}twice", "twice"),
    Fault("BIL205", GOALS, "{value: 71.50}", f"{{value: {HERE}71,50}}", "71.50"),
    Fault("BIL205", GOALS, "{at_least: 3000}", f"{{at_least: {HERE}3,000,000}}", "3000000"),
    Fault("BIL103", LABELS, None, "#" * 1_000_001, "000"),
)
"""Each leaves a file unread."""


FILES = (
    Fault("BIL113", "data/unit.yml", None, "{}", "units.yml"),
    Fault("BIL113", "data/scorecards/2023.yaml", None, "{}", "scorecards/2023.yml"),
    Fault("BIL113", "docs/notes.md", None, "Notes", "docs/en/notes.md"),
    Fault("BIL113", "docs/fr/notes.markdown", None, "Notes", "docs/fr/notes.md"),
    Fault("BIL114", STATUSES, None, None),
    Fault("BIL118", "docs/assets/search.js", None, "alert(1)", ".png"),
    Fault("BIL118", "docs/fr/plan.SVG", None, "<svg/>", ".png"),
    Fault("BIL118", "docs/.well-known/a.svg", None, "<svg/>", ".png"),
    Fault("BIL118", "docs/en/terms", None, "words", ".txt"),
    Fault("BIL114", SOURCES, None, None, alone=True),
    Fault("BIL501", "docs/en/news.md", None, "---\ntitle: a\ndescription: b\n---\n", "fr/news.md"),
)

FIELDS = (
    Fault("BIL201", SOURCES, "url:", f"{HERE}ulr:", "url"),
    Fault("BIL201", ORGANIZATION, "tagline:", f"{HERE}slogan: {{}}\ntagline:", "tagline"),
    Fault(
        "BIL202",
        ORGANIZATION,
        "tagline:",
        "licence_url: https://harbour.example/licence\ntagline:",
        "licence",
        ALONE,
        at="name: {en: Harbour Trust",
    ),
    Fault("BIL203", ORGANIZATION, "tagline:", f"licence: {HERE}Free\ntagline:", "en, fr", ALONE),
    Fault(
        "BIL212",
        ORGANIZATION,
        "tagline:",
        f"licence: {BOTH}\nlicence_url: {HERE}www.harbour.example\ntagline:",
        "www.harbour.example",
        ALONE,
    ),
    Fault("BIL201", GOALS, "not_available:", f"{HERE}not_availible:", "not_available", ALONE),
    Fault(
        "BIL202",
        INDICATORS,
        "crew:\n  name: {en: Full crews, fr: Équipages complets}",
        f"{HERE}crew:",
        "name",
        ALONE,
    ),
    Fault("BIL203", INDICATORS, ", fr: Jours d’attente}", "}", "fr", at="name: {en: Days of w"),
    Fault("BIL203", INDICATORS, "{en: Days with a spill, fr: Jours de déversement}", f"{HERE}Days"),
    Fault("BIL203", GOALS, "aim: {en: Pay for repairs., fr: ", f"{HERE}aim: {{fr: ", "en", ALONE),
    Fault("BIL203", LABELS, '\nlocale: {en: "en_CA", fr:', f"\n{HERE}locale: {{en:", "fr", ALONE),
    Fault("BIL204", INDICATORS, "{en: Full crews,", f"{{{HERE}en: [Full],", "["),
    value("71,5", says="71.5"),
    value("1,234", says="1234"),
    value("1 234,5", says="1234.5"),
    value("eighty", says="71.5"),
    value("NO"),
    value("0123", says=" 123 "),
    value("1:30"),
    value(".nan"),
    value("1_000", says="1000"),
    value("80%", says=" 80 "),
    value("~"),
    value("1e3"),
    value("0x1F"),
    value("1.3 millions", says="1.3 million "),
    value("3 billion"),
    value("9" * 5000, says="99…", alone=False),
    value('""', "BIL209", ":"),
    Fault("BIL206", GOALS, "date: 2025-06-01", f"date: {HERE}1 June 2025", "1 June 2025", ALONE),
    Fault("BIL206", INDICATORS, "since: 2018-04-01", f"since: {HERE}2018-13-01", "2018-13-01"),
    Fault("BIL207", GOALS, "as_of: 2024-12-31", f"as_of: {HERE}2024-11-31", "2024-11-30"),
    Fault(
        "BIL207", GOALS, "\nas_of: 2025-03-31", f"\nas_of: {HERE}2025-02-29", "2025-02-28", ALONE
    ),
    Fault("BIL208", GOALS, "id: quay", f"id: {HERE}Quai Été", "quai-ete", ALONE),
    Fault("BIL208", UNITS, "boats:\n", f"{HERE}Boats:\n", "boats", ALONE),
    Fault("BIL208", "data/scorecards/Été 2024.yml", None, SCORECARD, "ete-2024"),
    Fault("BIL209", SOURCES, "fr: Rapport du havre", f"fr: {HERE}", ":"),
    Fault("BIL210", GOALS, "1.67, interim: true", f"1.67, interim: {HERE}yes", "true"),
    Fault("BIL211", GOALS, "period: 2024-2025", f"period: {HERE}2024-25", "2020-2021", ALONE),
    Fault("BIL211", GOALS, "period: 2024-2025", f"period: {HERE}2024-2026", "2018 to 2028", ALONE),
    Fault("BIL211", GOALS, "period: 2024-2025", f"period: {HERE}2025 to 2024", "2025 to", ALONE),
    Fault("BIL212", SOURCES, "https://harbour", f"{HERE}http://harbour", "https://", ALONE),
    Fault("BIL212", SOURCES, "https://harbour.example/report", f"{HERE}https://[", "[", ALONE),
    Fault("BIL213", UNITS, "CAD: {kind: currency}", f"CAD:{HERE}", ":"),
    Fault(
        "BIL213",
        GOALS,
        "objectives:\n  - {en: A safe harbour, fr: Un havre sûr}",
        f"objectives:{HERE}",
        ":",
        ALONE,
    ),
    Fault("BIL214", UNITS, "ratio: {kind: plain}", f"ratio: {HERE}plain", ":"),
    Fault("BIL214", GOALS, "target: {more_than: 70.5}", f"{HERE}target: [more_than]", ":"),
    Fault("BIL214", SOURCES, None, f"{HERE}- plan\n- report", ":", ALONE),
    Fault("BIL215", GOALS, "between: [10, 15]", f"{HERE}between: [10, 12, 15]", "3"),
    Fault(
        "BIL216",
        INDICATORS,
        "unit: words\n  better: higher",
        f"unit: words\n  better: {HERE}hihger",
        "higher",
    ),
    Fault("BIL216", UNITS, "days:\n  kind: count", f"days:\n  kind: {HERE}counts", "count"),
    Fault(
        "BIL217",
        GOALS,
        "notes: [{en: Counted in spring., fr: Comptés au printemps.}]",
        f"{HERE}notes: {{}}",
        "- ",
        ALONE,
    ),
    Fault("BIL218", "data/scorecards/2021.yml", None, EMPTY_SCORECARD),
    Fault("BIL218", GLOSSARY, "{fr: [droits de port]}", f"{{{HERE}fr: []}}", ":"),
    Fault("BIL217", GLOSSARY, "{fr: [droits de port]}", f"{{fr: {HERE}droits}}", ":", ALONE),
    Fault("BIL219", SOURCES, "en: Harbour plan", f"en: {HERE}'Plan {{{{ x }}}}'", "{{ x }}"),
)

ENTRIES = (
    Fault("BIL301", UNITS, "ratio: {kind: plain}", f"{HERE}ratio: {{kind: count}}", "nouns", ALONE),
    Fault(
        "BIL301",
        UNITS,
        "words: {kind: words}",
        f"{HERE}words: {{kind: words, nouns: {NOUNS}}}",
        "words",
    ),
    Fault("BIL302", INDICATORS, "  since: 2018-04-01\n", "", "since", ALONE, at="investment:"),
    Fault("BIL302", INDICATORS, "deficit:\n", f"{HERE}deficit:\n  since: 2020-01-01\n", "since"),
    Fault(
        "BIL303",
        GOALS,
        "target: {between: [10, 15]}",
        f"{HERE}target: {{between: [15, 10]}}",
        "15",
        ALONE,
    ),
    Fault(
        "BIL303",
        GOALS,
        "target: {between: [10, 15]}",
        f"{HERE}target: {{between: [10, 10]}}",
        "10",
        ALONE,
    ),
    Fault(
        "BIL304",
        GOALS,
        "target: {at_most: 5}",
        f"{HERE}target: {{at_most: 5, at_least: 3}}",
        "to_be_determined",
    ),
    Fault(
        "BIL305",
        GOALS,
        "reason: {en: More owners",
        "explanation: {en: More owners",
        "exceeded",
        at="result:\n          statement",
    ),
    Fault(
        "BIL306",
        GOALS,
        "result: {value: 1.67, interim: true}",
        f"{HERE}result: {{not_available: suppressed}}",
        "suppressed",
        ALONE,
    ),
    Fault(
        "BIL307",
        GOALS,
        "result: {value: 71.50}",
        f"{HERE}result: {{value: 71.50, reason: {BOTH}}}",
        "explanation",
        ALONE,
    ),
    Fault(
        "BIL308",
        GOALS,
        "target: {to_be_determined: true}",
        f"{HERE}target: {{to_be_determined: false}}",
        "true",
        ALONE,
    ),
    Fault(
        "BIL309",
        GOALS,
        "indicator: lights\n        target: {at_least: 1}",
        f"{HERE}indicator: lights",
        "lights",
    ),
    Fault(
        "BIL310",
        GOALS,
        "target: {less_than: 2}",
        f"{HERE}target: {{date_to_achieve: 2028-03-31}}",
        "to_be_determined",
    ),
    Fault(
        "BIL311",
        GOALS,
        "          locator: {en: p. 2, fr: p. 2}\n",
        "",
        "plan",
        ALONE,
        at="result:\n          value: 1065600000",
    ),
    Fault(
        "BIL307",
        GOALS,
        "- {at_least: 1300000000, date_to_achieve: 2028-03-31}",
        "- at_least: 3\n              date_to_achieve: 2024-03-31\n"
        f"              {HERE}result: {{value: 3, reason: {BOTH}}}",
        "not_available",
        ALONE,
    ),
    Fault(
        "BIL306",
        GOALS,
        "- {at_least: 1300000000, date_to_achieve: 2028-03-31}",
        "- at_least: 3\n              date_to_achieve: 2024-03-31\n"
        f"              {HERE}result: {{not_available: suppressed}}",
        "suppressed",
        ALONE,
    ),
    Fault(
        "BIL201",
        GOALS,
        "- {at_least: 1300000000, date_to_achieve: 2028-03-31}",
        "- at_least: 3\n              date_to_achieve: 2024-03-31\n"
        f"              result: {{value: 3, {HERE}interim: true}}",
        "interim",
        ALONE,
    ),
    Fault(
        "BIL335",
        GOALS,
        "result: {value: 1.67, interim: true}",
        f"{HERE}result: {{statement: {BOTH}, qualifier: about}}",
        "about",
        ALONE,
    ),
    Fault("BIL216", LONG_TERM, "qualifier: about", f"qualifier: {HERE}abuot", "about"),
    Fault(
        "BIL336",
        GOALS,
        "result: {value: 1.67, interim: true}",
        f"{HERE}result: {{not_available: suppressed, reason: {BOTH}, published: 2025-07-01}}",
        "suppressed",
        ALONE,
    ),
    Fault(
        "BIL312",
        GOALS,
        "result: {value: 1.67, interim: true}",
        f"{HERE}result: {{not_available: suppressed, reason: {BOTH}, interim: true}}",
        "suppressed",
        ALONE,
    ),
    Fault(
        "BIL330",
        FRAMEWORK,
        "- id: fair-rules",
        f"- {HERE}id: empty\n    name: {BOTH}\n    impacts: [{BOTH}]\n  - id: fair-rules",
        "empty",
    ),
    Fault(
        "BIL331",
        FRAMEWORK,
        "by: [charter]",
        "by: [charter, charter]",
        "charter",
        at="id: agreement",
    ),
    Fault(
        "BIL310", GLOSSARY, "variants: {fr: [droits de port]}", f"{HERE}variants: {{}}", "fr", ALONE
    ),
    Fault(
        "BIL311", GLOSSARY, "  locator: {en: p. 9, fr: p. 9}\n", "", "plan", ALONE, at="annual-h"
    ),
    Fault("BIL318", GLOSSARY, "  source: report\n", "", "locator", at="storm-state"),
    Fault(
        "BIL319", GLOSSARY, "place à quai]", "poste à quai]", "poste à quai", ALONE, at="berth:\n"
    ),
    Fault(
        "BIL319",
        GLOSSARY,
        "{en: AHD, fr: DAH}",
        "{en: DAH, fr: droits de port}",
        "port",
        ALONE,
        at="annual-h",
    ),
)

REFERENCES = (
    Fault("BIL401", INDICATORS, "unit: ratio", f"unit: {HERE}rattio", "ratio"),
    Fault(
        "BIL401",
        GOALS,
        "value: 80, unit: percent",
        f"value: 80, unit: {HERE}per-cent",
        "percent",
        ALONE,
    ),
    Fault(
        "BIL409",
        GOALS,
        "result: {value: 12}",
        f"{HERE}result: {{value: 12, figures: {{share: {{value: 80, unit: percent}}}}}}",
        "{share}",
        ALONE,
    ),
    Fault("BIL402", GOALS, "\nsource: report", f"\nsource: {HERE}raport", "report"),
    Fault(
        "BIL402", GOALS, "          source: plan", f"          source: {HERE}plans", "plan", ALONE
    ),
    Fault("BIL403", GOALS, "indicator: tide", f"indicator: {HERE}tides", "tide"),
    Fault("BIL404", INDICATORS, "deficit:\n", f"deficit:\n  {HERE}of: {BOTH}\n", "CAD", ALONE),
    Fault(
        "BIL404",
        GOALS,
        "unit: percent, of: {en: of owners,",
        f"unit: boats, {HERE}of: {{en: of owners,",
        "boats",
        ALONE,
    ),
    Fault(
        "BIL405",
        GOALS,
        f"          explanation: {STORMS}\n",
        "",
        "boats",
        ALONE,
        at="result:\n          value: 2880",
    ),
    Fault("BIL405", GOALS, "result: {value: 12}", f"{HERE}result: {{value: 11}}", "inspections"),
    Fault(
        "BIL405",
        GOALS,
        "- {at_least: 1300000000, date_to_achieve: 2028-03-31}",
        f"- {HERE}{{at_least: 3, date_to_achieve: 2024-03-31, result: {{value: 2}}}}",
        "investment",
        ALONE,
    ),
    Fault(
        "BIL406",
        GOALS,
        "target: {at_least: 1.5,",
        f"target: {{statement: {BOTH},",
        "verdict",
        ALONE,
        at="result: {value: 1.67",
    ),
    Fault(
        "BIL407",
        GOALS,
        "{value: 71.50}",
        f"{{value: 71.50, verdict: {HERE}met, reason: {BOTH}}}",
        "met",
        ALONE,
    ),
    Fault(
        "BIL408",
        GOALS,
        'en: "In force, signed by {share}"',
        f'en: {HERE}"Signed by {{share}} of {{shares}}"',
        "{shares}",
        ALONE,
    ),
    Fault(
        "BIL408",
        GOALS,
        "- value: 2900",
        f'- statement: {{en: {HERE}"{{share}}", fr: "…"}}',
        "{share}",
        ALONE,
    ),
    Fault(
        "BIL409", GOALS, '"En vigueur, signée par {share}"', f'{HERE}"En vigueur"', "{share}", ALONE
    ),
    Fault("BIL410", GOALS, "indicator: spills", f"indicator: {HERE}waiting", "29", ALONE),
    Fault("BIL410", GOALS, "- id: money", f"- id: {HERE}quay", "13", ALONE),
    Fault("BIL410", GOALS, "- id: quay", "- id: boats", "13", ALONE, at="boats\n        target"),
    Fault("BIL410", GOALS, "- id: rules", f"- id: {HERE}tide", "tide", ALONE),
    Fault(
        "BIL411", LABELS, 'fr: "d’ici le {date}"}', 'fr: "bientôt"}', "date", ALONE, at="by_date"
    ),
    Fault(
        "BIL412",
        GOALS,
        "milestones:\n            - {at_least: 1300000000, date_to_achieve: 2028-03-31}",
        f"{HERE}milestones:\n            - {{at_least: 3, date_to_achieve: 2034-03-31}}",
        ":",
        ALONE,
    ),
    Fault("BIL413", LABELS, "\ninterim:", "\n#", "interim"),
    Fault("BIL414", LABELS, "\nhome:", f"\n{HERE}hom: {BOTH}\nhome:", "hom"),
    Fault(
        "BIL415",
        GOALS,
        "target:\n          statement: {en: Charter in force, fr: Charte en vigueur}",
        f"{HERE}target: {{at_least: 3}}",
        "charter",
        ALONE,
    ),
    Fault(
        "BIL415",
        GOALS,
        "value: 80, unit: percent, of: {en: of owners, fr: des propriétaires}",
        f"value: 80, unit: {HERE}words",
        "share",
        ALONE,
    ),
    Fault(
        "BIL415",
        GOALS,
        "target:\n          statement: {en: Charter in force, fr: Charte en vigueur}",
        "target:\n          statement: {en: Charter in force, fr: Charte en vigueur}\n"
        f"          {HERE}baseline: {{value: 3, date: 2020-03-31}}",
        "charter",
        ALONE,
    ),
    Fault(
        "BIL416",
        LABELS,
        'by_date: {en: "by {date}"',
        f'by_date: {{en: {HERE}"by {{day}}"',
        "{date}",
    ),
    Fault(
        "BIL416",
        LABELS,
        '{en: "Home", fr: "Accueil"}',
        f'{{en: {HERE}"Home {{", fr: "Accueil"}}',
        "{",
    ),
    Fault(
        "BIL416",
        LABELS,
        '{en: "Home", fr: "Accueil"}',
        f'{{en: "Home", fr: {HERE}"{{0}}"}}',
        "{0}",
        ALONE,
    ),
    Fault(
        "BIL416",
        LABELS,
        '{en: "Home", fr: "Accueil"}',
        f'{{en: {HERE}"{{n!r}}", fr: "Accueil"}}',
        "{n!r}",
        ALONE,
    ),
    Fault(
        "BIL417",
        GOALS,
        "result: {value: 12}",
        f"result: {{statement: {BOTH}, verdict: {HERE}exceeded, reason: {BOTH}}}",
        "at_least",
        ALONE,
    ),
    Fault("BIL450", LONG_TERM, "more_than}", f"{HERE}about}}", "about"),
    Fault(
        "BIL451",
        GOALS,
        "published: 2025-05-01",
        f"published: {HERE}2025-03-30",
        "2025-03-31",
        ALONE,
    ),
    Fault(
        "BIL451",
        GOALS,
        "result: {value: 5}",
        f"result: {{value: 5, as_of: {HERE}2025-05-02}}",
        "2025-05-01",
        ALONE,
    ),
    Fault(
        "BIL451",
        GOALS,
        "result: {value: 5}",
        f"result: {{value: 5, as_of: 2025-06-30, published: {HERE}2025-06-29}}",
        "2025-06-30",
        ALONE,
    ),
    Fault(
        "BIL452",
        GOALS,
        "target: {at_most: 5}",
        f"target: {{at_most: 5, published: {HERE}2025-04-30}}",
        "2025-05-01",
        ALONE,
    ),
    Fault(
        "BIL452",
        EARLIER,
        "{value: 1.2 million}",
        f"{{value: 1.2 million, published: {HERE}2023-12-30}}",
        "2023-12-31",
    ),
    Fault("BIL453", GOALS, "date: 2025-06-01", f"date: {HERE}2025-04-30", "2025-05-01", ALONE),
    Fault(
        "BIL453",
        GOALS,
        "result: {value: 5}",
        f"result: {{value: 5, published: 2025-06-02, revisions: [{MARKED}]}}",
        "2025-06-02",
        ALONE,
    ),
    Fault(
        "BIL454",
        GOALS,
        "result: {value: 1}",
        f"result: {{value: 1, revisions: [{REVISED}, {MARKED}]}}",
        "2025-06-01",
        ALONE,
    ),
    Fault("BIL418", UNITS, "CAD: {", f"{HERE}CDA: {{kind: currency}}\nCAD: {{", "CDA", ALONE),
    Fault(
        "BIL418", UNITS, "CAD: {", f"{HERE}dollars: {{kind: currency}}\nCAD: {{", "dollars", ALONE
    ),
    Fault("BIL418", UNITS, "CAD: {", f"{HERE}USD: {{kind: plain}}\nCAD: {{", "plain", ALONE),
    Fault("BIL402", FRAMEWORK, "source: plan", f"source: {HERE}plans", "plan"),
    Fault("BIL403", FRAMEWORK, "by: [investment]", f"by: [{HERE}investments]", "investment"),
    Fault("BIL425", FRAMEWORK, "id: storm-shelter", f"id: {HERE}traffic", "12"),
    Fault("BIL425", FRAMEWORK, "id: night-safety", f"id: {HERE}fair-rules", "fair-rules"),
    Fault("BIL426", FRAMEWORK, "by: [lights]", f"by: [lights, {HERE}tugs]", "tugs", ALONE),
    Fault("BIL402", GLOSSARY, "source: plan", f"source: {HERE}plane", "plan", ALONE),
    Fault("BIL420", GLOSSARY, "{en: S2,", f"{{en: {HERE}ahd,", "annual-harbour-dues", ALONE),
    Fault("BIL420", GLOSSARY, "fr: poste à quai}", f"fr: {HERE}Marégraphe}}", "tide-gauge", ALONE),
    Fault(
        "BIL420",
        GLOSSARY,
        "[mooring place]",
        f"[mooring place, {HERE}tide gauge]",
        "tide-gauge",
    ),
)

CELLS = "cells: {quay: 12000, channel: dash, total: 12000, change: 4.5}"
QUAY = "    name: {en: Quay, fr: Quai}\n"
COUNTED = "unit: boats\n    cells: {value: 2890}"
ACROSS = "of: [quay, channel]\n    equals: total\n    in_rows: [mooring, passage, refunds]"
ADDED = "of: [mooring, passage, refunds]\n    equals: all\n    in_columns: [quay, channel, total]"
TABLE = f"""\
name: {BOTH}
source: plan
locator: {BOTH}
row_heading: {BOTH}
columns:
  - {{id: amount, name: {BOTH}, unit: CAD}}
rows:
  - {{id: fees, name: {BOTH}, cells: {{amount: 1}}}}
"""

CELLS_OF_TABLES = (
    cell("12,000", says="12000"),
    cell('"12,000"', says="12000"),
    cell("$12000", says=" 12000 "),
    cell("12 000 $", says=" 12000 "),
    cell("12.5M", says=" 12.5 million "),
    cell("8 500,0 millions", says=" 8500.0 million "),
    cell("(500)"),
    cell("12%", says=" 12 "),
    cell("nil", says="dash"),
    cell("–", says="dash"),
    cell("n/a", says="blank"),
    cell("Dash", says="dash"),
    cell('""', "BIL209", ":"),
    Fault("BIL214", FEES, "quay: 12000", f"{HERE}quay: [12000]", ":", ALONE),
    Fault("BIL214", FEES, CELLS, f"cells: {HERE}12000", ":", ALONE),
    Fault("BIL213", FEES, CELLS, f"cells:{HERE}", ":", ALONE),
    Fault("BIL216", FEES, "qualifier: about", f"qualifier: {HERE}abuot", "about"),
    Fault("BIL201", FEES, "qualifier: about", f"{HERE}qualifer: about", "qualifier", ALONE),
    Fault("BIL202", FEES, "channel: {value: 9000, ", f"{HERE}channel: {{", "value", ALONE),
    Fault("BIL335", FEES, "channel: {value: 9000", f"{HERE}channel: {{value: dash", "about", ALONE),
)

TABLES = (
    Fault("BIL702", FEES, "quay: 1500", f"quay: {HERE}blank", "passage", ALONE),
    Fault(
        "BIL320",
        FEES,
        "kind: heading",
        "kind: heading\n    cells: {quay: 1}",
        "heading",
        at="id: collected",
    ),
    Fault("BIL320", FEES, "kind: note", "kind: note\n    cells: {quay: 1}", "note", at="id: rates"),
    Fault("BIL321", FEES, f"    {CELLS}\n", "", "heading", at="id: mooring"),
    Fault("BIL321", FACTS, "cells: {value: 66.6}", "cells: {}", "row", ALONE, at="id: motor"),
    Fault("BIL216", FEES, "kind: total", f"kind: {HERE}totla", "total"),
    Fault("BIL430", FEES, "quay: 12000", f"{HERE}quai: 12000", "quay", ALONE),
    Fault("BIL430", FEES, "change: 4.5", f"change: 4.5, {HERE}cost: 1", "channel", ALONE),
    Fault("BIL430", FEES, "part_of: passage", f"part_of: {HERE}passages", "passage", ALONE),
    Fault("BIL430", FEES, "part_of: passage", f"part_of: {HERE}refunds", "mooring", ALONE),
    Fault("BIL430", FEES, "part_of: passage", f"part_of: {HERE}night-passage", "passage", ALONE),
    Fault(
        "BIL431",
        FEES,
        f"    {CELLS}",
        f"    {HERE}cells: {{quay: 12000, channel: dash, total: 12000}}",
        "change",
        ALONE,
    ),
    Fault(
        "BIL431",
        FEES,
        "quay: blank, channel: {value: 9000, qualifier: about}, total: blank, change: blank",
        "total: blank, quay: blank, channel: 9000",
        "blank",
        ALONE,
        at="cells: {total",
    ),
    Fault("BIL432", FEES, f"{QUAY}    unit: CAD\n", QUAY, "quay", ALONE, at="id: quay"),
    Fault("BIL432", FEES, CELLS, f"unit: {HERE}CAD\n    {CELLS}", "mooring", ALONE),
    Fault("BIL432", FACTS, COUNTED, COUNTED[16:], "boats-counted", ALONE, at="id: boats-counted"),
    Fault("BIL432", FACTS, "fr: Valeur}", f"fr: Valeur}}\n    unit: {HERE}boats", "berths", ALONE),
    Fault("BIL433", FEES, "- id: night-passage", f"- id: {HERE}mooring", "28", ALONE),
    Fault("BIL433", FEES, "- id: across", f"- id: {HERE}fees", "52", ALONE),
    Fault(
        "BIL433",
        "data/tables/one.yml",
        None,
        TABLE.replace("rows", f"  - {{id: {HERE}amount, name: {BOTH}, unit: CAD}}\nrows"),
        "6",
    ),
    Fault("BIL434", "data/tables/2024-2025.yml", None, TABLE),
    Fault(
        "BIL435",
        "data/tables/two.yml",
        None,
        TABLE.replace("amount", "kind").replace("{id: kind", f"{{id: {HERE}kind"),
        "kind",
    ),
    Fault("BIL208", "data/tables/My Table.yml", None, TABLE, "my-table"),
    Fault("BIL113", "data/tables/fees.yaml", None, TABLE, "tables/fees.yml"),
    Fault("BIL401", FEES, f"{QUAY}    unit: CAD", f"{QUAY}    unit: {HERE}CDA", "CAD", ALONE),
    Fault("BIL402", FEES, "source: report", f"source: {HERE}raport", "report", ALONE),
    Fault(
        "BIL404",
        FACTS,
        COUNTED,
        COUNTED.replace("\n", f"\n    {HERE}of: {BOTH}\n"),
        "boats",
        ALONE,
    ),
    Fault(
        "BIL415",
        FACTS,
        COUNTED,
        f"unit: words\n    cells: {{value: {HERE}2890}}",
        "boats-counted",
        ALONE,
    ),
    Fault(
        "BIL311",
        FEES,
        "    locator: {en: p. 8, fr: p. 8}",
        "    source: plan",
        "plan",
        ALONE,
        at="id: night-passage",
    ),
)

DECLARED = (
    Fault("BIL304", FEES, ACROSS, f"{ACROSS}\n    in_columns: all", "in_rows", at="id: across"),
    Fault("BIL310", FACTS, "    in_columns: all\n", "", "in_columns", at="id: kinds"),
    Fault("BIL217", FEES, ADDED, f"{ADDED[:-22]}{HERE}quay", "- ", ALONE),
    Fault("BIL323", FEES, ACROSS, ACROSS.replace(", channel", ""), "sum", ALONE, at="id: across"),
    Fault("BIL324", FEES, "    equals: total\n", "", "equals", ALONE, at="id: across"),
    Fault(
        "BIL325", FEES, ACROSS, f"{ACROSS}\n    tolerance: 1", "tolerance", ALONE, at="id: across"
    ),
    Fault("BIL430", FEES, ADDED, ADDED.replace("[moor", f"[{HERE}mor"), "mooring", ALONE),
    Fault("BIL430", FEES, ADDED, ADDED.replace("all", f"{HERE}al"), "all", ALONE),
    Fault("BIL430", FEES, ADDED, ADDED.replace("[m", f"[{HERE}collected, m"), "refunds", ALONE),
    Fault("BIL430", FEES, ADDED, ADDED.replace("chan", f"{HERE}chann"), "channel", ALONE),
    Fault("BIL430", FEES, "{quay: 1}", f"{{quay: 1, {HERE}change: 1}}", "channel", ALONE),
    Fault("BIL214", FEES, "rounding: {quay: 1}", f"rounding: {HERE}1", ":", ALONE),
    Fault("BIL205", FEES, "{quay: 1}", f"{{quay: {HERE}$1}}", " 1 ", ALONE),
    Fault(
        "BIL702",
        FEES,
        ADDED,
        f"{ADDED[:-22]}all",
        "fees/all/change",
        ALONE,
        at="blank}\n  - id: rates",
    ),
    Fault("BIL706", FEES, "rounding: {quay: 1}", "rounding: {quay: 3}", "2", ALONE, at="13001"),
    Fault("BIL706", FEES, "rounding: {quay: 1}", "rounding: {quay: -3}", "-3", ALONE, at="13001"),
    Fault("BIL322", RECONCILIATIONS, "2024-2025/boats/", f"{HERE}2024-2025/", "table"),
    Fault("BIL322", RECONCILIATIONS, "facts/sail/value", f"{HERE}facts.sail.value", "facts.sail"),
    Fault("BIL218", RECONCILIATIONS, "of: [2024-2025/boats/result]", f"{HERE}of: []", "", ALONE),
    Fault("BIL217", RECONCILIATIONS, "[2024-2025/boats/result]", f"{HERE}a/b/c", "- ", ALONE),
    Fault("BIL204", RECONCILIATIONS, "[2024-2025/boats/result]", f"[{HERE}[a/b/c]]", "[", ALONE),
    Fault("BIL216", RECONCILIATIONS, "of_which", f"{HERE}of_wich", "of_which"),
    Fault("BIL201", RECONCILIATIONS, "tolerance:", f"{HERE}tolerence:", "tolerance"),
    Fault(
        "BIL323",
        RECONCILIATIONS,
        "boats/result]",
        "boats/result, 2024-2025/boats/target]",
        "equal",
        ALONE,
        at="boats:",
    ),
    Fault("BIL323", RECONCILIATIONS, "kind: equal", "kind: sum", "sum", ALONE, at="boats:"),
    Fault(
        "BIL324",
        RECONCILIATIONS,
        "  equals: facts/boats-counted/value\n",
        "",
        "shares",
        ALONE,
        at="boats:",
    ),
    Fault(
        "BIL325", RECONCILIATIONS, "kind: share", "kind: sum", "tolerance", ALONE, at="night-share:"
    ),
    Fault(
        "BIL325",
        RECONCILIATIONS,
        "equals: fees/passage/channel",
        "equals: fees/passage/channel\n  rounding: 1",
        "rounding",
        ALONE,
        at="refunds-within:",
    ),
    Fault("BIL701", RECONCILIATIONS, "2024-2025/b", f"{HERE}2024-2026/b", "2024-2025/", ALONE),
    Fault("BIL701", RECONCILIATIONS, "2024-2025/b", f"{HERE}2024-2025/bb", "2024-2025/", ALONE),
    Fault(
        "BIL701",
        RECONCILIATIONS,
        "2024-2025/boats/result",
        f"{HERE}2024-2025/charter/result",
        "charter/result.share",
        ALONE,
    ),
    Fault(
        "BIL701", RECONCILIATIONS, "facts/sail/", f"{HERE}facts/sails/", "facts/sail/value", ALONE
    ),
    Fault(
        "BIL703",
        RECONCILIATIONS,
        "equals: fees/passage/channel",
        "equals: facts/berths/value",
        "CAD, boats",
        ALONE,
        at="refunds-within:",
    ),
    Fault(
        "BIL703",
        RECONCILIATIONS,
        "equals: facts/sail/value",
        "equals: facts/berths/value",
        "CAD, boats",
        ALONE,
        at="night-share:",
    ),
    Fault(
        "BIL703",
        FACTS,
        "of: [sail, motor]",
        "of: [sail, motor, fund]",
        "CAD, percent",
        ALONE,
        at="id: kinds",
    ),
    Fault(
        "BIL704",
        RECONCILIATIONS,
        ", fees/passage/channel]",
        ", fees/mooring/channel]",
        "night-share",
        ALONE,
        at="night-share:",
    ),
)

FIGURES = (
    Fault("BIL705", FEES, "quay: 13001", f"quay: {HERE}13010", "13000", ALONE),
    Fault("BIL705", FEES, "quay: 13001", f"quay: {HERE}13002", "rounding: 2", ALONE),
    Fault("BIL705", FEES, "quay: 13001", f"quay: {HERE}13000", "rounding", ALONE),
    Fault("BIL705", FEES, "quay: 13001", f"quay: {HERE}-13001", "-13001", ALONE),
    Fault("BIL705", FEES, "quay: 13001", f"quay: {HERE}0.013 million", "13000", ALONE),
    Fault("BIL705", FEES, "total: 43000", f"total: {HERE}34000", "43000", ALONE),
    Fault("BIL705", FEES, "total: 43000", f"total: {HERE}dash", "43000", ALONE),
    Fault("BIL705", FEES, "    rounding: {quay: 1}\n", "", "rounding: 1", ALONE, at="13001"),
    Fault("BIL705", FEES, "{quay: 1}", "{quay: -1}", "rounding: 1", ALONE, at="13001"),
    Fault("BIL705", FACTS, "value: 0.1", "value: 0.05", "rounding: 0.1", ALONE, at="66.6"),
    Fault("BIL709", FEES, "channel: 31000", f"channel: {HERE}31001", "31000", ALONE),
    Fault("BIL709", FACTS, "value: 2890", f"value: {HERE}2980", "boats-twice", ALONE),
)

RECORDED = (
    Fault("BIL205", DISCREPANCIES, "printed: 31000", f"printed: {HERE}31,000", "31000", ALONE),
    Fault("BIL205", DISCREPANCIES, "computed: 2880", f"computed: {HERE}2 880", "2880", ALONE),
    Fault("BIL202", DISCREPANCIES, "  computed: 30000\n", "", "computed", at="channel-total:"),
    Fault("BIL202", DISCREPANCIES, "  printed: 2890\n", "", "printed", ALONE, at="boats-twice:"),
    Fault(
        "BIL202",
        DISCREPANCIES,
        "  source: plan\n  locator: {en: p. 2, fr: p. 2}\n",
        "",
        "source",
        ALONE,
        at="year:",
    ),
    Fault(
        "BIL311", DISCREPANCIES, "  locator: {en: p. 2, fr: p. 2}\n", "", "plan", ALONE, at="year:"
    ),
    Fault("BIL402", DISCREPANCIES, "source: plan", f"source: {HERE}plans", "plan", ALONE),
    Fault(
        "BIL304",
        DISCREPANCIES,
        "kind: period",
        "kind: period\n  reconciliation: night-share",
        "reconciliation",
        ALONE,
        at="year:",
    ),
    Fault("BIL310", DISCREPANCIES, "  kind: period\n", "", "reconciliation", ALONE, at="year:"),
    Fault("BIL216", DISCREPANCIES, "kind: period", f"kind: {HERE}perod", "period"),
    Fault("BIL216", DISCREPANCIES, "kind: period", f"kind: {HERE}sum", "double_use", ALONE),
    Fault(
        "BIL322",
        DISCREPANCIES,
        "kind: period",
        f"kind: period\n  where: [{HERE}facts/sail]",
        "facts/sail",
        ALONE,
    ),
    Fault(
        "BIL701",
        DISCREPANCIES,
        "kind: period",
        f"kind: period\n  where: [facts/sail/value, {HERE}facts/sails/value]",
        "facts/sail/value",
        ALONE,
    ),
    Fault(
        "BIL707", DISCREPANCIES, "fees/fees/ch", f"{HERE}fees/fee/ch", "fees/fees/channel", ALONE
    ),
    Fault("BIL707", DISCREPANCIES, "on: boats", f"on: {HERE}boat", "boats", ALONE),
    Fault(
        "BIL708",
        DISCREPANCIES,
        "year:",
        f"share:\n  reconciliation: {HERE}night-share\n  printed: 33.3\n  computed: 30\n"
        f"  note: {BOTH}\nyear:",
        "night-share",
        ALONE,
    ),
    Fault(
        "BIL710",
        DISCREPANCIES,
        "year:",
        f"again:\n  reconciliation: {HERE}boats\n  printed: 2890\n  computed: 2880\n"
        f"  note: {BOTH}\nyear:",
        "boats-twice",
        ALONE,
    ),
)

PAGES = (
    Fault(
        "BIL509",
        EN,
        "# Goals",
        f"# Goals\n\n{HERE}{{{{ framework('fair-rule') }}}}",
        "fair-rules",
        ALONE,
    ),
    Fault("BIL502", EN, "---\ntitle", "title", "title", ALONE),
    Fault("BIL502", EN, None, "", "---", ALONE),
    Fault("BIL501", "docs/fr/talks.md", None, f"{HEAD}address: a\n---\n", "en/talks.md"),
    Fault("BIL202", FR, "address: objectifs\n", "", "address", ALONE),
    Fault("BIL201", FR, "description:", f"{HERE}descripton: a\ndescription:", "description", ALONE),
    Fault("BIL208", FR, "address: objectifs", f"address: {HERE}Objectifs/d’été", "objectifs/d-ete"),
    call('{{ figur("2024-2025", "boats") }}', "BIL504", "figure", alone=False),
    call('{{ badge("2024-2025", indicater="boats") }}', "BIL505", "indicator"),
    call('{{ legend(scorecard="2024-2025") }}', "BIL505", "legend()"),
    call('{{ badge("2024-2025") }}', "BIL506", "indicator"),
    call('{{ figure("2024-2025") }}', "BIL506", "indicator"),
    call('{{ figure(2024, "boats") }}', "BIL507", "2024"),
    call('{{ figure(__import__("os")) }}', "BIL507", '__import__("os")'),
    call("{{ boats }}", "BIL508", "{{ boats }}"),
    call("{{ figure(“2024-2025”, “boats”) }}", "BIL508", "`…`"),
    call('{{ figure("2024-2025", "boots") }}', "BIL509", "boats"),
    call('{{ figure("2024-25", "boats") }}', "BIL509", "2024-2025"),
    call('{{ figure("2024-2025", area="key", count="met") }}', "BIL509", "quay"),
    call('{{ figure("2024-2025", "boats", "outcome") }}', "BIL509", "result"),
    call('{{ badge("2024-2025", "boats", "result") }}', "BIL510", "2"),
    call('{{ scorecard("2024-2025") }}', "BIL511", "scorecard"),
    call('{{ figure("2024-2025", "boats", "baseline") }}', "BIL512", "baseline"),
    call('{{ badge("2024-2025", "boats", scorecard="2024-2025") }}', "BIL514", "scorecard"),
    call('{{ figure("2024-2025", "boats", count="met") }}', "BIL515", "figure"),
    call('{{ figure("2024-2025", "boats", area="quay") }}', "BIL515", "figure"),
    call('{{ figure("2024-2025", part="target", count="met") }}', "BIL515", "figure"),
    call('{{ term("birth") }}', "BIL509", "berth"),
    call('{{ term("berth", show="names") }}', "BIL509", "name"),
    call("{{ term() }}", "BIL506", "term"),
    call('{{ term("berth", "name", "x") }}', "BIL510", "2"),
    call('{{ table("fees") }}', "BIL511", "table"),
    call("{{ reconciliations() }}", "BIL511", "reconciliations"),
    Fault("BIL509", EN, "# Goals", f'# Goals\n\n{HERE}{{{{ table("fee") }}}}', "fees", ALONE),
    Fault(
        "BIL509",
        EN,
        "# Goals",
        f'# Goals\n\n{HERE}{{{{ discrepancies("2024-2026") }}}}',
        "2024-2025",
        ALONE,
    ),
    call('{{ figure("fee", "mooring", "quay") }}', "BIL509", "fees"),
    call('{{ figure("fees", "moorings", "quay") }}', "BIL509", "mooring"),
    call('{{ figure("fees", "collected", "quay") }}', "BIL509", "mooring"),
    call('{{ figure("fees", "mooring", "quais") }}', "BIL509", "quay"),
    call('{{ figure("fees", "mooring", "quay", show="figure") }}', "BIL509", "number"),
    call('{{ figure("fees", "mooring") }}', "BIL506", "part"),
    call('{{ figure("fees") }}', "BIL506", "indicator"),
    call('{{ figure("fees", "mooring", "channel") }}', "BIL512", "mooring"),
    call('{{ figure("fees", "night-passage", "quay") }}', "BIL512", "night-passage"),
    call('{{ figure("fees", "mooring", "quay", count="met") }}', "BIL515", "figure"),
    call('{{ badge("fees", "mooring") }}', "BIL509", "2024-2025"),
    block("{{ chart('fees') }}", "BIL506", "column"),
    block("{{ chart('berths', of='key') }}", "BIL509", "quay"),
    block("{{ trend('boots') }}", "BIL509", "boats"),
    block("{{ changes('2024-2026') }}", "BIL509", "2024-2025"),
    block("{{ changes(show='last') }}", "BIL509", "latest"),
    block("{{ trend('crew') }}", "BIL545", "crew"),
    block("{{ chart('fees', column='channel') }}", "BIL546", "channel"),
    block("{{ chart('fees', column='channel', of='passage') }}", "BIL546", "channel"),
    block("{{ chart('facts') }}", "BIL547", "boats, percent, CAD"),
    Fault("BIL511", EN, "title: Goals", f"title: {HERE}'{{{{ legend() }}}}'", "legend", ALONE),
)

PRINTED = (
    Fault(
        "BIL340",
        REPORTS,
        "  title: {en: Harbour report, fr: Rapport du havre}\n",
        "",
        "title",
        ALONE,
        at="harbour:\n",
    ),
    Fault("BIL560", REPORTS, "[goals.md]", f"[{HERE}goal.md]", "goals.md", ALONE),
    Fault("BIL561", REPORTS, "reports/harbour", f"{HERE}goals", "en/goals.pdf", ALONE),
    Fault("BIL208", REPORTS, "reports/harbour", f"{HERE}Reports", "reports", ALONE),
)

STATEMENTS = (*CELLS_OF_TABLES, *TABLES, *DECLARED, *FIGURES, *RECORDED)
FAULTS = (*READING, *FILES, *FIELDS, *ENTRIES, *REFERENCES, *STATEMENTS, *PAGES, *PRINTED)
TOGETHER = tuple(fault for fault in FAULTS if not fault.alone and fault not in READING)
