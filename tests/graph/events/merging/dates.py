"""Any dates that a telling may have."""

from __future__ import annotations

from hypothesis import strategies as st

from graph.model import DateRange, PartialDate

PARTS = st.sampled_from([None, 1, 2])
DATES = st.none() | st.builds(
    lambda year, month, number, end: DateRange(PartialDate(year, month, number), end),
    st.sampled_from([None, 2023, 2024]),
    PARTS,
    PARTS,
    st.none() | st.builds(PartialDate, st.sampled_from([None, 2024]), PARTS, PARTS),
)
