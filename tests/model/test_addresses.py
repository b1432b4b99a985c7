"""The address of a figure: three parts and nothing else."""

from __future__ import annotations

import pytest

from bilan.model.addresses import Address


@pytest.mark.parametrize("text", ["a/b/c", "2024-2025/boats/result.share", "t/r/2020-2021"])
def test_an_address_reads_as_it_is_written(text: str) -> None:
    assert str(Address.parse(text)) == text


@pytest.mark.parametrize("text", ["", "a", "a/b", "a/b/c/d", "a//c", "/b/c", "a/b/", "a.b.c"])
def test_what_has_not_three_parts_is_no_address(text: str) -> None:
    assert Address.parse(text) is None
