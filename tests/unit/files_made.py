"""A file of any content and what is read from it."""

from __future__ import annotations

import pytest

from index.sources import Mark, Options, open_source


@pytest.fixture
def load(tmp_path):
    def loaded(name: str, content: bytes | str, **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(open_source(str(path), Options(**options)).read(Mark()))

    return loaded


def kinds(entries):
    return [type(e).__name__ for e in entries]
