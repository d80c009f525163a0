"""Frozen values whose kinds inherit fields from each other."""

from __future__ import annotations

from inspect import get_annotations
from typing import ClassVar, NoReturn, Self, dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Value:
    """A value of keyword fields: those that a class annotates, and those of the classes above it.

    It compares, hashes and shows itself as a frozen dataclass does. A NamedTuple cannot inherit,
    and to define a dataclass costs ten times as much: its methods are written and compiled anew at
    every start. Defaults are class attributes, so they have to be immutable.
    """

    _names: ClassVar[tuple[str, ...]] = ()
    _needed: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        kinds = get_annotations(cls)
        own = [name for name, kind in kinds.items() if not kind.startswith("ClassVar")]
        cls._names = (*cls._names, *own)
        cls._needed = frozenset(name for name in cls._names if not hasattr(cls, name))

    def __init__(self, **fields: object) -> None:
        """Raise TypeError for a field that is missing or unknown."""
        if not self._needed <= fields.keys() <= set(self._names):
            wrong = (self._needed - fields.keys()) | (fields.keys() - set(self._names))
            raise TypeError(f"{type(self).__name__}: missing or unknown {sorted(wrong)}")
        self.__dict__.update(fields)

    @property
    def fields(self) -> dict[str, object]:
        """Every field with its value, those of the classes above first."""
        return {name: getattr(self, name) for name in self._names}

    def replaced(self, **fields: object) -> Self:
        """The same value with these fields in place of its own."""
        return type(self)(**{**self.fields, **fields})

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: {name}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self._names)

    def __hash__(self) -> int:
        return hash(tuple(self.fields.values()))

    def __repr__(self) -> str:
        inside = ", ".join(f"{name}={value!r}" for name, value in self.fields.items())
        return f"{type(self).__name__}({inside})"
