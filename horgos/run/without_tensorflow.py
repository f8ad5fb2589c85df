"""Rasa's server without TensorFlow, which is most of its start-up time and memory.

Rasa 3.6.21 imports TensorFlow in three places of a server that never uses it: a training
callback, a training data generator, and the validator of the training graph, which brings in
every classifier Rasa has. spaCy imports it because it could compute with it. Stand-ins take
TensorFlow's place, but only for a model whose components are
known to do without; a DIETClassifier in ``config.yml`` gets Rasa as it is.
Measured in docs/adr/0002-supervisor.md.
"""

from __future__ import annotations

import importlib
import json
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

DO_WITHOUT = (
    "horgos.",
    "rasa.graph_components.",
    "rasa.core.policies.ensemble.",
    "rasa.core.policies.rule_policy.",
    "rasa.nlu.classifiers.keyword_intent_classifier.",
    "rasa.nlu.classifiers.regex_message_handler.",
)
"""Beginnings of the names of components that never touch TensorFlow."""
_VALIDATOR = "rasa.graph_components.validators.default_recipe_validator"


class Callback:
    """In place of ``tf.keras.callbacks.Callback``."""


class Sequence:
    """In place of ``tf.keras.utils.Sequence``."""


class DefaultV1RecipeValidator:
    """In place of Rasa's: a model names it as part of its training, a server never calls it."""


def does_without_tensorflow(model: Path) -> bool:
    """Whether every component that answers with this model is known to need no TensorFlow.

    Raises:
        OSError, tarfile.TarError, KeyError, ValueError: The file is no model of Rasa's.
    """
    with tarfile.open(model) as archive:
        member = archive.extractfile("metadata.json")
        nodes = json.load(member)["predict_schema"]["nodes"] if member else {}
    return all(node["uses"].startswith(DO_WITHOUT) for node in nodes.values())


def import_rasa_server() -> None:
    """Import ``rasa.core.run`` and thinc, with the stand-ins where they look for TensorFlow."""
    with _tensorflow_stand_in():
        importlib.import_module("rasa.core.run")
        # spaCy's thinc would take TensorFlow along as one of its optional backends.
        importlib.import_module("thinc.compat")
    validator = _module(_VALIDATOR, DefaultV1RecipeValidator=DefaultV1RecipeValidator)
    sys.modules.setdefault(_VALIDATOR, validator)


@contextmanager
def _tensorflow_stand_in() -> Iterator[None]:
    """Let ``import tensorflow`` find the stand-ins until the block ends."""
    callbacks = _module("tensorflow.keras.callbacks", Callback=Callback)
    utils = _module("tensorflow.keras.utils", Sequence=Sequence)
    keras = _module("tensorflow.keras", callbacks=callbacks, utils=utils)
    stand_ins = (_module("tensorflow", keras=keras), keras, callbacks, utils)
    sys.modules.update({module.__name__: module for module in stand_ins})
    try:
        yield
    finally:
        for module in stand_ins:
            del sys.modules[module.__name__]


def _module(name: str, **contents: object) -> ModuleType:
    module = ModuleType(name)
    vars(module).update(contents)
    return module
