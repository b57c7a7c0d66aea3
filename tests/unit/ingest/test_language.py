"""Only a text that is surely not English is refused."""

import pytest

from onrecord.ingest.language import find_foreign_language

GERMAN = "Der Bürgermeister der Stadt ist am Montag zurückgetreten, teilte der Rat mit."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mayor quits", id="headline"),
        pytest.param("FERRY SINKS OFF ASTER; 40 DEAD", id="headline-in-capitals"),
        pytest.param("Olvarez, Merindo, Quispar, Tarrega, Ibarren, Soldana; Zubirre, Fonsal, Larrun", id="names"),
        pytest.param("Pos Team Pts\n1 Aster 41\n2 Kallport 39\n3 Tarsona 12\n" * 9, id="table"),
        pytest.param("1.2 3.4 5.6\n" * 50, id="numbers"),
        pytest.param("😀 !!! ???", id="no-letters"),
        pytest.param("", id="empty"),
        pytest.param("Le maire dimissionne", id="too-short-to-tell"),
        pytest.param("α + β = γ", id="a-formula"),  # noqa: RUF001
        pytest.param(
            "He said „Guten Morgen, meine Damen und Herren“ and left the hall with the mayor.", id="a-quotation"
        ),
        pytest.param("yo the mayor be gone lol nobody know why he go so soon tbh", id="as-people-type"),
    ],
)
def test_english_and_what_cannot_be_told_is_read(text):
    """When unsure, a text is read: a refusal would lose a report."""
    assert find_foreign_language(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(GERMAN, "German", id="german"),
        pytest.param(GERMAN.upper(), "German", id="german-in-capitals"),
        pytest.param(GERMAN * 2000, "German", id="german-and-long"),
        pytest.param("Le maire de la ville a démissionné lundi, a annoncé le conseil.", "French", id="french"),
        pytest.param("El alcalde de la ciudad dimitió el lunes, anunció el consejo.", "Spanish", id="spanish"),
        pytest.param("Il sindaco della città si è dimesso lunedì, ha detto il consiglio.", "Italian", id="italian"),
        pytest.param(
            "O prefeito da cidade renunciou na segunda-feira, disse o conselho.", "Portuguese", id="portuguese"
        ),
        pytest.param("De burgemeester van de stad is maandag afgetreden, meldde de raad.", "Dutch", id="dutch"),
        pytest.param("Burmistrz miasta złożył w poniedziałek rezygnację, podała rada.", "Polish", id="polish"),
        pytest.param("Borgmästaren i staden avgick på måndagen, meddelade rådet i dag.", "Swedish", id="swedish"),
        pytest.param("Мэр города подал в отставку в понедельник.", "Russian", id="russian"),
        pytest.param("市长星期一辞职，市议会宣布。", "Chinese", id="chinese"),  # noqa: RUF001
        pytest.param("市長は月曜日に辞任したと市議会が発表した。", "Japanese", id="japanese"),
        pytest.param("استقال رئيس البلدية يوم الاثنين كما أعلن المجلس", "Arabic", id="arabic"),
    ],
)
def test_another_language_is_named(text, language):
    """A text of one sentence is enough to say that it is not English, and what it is."""
    assert find_foreign_language(text) == language
