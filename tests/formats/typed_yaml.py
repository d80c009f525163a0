"""YAML as an editor sees it: scalars with the types of YAML 1.2, mapping keys as texts."""

from __future__ import annotations

import re

import yaml


class _Loader(yaml.CSafeLoader):
    """The core schema of YAML 1.2: no dates, no sexagesimal numbers, `no` is a text."""

    yaml_implicit_resolvers = {}


_NULL, _TRUTH, _WHOLE, _FLOAT = (
    f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float")
)
_Loader.add_implicit_resolver(_NULL, re.compile(r"(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
_Loader.add_implicit_resolver(
    _TRUTH, re.compile(r"(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)
_Loader.add_implicit_resolver(_WHOLE, re.compile(r"[-+]?\d+$"), list("-+0123456789"))
_Loader.add_implicit_resolver(
    _FLOAT, re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$"), list("-+.0123456789")
)
_Loader.add_constructor(_WHOLE, lambda loader, node: int(str(node.value)))
_Loader.add_constructor(_FLOAT, lambda loader, node: float(str(node.value)))


def typed(text: str) -> object:
    """The values of a YAML text; raises yaml.YAMLError."""
    return _with_text_keys(yaml.load(text, _Loader))


def _with_text_keys(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _with_text_keys(entry) for key, entry in value.items()}
    return [_with_text_keys(entry) for entry in value] if isinstance(value, list) else value
