"""The files of the public contract, as a list for readers."""

from __future__ import annotations

from bilan.contract.files import DATAPACKAGE, GLOSSARY_CSV, RESULTS_CSV, RESULTS_JSON
from bilan.labels import Words
from bilan.view.pieces import DownloadView


def downloads(words: Words) -> tuple[DownloadView, ...]:
    return (
        DownloadView(RESULTS_CSV, words("results_csv"), "CSV", words("results_csv_about")),
        DownloadView(RESULTS_JSON, words("results_json"), "JSON", words("results_json_about")),
        DownloadView(GLOSSARY_CSV, words("glossary_csv"), "CSV", words("glossary_csv_about")),
        DownloadView(DATAPACKAGE, words("datapackage"), "JSON", words("datapackage_about")),
    )
