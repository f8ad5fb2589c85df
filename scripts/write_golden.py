"""Write the golden answers of tests/answers/golden anew, after a change of wording on purpose.

Usage, from the project's folder: .venv/bin/python -m scripts.write_golden
"""

from tests.answers.asking import Asking
from tests.answers.conftest import FACTS, FORMS, GUIDE, TODAY
from tests.answers.golden_cases import GOLDEN, rendered, written


def main() -> None:
    asking = Asking(GUIDE, FACTS, TODAY)
    for form in FORMS:
        path = GOLDEN / f"{form.code}.yml"
        path.write_text(written(rendered(asking, form.code)), encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
