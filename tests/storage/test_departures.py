"""What goes into a bundle."""

import secrets

from model.journal.change import Change
from storage import arrivals, departures, streams
from storage.arrivals import Arriving
from tests.team import (
    ANN,
    FIELDS,
    INSPECTION,
    NOW,
    OFFICE,
    record,
    send,
    team,
)


def test_what_the_office_says_it_holds_is_not_sent_again_until_it_states_less() -> None:
    with team(OFFICE, ANN) as (office, ann):
        record(ann, ANN, Change(FIELDS[0], "yes"))
        send(ann, ANN, office)
        send(office, OFFICE, ann)
        assert list(departures.to_office(ann.db, INSPECTION, OFFICE, everything=False)) == []
        record(ann, ANN, Change(FIELDS[0], "no"))
        assert len(list(departures.to_office(ann.db, INSPECTION, OFFICE, everything=False))) == 1
        stream = streams.own_streams(ann.db, INSPECTION)[0]
        lost = Arriving(
            secrets.token_hex(16), INSPECTION, OFFICE, "allocation", b"{}", {stream: (9, b"x" * 32)}, []
        )
        arrivals.receive(ann.db, lost, NOW)
        assert len(list(departures.to_office(ann.db, INSPECTION, OFFICE, everything=False))) == 2
