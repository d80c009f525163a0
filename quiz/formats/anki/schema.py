"""The tables of an Anki collection (schema 11), and the row that describes it."""

from __future__ import annotations

import json

SCHEMA = """
create table col (id integer primary key, crt integer not null, mod integer not null,
  scm integer not null, ver integer not null, dty integer not null, usn integer not null,
  ls integer not null, conf text not null, models text not null, decks text not null,
  dconf text not null, tags text not null);
create table notes (id integer primary key, guid text not null, mid integer not null,
  mod integer not null, usn integer not null, tags text not null, flds text not null,
  sfld integer not null, csum integer not null, flags integer not null, data text not null);
create table cards (id integer primary key, nid integer not null, did integer not null,
  ord integer not null, mod integer not null, usn integer not null, type integer not null,
  queue integer not null, due integer not null, ivl integer not null, factor integer not null,
  reps integer not null, lapses integer not null, left integer not null, odue integer not null,
  odid integer not null, flags integer not null, data text not null);
create table revlog (id integer primary key, cid integer not null, usn integer not null,
  ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null,
  time integer not null, type integer not null);
create table graves (usn integer not null, oid integer not null, type integer not null);
create index ix_notes_usn on notes (usn);
create index ix_cards_usn on cards (usn);
create index ix_revlog_usn on revlog (usn);
create index ix_cards_nid on cards (nid);
create index ix_cards_sched on cards (did, queue, due);
create index ix_revlog_cid on revlog (cid);
create index ix_notes_csum on notes (csum);
"""
COLLECTION = "insert into col values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_DEFAULT = 1
_BEGINNING = 1_300_000_000
"""When the collection began; only days since then count in it, and none has passed."""


def collection_row(deck: int, name: str, description: str, made: int) -> list[object]:
    """All of the row but the note types, which come tenth."""
    conf = {
        **{"nextPos": 1, "estTimes": True, "activeDecks": [deck], "sortType": "noteFld"},
        **{"timeLim": 0, "sortBackwards": False, "addToCur": True, "curDeck": deck},
        **{"newSpread": 0, "dueCounts": True, "curModel": None, "collapseTime": 1200},
    }
    decks = {
        str(_DEFAULT): _deck(_DEFAULT, "Default", "", made),
        str(deck): _deck(deck, name.replace("::", ": "), description, made),
    }
    milliseconds = made * 1000
    return [
        *(1, _BEGINNING, milliseconds, milliseconds, 11, 0, 0, 0, json.dumps(conf)),
        *(json.dumps(decks), json.dumps({str(_DEFAULT): _options(made)}), "{}"),
    ]


def _deck(number: int, name: str, description: str, made: int) -> dict[str, object]:
    today = {key: [0, 0] for key in ("lrnToday", "revToday", "newToday", "timeToday")}
    return {
        **{"id": number, "name": name, "desc": description, "mod": made, "usn": -1, "conf": 1},
        **{"dyn": 0, "collapsed": False, "extendNew": 10, "extendRev": 50, **today},
    }


def _options(made: int) -> dict[str, object]:
    new = {
        **{"bury": True, "delays": [1, 10], "initialFactor": 2500, "ints": [1, 4, 7]},
        **{"order": 1, "perDay": 20, "separate": True},
    }
    lapse = {"delays": [10], "leechAction": 0, "leechFails": 8, "minInt": 1, "mult": 0}
    review = {
        **{"bury": True, "ease4": 1.3, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500},
        **{"minSpace": 1, "perDay": 200},
    }
    return {
        **{"id": _DEFAULT, "name": "Default", "mod": made, "usn": 0, "autoplay": True},
        **{"maxTaken": 60, "replayq": True, "timer": 0, "new": new, "lapse": lapse, "rev": review},
    }
