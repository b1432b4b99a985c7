"""The card of each page: a picture that stands for it where its address is shared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bilan.languages import LANGUAGES, Language
from bilan.pages.page import Pages
from bilan.project import Project
from bilan.site.cards import CARD, ENTRANCE, Cards
from bilan.site.embeds import SiteEmbeds
from bilan.site.pictures.canvas import Pens
from bilan.site.pictures.cards import BOTTOM, MARGIN, TOP, Names, page_card
from bilan.site.pictures.icons import read_icons
from bilan.site.pictures.palette import Palettes
from bilan.site.pictures.stamps import Stamps
from site_reading import html_of

SITE = "https://results.example/reports/"
OWN_SITE = "https://example.org/"
WIDTH, HEIGHT, MOST_BYTES = 1200, 630, 40_000
LONG = (
    "Propriété intellectuelle, commercialisation et internationalisation des petites et "
    "moyennes entreprises du secteur de la fabrication de pointe ayant participé aux projets "
    "soutenus pendant les cinq premières années de l’entente de contribution, selon la "
    "région, la taille de l’entreprise et l’année du premier versement"
)

each_language = pytest.mark.parametrize("language", LANGUAGES)


def cards(project: Project) -> Cards:
    return Cards(project, SITE, SiteEmbeds(project, SITE))


def image(png: bytes) -> Image.Image:
    assert png.startswith(b"\x89PNG")
    return Image.open(BytesIO(png))


def colours(picture: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many there are within edges: left, top, right, bottom."""
    return len(picture.convert("RGB").crop(box).getcolors(65_536) or ())


def pens(project: Project) -> Pens:
    root = project.root
    stamps, typeface = Stamps(read_icons(root)), SiteEmbeds(project, SITE).typeface
    return Pens(typeface, Palettes.read(root).light, stamps)


@pytest.fixture(scope="module")
def drawn(harbour_project: Project) -> Mapping[str, bytes]:
    return dict(cards(harbour_project).files())


def test_there_is_one_for_every_page_in_its_language_and_one_for_both(
    harbour_project: Project, drawn: Mapping[str, bytes]
) -> None:
    pages = {page.url + CARD[page.language] for page in harbour_project.pages}
    assert len(pages) == len(list(harbour_project.pages))
    assert set(drawn) == {*pages, ENTRANCE}
    assert len(set(drawn.values())) == len(drawn)


def test_each_is_a_small_png_of_the_size_that_it_says(
    harbour_project: Project, drawn: Mapping[str, bytes]
) -> None:
    made = cards(harbour_project)
    said = [made.of_entrance(), *(made.of_page(page) for page in harbour_project.pages)]
    assert {view.image for view in said} == {SITE + address for address in drawn}
    for view in said:
        png = drawn[view.image.removeprefix(SITE)]
        picture = image(png)
        assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
        assert picture.size == (view.width, view.height)
        assert len(png) < MOST_BYTES
        assert picture.info.keys().isdisjoint({"date", "Software", "Creation Time"})


def test_drawing_twice_gives_the_same_bytes(
    harbour_project: Project, drawn: Mapping[str, bytes]
) -> None:
    names = ("index.md", "goals.md", "money.md", "plan.md", "indicators/fund.md")
    some = Pages(page for page in harbour_project.pages if page.name in names)
    again = dict(cards(replace(harbour_project, pages=some)).files())
    assert len(again) == len(names) * 2 + 1
    assert again == {address: drawn[address] for address in again}


def test_nothing_is_drawn_in_the_margins(drawn: Mapping[str, bytes]) -> None:
    for address, png in drawn.items():
        picture = image(png)
        assert colours(picture, (WIDTH - MARGIN + 4, 116, WIDTH, HEIGHT)) == 1, address
        assert colours(picture, (0, 116, MARGIN - 8, HEIGHT)) == 1, address
        assert colours(picture, (0, BOTTOM + 12, WIDTH, HEIGHT)) == 1, address
        assert colours(picture, (MARGIN, 116, WIDTH - MARGIN, BOTTOM)) > 2, address


@each_language
def test_the_longest_titles_of_the_site_stay_within_their_cards(
    project: Project, language: Language
) -> None:
    own = [page for page in project.pages if page.language == language]
    own.sort(key=lambda page: len(project.text(page, "title")))
    chosen = Pages(own[-3:])
    found = dict(cards(replace(project, pages=chosen)).files())
    for page in chosen:
        png = found[page.url + CARD[language]]
        assert colours(image(png), (WIDTH - MARGIN + 4, 116, WIDTH, HEIGHT)) == 1
        assert len(png) < MOST_BYTES


def test_a_long_title_gets_smaller_until_all_of_it_has_room(harbour_project: Project) -> None:
    typeface, inner, room = pens(harbour_project).typeface, WIDTH - 2 * MARGIN, 250
    size = typeface.fitting(LONG, 700, 96, inner, room)
    lines = typeface.lines(LONG, size, 700, inner)
    assert " ".join(lines) == LONG
    assert typeface.longest(lines, size, 700) <= inner
    assert len(lines) * size * 1.15 <= room
    assert 24 <= size < typeface.fitting("Propriété intellectuelle", 700, 96, inner, room) == 96


def test_the_last_word_of_a_long_title_is_drawn(harbour_project: Project) -> None:
    """Two words of the same letters need the same room: only they can differ."""
    own, names = pens(harbour_project), Names("Résultats", "Promis et fait")
    first, second = (
        image(page_card(own, names, f"{LONG} {word}", "Tout.")).convert("RGB")
        for word in ("signe", "singe")
    )
    for picture in (first, second):
        assert colours(picture, (WIDTH - MARGIN + 4, 116, WIDTH, HEIGHT)) == 1
    assert first.crop((0, 0, WIDTH, TOP)).tobytes() == second.crop((0, 0, WIDTH, TOP)).tobytes()
    assert first.tobytes() != second.tobytes()


@each_language
def test_words_say_what_a_card_shows(harbour_project: Project, language: Language) -> None:
    made, site_name = cards(harbour_project), harbour_project.report.organization.site_name
    for page in harbour_project.profiles:
        if page.language == language:
            sentence = SiteEmbeds(harbour_project, SITE).view(page).sentence
            view = made.of_page(page)
            assert view.alt == f"{site_name[language]}. {sentence}"
            assert (view.url, view.site_name) == (SITE + page.url, site_name[language])


@pytest.mark.parametrize(
    ("language", "name", "alt"),
    [
        ("en", "money.md", "Harbour results. Money."),
        ("fr", "money.md", "Résultats du havre. Argent."),
        (
            "en",
            "index.md",
            "Harbour results. 2024–25 scorecard. 3 targets were exceeded and 5 were met. ",
        ),
        (
            "fr",
            "index.md",
            "Résultats du havre. Tableau de bord des résultats 2024-2025. "
            "3 cibles ont été dépassées et 5 ont été atteintes. ",
        ),
    ],
)
def test_a_page_is_named_and_a_scorecard_is_summed_up(
    harbour_project: Project, language: Language, name: str, alt: str
) -> None:
    assert (
        cards(harbour_project)
        .of_page(harbour_project.pages.get(language, name))
        .alt.startswith(alt)
    )


def test_the_card_of_the_entrance_names_the_site_in_both_languages(
    harbour_project: Project,
) -> None:
    view = cards(harbour_project).of_entrance()
    assert (view.url, view.image) == (SITE, f"{SITE}card.png")
    assert view.alt == view.site_name == "Harbour results / Résultats du havre"


def properties(path: Path) -> Mapping[str, str]:
    """What the head of a page says to those who share its address."""
    html = html_of(path)
    found = [(str(tag["property"]), str(tag["content"])) for tag in html.select("[property]")]
    assert len(found) == len(dict(found)), path
    assert html.select("head [name='twitter:card'][content='summary_large_image']"), path
    return dict(found)


@each_language
def test_the_head_of_every_built_page_tells_of_its_card_in_its_language(
    own_site: Path, project: Project, language: Language
) -> None:
    made = Cards(project, OWN_SITE, SiteEmbeds(project, OWN_SITE))
    for page in project.pages:
        if page.language != language:
            continue
        told, view = properties(own_site / page.url / "index.html"), made.of_page(page)
        assert told["og:locale"] == f"{language}_CA"
        assert told["og:site_name"] == project.report.organization.site_name[language]
        assert told["og:url"] == OWN_SITE + page.url
        assert told["og:image"] == OWN_SITE + page.url + CARD[language]
        assert (told["og:image:width"], told["og:image:height"]) == (str(WIDTH), str(HEIGHT))
        assert told["og:image:type"] == "image/png"
        assert told["og:image:alt"] == view.alt
        assert told["og:description"] == project.text(page, "description")
        title = project.text(page, "title")
        assert page.name == "index.md" or told["og:title"].startswith(title)
        png = (own_site / page.url / CARD[language]).read_bytes()
        assert image(png).size == (WIDTH, HEIGHT)
        assert len(png) < MOST_BYTES


def test_the_entrance_of_the_built_site_tells_of_the_card_in_both_languages(
    own_site: Path,
) -> None:
    told = properties(own_site / "index.html")
    assert told["og:image"] == f"{OWN_SITE}{ENTRANCE}"
    assert image((own_site / ENTRANCE).read_bytes()).size == (WIDTH, HEIGHT)
