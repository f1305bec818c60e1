"""Settings: a wrong one is named with its value and what it should be."""

from __future__ import annotations

import socket

import pytest

from assistant.cli_check import _answers
from assistant.errors import SettingsError
from assistant.processes import require_port
from assistant.settings import alone, exported, load_settings


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("PORT", "abc", "REFDESK_PORT is 'abc', but it has to be a whole number"),
        ("PORT", "99999", "a port is a number from 0 to 65535"),
        ("QUEUE_MINUTES", "-1", "a count is 0 or more"),
        ("WRONG_ANSWERS_BOUND", "7", "a share is a number from 0 to 1"),
        ("PUBLIC_URL", "help.example.org", "begins with https://"),
        ("TELEGRAM_API", "localhost:8081", "begins with https://"),
        ("ORIGINS", "https://a.example, www.example.org", "'www.example.org' is no origin"),
        ("ORIGINS", "https://a.example/", "'https://a.example/' is no origin"),
    ],
)
def test_a_wrong_value_is_named(name, value, said, tmp_path):
    with pytest.raises(SettingsError) as stopped:
        load_settings({f"REFDESK_{name}": value}, tmp_path / "none.toml")
    assert said in str(stopped.value)


def test_addresses_and_origins_are_taken_as_they_are(tmp_path):
    told = {"REFDESK_PUBLIC_URL": "https://a.example/help", "REFDESK_ORIGINS": "*, http://b.example:81"}  # fmt: skip
    settings = load_settings(told, tmp_path / "none.toml")
    assert settings.public_url == "https://a.example/help"
    assert settings.origins == ("*", "http://b.example:81")


@pytest.mark.parametrize("url", ["nonsense", "postgresql://x@127.0.0.1:1/x"])
def test_a_store_that_cannot_be_used_is_a_line_of_the_check(url, tmp_path):
    settings = load_settings({"REFDESK_DATABASE_URL": url}, tmp_path / "x", data_dir=tmp_path)
    answer = dict(_answers(settings))["store"]
    assert isinstance(answer, Exception)
    assert "database_url" in str(answer)
    assert "\n" not in str(answer)


def test_where_the_server_cannot_listen_is_said(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        settings = load_settings({}, tmp_path / "none.toml", host="127.0.0.1", port=port)
        with pytest.raises(SettingsError, match=f"port {port} is in use"):
            require_port(settings)
    nowhere = load_settings({}, tmp_path / "none.toml", host="192.0.2.1", port=port)
    with pytest.raises(SettingsError, match=r"REFDESK_HOST is '192\.0\.2\.1'"):
        require_port(nowhere)


def test_children_read_what_was_read_here_and_no_file(tmp_path):
    filed = tmp_path / "refdesk.toml"
    filed.write_text('english_encoder = ""\nport = 0\norigins = ["https://a.example"]\n')
    read = {"REFDESK_DATABASE_URL": "sqlite:///own.sqlite", "REFDESK_QUEUE_MINUTES": ""}
    settings = load_settings(read, filed)
    assert load_settings(exported(settings)) == settings
    assert settings.english_encoder == ""


def test_what_is_tried_alone_has_no_store_bot_or_mailbox_of_the_library(tmp_path):
    library = {
        "REFDESK_DATABASE_URL": "postgresql://own/store",
        "REFDESK_TELEGRAM_TOKEN": "1:own",
        "REFDESK_EMAIL_ADDRESS": "ask@own.example",
        "REFDESK_SMTP_URL": "smtp://own",
        "REFDESK_IMAP_URL": "imaps://own",
    }
    own = alone(load_settings(library, tmp_path / "none.toml"), tmp_path)
    child = load_settings(library | exported(own))
    assert child == own
    assert child.store_url == f"sqlite:///{tmp_path}/refdesk.sqlite"
    assert [child.telegram_token, child.email_address, child.smtp_url, child.imap_url] == [""] * 4
