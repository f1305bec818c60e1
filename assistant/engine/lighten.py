"""Serving without TensorFlow: Rasa imports it for components that this pipeline does not have.

A stand-in takes its place before Rasa is imported: every name in it is a class that may be
subclassed and used as a decorator, and that says so when it is called for work. It saves 300 MB and
two seconds at start. Training uses the real one.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

_NAMES = ("tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text", "keras")


class _AnyName(type):
    """A class that has every attribute; all of them are such classes."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return cls

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if len(args) == 1 and callable(args[0]) and not kwargs:
            return args[0]  # as a decorator
        if cls.__module__ == __name__:
            return cls  # a decorator with arguments, or a constant
        raise RuntimeError(
            f"{cls.__module__}.{cls.__name__} needs TensorFlow, which serving leaves out "
            "(assistant/engine/lighten.py). Set REFDESK_TENSORFLOW=1 to serve such a pipeline."
        )

    def __or__(cls, other: Any) -> Any:
        return cls


class Absent(metaclass=_AnyName):
    """What stands for every name of TensorFlow."""


class _StandIn(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent


class _Finder(MetaPathFinder, Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        known = fullname.partition(".")[0] in _NAMES
        return ModuleSpec(fullname, self, is_package=True) if known else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _StandIn(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        return None


def without_tensorflow() -> None:
    """Must come before Rasa is imported."""
    sys.meta_path.insert(0, _Finder())
