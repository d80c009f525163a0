"""All laws that are fuzzed."""

from __future__ import annotations

from tests.hostile.laws_core import CORE_LAWS
from tests.hostile.laws_reader import READER_LAWS
from tests.hostile.laws_settings import SETTINGS_LAWS

LAWS = {law.name: law for law in (*READER_LAWS, *CORE_LAWS, *SETTINGS_LAWS)}
