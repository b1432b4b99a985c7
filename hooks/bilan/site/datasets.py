"""The data as search engines for data sets read them: schema.org `Dataset` in JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup

from bilan.contract import VERSION
from bilan.contract.entries import by_indicator, cited_sources
from bilan.contract.files import DATAPACKAGE
from bilan.contract.indicators import indicator_address
from bilan.contract.package import MEDIA_TYPES
from bilan.contract.vocabulary import unit_words
from bilan.labels import Words
from bilan.languages import Language
from bilan.model.indicators import Indicator
from bilan.model.scorecards import Scorecard
from bilan.model.sources import Source
from bilan.report import Report
from bilan.view.downloads import INDICATOR_LABELS, downloads

_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}

Json = dict[str, Any]


def script_text(dataset: Json) -> Markup:
    """For `<script type="application/ld+json">`, which nothing in it can close."""
    return Markup(json.dumps(dataset, ensure_ascii=False).translate(_ESCAPES))


class Datasets:
    """Describes the data in one language; `site_url` is the address of the site's root."""

    def __init__(self, report: Report, site_url: str, language: Language) -> None:
        self._report, self._site_url, self._language = report, site_url, language
        self._words: Words = report.words[language]
        self._reported = by_indicator(report)

    def whole(self, url: str, description: str) -> Json:
        """Everything that is reported, as the page at `url` offers it."""
        report, words = self._report, self._words
        organization = report.organization
        name = f"{words.of(organization.site_name)} – {words.of(organization.tagline)}"
        areas = [area.name for scorecard in report.scorecards.values() for area in scorecard.areas]
        files = ((file.href, file.name) for file in downloads(report, words))
        return self._dataset(name, description, url) | {
            "identifier": urljoin(self._site_url, DATAPACKAGE),
            **self._coverage(report.scorecards.values()),
            "keywords": list(dict.fromkeys(map(words.of, areas))),
            "variableMeasured": [
                self._variable(own[0].reported.indicator) for own in self._reported.values()
            ],
            "distribution": [self._download(*file) for file in files],
            "citation": [self._cited(source) for source in report.sources.values()],
        }

    def indicator(self, indicator_id: str, url: str) -> Json:
        """One indicator that a scorecard reports, as its own page at `url` shows it."""
        words, own = self._words, self._reported[indicator_id]
        indicator = own[0].reported.indicator
        definition = words.of(indicator.definition)
        files = (
            (indicator_address(indicator_id, form), words(key))
            for form, key in INDICATOR_LABELS.items()
        )
        return self._dataset(words.of(indicator.name), definition, url) | {
            "identifier": urljoin(self._site_url, indicator_address(indicator_id, "json")),
            **self._coverage(entry.scorecard for entry in own),
            "variableMeasured": self._variable(indicator) | {"description": definition},
            "distribution": [self._download(*file) for file in files],
            "citation": [self._cited(source) for source in cited_sources(own)],
        }

    def _dataset(self, name: str, description: str, url: str) -> Json:
        publisher = self._organization(self._words.of(self._report.organization.name))
        return {
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": name,
            "description": description,
            "url": url,
            "inLanguage": f"{self._language}-CA",
            "creator": publisher,
            "publisher": publisher,
            "dateModified": self._report.data_date.isoformat(),
            "version": VERSION,
            "isAccessibleForFree": True,
            **self._licence(),
        }

    def _licence(self) -> Json:
        """Where the organization gives the address of one."""
        url = self._report.organization.licence_url
        return {"license": url} if url else {}

    def _coverage(self, scorecards: Iterable[Scorecard]) -> Json:
        """From the first year to the last of their periods."""
        periods = " ".join(scorecard.period for scorecard in scorecards)
        years = sorted(set(re.findall(r"\d{4}", periods)))
        if not years:
            return {}
        span = years[0] if len(years) == 1 else f"{years[0]}/{years[-1]}"
        return {"temporalCoverage": span}

    def _variable(self, indicator: Indicator) -> Json:
        return {
            "@type": "PropertyValue",
            "name": self._words.of(indicator.name),
            "propertyID": indicator.id,
            "unitText": unit_words(indicator.unit, self._words),
        }

    def _download(self, address: str, name: str) -> Json:
        return {
            "@type": "DataDownload",
            "name": name,
            "encodingFormat": MEDIA_TYPES[address.rpartition(".")[2]],
            "contentUrl": urljoin(self._site_url, address),
        }

    def _cited(self, source: Source) -> Json:
        return {
            "@type": "CreativeWork",
            "name": self._words.of(source.title),
            "publisher": self._organization(self._words.of(source.publisher)),
            "inLanguage": source.language,
            **({"url": source.url} if source.url else {}),
        }

    def _organization(self, name: str) -> Json:
        return {"@type": "Organization", "name": name}
