"""While one page is read, a look-up is made once; outside of it, every time."""

from __future__ import annotations

from causeway.kernel.reading import once_a_reading, reading

calls: list[int] = []


@once_a_reading
def double(number: int) -> int:
    calls.append(number)
    return 2 * number


def test_a_look_up_is_made_once_within_a_reading_and_anew_after_it() -> None:
    calls.clear()
    with reading():
        assert [double(1), double(1), double(2)] == [2, 2, 4]
    assert calls == [1, 2]
    with reading():
        double(1)
    double(1)
    double(1)
    assert calls == [1, 2, 1, 1, 1]
