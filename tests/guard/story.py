"""A page in both languages that shows everything the guard looks at, without a fault."""

from __future__ import annotations

from pathlib import Path

EN, FR = "docs/en/story.md", "docs/fr/story.md"

ENGLISH = """\
---
title: The year at the harbour
description: What the harbour did in 2023–24, in words and in figures.
---
# The year at the harbour

## Traffic on the water {#traffic}

In 2023–24, the harbour welcomed 3,450 passengers, 17.5% more than in the year before. The new quay cost $4.5 million, and half of the money came from partners.

- A storm closed the quay for the 2nd time on April 1, 2024, at 2:30 p.m.
- Three crews out of four are now “ready to sail”: they hold the harbour’s certificate.

![Boats at the quay in the morning](quay-en.png)

See all the [goals](goals.md), then the [money](money.md). The harbour had {{ figure("2024-2025", "boats", "result") }} at the end of the year {{ badge("2024-2025", "boats") }}, and {{ figure("2024-2025", "visits", "result") }}.

## Words of the sea

Tide gauge
:   An instrument that stands beside the quay.

| Month | What happened |
|-------|---------------|
| May | The lights came back, at −3 degrees. |
| June | The visitors came back. |

### What comes next

The annual harbour dues (AHD) stay as they are. Nothing else is planned before the summer.
"""

FRENCH = """\
---
title: L’année au havre
description: Ce que le havre a fait en 2023-2024, en mots et en chiffres.
address: annee
---
# L’année au havre

## La circulation sur l’eau {#traffic}

En 2023-2024, le havre a accueilli 3\u00a0450 passagers, soit 17,5\u00a0% de plus que l’année précédente. Le nouveau quai a coûté 4,5\u00a0millions de dollars, et la moitié de la somme est venue de partenaires.

- Une tempête a fermé le quai pour la 2e fois le 1er avril 2024, à 14\u00a0h\u00a030.
- Trois équipages sur quatre sont maintenant «\u00a0prêts à naviguer\u00a0»\u00a0: ils détiennent le certificat du havre.

![Des bateaux au quai, le matin](quay-fr.png)

Voyez tous les [objectifs](goals.md), puis l’[argent](money.md). Le havre comptait {{ figure("2024-2025", "boats", "result") }} à la fin de l’année {{ badge("2024-2025", "boats") }}, et {{ figure("2024-2025", "visits", "result") }}.

## Les mots de la mer

Marégraphe
:   Un instrument qui se trouve à côté du quai.

| Mois | Ce qui s’est passé |
|------|--------------------|
| Mai | Les feux sont revenus, à −3 degrés. |
| Juin | Les visiteurs sont revenus. |

### La suite

Les droits annuels de havre (DAH) restent tels quels. Rien d’autre n’est prévu avant l’été.
"""


def write_story(root: Path) -> None:
    for name, text in ((EN, ENGLISH), (FR, FRENCH)):
        (root / name).write_text(text, encoding="utf-8")
