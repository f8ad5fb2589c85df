"""The language detectors compared; all but stock langdetect choose among our languages only."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

Detect = Callable[[str], str | None]
Load = Callable[[Sequence[str]], Detect]

_SEED = 0


def load_ours(languages: Sequence[str]) -> Detect:
    """The guide's own."""
    from horgos.language.detection import detect

    return lambda text: detect(text).language


def load_langdetect(languages: Sequence[str]) -> Detect:
    """Stock langdetect: 55 languages, Kazakh not among them; seeded, or it would vary."""
    import langdetect

    langdetect.DetectorFactory.seed = _SEED

    def detect(text: str) -> str | None:
        try:
            code: str = langdetect.detect(text)
        except langdetect.LangDetectException:
            return None
        language = code.partition("-")[0]
        return language if language in languages else None

    return detect


def load_langdetect_with_ours(languages: Sequence[str]) -> Detect:
    """The library langdetect with the profiles counted for the guide, and its own of Chinese.

    None of them is of another language than ours. They are of lower-case text.
    """
    from langdetect import DetectorFactory, LangDetectException

    names = _profiles_of_ours()
    factory = DetectorFactory()
    factory.load_json_profile([_profile(path) for path in names])
    factory.set_seed(_SEED)
    language_of = {path.stem: language for path, language in names.items()}

    def detect(text: str) -> str | None:
        detector = factory.create()
        detector.append(text.lower())
        try:
            return language_of.get(detector.detect())
        except LangDetectException:
            return None

    return detect


def _profiles_of_ours() -> dict[Path, str]:
    """Files with profiles of our languages, in all their spellings, and the language of each."""
    from horgos.language.profiles import PROFILES, SETTINGS, STOCK
    from horgos.language.yaml_files import load_mapping

    scripts = load_mapping(SETTINGS)["labels"].values()
    labels = [entry for script in scripts for entry in script.items()]
    ours = {
        PROFILES / f"{name}.json": entry["language"]
        for name, entry in labels
        if entry.get("language")
    }
    return {**ours, **{STOCK / name: "zh" for name in ("zh-cn", "zh-tw")}}


def _profile(path: Path) -> str:
    """A profile by the name of its file, with nothing that langdetect does not know."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return json.dumps({"name": path.stem, "freq": data["freq"], "n_words": data["n_words"]})


def load_lingua(languages: Sequence[str]) -> Detect:
    """The library lingua, all models in memory; silent about letters none of ours has."""
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, language.upper()) for language in languages]
    builder = LanguageDetectorBuilder.from_iso_codes_639_1(*codes)
    detector = builder.with_preloaded_language_models().build()

    def detect(text: str) -> str | None:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else None

    return detect


def load_py3langid(languages: Sequence[str]) -> Detect:
    """The library py3langid; it never says that it does not know."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_pickled_model(MODEL_FILE)
    identifier.set_languages(list(languages))
    return lambda text: str(identifier.classify(text)[0])


DETECTORS: dict[str, Load] = {
    "ours": load_ours,
    "langdetect": load_langdetect,
    "langdetect, our profiles": load_langdetect_with_ours,
    "lingua": load_lingua,
    "py3langid": load_py3langid,
}
