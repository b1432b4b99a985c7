"""What an editor may type in one field, and what it becomes.

Every field reads a text (see `reading`) and refuses, with a rule code, whatever a
reader could take for another value.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from bilan.languages import Bilingual
from bilan.problems import whole

_NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,9})?)( million)?")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_WITHOUT_DIGITS = re.compile(
    r"[\s$%+_]|CAD|per ?cent|pour ?cent|(?:dollars?|de dollars)$", re.IGNORECASE
)
_MILLIONS = re.compile(r"\s*(?:(?i:millions?)|M)\b")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_CURRENCY = re.compile(r"[A-Z]{3}")
_FISCAL_YEAR = re.compile(r"(20[0-9]{2})-(20[0-9]{2})")
_CALENDAR_YEAR = re.compile(r"20[0-9]{2}")
_CALL = re.compile(r"\{\{.{0,40}")
_SEVERAL_YEARS = re.compile(r"(20[0-9]{2}) to (20[0-9]{2})")


def refusal(rule: str, **values: str | Bilingual) -> PydanticCustomError:
    """A failure that carries the code of a rule and the values of its message."""
    return PydanticCustomError(rule, rule, values)


def _scalar(value: Any) -> str:
    if not isinstance(value, str):
        raise refusal("BIL204")
    if not value.strip():
        raise refusal("BIL209")
    return value.strip()


def number(value: Any) -> Decimal:
    """A plain number: digits, a point before decimals, and at most the word "million".

    "million" is the one scale word that means the same in both languages (a French
    "billion" is a thousand English billions). A number written in millions keeps the
    digits it was written with: `5.0 million` is Decimal("5.0E+6").
    """
    text = _scalar(value)
    match = _NUMBER.fullmatch(text)
    if not match:
        raise refusal("BIL205", found=text, write=plainly(text))
    figure = Decimal(match[1]).scaleb(6 if match[2] else 0)
    return figure if figure < 0 else abs(figure)  # no "-0"


def is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text))


def plainly(text: str) -> Bilingual:
    """What to write instead of a number, as exactly as the text allows."""
    content, millions = _MILLIONS.subn("", unicodedata.normalize("NFKC", text))
    scale = " million" if millions else ""
    bare = _WITHOUT_DIGITS.sub("", content.replace("\u2212", "-"))
    without, with_point = bare.replace(",", ""), bare.replace(",", ".")
    if _THOUSANDS.fullmatch(bare) and bare.count(",") == 1:
        return Bilingual(
            f"{without}{scale}, or {with_point}{scale} if the comma marks decimals",
            f"{without}{scale}, ou {with_point}{scale} si la virgule marque les décimales",
        )
    has_thousands = _THOUSANDS.fullmatch(bare.partition(".")[0])
    number = _trimmed(without if has_thousands else with_point) + scale
    if is_number(number):
        return Bilingual(number, number)
    return Bilingual("for example 80, 71.5 or 275 million", "par exemple 80, 71.5 ou 275 million")


def _trimmed(number: str) -> str:
    """Without zeros before it, with one before a point that begins it."""
    sign, digits = ("-", number[1:]) if number.startswith("-") else ("", number)
    digits = digits.removesuffix(".").lstrip("0") or digits[-1:]
    return f"{sign}0{digits}" if digits.startswith(".") else f"{sign}{digits}"


def day(value: Any) -> date:
    """A date as YYYY-MM-DD."""
    text = _scalar(value)
    match = _DATE.fullmatch(text)
    if not match:
        raise refusal("BIL206", found=text)
    year, month, day_of_month = (int(part) for part in match.groups())
    if not 1 <= month <= 12 or year < 1900:
        raise refusal("BIL206", found=text)
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day_of_month <= last:
        raise refusal("BIL207", found=text, last=f"{year:04}-{month:02}-{last:02}")
    return date(year, month, day_of_month)


def is_identifier(text: str) -> bool:
    return bool(_ID.fullmatch(text)) and len(text) <= 80


def identifier(value: Any) -> str:
    text = _scalar(value)
    if not is_identifier(text):
        raise refusal("BIL208", found=text, write=as_identifier(text))
    return text


def as_identifier(text: str) -> Bilingual:
    """The nearest id to a text."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    spelled = "".join(letter for letter in letters if not unicodedata.combining(letter))
    folded = re.sub(r"[^a-z0-9]+", "-", spelled).strip("-")[:80].strip("-")
    if folded:
        return Bilingual(folded, folded)
    return Bilingual("for example repair-fund", "par exemple fonds-de-reparation")


def is_currency_code(text: str) -> bool:
    """Whether a text has the form of ISO 4217."""
    return bool(_CURRENCY.fullmatch(text))


def unit_identifier(value: Any) -> str:
    """An id, or a currency's ISO 4217 code."""
    text = _scalar(value)
    return text if is_currency_code(text) else identifier(text)


def line(value: Any) -> str:
    """A text that is not empty, on one line."""
    return re.sub(r"[ \n\r\t]+", " ", _scalar(value))


def text(value: Any) -> str:
    """A line that calls no macro: pages alone do."""
    found = line(value)
    if call := _CALL.search(found):
        raise refusal("BIL219", found=call[0])
    return found


def flag(value: Any) -> bool:
    """Only `true` and `false`: "yes", "no" and "on" are words."""
    answer = {"true": True, "false": False}.get(_scalar(value))
    if answer is None:
        raise refusal("BIL210", found=_scalar(value))
    return answer


def period(value: Any) -> str:
    """A fiscal year as two years, `2020-2021`, a calendar year, or `2018 to 2028`.

    Several years become an interval of ISO 8601, `2018/2028`, the same in both languages.
    """
    content = _scalar(value)
    fiscal, several = _FISCAL_YEAR.fullmatch(content), _SEVERAL_YEARS.fullmatch(content)
    if _CALENDAR_YEAR.fullmatch(content) or (fiscal and int(fiscal[2]) == int(fiscal[1]) + 1):
        return content
    if several and several[1] < several[2]:
        return f"{several[1]}/{several[2]}"
    raise refusal("BIL211", found=content)


def web_address(value: Any) -> str:
    content = _scalar(value)
    if not re.fullmatch(r"https://[^\s<>\"']+", content) or not _has_host(content):
        raise refusal("BIL212", found=content)
    return content


def _has_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


Number = Annotated[Decimal, BeforeValidator(number)]
Day = Annotated[date, BeforeValidator(day)]
Id = Annotated[str, BeforeValidator(identifier)]
UnitId = Annotated[str, BeforeValidator(unit_identifier)]
Line = Annotated[str, BeforeValidator(line)]
Text = Annotated[str, BeforeValidator(text)]
Flag = Annotated[bool, BeforeValidator(flag)]
Period = Annotated[str, BeforeValidator(period)]
WebAddress = Annotated[str, BeforeValidator(web_address)]


class UnknownKey:
    """Stands in for the value of a key the schema does not know; carries the known ones."""

    def __init__(self, known: tuple[str, ...]) -> None:
        self.known = known


class Entry(BaseModel):
    """A group of keys. Unknown keys are refused with the nearest known one."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    one_text_means: ClassVar[str] = "BIL214"
    """The rule broken where one text stands instead of the group."""

    @model_validator(mode="before")
    @classmethod
    def _mark_unknown_keys(cls, value: Any) -> Any:
        if isinstance(value, str):
            raise refusal("BIL213" if not value else cls.one_text_means, found=value, key="en, fr")
        if not isinstance(value, dict):
            raise refusal("BIL214")
        known = tuple(cls.model_fields)
        return {key: item if key in known else UnknownKey(known) for key, item in value.items()}


class BothLanguages(Entry):
    """`{en: …, fr: …}`: one text in both languages."""

    one_text_means = "BIL203"

    en: Text
    fr: Text

    @property
    def bilingual(self) -> Bilingual:
        return Bilingual(self.en, self.fr)


def exactly_one(entry: Entry, keys: tuple[str, ...]) -> None:
    given = [key for key in keys if getattr(entry, key) is not None]
    if len(given) != 1:
        rule = "BIL304" if given else "BIL310"
        raise refusal(rule, given=whole(", ".join(given)), keys=whole(", ".join(keys)))
