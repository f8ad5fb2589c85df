"""The language detectors compared; all but stock langdetect choose among our languages only."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Detect = Callable[[str], str | None]
Load = Callable[[Sequence[str]], Detect]


def load_ours(languages: Sequence[str]) -> Detect:
    """The guide's own."""
    from horgos.language.detection import detect

    return lambda text: detect(text).language


def load_langdetect(languages: Sequence[str]) -> Detect:
    """Stock langdetect: 55 languages, Kazakh not among them; seeded, or it would vary."""
    import langdetect

    langdetect.DetectorFactory.seed = 0

    def detect(text: str) -> str | None:
        try:
            code: str = langdetect.detect(text)
        except langdetect.LangDetectException:
            return None
        language = code.partition("-")[0]
        return language if language in languages else None

    return detect


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
    "lingua": load_lingua,
    "py3langid": load_py3langid,
}
