"""``horgos phrasebook``: everything the guide can say, as pages to proofread."""

from __future__ import annotations

from pathlib import Path

import typer

from horgos.cli.common import PROJECT, ending_well, settings_of

_OUT = typer.Option("", help="Folder of the pages; docs/phrasebook if not given.")


def phrasebook(out: str = _OUT, project: Path = PROJECT) -> None:
    """Write every sentence the guide can say, one page a written form."""
    from horgos.answers.phrasebook import pages
    from horgos.facts import FactsError
    from horgos.language.yaml_files import DataFileError
    from horgos.project import load_project
    from horgos.run.failure import Failure

    with ending_well():
        try:
            loaded = load_project(project, settings_of(project).facts)
        except (DataFileError, FactsError) as fault:
            raise Failure(f"There is nothing to print: {fault}") from None
        folder = Path(out) if out else project / "docs" / "phrasebook"
        folder.mkdir(parents=True, exist_ok=True)
        for form, text in pages(loaded.guide, loaded.store.facts):
            path = folder / f"{form}.md"
            path.write_text(text, encoding="utf-8")
            print(path)
