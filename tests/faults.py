"""Faults as editors make them, one by one, each with the place that its message names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

HERE = "▸"
"""Stands in a fault's new text before the place that its message names."""

GOALS, LONG_TERM = "data/scorecards/2024-2025.yml", "data/scorecards/long-term.yml"
ORGANIZATION, UNITS = "data/organization.yml", "data/units.yml"
SOURCES, INDICATORS = "data/sources.yml", "data/indicators.yml"
LABELS, STATUSES = "data/labels.yml", "data/statuses.yml"
EN, FR = "docs/en/goals.md", "docs/fr/goals.md"

ALONE = True
BOTH = "{en: a, fr: b}"
STORMS = "{en: Two storms closed the quay., fr: Deux tempêtes ont fermé le quai.}"
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
    Fault("BIL114", SOURCES, None, None, alone=True),
    Fault("BIL501", "docs/en/news.md", None, "---\ntitle: a\ndescription: b\n---\n", "fr/news.md"),
)

FIELDS = (
    Fault("BIL201", SOURCES, "url:", f"{HERE}ulr:", "url"),
    Fault("BIL201", ORGANIZATION, "tagline:", f"{HERE}slogan: {{}}\ntagline:", "tagline"),
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
        "BIL312",
        GOALS,
        "result: {value: 1.67, interim: true}",
        f"{HERE}result: {{not_available: suppressed, reason: {BOTH}, interim: true}}",
        "suppressed",
        ALONE,
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
    Fault("BIL410", GOALS, "indicator: spills", f"indicator: {HERE}waiting", "28", ALONE),
    Fault("BIL410", GOALS, "- id: money", f"- id: {HERE}quay", "12", ALONE),
    Fault("BIL410", GOALS, "- id: quay", "- id: boats", "12", ALONE, at="boats\n        target"),
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
    Fault("BIL418", UNITS, "CAD: {", f"{HERE}CDA: {{kind: currency}}\nCAD: {{", "CDA", ALONE),
    Fault(
        "BIL418", UNITS, "CAD: {", f"{HERE}dollars: {{kind: currency}}\nCAD: {{", "dollars", ALONE
    ),
    Fault("BIL418", UNITS, "CAD: {", f"{HERE}USD: {{kind: plain}}\nCAD: {{", "plain", ALONE),
)

PAGES = (
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
    block("{{ chart('fees') }}", "BIL506", "column"),
    block("{{ chart('berths', of='key') }}", "BIL509", "quay"),
    block("{{ trend('boots') }}", "BIL509", "boats"),
    block("{{ trend('crew') }}", "BIL545", "crew"),
    block("{{ chart('fees', column='channel') }}", "BIL546", "channel"),
    block("{{ chart('fees', column='channel', of='passage') }}", "BIL546", "channel"),
    block("{{ chart('facts') }}", "BIL547", "boats, percent, CAD"),
    Fault("BIL511", EN, "title: Goals", f"title: {HERE}'{{{{ legend() }}}}'", "legend", ALONE),
)

FAULTS = (*READING, *FILES, *FIELDS, *ENTRIES, *REFERENCES, *PAGES)
TOGETHER = tuple(fault for fault in FAULTS if not fault.alone and fault not in READING)
