"""A library that lets a program believe that it is another day, and a locale of another user."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

DAYS = 400
_CODE = """
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t clock, struct timespec *now) {
    int failed = syscall(SYS_clock_gettime, clock, now);
    if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += SHIFT;
    return failed;
}

time_t time(time_t *into) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (into) *into = now.tv_sec;
    return now.tv_sec;
}

int gettimeofday(struct timeval *now, void *zone) {
    struct timespec precise;
    clock_gettime(CLOCK_REALTIME, &precise);
    now->tv_sec = precise.tv_sec;
    now->tv_usec = precise.tv_nsec / 1000;
    return 0;
}
"""


def another_day(folder: Path) -> Mapping[str, str] | None:
    """The environment of that day; None where it cannot be had.

    Programs that ask the kernel themselves, as the indexer may, are not deceived.
    """
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    code, library = folder / "day.c", folder / "day.so"
    code.write_text(_CODE, encoding="utf-8")
    shift = f"-DSHIFT={DAYS * 86400}L"
    command = [compiler, "-shared", "-fPIC", shift, "-o", str(library), str(code)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        return None
    environment = {"LD_PRELOAD": str(library)}
    asking = [sys.executable, "-c", "import time; print(time.time())"]
    told = subprocess.run(asking, env=os.environ | environment, capture_output=True, check=False)
    is_shifted = told.returncode == 0 and float(told.stdout) - time.time() > (DAYS - 1) * 86400
    return environment if is_shifted else None


def canadian_french(folder: Path) -> Mapping[str, str] | None:
    """The locale fr_CA, made where the system does not have it; None where it cannot be made."""
    environment = {"LC_ALL": "fr_CA.UTF-8", "LANG": "fr_CA.UTF-8", "LANGUAGE": "fr"}
    if _knows(environment):
        return environment
    folder.mkdir(parents=True, exist_ok=True)
    try:
        command = ["localedef", "-i", "fr_CA", "-f", "UTF-8", str(folder / "fr_CA.UTF-8")]
        subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return None
    environment["LOCPATH"] = str(folder)
    return environment if _knows(environment) else None


def _knows(environment: Mapping[str, str]) -> bool:
    asking = [sys.executable, "-c", "import locale; locale.setlocale(locale.LC_ALL, '')"]
    told = subprocess.run(
        asking, env={**os.environ, **environment}, check=False, capture_output=True
    )
    return told.returncode == 0
