"""Settings of this laptop."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.settings import FILE, SETTINGS, change_setting, read_settings

DEFAULTS = {setting.key: setting.default for setting in SETTINGS}


def test_without_a_file_every_setting_has_its_default(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == DEFAULTS


def test_a_changed_setting_stays(tmp_path: Path) -> None:
    change_setting(tmp_path, "text_size", 150)
    assert read_settings(tmp_path) == {**DEFAULTS, "text_size": 150}


@pytest.mark.parametrize(
    ("key", "value"), [("text_size", 90), ("theme", "pink"), ("colour", "red"), ("theme", 1)]
)
def test_what_is_not_declared_is_not_kept(tmp_path: Path, key: str, value: str | int) -> None:
    with pytest.raises(ValueError, match=key):
        change_setting(tmp_path, key, value)
    assert not (tmp_path / FILE).exists()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200) | st.just(b'{"text_size": true, "theme": ["dark"]}') | st.just(b"[" * 9000))
def test_any_file_at_all_gives_fitting_settings(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    found = read_settings(tmp_path)
    for setting in SETTINGS:
        assert found[setting.key] in setting.choices
