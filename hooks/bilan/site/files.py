"""The files of the site that no page of `docs/` makes, by their address."""

from __future__ import annotations

from collections.abc import Mapping

from bilan.contract.files import files as contract_files
from bilan.macros.templates import Render
from bilan.project import Project
from bilan.site.context import SiteContext
from bilan.site.disclosure import disclosure_files
from bilan.site.feed import feed_files


def site_files(
    project: Project,
    context: SiteContext,
    render: Render,
    prefix: str,
    security: Mapping[str, object],
) -> Mapping[str, str | bytes]:
    """The two bilingual pages, the feeds, the data, and what other sites can show.

    `prefix` is the path of the site's root on its host: "/" or "/results/"; `security` are the
    settings of `disclosure_files`.
    """
    return {
        "index.html": render("splash.html", context.of_both("")),
        "404.html": render("404.html", context.of_both(prefix, "page_not_found")),
        **feed_files(project, context.site_url, render),
        **contract_files(project.report),
        **dict(context.embeds.files(render)),
        **disclosure_files(project, context.site_url, security),
    }
