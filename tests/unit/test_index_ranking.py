"""The order of what a search yields."""

from __future__ import annotations

from index.columns import Columns
from index.ranking import Place, raised, ranking_of
from index.record import Record


def test_records_in_the_preferred_language_go_past_three_others():
    columns = Columns()
    for number, language in enumerate(["", "chi", "chi", "chi", "chi", "eng", "eng", "chi"]):
        columns.put(number, Record(id=str(number), title="T", language=language))
    places = [Place(number, 0.0, 0.5) for number in range(1, 8)]
    topic = ranking_of(places, "topic")
    assert [place.number for place in raised(topic, "eng", columns).places] == [1, 5, 2, 6, 3, 4, 7]
    assert raised(topic, "", columns) == topic
    named = ranking_of(places, "known_item")
    assert raised(named, "eng", columns) == named
