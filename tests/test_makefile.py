"""The commands of the README explain themselves, and say in both languages what a machine lacks."""

import os
import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command apart from the make that runs these tests, whose variables would reach it."""
    inherited = {name: value for name, value in os.environ.items() if "MAKE" not in name}
    return subprocess.run(
        command, cwd=cwd, env=inherited | env, capture_output=True, text=True, check=False
    )


def test_help_tells_what_each_target_does_in_both_languages() -> None:
    [phony] = re.findall(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    lines = run("make").stdout.splitlines()
    helped = [re.fullmatch(r"make ([\w-]+) +(\S.*?\S) {2,}(\S.*)", line) for line in lines]
    assert [line and line[1] for line in helped] == phony.split()


def test_the_preview_tells_problems_in_the_language_of_the_other_commands() -> None:
    assert "BILAN_MESSAGES=fr " in run("make", "-n", "serve", "MESSAGES=fr").stdout
    assert "BILAN_MESSAGES= " in run("make", "-n", "serve").stdout


def test_an_unfit_python_is_refused_in_both_languages(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for file in ("requirements-uv.txt", "pyproject.toml", "uv.lock"):
        (tmp_path / file).touch()
    refused = run("make", "site", "PYTHON=false", cwd=tmp_path)
    assert refused.returncode != 0
    assert "needs Python 3.11" in refused.stderr
    assert "a besoin de Python 3.11" in refused.stderr
    assert not (tmp_path / ".tools").exists()


def test_a_browser_that_does_not_start_is_named_in_both_languages() -> None:
    missing = run("sh", "hooks/browser.sh", CHROMIUM="/no/such/browser")
    assert (missing.returncode, missing.stdout) == (1, "")
    assert "CHROMIUM=/no/such/browser does not start" in missing.stderr
    assert "CHROMIUM=/no/such/browser ne démarre pas" in missing.stderr


def test_a_machine_without_browser_or_apt_is_told_what_to_install(tmp_path: Path) -> None:
    shell = shutil.which("sh")
    assert shell
    (tmp_path / "cat").symlink_to(shutil.which("cat") or "")
    missing = run(shell, "hooks/browser.sh", PATH=str(tmp_path), CHROMIUM="")
    assert (missing.returncode, missing.stdout) == (1, "")
    assert "need Chromium or Chrome. Install one" in missing.stderr
    assert "ont besoin de Chromium ou de Chrome. Installez-en un" in missing.stderr
