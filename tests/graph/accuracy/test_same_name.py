"""Names are held together in plain form."""

import pytest

from graph.accuracy.same_name import plain_name, same_name


@pytest.mark.parametrize(
    ("one", "other", "person", "same"),
    [
        ("President Shavkat Mirziyoyev", "Shavkat Mirziyoyev", True, True),
        ("Mirziyoyev", "Shavkat Mirziyoyev", True, True),
        ("Xi", "Li Xi", True, False),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", True, True),
        ("New York", "York", False, False),
        ("the Côte d'Ivoire", "Cote d’Ivoire", False, True),
        ("Ana Silva", "Maria Silva", True, False),
        ("", "", True, False),
    ],
)
def test_same_name(one: str, other: str, person: bool, same: bool) -> None:
    assert same_name([one], [other], person=person) is same


def test_plain_name_drops_titles_in_a_row() -> None:
    assert plain_name("The Prime Minister Ms. Ana Sílva's") == "ana silva"
