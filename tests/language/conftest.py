from pathlib import Path

import pytest

from horgos.language.forms import Forms, load_forms

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def forms() -> Forms:
    return load_forms(ROOT / "languages.yml")
