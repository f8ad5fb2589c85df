"""What a check of an operator's file found: values, not exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Severity(str, Enum):
    """How bad an issue is: an error keeps the file from being used, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Issue:
    """One thing to mend in a file an operator edits.

    Attributes:
        path: The file.
        line: Line in that file, counted from 1.
        subject: Id of the fact, source or key concerned.
        what: What is wrong, in one sentence.
        mend: What to do about it, in one sentence.
        severity: Whether the file can still be used.
    """

    path: Path
    line: int
    subject: str
    what: str
    mend: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """``facts.yml:12: error: duty_free.cn: ... -> ...``, as compilers write it."""
        place = f"{self.path}:{self.line}: {self.severity.value}: {self.subject}"
        return f"{place}: {self.what} -> {self.mend}"
