"""The organization as pages and documents name it, in one language."""

from __future__ import annotations

from dataclasses import dataclass

from bilan.languages import Language
from bilan.report import Organization


@dataclass(frozen=True)
class LicenceView:
    text: str
    url: str
    """Where its terms stand, or empty."""


@dataclass(frozen=True)
class OrganizationView:
    name: str
    site_name: str
    tagline: str
    description: str
    licence: LicenceView | None
    """None where it says nothing of the use of its figures."""


def organization_view(organization: Organization, language: Language) -> OrganizationView:
    licence = organization.licence
    return OrganizationView(
        organization.name[language],
        organization.site_name[language],
        organization.tagline[language],
        organization.description[language],
        LicenceView(licence[language], organization.licence_url) if licence else None,
    )
