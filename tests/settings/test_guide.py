from kiosk.settings.guide import list_settings

_SILENT = {
    "nfc.device": "none",
    "scanner.device": "none",
    "display.sound": "false",
    "display.speech": "off",
    "loop.sound": "false",
    "health.listen": "none",
}


def test_every_setting_says_what_it_is_for_in_a_sentence() -> None:
    for declaration in list_settings():
        assert declaration.sentence.endswith("."), declaration.name
        assert declaration.allowed


def test_settings_have_their_own_environment_variables() -> None:
    declared = list_settings()
    variables = {declaration.variable for declaration in declared}
    assert "KIOSK_BROKER_URL" in variables
    assert len(variables) == len(declared)


def test_only_what_no_default_could_know_is_required() -> None:
    required = [declaration.name for declaration in list_settings() if declaration.default is None]
    assert required == ["store.id", "screen.id", "screen.zones"]


def test_nothing_is_read_heard_or_said_and_no_port_opened_before_somebody_says_so() -> None:
    defaults = {declaration.name: declaration.default for declaration in list_settings()}
    told = {name: defaults[name] for name in _SILENT}

    assert told == _SILENT


def test_what_is_allowed_is_said_in_words_and_never_as_a_pattern() -> None:
    for declaration in list_settings():
        assert not set(declaration.allowed) & set("^$\\[]{}|"), declaration.name
