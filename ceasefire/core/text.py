"""Text as it enters the record: one Unicode form, nothing invisible that could mislead, something to see."""

import re
import unicodedata

from ceasefire.core.errors import BadInput

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # newline and tab are judged apart
_SURROGATE = re.compile("[\ud800-\udfff]")
_NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef" + "".join(chr(p * 0x10000 + 0xFFFE) + chr(p * 0x10000 + 0xFFFF) for p in range(17)) + "]"
)
_TAG = re.compile("[\U000e0000-\U000e007f]")
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{2,8}\U000e007f")  # Scotland, Wales, …

_EMBEDDINGS = frozenset("\u202a\u202b\u202d\u202e")
_ISOLATES = frozenset("\u2066\u2067\u2068")
_ENDS = {"\u202c": _EMBEDDINGS, "\u2069": _ISOLATES}
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")

_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "Mn", "Me"})
_UNSEEN = frozenset("\u2800\u3164\uffa0\u115f\u1160\U0001d159")  # blank, though Unicode calls them letters or symbols

_MARKS_IN_A_ROW = 30  # UAX #15 stream-safe text; beyond it, normalising takes quadratic time
_LONGEST_TOLD = 60
_MOST_COMPOSED = 4  # no character composes from more code points than this


def clean_line(text: object, *, field: str | None, limit: int) -> str:
    """One line of text in NFC without outer white space; BadInput says what is wrong with it.

    `limit` counts code points, as PostgreSQL's char_length does.
    """
    line = clean_text(text, field=field, limit=limit)
    if "\n" in line or "\t" in line:
        raise BadInput("This must be one line, without line breaks and tabs.", field=field)
    return line


def clean_text(text: object, *, field: str | None, limit: int) -> str:
    """Text of several lines in NFC, ended by plain newlines, without outer white space; else BadInput.

    `limit` counts code points, as PostgreSQL's char_length does.
    """
    if not isinstance(text, str):
        raise BadInput("This must be text.", field=field)
    text = _LINE_ENDS.sub("\n", text)
    _refuse_characters(text, field)
    text = text.strip()
    _refuse_length(text, limit * _MOST_COMPOSED, field, told=limit)
    _refuse_piled_marks(text, field)
    text = unicodedata.normalize("NFC", text)
    _refuse_length(text, limit, field, told=limit)
    if not any(map(_is_seen, text)):
        raise BadInput("This must contain visible text.", field=field)
    _refuse_unpaired_direction(text, field)
    return text


def shorten(text: str) -> str:
    """As much of a text from outside as a message about it needs to tell."""
    return text if len(text) <= _LONGEST_TOLD else f"{text[:_LONGEST_TOLD]}…"


def _refuse_characters(text: str, field: str | None) -> None:
    for pattern, name in (
        (_CONTROL, "a control character"),
        (_SURROGATE, "half of a surrogate pair"),
        (_NONCHARACTER, "a code that is no character"),
    ):
        if found := pattern.search(text):
            raise BadInput(_at(name, text, found.start()), field=field)
    if found := _TAG.search(_FLAG.sub(lambda flag: " " * len(flag[0]), text)):
        raise BadInput(_at("an invisible tag character", text, found.start()), field=field)


def _refuse_length(text: str, limit: int, field: str | None, *, told: int) -> None:
    if len(text) > limit:
        raise BadInput(f"At most {told:,} characters; this has {len(text):,}.", field=field)


def _refuse_piled_marks(text: str, field: str | None) -> None:
    if text.isascii():
        return
    run = 0
    for place, character in enumerate(text):
        run = run + 1 if unicodedata.combining(character) else 0
        if run > _MARKS_IN_A_ROW:
            message = f"More than {_MARKS_IN_A_ROW} combining marks on one letter, up to character {place + 1}."
            raise BadInput(message, field=field)


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in _UNSEEN_CATEGORIES and character not in _UNSEEN


def _refuse_unpaired_direction(text: str, field: str | None) -> None:
    """A direction control must end in its own paragraph, or it would turn what follows on the page."""
    start = 0
    for paragraph in text.split("\n"):
        if (place := _unpaired(paragraph)) is not None:
            raise BadInput(_at("an unpaired direction control", text, start + place), field=field)
        start += len(paragraph) + 1


def _unpaired(paragraph: str) -> int | None:
    open_controls: list[tuple[str, int]] = []
    for found in _DIRECTION.finditer(paragraph):
        if (starts := _ENDS.get(found[0])) is None:
            open_controls.append((found[0], found.start()))
        elif not open_controls or open_controls.pop()[0] not in starts:
            return found.start()
    return open_controls[-1][1] if open_controls else None


def _at(name: str, text: str, place: int) -> str:
    return f"This contains {name} (U+{ord(text[place]):04X}) at character {place + 1}."
