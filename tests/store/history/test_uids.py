from __future__ import annotations

import uuid

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.store.history.uids import new_uid
from tests.effort import examples

MOMENTS = st.integers(min_value=0, max_value=2**48 - 1)
ENTROPY = st.binary(min_size=10, max_size=10)


@given(at_ms=MOMENTS, entropy=ENTROPY)
@settings(max_examples=examples(100), deadline=None)
def test_a_uid_is_a_uuid_of_version_7_that_begins_with_its_moment(
    at_ms: int, entropy: bytes
) -> None:
    uid = uuid.UUID(new_uid(at_ms, entropy))
    assert (uid.version, uid.variant) == (7, uuid.RFC_4122)
    assert uid.int >> 80 == at_ms


@given(moments=st.lists(MOMENTS, min_size=2, max_size=2, unique=True), entropy=ENTROPY)
@settings(max_examples=examples(100), deadline=None)
def test_uids_sort_by_time(moments: list[int], entropy: bytes) -> None:
    earlier, later = sorted(moments)
    assert new_uid(earlier, entropy) < new_uid(later, bytes(10))


def test_uids_of_the_same_moment_differ() -> None:
    assert len({new_uid(1_790_000_000_000) for _ in range(1000)}) == 1000


def test_a_uid_is_the_example_of_the_standard() -> None:
    # RFC 9562, appendix A.6: rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F
    entropy = ((0xCC3 << 64) | 0x18C4DC0C0C07398F).to_bytes(10, "big")
    assert new_uid(0x017F22E279B0, entropy) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"
