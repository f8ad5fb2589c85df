"""Answers as they were last read and found good; a change must be meant.

After a change on purpose: ``python -m scripts.write_golden``, and read the difference.
"""

from __future__ import annotations

import pytest

from tests.answers.asking import Asking
from tests.answers.conftest import FORMS
from tests.answers.golden_cases import GOLDEN, kept, rendered


@pytest.mark.parametrize("form", [form.code for form in FORMS])
def test_answers_are_as_last_kept(form: str, asking: Asking) -> None:
    golden, now = kept(form), rendered(asking, form)

    assert list(now) == list(golden)
    assert len(now) >= 30
    for name, answer in now.items():
        assert answer == golden[name], name


def test_every_written_form_is_kept_and_no_other() -> None:
    assert {path.stem for path in GOLDEN.glob("*.yml")} == {form.code for form in FORMS}
