"""What a scorecard's file may say together, and what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilan.problems import InputRefused
from bilan.project import Project


def test_a_result_that_is_not_available_needs_a_target_that_it_is_missing_for(
    harbour: Path,
) -> None:
    path = harbour / "data" / "scorecards" / "2024-2025.yml"
    text = path.read_text(encoding="utf-8")
    missing = "result: {not_available: suppressed, reason: {en: private, fr: privé}}"
    path.write_text(text.replace("result: {value: -1500000.50}", missing), encoding="utf-8")
    with pytest.raises(InputRefused) as refused:
        Project.open(harbour)
    [problem] = refused.value.problems.messages()
    assert "BIL309: “deficit” has neither a target nor a result" in problem
