"""Records written by pymarc, for tests of what is read from them."""

from __future__ import annotations

import pymarc
import pytest

from index.record import Record
from index.sources import Mark, Options, open_source

PLAIN_008 = "850101s1985    nyu           000 1 eng d"


def field(tag, indicators, *subs):
    return pymarc.Field(
        tag,
        indicators=pymarc.Indicators(*indicators),
        subfields=[pymarc.Subfield(code=s[0], value=s[1:]) for s in subs],
    )


def control(tag, data):
    return pymarc.Field(tag, data=data)


def marc(*fields, leader="00000nam a2200000 a 4500", f008=PLAIN_008, number="1", title=True):
    made = pymarc.Record(leader=leader)
    if number:
        made.add_field(control("001", number))
    if f008:
        made.add_field(control("008", f008))
    if title and not any(f.tag == "245" for f in fields):
        made.add_field(field("245", "00", "aA title"))
    made.add_field(*fields)
    return made


@pytest.fixture
def load(tmp_path):
    """Every entry of a file of these records, in binary or as XML."""

    def loaded(*records, xml=False, **options):
        path = tmp_path / ("r.xml" if xml else "r.mrc")
        if xml:
            body = b"".join(pymarc.record_to_xml(r, namespace=True) for r in records)
            path.write_bytes(b"<collection>" + body + b"</collection>")
        else:
            path.write_bytes(b"".join(r.as_marc() for r in records))
        return list(open_source(str(path), Options(**options)).read(Mark()))

    return loaded


@pytest.fixture
def record(load):
    """The one record that these fields make, the same from binary and from XML."""

    def one(*fields, **told):
        options = {k: told.pop(k) for k in ("copies", "prefix") if k in told}
        made = marc(*fields, **told)
        (binary,) = load(made, **options)
        (xml,) = load(made, xml=True, **options)
        assert isinstance(binary, Record)
        assert {**_dict(binary), "source": ""} == {**_dict(xml), "source": ""}
        return binary

    return one


def _dict(made):
    return {name: getattr(made, name) for name in made.__slots__}
