"""Faults of two languages that disagree, one by one, each with the place its message names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guard.story import EN, FR

LABELS, UNITS, INDICATORS = "data/labels.yml", "data/units.yml", "data/indicators.yml"
GOALS = "data/scorecards/2024-2025.yml"

NBSP = "\u00a0"


@dataclass(frozen=True)
class Plant:
    """`old`, which the file holds once, becomes `new`; the message names a line that holds `at`
    (or else `new`) in `told_in` (or else in the file), and says `says`."""

    rule: str
    file: str
    old: str
    new: str
    says: str = ""
    at: str = ""
    told_in: str = ""

    def __str__(self) -> str:
        return (
            f"{self.rule} {self.file.removeprefix('docs/')} {self.new[:40] or '-' + self.old[:40]}"
        )

    def plant(self, root: Path) -> None:
        path = root / self.file
        text = path.read_text(encoding="utf-8")
        assert text.count(self.old) == 1, (
            f"{self.old!r} is {text.count(self.old)} times in {self.file}"
        )
        path.write_text(text.replace(self.old, self.new), encoding="utf-8")

    def line(self, root: Path) -> str:
        """`file:line` of the message."""
        file = self.told_in or self.file
        lines = (root / file).read_text(encoding="utf-8").splitlines()
        at = (self.at or self.new).split("\n")[0]
        [number] = [number for number, line in enumerate(lines, 1) if at in line]
        return f"{file}:{number}:"


STRUCTURE = (
    Plant(
        "BIL808",
        FR,
        "| Juin | Les visiteurs sont revenus. |",
        "| Juin | Les visiteurs sont revenus. | |",
        "row",
    ),
    Plant(
        "BIL801",
        FR,
        "### La suite\n\nLes droits annuels de havre (DAH) restent tels quels. Rien d’autre n’est prévu avant l’été.\n",
        "",
        "What comes next",
        "### What",
        EN,
    ),
    Plant(
        "BIL801",
        EN,
        "## Words of the sea\n",
        "## Words of the sea\n\n## Ships\n\nNo ship came.\n",
        "Ships",
        "## Ships",
    ),
    Plant("BIL802", FR, "### La suite", "## La suite", "###"),
    Plant("BIL802", EN, "## Words of the sea", "### Words of the sea", "###", "## Les mots", FR),
    Plant("BIL803", FR, "{#traffic}", "{#circulation}", "{#traffic}"),
    Plant("BIL803", EN, " {#traffic}", "", "no id", "{#traffic}", FR),
    Plant("BIL804", FR, ' {{ badge("2024-2025", "boats") }}', "", "badge", "Voyez tous"),
    Plant(
        "BIL804",
        EN,
        "## Words of the sea\n",
        '## Words of the sea {{ badge("2024-2025", "boats") }}\n',
        "badge",
        "## Les mots",
        FR,
    ),
    Plant("BIL805", FR, '"visits", "result"', '"visits", "target"', 'part="result"'),
    Plant(
        "BIL805",
        EN,
        'badge("2024-2025", "boats")',
        'badge("2024-2025", "visits")',
        "visits",
        "badge",
        FR,
    ),
    Plant(
        "BIL806",
        FR,
        '{{ figure("2024-2025", "boats", "result") }} à la fin de l’année {{ badge("2024-2025", "boats") }}',
        '{{ badge("2024-2025", "boats") }} à la fin de l’année {{ figure("2024-2025", "boats", "result") }}',
        "badge",
    ),
    Plant("BIL807", FR, "| Juin | Les visiteurs sont revenus. |\n", "", "June", "| June", EN),
    Plant(
        "BIL807",
        EN,
        "- A storm closed the quay for the 2nd time on April 1, 2024, at 2:30 p.m.\n",
        "",
        "tempête",
        "- Une tempête",
        FR,
    ),
    Plant(
        "BIL807",
        EN,
        "Nothing else is planned before the summer.\n",
        "Nothing else is planned before the summer.\n\nThe pier stays open.\n",
        "pier",
        "The pier",
    ),
    Plant(
        "BIL808", FR, "- Trois équipages", "\nTrois équipages", "Trois équipages", "Trois équipages"
    ),
    Plant("BIL809", FR, "(goals.md)", "(plan.md)", "goals.md"),
    Plant("BIL810", FR, "![Des bateaux au quai, le matin]", "![]", "quay-fr.png"),
    Plant("BIL810", EN, "![Boats at the quay in the morning]", "![]", "quay-en.png"),
    Plant("BIL811", FR, "l’[argent](money.md)", "l’argent", "money.md", "Voyez tous"),
    Plant(
        "BIL811",
        EN,
        "## Words of the sea\n",
        "## [Words](words.md) of the sea\n",
        "words.md",
        "## Les mots",
        FR,
    ),
    Plant(
        "BIL818",
        LABELS,
        'fr: {one: "{n} cible dépassée", other: "{n} cibles dépassées"}',
        'fr: "{n} cibles dépassées"',
        "one and other",
    ),
    Plant(
        "BIL819",
        LABELS,
        '{one: "Un chiffre est communiqué pour {n} indicateur sur {total}."',
        '{one: "Un chiffre est communiqué pour {n} indicateur."',
        "{total}",
    ),
    Plant("BIL518", FR, "### La suite\n", "```\n\n### La suite\n", "", "```"),
    Plant(
        "BIL519",
        EN,
        "### What comes next\n",
        "<!-- to be checked\n\n### What comes next\n",
        "-->",
        "<!-- to",
    ),
)

FIGURES = (
    Plant(
        "BIL815",
        FR,
        "| Mai | Les feux sont revenus, à −3 degrés. |",
        "| Mai | Les feux sont revenus, à −4 degrés. |",
        "−3",
    ),
    Plant("BIL815", FR, f"3{NBSP}450", f"3{NBSP}540", "3,450"),
    Plant("BIL815", EN, "17.5%", "15.7%", "15.7%", "17,5", FR),
    Plant("BIL815", FR, f"4,5{NBSP}millions", f"4,5{NBSP}milliards", "$4.5 million"),
    Plant("BIL815", FR, "avril 2024", "avril 2025", "April 1, 2024"),
    Plant("BIL815", FR, f"14{NBSP}h{NBSP}30", f"15{NBSP}h{NBSP}30", "2:30"),
    Plant("BIL815", EN, "Three crews out of four", "Three crews out of five", "", "Trois", FR),
    Plant(
        "BIL815",
        FR,
        "description: Ce que le havre a fait en 2023-2024",
        "description: Ce que le havre a fait en 2022-2023",
        "2023–24",
    ),
    Plant(
        "BIL816",
        FR,
        f", soit 17,5{NBSP}% de plus que l’année précédente",
        ", plus que l’année précédente",
        f"17,5{NBSP}%",
        "En 2023-2024",
    ),
    Plant(
        "BIL816", EN, "before the summer", "before the 14 days of summer", "14", "Les droits", FR
    ),
    Plant(
        "BIL815",
        GOALS,
        "fr: Deux tempêtes ont fermé le quai.",
        "fr: Trois tempêtes ont fermé le quai.",
        "Two",
    ),
)

FORMATS = tuple(
    Plant(rule, file, old, new, says)
    for rule, file, old, new, says in (
        ("BIL821", FR, f"17,5{NBSP}%", f"17.5{NBSP}%", "17,5"),
        ("BIL821", FR, f"3{NBSP}450 passagers", "3,450 passagers", f"3{NBSP}450"),
        ("BIL822", EN, "17.5%", "17,5%", "17.5"),
        ("BIL822", EN, "3,450", f"3{NBSP}450", "3,450"),
        ("BIL823", FR, f"4,5{NBSP}millions de dollars", "$4.5 million", "4,5"),
        ("BIL824", EN, "$4.5 million", f"4,5{NBSP}M$", "$4.5M"),
        ("BIL825", FR, f"17,5{NBSP}%", "17,5%", f"{NBSP}%"),
        ("BIL825", EN, "17.5%", "17.5 %", "17.5%"),
        ("BIL826", FR, f"»{NBSP}: ils", "»: ils", f"{NBSP}:"),
        ("BIL826", EN, "sail”: they", "sail” : they", ":"),
        ("BIL827", FR, "tels quels. Rien", "tels quels ; rien", ";"),
        ("BIL827", EN, "as they are. Nothing", "as they are ; nothing", ";"),
        ("BIL828", FR, f"«{NBSP}prêts à naviguer{NBSP}»", "« prêts à naviguer »", f"«{NBSP}"),
        ("BIL829", FR, f"«{NBSP}prêts à naviguer{NBSP}»", "“prêts à naviguer”", f"«{NBSP}"),
        ("BIL829", EN, "“ready to sail”", f"«{NBSP}ready to sail{NBSP}»", "“"),
        ("BIL829", EN, "“ready to sail”", '"ready to sail"', "“"),
        ("BIL830", FR, "Rien d’autre", "Rien d'autre", "’"),
        ("BIL830", EN, "harbour’s certificate", "harbour's certificate", "’"),
        ("BIL832", FR, "En 2023-2024,", "En 2023–24,", "2023-2024"),
        ("BIL832", EN, "In 2023–24,", "In 2023-2024,", "2023–24"),
        ("BIL833", FR, "le 1er avril 2024", "le 1 avril 2024", "1er"),
        ("BIL833", EN, "April 1, 2024", "1 April 2024", "April"),
        ("BIL834", FR, f"14{NBSP}h{NBSP}30", "14:30", "14"),
        ("BIL834", EN, "at 2:30 p.m.", "at 14 h 30.", "2:30"),
        (
            "BIL831",
            FR,
            f"4,5{NBSP}millions de dollars",
            f"0,0045{NBSP}billion de dollars",
            "milliard",
        ),
        ("BIL839", FR, "à −3", "à -3", "\u2212"),
        ("BIL839", EN, "at −3", "at -3", "\u2212"),
        ("BIL835", FR, "la 2e fois", "la 2ème fois", "2e"),
        ("BIL836", FR, f"3{NBSP}450", "3 450", f"3{NBSP}450"),
        ("BIL825", FR, f"17,5{NBSP}%", "17,5\u202f%", f"{NBSP}%"),
    )
)

LANGUAGE = (
    Plant(
        "BIL842",
        "mkdocs.yml",
        "  - index.md\n",
        "  - index.md\n  - Harbourfront: [words.md]\n",
        "Harbourfront",
        "- Harbourfront",
    ),
    Plant(
        "BIL841",
        FR,
        "Rien d’autre n’est prévu avant l’été.",
        "Nothing else is planned before the summer.",
        "Nothing else",
    ),
    Plant(
        "BIL841",
        EN,
        "Nothing else is planned before the summer.",
        "Rien d’autre n’est prévu avant l’été.",
        "Rien d’autre",
    ),
    Plant("BIL841", LABELS, 'fr: "Page introuvable"', 'fr: "This page was not found"', "This page"),
    Plant(
        "BIL841",
        INDICATORS,
        "fr: Emplois créés au bord de l’eau.",
        "fr: Jobs created on the waterfront.",
        "Jobs created",
    ),
    Plant("BIL842", INDICATORS, "fr: Visiteurs}", "fr: Visitors}", "Visitors"),
    Plant("BIL842", LABELS, 'fr: "Cible"}\nactual', 'fr: "Target"}\nactual', "Target"),
)

TERMS = (
    Plant("BIL851", FR, "à côté du quai", "à côté de la place à quai", "poste à quai"),
    Plant("BIL851", EN, "stands beside the quay", "stands beside the mooring places", "berth"),
    Plant("BIL852", FR, "(DAH)", "(AHD)", "DAH"),
    Plant("BIL852", EN, "(AHD)", "(DAH)", "AHD"),
    Plant(
        "BIL853",
        EN,
        "The annual harbour dues (AHD) stay",
        "The tolls of the harbour stay",
        "annual harbour dues",
    ),
    Plant(
        "BIL853",
        FR,
        "Les droits annuels de havre (DAH) restent",
        "Les sommes exigées restent",
        "droits annuels de havre",
    ),
    Plant(
        "BIL854",
        LABELS,
        "no_share_more_than: {en: No percentage, fr: Pas de pourcentage}",
        "no_share_more_than: {en: No percentage, fr: Aucun pourcentage}",
        "Pas de pourcentage",
    ),
)

WAIVERS = (
    Plant(
        "BIL871",
        FR,
        "### La suite\n",
        "<!-- bilan: allow BIL827 -->\n### La suite\n",
        "",
        "allow BIL827",
    ),
    Plant(
        "BIL872",
        FR,
        "### La suite\n",
        "<!-- bilan: allow BIL208: an id -->\n### La suite\n",
        "BIL208",
        "allow BIL208",
    ),
    Plant(
        "BIL872",
        EN,
        "### What comes next\n",
        "<!-- bilan: allow everything: no time -->\n### What comes next\n",
        "",
        "allow everything",
    ),
    Plant(
        "BIL873",
        FR,
        "### La suite\n",
        "<!-- bilan: allow BIL827: a poem -->\n### La suite\n",
        "BIL827",
        "allow BIL827",
    ),
    Plant(
        "BIL873",
        UNITS,
        "boats:\n",
        "# bilan: allow BIL842: a name\nboats:\n",
        "BIL842",
        "allow BIL842",
    ),
)

PLANTS = (*STRUCTURE, *FIGURES, *FORMATS, *LANGUAGE, *TERMS, *WAIVERS)
