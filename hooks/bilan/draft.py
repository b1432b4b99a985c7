"""A repository's data and pages as read, with whatever is wrong in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bilan.data.loading import Data, read
from bilan.data.texts import refuse_links
from bilan.macros.arguments import subject
from bilan.macros.templates import check_templates
from bilan.pages.page import Pages, read_pages
from bilan.pages.printed import check_printed
from bilan.pages.profiles import profiles, refuse_shared_addresses
from bilan.problems import Problems
from bilan.wording import check_labels

DATA, DOCS, MACROS, OVERRIDES = "data", "docs", "macros", "overrides"
INDICATORS = f"{DATA}/indicators.yml"


@dataclass(frozen=True)
class Draft:
    """What can be looked at whether or not a site can be made from it."""

    root: Path
    data: Data
    pages: Pages
    """Those that could be read."""
    profiles: Pages
    """The page of each indicator; none where the data has a problem."""
    problems: Problems

    @staticmethod
    def read(root: Path) -> Draft:
        """Reads everything and holds each part against the others."""
        problems = Problems()
        data = read(root / DATA, problems)
        pages = read_pages(root / DOCS, problems)
        for folder in (DATA, DOCS):
            refuse_links(root / folder, problems)
        if data.words:
            templates = (root / MACROS, root / OVERRIDES)
            file = f"{DATA}/labels.yml"
            check_labels(data.words, templates, file, problems, faulty=data.faulty_labels)
        for page in pages:
            for call in page.calls:
                subject(call, data, problems)
        check_printed(data, pages, root / DOCS, problems)
        check_templates(root, (MACROS, OVERRIDES), problems)
        generated = profiles(data.report) if data.report else Pages(())
        nodes = data.nodes.get(INDICATORS)
        refuse_shared_addresses(generated, pages, nodes, INDICATORS, problems)
        return Draft(root, data, pages, generated, problems)
