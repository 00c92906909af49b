import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyoxigraph as ox
import pytest

from graph.accuracy.evaluate import assign, evaluate
from graph.accuracy.gold import load_gold, read_claims
from graph.accuracy.reliability import TRUSTED
from graph.accuracy.scores import Tally
from graph.model import DateRange, Entity, EntityType, Event, Extraction, PartialDate, Position, Span, Status
from graph.rdf.triples import extraction_quads

GOLD = Path(__file__).parents[2] / "gold"
SCORER = Path(__file__).parents[4] / "shared" / "gold" / "score.py"
BASE = "http://localhost:8000/"
TEXT = (
    "President Ana Silva of Ruritania visited Freedonia on 5 May 2024. "
    "There she met Prime Minister Rufus Firefly. They signed two protocols. Firefly said that he was glad."
)
ANNOTATION = {
    "id": "a1",
    "text": TEXT,
    "published": "2024-05-07",
    "negative": False,
    "entities": [
        {"id": "e1", "name": "Ana Silva", "type": "Person", "aliases": ["Silva"], "qid": "Q900000011"},
        {"id": "e2", "name": "Ruritania", "type": "Country", "aliases": [], "qid": None},
        {"id": "e3", "name": "Freedonia", "type": "Country", "aliases": [], "qid": "Q900000013"},
        {"id": "e4", "name": "Rufus Firefly", "type": "Person", "aliases": [], "qid": None},
    ],
    "events": [
        {
            "type": "Visit",
            "status": "actual",
            "roles": {"visitor": ["e1"], "destination": ["e3"]},
            "start": "2024-05-05",
            "place": ["e3"],
            "kind": "state",
            "evidence": [[0, 65]],
        },
        {
            "type": "Meeting",
            "status": "actual",
            "roles": {"participant": ["e1", "e4"]},
            "start": None,
            "evidence": [[66, 109]],
        },
        {
            "type": "Agreement",
            "status": "actual",
            "roles": {"party": ["e2", "e3"], "signatory": ["e1", "e4"]},
            "start": None,
            "instrument": "protocol",
            "count": 2,
            "evidence": [[110, 136]],
        },
        {
            "type": "Statement",
            "status": "actual",
            "roles": {"speaker": ["e4"]},
            "evidence": [[137, len(TEXT)]],
        },
    ],
    "positions": [{"holder": "e1", "role": "president", "of": "e2", "evidence": [[0, 65]]}],
}
SILVA = Entity("Ana Silva", EntityType.PERSON, qid="Q900000011")
RURITANIA = Entity("Ruritania", EntityType.COUNTRY)
FREEDONIA = Entity("Freedonia", EntityType.COUNTRY, qid="Q900000099")
FIREFLY = Entity("Firefly", EntityType.PERSON)


@pytest.fixture
def gold_folder(tmp_path: Path) -> Path:
    (tmp_path / "a1.json").write_text(json.dumps(ANNOTATION))
    return tmp_path


def extraction(gold_folder: Path) -> Extraction:
    """What a converter might say: a wrong link, a meeting missed, a wrong speaker, a threat made up."""
    first, third, last = Span(0, 65), Span(110, 136), Span(137, len(TEXT))
    day = DateRange(PartialDate(2024, 5, 5))
    return Extraction(
        article=load_gold(gold_folder)[0].article,
        entities=(SILVA, RURITANIA, FREEDONIA, FIREFLY),
        events=(
            Event(
                "Visit",
                Status.ACTUAL,
                (first,),
                {"visitor": (0,), "destination": (1,)},
                when=day,
                places=(2,),
            ),
            Event(
                "Agreement",
                Status.PLANNED,
                (third,),
                {"party": (1,), "signatory": (0, 3)},
                attributes={"instrument": "treaty", "count": 2},
            ),
            Event("Statement", Status.ACTUAL, (last,), {"speaker": (0,)}),
            Event("Threat", Status.ACTUAL, (last,), {"actor": (3,), "target": (1,)}),
        ),
        positions=(Position(0, "president", 1, (first,)), Position(3, "prime minister", 2, (first,))),
    )


@pytest.fixture
def quads(gold_folder: Path) -> list[ox.Quad]:
    return list(extraction_quads(extraction(gold_folder), base=BASE))


def counts(tally: Tally) -> tuple[int, int, int]:
    return tally.right, tally.wrong, tally.missed


def test_figures_of_a_small_graph(gold_folder: Path, quads: list[ox.Quad]) -> None:
    scores = evaluate(load_gold(gold_folder), read_claims(quads))
    assert {name: counts(tally) for name, tally in scores.tallies.items()} == {
        "event": (2, 1, 1),
        "frame": (2, 1, 1),
        "role": (4, 2, 4),
        "date": (1, 0, 0),
        "place": (0, 1, 1),
        "statement": (0, 1, 1),
        "position": (1, 1, 0),
        "entity": (3, 1, 1),
        "link": (1, 1, 1),
    }
    assert (scores.status.count, scores.status.total) == (1, 2)
    assert (scores.attribute.count, scores.attribute.total) == (1, 3)


def test_reliability_counts_events_by_their_confidence(gold_folder: Path) -> None:
    told = extraction(gold_folder)
    visit, agreement, statement, threat = told.events
    sure = (replace(visit, confidence=0.93), replace(agreement, confidence=0.81), statement)
    graph = replace(told, events=(*sure, replace(threat, confidence=0.85)))
    scores = evaluate(load_gold(gold_folder), read_claims(extraction_quads(graph, base=BASE)))
    bands = {lowest: (share.count, share.total) for lowest, share in scores.reliability.bands.items()}
    assert bands == {0.9: (1, 1), 0.8: (1, 2), 0.6: (0, 0), 0.4: (0, 0), 0.0: (0, 0)}
    trusted = scores.reliability.from_on(TRUSTED)
    assert (trusted.count, trusted.total) == (2, 3)


def test_annotations_score_one_against_themselves(gold_folder: Path) -> None:
    perfect = replace(
        extraction(gold_folder),
        entities=(
            SILVA,
            RURITANIA,
            replace(FREEDONIA, qid="Q900000013"),
            replace(FIREFLY, name="Rufus Firefly"),
        ),
        events=(
            Event(
                "Visit",
                Status.ACTUAL,
                (Span(0, 65),),
                {"visitor": (0,), "destination": (2,)},
                attributes={"visitKind": "state"},
                when=DateRange(PartialDate(2024, 5, 5)),
                places=(2,),
            ),
            Event("Meeting", Status.ACTUAL, (Span(66, 109),), {"participant": (0, 3)}),
            Event(
                "Agreement",
                Status.ACTUAL,
                (Span(110, 136),),
                {"party": (1, 2), "signatory": (0, 3)},
                attributes={"instrument": "protocol", "count": 2},
            ),
            Event("Statement", Status.ACTUAL, (Span(137, len(TEXT)),), {"speaker": (3,)}),
        ),
        positions=(Position(0, "president", 1, (Span(0, 65),)),),
    )
    scores = evaluate(load_gold(gold_folder), read_claims(extraction_quads(perfect, base=BASE)))
    assert {name: tally.f1 for name, tally in scores.tallies.items()} == dict.fromkeys(scores.tallies, 1.0)
    assert (scores.status.rate, scores.attribute.rate, scores.negative.count) == (1.0, 1.0, 0)


def test_event_in_an_article_off_the_subject_is_counted(gold_folder: Path, quads: list[ox.Quad]) -> None:
    negative = [replace(article, negative=True) for article in load_gold(gold_folder)]
    assert evaluate(negative, read_claims(quads)).negative.count == 1


def test_article_that_was_not_converted_is_missed(gold_folder: Path) -> None:
    scores = evaluate(load_gold(gold_folder), read_claims([]))
    assert counts(scores.event) == (0, 0, 3)
    assert counts(scores.entity) == (0, 0, 4)


@pytest.mark.skipif(not SCORER.exists(), reason="needs ../shared")
def test_figures_agree_with_the_shared_scorer(
    gold_folder: Path, quads: list[ox.Quad], tmp_path: Path
) -> None:
    graph = tmp_path / "graph.nq"
    ox.serialize(quads, graph, ox.RdfFormat.N_QUADS)
    command = [sys.executable, str(SCORER), str(gold_folder), str(graph), "--json"]
    expected = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    figures = evaluate(load_gold(gold_folder), read_claims(quads)).as_json()
    assert {name: figures[name] for name in expected} == expected


def test_nothing_is_assigned_to_nothing() -> None:
    assert assign(np.zeros((0, 3))) == []
    assert assign(np.zeros((2, 2))) == []
    assert assign(np.array([[1.0, 3.0], [1.0, 2.0]])) == [(0, 1), (1, 0)]
