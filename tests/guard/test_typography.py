"""Slips of format, in the style of Canadian reports; `⍽` stands for U+00A0, `·` for U+202F."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilan.guard.typography import Slip, corrected, slips
from bilan.languages import LANGUAGES, Language


def text_of(written: str) -> str:
    return (
        written.replace("⍽", "\u00a0")
        .replace("·", "\u202f")
        .replace("□", "\ufffc")
        .replace("\\n", "\n")
    )


def pairs(table: str) -> list[tuple[str, str, str]]:
    """Lines of `BIL821 wrong → right`."""
    found = []
    for line in table.strip().splitlines():
        rule, _, rest = line.partition(" ")
        wrong, _, right = rest.partition(" → ")
        found.append((rule, text_of(wrong), text_of(right)))
    return found


def lines(table: str) -> list[str]:
    return [text_of(line) for line in table.strip().splitlines()]


WRONG_FRENCH = """
BIL821 un total de 1,234 membres → un total de 1⍽234 membres
BIL821 plus de 1,234,567 visites → plus de 1⍽234⍽567 visites
BIL821 Le taux est de 12.5⍽% cette année. → Le taux est de 12,5⍽% cette année.
BIL821 un ratio de 1.7 en moyenne → un ratio de 1,7 en moyenne
BIL821 une hausse de 2.5⍽points → une hausse de 2,5⍽points
BIL821 une note de 4.2 sur 5 → une note de 4,2 sur 5
BIL821 un total de 12.5⍽millions d’heures → un total de 12,5⍽millions d’heures
BIL821 Nous comptons 11,485 membres. → Nous comptons 11⍽485 membres.
BIL821 soit 0.8⍽% de moins → soit 0,8⍽% de moins
BIL821 les revenus ont été 1.5 fois plus élevés → les revenus ont été 1,5 fois plus élevés
BIL821 (12,345,678 visites) → (12⍽345⍽678 visites)
BIL821 environ 1,234.5 tonnes → environ 1⍽234,5 tonnes
BIL821 **3.5⍽%** des répondants → **3,5⍽%** des répondants
BIL821 entre 2.5 et 3.5⍽% → entre 2,5 et 3,5⍽%
BIL823 Une contribution de $12 par membre → Une contribution de 12⍽$ par membre
BIL823 Un fonds de $4.5M → Un fonds de 4,5⍽M$
BIL823 Un fonds de $4.5 million → Un fonds de 4,5⍽millions de dollars
BIL823 Un fonds de $1.3 billion → Un fonds de 1,3⍽milliard de dollars
BIL823 Un fonds de $2 billion → Un fonds de 2⍽milliards de dollars
BIL823 Un fonds de $1⍽million → Un fonds de 1⍽million de dollars
BIL823 des honoraires de $1,234 → des honoraires de 1⍽234⍽$
BIL823 des honoraires de $9,777,090. → des honoraires de 9⍽777⍽090⍽$.
BIL823 des frais de $12.50 par page → des frais de 12,50⍽$ par page
BIL823 un montant de CAD 12 → un montant de 12⍽$
BIL823 un montant de CA$12 → un montant de 12⍽$
BIL823 un montant de US$12 → un montant de 12⍽$⍽US
BIL823 un montant de $12K → un montant de 12⍽k$
BIL823 un montant de $1.3B → un montant de 1,3⍽G$
BIL823 un montant de $10-15 million → un montant de 10-15⍽millions de dollars
BIL823 un montant de $275 millions de dollars → un montant de 275⍽millions de dollars
BIL823 (perte de $1,500,000) → (perte de 1⍽500⍽000⍽$)
BIL823 un total de ${n} au 31 mars → un total de {n}⍽$ au 31 mars
BIL823 un total de $⍽250 par personne → un total de 250⍽$ par personne
BIL823 un prêt de USD 3 million → un prêt de 3⍽millions de dollars américains
BIL825 12% des membres → 12⍽% des membres
BIL825 12 % des membres → 12⍽% des membres
BIL825 12·% des membres → 12⍽% des membres
BIL825 **36**% des projets → **36**⍽% des projets
BIL825 □□% des projets → □□⍽% des projets
BIL825 {n} % des cibles → {n}⍽% des cibles
BIL825 {n}% des cibles → {n}⍽% des cibles
BIL825 une part de 99,9% au total → une part de 99,9⍽% au total
BIL825 (50%) → (50⍽%)
BIL826 note: suite → note⍽: suite
BIL826 note : suite → note⍽: suite
BIL826 note·: suite → note⍽: suite
BIL826 **Note:** les montants sont arrondis. → **Note⍽:** les montants sont arrondis.
BIL826 **Note** : les montants sont arrondis. → **Note**⍽: les montants sont arrondis.
BIL826 □□ : au 31 mars → □□⍽: au 31 mars
BIL826 Objectifs pour 2028: → Objectifs pour 2028⍽:
BIL826 Résultats (provisoires): 12 → Résultats (provisoires)⍽: 12
BIL826 {name}: {figure} → {name}⍽: {figure}
BIL826 En 2028 : 12 projets → En 2028⍽: 12 projets
BIL826 À 14⍽h⍽30 : ouverture → À 14⍽h⍽30⍽: ouverture
BIL827 Premier point ; second point → Premier point; second point
BIL827 Premier point⍽; second point → Premier point; second point
BIL827 Pourquoi ? Parce que. → Pourquoi? Parce que.
BIL827 Pourquoi⍽? Parce que. → Pourquoi? Parce que.
BIL827 Merci·! → Merci!
BIL827 les membres , les partenaires → les membres, les partenaires
BIL827 à la fin de l’exercice . → à la fin de l’exercice.
BIL827 {n} cibles ; {m} jalons → {n} cibles; {m} jalons
BIL828 «texte» → «⍽texte⍽»
BIL828 « texte » → «⍽texte⍽»
BIL828 «·texte·» → «⍽texte⍽»
BIL828 dit « atteinte », puis → dit «⍽atteinte⍽», puis
BIL828 le volet «⍽Capacité» du plan → le volet «⍽Capacité⍽» du plan
BIL829 le volet "Capacité" du plan → le volet «⍽Capacité⍽» du plan
BIL829 le volet “Capacité” du plan → le volet «⍽Capacité⍽» du plan
BIL829 ("cible") → («⍽cible⍽»)
BIL829 dit "atteinte". → dit «⍽atteinte⍽».
BIL829 «⍽le volet "Capacité" du plan⍽» → «⍽le volet “Capacité” du plan⍽»
BIL829 *"atteinte"* → *«⍽atteinte⍽»*
BIL829 " texte " → «⍽texte⍽»
BIL829 le volet "Capacité du plan → le volet «⍽Capacité du plan
BIL830 l'an dernier → l’an dernier
BIL830 aujourd'hui → aujourd’hui
BIL830 l'□□ du Canada → l’□□ du Canada
BIL830 d'{name} → d’{name}
BIL830 l'*exercice* → l’*exercice*
BIL830 plus d'1⍽million → plus d’1⍽million
BIL830 L'industrie → L’industrie
BIL831 3⍽billions de dollars → 3⍽milliards de dollars
BIL831 1,3⍽billion de dollars → 1,3⍽milliard de dollars
BIL831 un fonds de 4,5⍽MM$ → un fonds de 4,5⍽M$
BIL831 un fonds de 4,5⍽M $ → un fonds de 4,5⍽M$
BIL831 un fonds de 12⍽K$ → un fonds de 12⍽k$
BIL831 Montant (MM$) → Montant (M$)
BIL831 Montant ($M) → Montant (M$)
BIL832 l’exercice 2020-21 → l’exercice 2020-2021
BIL832 l’exercice 2020–21 → l’exercice 2020-2021
BIL832 l’exercice 2020–2021 → l’exercice 2020-2021
BIL832 en 2011-12, → en 2011-2012,
BIL832 (2024–25) → (2024-2025)
BIL832 l’exercice 1999-00 → l’exercice 1999-2000
BIL832 Plan stratégique 2018–2028 → Plan stratégique 2018-2028
BIL832 l’exercice 2020‑2021 → l’exercice 2020-2021
BIL833 le 1 avril 2028 → le 1er avril 2028
BIL833 le 1⍽avril → le 1er⍽avril
BIL833 au 31 Mars 2028 → au 31 mars 2028
BIL833 le mars 31, 2028 → le 31⍽mars⍽2028
BIL833 le 31 mars, 2028 → le 31⍽mars⍽2028
BIL833 au March 31, 2028 → au 31⍽mars⍽2028
BIL833 au 31 March 2028 → au 31⍽mars⍽2028
BIL833 en March 2028 → en mars⍽2028
BIL833 en Mars 2028 → en mars 2028
BIL833 le April 1, 2028 → le 1er⍽avril⍽2028
BIL833 le 1er Avril 2028 → le 1er avril 2028
BIL833 du 1 au 3 avril → du 1er au 3 avril
BIL834 à 14:30 → à 14⍽h⍽30
BIL834 à 2:30 p.m. le 3 mai → à 14⍽h⍽30 le 3 mai
BIL834 à 14h30 → à 14⍽h⍽30
BIL834 à 14H → à 14⍽h
BIL834 à 14H30 → à 14⍽h⍽30
BIL834 à 9:30, → à 9⍽h⍽30,
BIL834 à 12 a.m. le 3 mai → à 0⍽h le 3 mai
BIL834 à 14 h30 → à 14⍽h⍽30
BIL835 la 1ère phase → la 1re phase
BIL835 la 1ere phase → la 1re phase
BIL835 le 1èr volet → le 1er volet
BIL835 la 2ème phase → la 2e phase
BIL835 la 2ième phase → la 2e phase
BIL835 les 1ères phases → les 1res phases
BIL835 le XXIème siècle → le XXIe siècle
BIL835 la 4th révolution → la 4e révolution
BIL835 le 1st volet → le 1er volet
BIL836 plus de 3 334 membres → plus de 3⍽334 membres
BIL836 plus de 3·334 membres → plus de 3⍽334 membres
BIL836 En 2028 3 334 membres → En 2028 3⍽334 membres
BIL836 4,5 M$ → 4,5⍽M$
BIL836 12$ → 12⍽$
BIL836 275 millions de dollars → 275⍽millions de dollars
BIL836 1,3 milliard de dollars → 1,3⍽milliard de dollars
BIL836 9⍽777 090⍽$ → 9⍽777⍽090⍽$
BIL836 9 777 090⍽$ → 9⍽777⍽090⍽$
BIL836 {n} millions de dollars → {n}⍽millions de dollars
BIL836 □□ $ → □□⍽$
BIL836 3\u2009334⍽membres → 3⍽334⍽membres
BIL836 1 056,6⍽millions de dollars → 1⍽056,6⍽millions de dollars
BIL836 31·mars → 31⍽mars
"""

RIGHT_FRENCH = """
un total de 1⍽234 membres
plus de 1⍽234⍽567 visites
Le taux est de 12,5⍽% cette année.
L’Industrie 4.0 transforme la fabrication.
Voir la section 3.2 du plan.
Voir les sections 3.2 et 3.3 du plan.
conforme aux WCAG 2.2, niveau AA
la version v1.2 du logiciel
certifiés ISO 14001.2
voir ch. 3.2
la version 2.1 du guide
l’indicateur 2.1 et l’indicateur 2.2
## 3.2 Résultats
3.2 Résultats
écrire à info@exemple.1.ca ou à a.b2.5@exemple.ca
le fichier plan-2020-2021.pdf
le fichier rapport_1.2.csv
l’adresse 192.168.0.1
le 31.03.2028
un ratio de 1,234 fois
à un taux de 2,375⍽%
0,125⍽% par jour
une dose de 0,234 mg
licence CC BY 4.0
la norme 12.5 s’applique
les al. 3.1 à 3.4
la résolution 1.2
verset 14:30
CAN/CSA-Z1000.14
un prix de 12⍽$
un prix de 4,5⍽M$
un fonds de 1,3⍽milliard de dollars
un fonds de 275⍽millions de dollars
(1⍽500⍽000⍽$)
12⍽$⍽US
de 10⍽$ à 15⍽$
1⍽056,6⍽millions de dollars
Montant (M$)
en k$
300⍽G$
36⍽% des projets
de 10 à 15⍽%
□□⍽% des projets
{n}⍽% des cibles
Le % de membres
Pourcentage (%)
cent pour cent
note⍽: suite
**Note⍽:** suite
https://exemple.ca/page:1
un ratio de 1:10
un ratio de 1 : 10
à l’échelle 1:50⍽000
Bravo :) et merci
: une définition qui commence la ligne
Terme\n:   sa définition
| Colonne | Nombre |\n| :--- | ---: |\n| a | 1 |
|:---:|---:|
une icône :material-check: dans le texte
[^1]: Une note de bas de page.
[lien]: https://exemple.ca
Premier point; second point
Pourquoi? Parce que.
Merci!
Une image ![texte]
et ainsi de suite…
le domaine .ca
a … b
… et la suite
«⍽texte⍽»
«⍽le mot “juste” du texte⍽»
«⍽Quoi?⍽»
(«⍽texte⍽»)
un tuyau de 12" de diamètre
un écran de 5' 10" de haut
title="Résultats" dans la balise
!!! note "Titre de la note"
l’an dernier
aujourd’hui
les années '90
l’exercice 2020-2021
les exercices 2019-2020 et 2020-2021
le plan de 2018-2028
de 2018 à 2028
plan-2020-2021
téléphone 555-2020-21
le code A2020-21
C.P. 2020-21
DORS/2020-21
le décret no 2020-21
le 2020-12-31
le 2028-03-31
les exercices 2019 2020
En 2028 334 membres
le 1er avril 2028
le 1er⍽avril⍽2028
le 31 mars 2028
le 31⍽mars⍽2028
Mars 2028
la planète Mars
31 MARS 2028
en mai
le 3 mai, 2⍽000 personnes étaient là
la suite dans l’exemple&nbsp;: oui
à 14⍽h⍽30
à 14 h 30
à 14⍽h
24⍽h sur 24
la 1re phase
le 1er volet
la 2e phase
le XXIe siècle
3⍽334 membres
le 613 992-4793
le 1 800 622-6232
le 613 992 4793
la phase 2 100 projets
le tableau 3 120 lignes
3⍽334,5 tonnes
les années 2024, 2025 et 2026
le chapitre «⍽Budget 2024: Fairness for Every Generation⍽» du document
le rapport *Budget 2024: The Next Steps* du gouvernement
R&amp;D et d&eacute;veloppement
un taux de 12&nbsp;% en tout
le nombre de femmes/hommes
COVID-19
la 5G et la 4G
H2O et CO2
NGen4.0 et a1.2b
un écart de −21
+21 membres
3-D et 3D
1/2 de la somme
le 1er et le 2e trimestre
les 31 jours de mars
30⍽000⍽ans
page 12, 345 et 678
{low} à {high}
{n}⍽$
{n}⍽millions de dollars
□□ membres
□□⍽: suite
N/A
n⍽= 12
a. b. c.
p.⍽ex. ceci
M. Roy
de 9 h à 17 h
du lundi au vendredi
la Loi sur l’accès, art. 3.2
La phase 2 (2023-2028) commence.
L’évaluation («⍽satisfaisante⍽»), puis
Les membres, les partenaires et l’industrie.
"""

WRONG_ENGLISH = """
BIL822 a total of 1⍽234 members → a total of 1,234 members
BIL822 a total of 1 234 members → a total of 1,234 members
BIL822 more than 1 234 567 visits → more than 1,234,567 visits
BIL822 a rate of 12,5% → a rate of 12.5%
BIL822 a ratio of 1,7 on average → a ratio of 1.7 on average
BIL822 0,125 of the total → 0.125 of the total
BIL822 a total of 12·345 members → a total of 12,345 members
BIL822 1⍽056,6 tonnes → 1,056.6 tonnes
BIL822 a score of 4,2 out of 5 → a score of 4.2 out of 5
BIL822 2,5 times more → 2.5 times more
BIL822 up 3,5 points → up 3.5 points
BIL822 In 2028 3 334 members joined → In 2028 3,334 members joined
BIL822 between 2,5% and 3.5% → between 2.5% and 3.5%
BIL822 **12⍽345** jobs → **12,345** jobs
BIL822 1,5 million visits → 1.5 million visits
BIL822 4,5 FTEs → 4.5 FTEs
BIL822 $4,5 million → $4.5 million
BIL822 $1⍽234 for each → $1,234 for each
BIL824 a fee of 12 $ a year → a fee of $12 a year
BIL824 a fee of 12⍽$ a year → a fee of $12 a year
BIL824 a fund of 4,5 M$ → a fund of $4.5M
BIL824 a fund of 4.5⍽M$ → a fund of $4.5M
BIL824 a fee of 12 k$ → a fee of $12K
BIL824 a fund of 1,3⍽G$ → a fund of $1.3B
BIL824 a total of 9⍽777⍽090⍽$ → a total of $9,777,090
BIL824 a total of 9,777,090$ → a total of $9,777,090
BIL824 a fund of 12 million $ → a fund of $12⍽million
BIL824 a total of {n} $ → a total of ${n}
BIL824 (1⍽500⍽000⍽$) → ($1,500,000)
BIL824 12,50⍽$ each → $12.50 each
BIL824 a loan of 3⍽M$, repaid → a loan of $3M, repaid
BIL824 a loan of 12⍽$ US → a loan of US$12
BIL824 a loan of 4,5 MM$ → a loan of $4.5M
BIL825 12 % of members → 12% of members
BIL825 12⍽% of members → 12% of members
BIL825 12·% of members → 12% of members
BIL825 □□ % of members → □□% of members
BIL825 {n} % of targets → {n}% of targets
BIL825 **36** % of projects → **36**% of projects
BIL825 a share of 99.9 % in all → a share of 99.9% in all
BIL825 (50⍽%) → (50%)
BIL826 note : more → note: more
BIL826 note⍽: more → note: more
BIL826 note·: more → note: more
BIL826 **Note** : amounts are rounded. → **Note**: amounts are rounded.
BIL826 **Note :** amounts are rounded. → **Note:** amounts are rounded.
BIL826 □□ : as of March 31 → □□: as of March 31
BIL826 {name} : {figure} → {name}: {figure}
BIL826 Results (interim) : 12 → Results (interim): 12
BIL826 In 2028 : 12 projects → In 2028: 12 projects
BIL827 First point ; second point → First point; second point
BIL827 First point⍽; second point → First point; second point
BIL827 Why ? Because. → Why? Because.
BIL827 Thank you ! → Thank you!
BIL827 Thank you·! → Thank you!
BIL827 the members , the partners → the members, the partners
BIL827 at the end of the year . → at the end of the year.
BIL827 {n} targets ; {m} milestones → {n} targets; {m} milestones
BIL827 What is next⍽? → What is next?
BIL829 the "Capacity" area → the “Capacity” area
BIL829 the « Capacity » area → the “Capacity” area
BIL829 the «⍽Capacity⍽» area → the “Capacity” area
BIL829 the «Capacity» area → the “Capacity” area
BIL829 ("target") → (“target”)
BIL829 called "met". → called “met”.
BIL829 *"met"* → *“met”*
BIL829 " text " → “text”
BIL829 “the "Capacity" area” → “the ‘Capacity’ area”
BIL829 the "Capacity area → the “Capacity area
BIL829 called "met," then "exceeded" → called “met,” then “exceeded”
BIL829 {name} is "met" → {name} is “met”
BIL830 don't → don’t
BIL830 Canada's clusters → Canada’s clusters
BIL830 the partners' share → the partners’ share
BIL830 the members', then → the members’, then
BIL830 {org}'s plan → {org}’s plan
BIL830 □□'s plan → □□’s plan
BIL830 *NGC*'s plan → *NGC*’s plan
BIL830 it's what we've done → it’s what we’ve done
BIL830 the 2020's → the 2020’s
BIL831 1.3 milliards → 1.3 billion
BIL831 $2 milliard → $2 billion
BIL831 1,3⍽milliard de dollars → $1.3⍽billion
BIL831 Amount (M$) → Amount ($M)
BIL831 in G$ → in $B
BIL831 in k$ → in $K
BIL832 fiscal year 2020-21 → fiscal year 2020–21
BIL832 fiscal year 2020-2021 → fiscal year 2020–21
BIL832 fiscal year 2020–2021 → fiscal year 2020–21
BIL832 the 2018-2028 plan → the 2018–2028 plan
BIL832 (2024-25) → (2024–25)
BIL832 fiscal year 2011-12 → fiscal year 2011–12
BIL832 fiscal year 1999-2000 → fiscal year 1999–2000
BIL832 FY2020-21 → FY2020–21
BIL832 from 2019-20 on → from 2019–20 on
BIL832 **2025-26** targets → **2025–26** targets
BIL833 on 31 March 2028 → on March⍽31,⍽2028
BIL833 on 31 March. → on March⍽31.
BIL833 on 1st April → on April⍽1
BIL833 on 1st April 2028 → on April⍽1,⍽2028
BIL833 on April 1st, 2028 → on April⍽1,⍽2028
BIL833 on April 1st we met → on April⍽1 we met
BIL833 on April 1 2028 → on April⍽1,⍽2028
BIL833 on march 31 → on March 31
BIL833 as of march 31, 2028 → as of March 31, 2028
BIL833 in april 2028 → in April 2028
BIL833 on 31 mars 2028 → on March⍽31,⍽2028
BIL833 on 1er avril 2028 → on April⍽1,⍽2028
BIL833 in décembre 2024 → in December⍽2024
BIL833 April 1,2028 → April⍽1,⍽2028
BIL833 on the 31st of March, 2028 → on the March⍽31,⍽2028
BIL834 at 14 h 30 → at 2:30 p.m.
BIL834 at 14⍽h⍽30. → at 2:30 p.m.
BIL834 at 14h30 today → at 2:30 p.m. today
BIL834 at 9 h today → at 9 a.m. today
BIL834 at 9 h 15 today → at 9:15 a.m. today
BIL834 at 12 h 30 today → at 12:30 p.m. today
BIL835 the 2e phase → the 2nd phase
BIL835 the 3e phase → the 3rd phase
BIL835 the 1re phase → the 1st phase
BIL835 the 1er phase → the 1st phase
BIL835 the 21e century → the 21st century
BIL835 the 12e phase → the 12th phase
BIL835 the 2ème phase → the 2nd phase
BIL836 the·members → the members
BIL836 $4.5·million → $4.5 million
BIL836 March·31, 2028 → March 31, 2028
BIL836 12\u2009km → 12 km
"""

RIGHT_ENGLISH = """
a total of 1,234 members
more than 1,234,567 visits
a rate of 12.5%
sections 1,2 and 3
notes 1,2
items 1,2,3
in 2028 334 members
In 2028 334 members joined.
targets 3,4 and 5
[1,2]
(1,2)
Table 1 234 rows
Phase 2 100 projects
call 1 800 622-6232
call 613 992-4793
call 613 992 4793
call 1-800-622-6232
Industry 4.0 in Canada
section 3.2 of the plan
WCAG 2.2, level AA
a score of 4.2
$12 a year
$4.5M
$4.5⍽million
$4.5 million
$1.3⍽billion
$275M
$9,777,090
($1,500,000)
US$12
in 2028 $12 million
${n}⍽million
Amount ($M)
in $ and in %
12% of members
10% to 15%
{n}% of targets
□□% of members
the % of members
Percentage (%)
note: more
**Note:** more
https://example.ca/page:1
14:30
at 2:30 p.m.
a ratio of 1:10
a ratio of 1 : 10
Well done :) and thanks
: a definition that begins the line
Term\n:   its definition
| Column | Number |\n| :--- | ---: |\n| a | 1 |
| :---: | ---: |
an icon :material-check: in the text
[^1]: A footnote.
[link]: https://example.ca
First point; second point
Why? Because.
Thank you!
An image ![text]
and so on…
a … b
the .ca domain
a correlation of .5
a value of .75 or more
. . .
“text”
“the ‘right’ word”
(“text”)
“- ,3 milliard de dollars”
the plan’s “Stratégie de la propriété intellectuelle : objectifs”
12" pipes
5' 10" tall
title="Results" in the tag
!!! note "Title of the note"
=== "Tab"
don’t
the partners’ share
Canada’s
the '90s
the 'partners' of the project
rock ’n’ roll
fiscal year 2020–21
from 2018 to 2028
2018–2028
fiscal year 1999–2000
plan-2020-2021
the file plan-2020-2021.pdf
phone 555-2020-21
code A2020-21
P.C. 2020-21
SOR/2020-21
Order in Council No. 2020-21
2020-12-31
2028-03-31
in 2028-03
March 31, 2028
March⍽31,⍽2028
March 30 to April 4, 2025
March 30–April 4, 2025
on April 1
in May 2021
12 may apply
They may 31 times
in March
on March 31 we met
the 12 March events
march on
24 h a day
12 h
the 1st phase
the 21st century
room 2e3
1e6
H2O and CO2
COVID-19
a difference of −21
+21 members
3D printing
1/2 of the total
3,334 members
3,334.5 tonnes
2024, 2025 and 2026
pages 12, 345 and 678
R&amp;D and d&eacute;cor
{low} to {high}
□□ members
□□: more
N/A
n = 12
a. b. c.
e.g. this
Mr. Roy
from 9 a.m. to 5 p.m.
write to info@example.ca or a.b@example.ca
the file report_1,2.csv
the address 192.168.0.1
Monday to Friday
The plan (2023–2028) begins.
The rating (“satisfactory”), then
Members, partners and industry.
about $10 to $15 million
a Net Promoter Score of 50
the 165 projects of Phase I
On March 31, 250 members joined.
as of December 31, 2024
Hannover Messe 2025
January to March 2028
by June 30, 2024
the years 2019 2020
grades 1,2
extension 1 234
the first 100 days
between 10 and 15
"""

WRONG: dict[Language, list[tuple[str, str, str]]] = {
    "fr": pairs(WRONG_FRENCH.replace("\\u2009", "\u2009")),
    "en": pairs(WRONG_ENGLISH.replace("\\u2009", "\u2009")),
}
RIGHT: dict[Language, list[str]] = {
    "fr": lines(RIGHT_FRENCH),
    "en": lines(RIGHT_ENGLISH),
}


def each(
    language: Language, table: list[tuple[str, str, str]]
) -> list[tuple[Language, str, str, str]]:
    return [(language, *case) for case in table]


@pytest.mark.parametrize(
    ("language", "rule", "wrong", "right"), [*each("fr", WRONG["fr"]), *each("en", WRONG["en"])]
)
def test_a_slip_is_found_and_its_correction_is_the_text_of_house_style(
    language: Language, rule: str, wrong: str, right: str
) -> None:
    found = slips(wrong, language)
    assert corrected(wrong, found) == right
    assert rule in {slip.rule for slip in found}
    assert all(wrong[slip.start : slip.end] == slip.found for slip in found)
    assert slips(right, language) == ()


@pytest.mark.parametrize(
    ("language", "right"), [(language, text) for language in LANGUAGES for text in RIGHT[language]]
)
def test_a_text_in_house_style_has_no_slip(language: Language, right: str) -> None:
    assert slips(right, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "is_safe"),
    [
        ("fr", "un total de 1,234 membres", False),
        ("fr", "un total de 1,234,567 membres", True),
        ("fr", "12.5⍽%", True),
        ("fr", "une moyenne de 12.5 en tout", False),
        ("fr", "3⍽billions", False),
        ("fr", "la 4th phase", False),
        ("fr", 'le volet "Capacité', False),
        ("fr", "le volet «⍽Exercice 2020-21⍽»", False),
        ("fr", "l’exercice 2020-21", True),
        ("en", "the “Year 2020-21” report", False),
        ("en", "the 2e phase", False),
        ("en", "12 % of members", True),
        ("en", 'the "Capacity" area', True),
    ],
)
def test_only_what_can_mean_one_thing_is_safe_to_replace(
    language: Language, text: str, is_safe: bool
) -> None:
    assert {slip.is_safe for slip in slips(text_of(text), language)} == {is_safe}


FRAGMENTS = text_of(
    "1,234|1 234|1·234|12.5|12,5|3 334|2028|2020-21|2020–2021|2018-2028|$12|$4.5M|$1.3 billion"
    "|12 $|4,5 M$|M$|%|⍽%| %| :|:| ;|?| !|,| .|«|»|“|”|\"|'|l'an|don't|partners'|1 avril|31 Mars"
    "|mars 31, 2028|March 31, 2028|31 March 2028|1st April|march 31|14:30|2:30 p.m.|14h30|14 h 30"
    "|1ère|2ème|2e|1st|billion|milliards|{n}|□□|membres|the|de|section|Phase|**|_|(|)|·|⍽|…|\\n\\n"
    "|x|-|1|31|p.m.|de dollars"
).split("|")


@settings(max_examples=3000, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(["", " ", " ", " "])), max_size=12
    ),
    st.sampled_from(LANGUAGES),
)
def test_a_corrected_text_has_no_slip(parts: list[tuple[str, str]], language: Language) -> None:
    text = "".join(fragment + space for fragment, space in parts)
    found = slips(text, language)
    assert_in_order(found)
    once = corrected(text, found)
    assert slips(once, language) == (), (text, once)


def assert_in_order(found: tuple[Slip, ...]) -> None:
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "1",
        "1,234",
        "1 234 ",
        "$",
        '"a ',
        "« ",
        "“a” ",
        "a.",
        "1.",
        "{",
        "&",
        "*",
        "'s",
        "\n",
        "2020-",
    ],
)
def test_a_page_of_one_piece_over_and_over_is_mended_for_good(
    piece: str, language: Language
) -> None:
    text = (piece * 20_000)[:20_000]
    assert slips(corrected(text, slips(text, language)), language) == ()
