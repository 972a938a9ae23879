"""A Java machine in this process, for programs that are written for it; a test skips where one is missing."""

from collections.abc import Iterable
from pathlib import Path
from shutil import which
from typing import Any

import pytest


def java(jars: Iterable[Path]) -> Any:  # noqa: ANN401  # a module without types
    """Return JPype with its machine started and the jars in reach; skip the test where something is not installed."""
    jpype = pytest.importorskip("jpype", reason="JPype is not installed")
    if which("java") is None:
        pytest.skip("Java is not installed")
    found = [str(jar) for jar in jars if jar.exists()]
    if not found:
        pytest.skip("the Java program is not installed")
    if not jpype.isJVMStarted():
        jpype.startJVM("-Xmx512m", "-Xshare:auto", convertStrings=True)
    for jar in found:
        jpype.addClassPath(jar)
    return jpype
