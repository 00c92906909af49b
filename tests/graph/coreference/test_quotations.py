"""Who speaks a quotation is not whom it calls "he"."""

from __future__ import annotations

from tests.graph.coreference.meaning import meant


def test_he_in_a_quotation_is_not_its_speaker() -> None:
    assert meant('Castellor praised Velkanov. "He is wise," Castellor said.', "He") == ["Marek Velkanov"]
    assert meant("Castellor praised Velkanov. He is wise, Castellor said.", "He") == ["Ilmar Castellor"]
