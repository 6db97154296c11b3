"""Fields of the desk's forms: text, dates and names under the rules of this record. What was typed stays as typed."""

import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString

from ceasefire.core import edtf
from ceasefire.core.edtf import Edtf
from ceasefire.core.errors import BadInput
from ceasefire.core.text import clean_line, clean_text
from ceasefire.ledger.models import Fact
from ceasefire.sources.api import LANGUAGE

UNSTORABLE = "unstorable"  # the code of text that cannot be kept even in a draft
BLANK = " \t\r\n"  # other white space was typed on purpose, or is there to look like nothing
LONGEST_NAME = 2_000  # of what names a fact, an address at the longest, or a date
MOST_NAMES = 100  # in one list
LONGEST_TOLD = 80  # of a wrong value, in the message about it
DATE_HELP = (
    "2025-03-02, 2025-03 or 2025; 2025-03-02~ for around; 2025-03-02/.. where the end is not known; "
    "with a time 2025-03-02T15:00[Europe/Kyiv]."
)


class TypedField(forms.CharField):
    """A box. One of several, of which one has to be filled in, is not called optional and may still stay empty."""

    default_error_messages = {"required": "Fill this in."}

    def __init__(self, *, one_of_several: bool = False, **kwargs: Any) -> None:
        self.one_of_several = one_of_several
        super().__init__(strip=False, **kwargs)
        self.widget.attrs.setdefault("dir", "auto")

    def nothing(self) -> Any:
        """The value of an empty box; ValidationError where it has to be filled in."""
        return "" if self.one_of_several else super().clean("")


class LineField(TypedField):
    """One line of visible text of at most `limit` characters; empty text where nothing was typed."""

    read = staticmethod(clean_line)

    def __init__(self, *, limit: int, **kwargs: Any) -> None:
        self.limit = limit
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        text = (value or "").strip(BLANK)
        if not text:
            return self.nothing()
        try:
            return self.read(text, field=None, limit=self.limit)
        except BadInput as fault:
            raise ValidationError(fault.message, code=UNSTORABLE) from fault


class WordsField(LineField):
    """Visible text of several lines."""

    widget = forms.Textarea
    read = staticmethod(clean_text)


class DateField(LineField):
    """A date in the world; read into an Edtf."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(limit=LONGEST_NAME, **{"help_text": DATE_HELP, **kwargs})
        self.widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        try:
            return edtf.parse(text) if text else ""
        except BadInput as fault:
            raise ValidationError(fault.message, code=fault.code) from fault


class LanguageField(LineField):
    """A BCP 47 tag, in the shape that the API takes."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(limit=35, initial="en", **kwargs)
        self.widget.attrs |= {"list": "languages", "size": 12, "autocomplete": "off", "spellcheck": "false"}

    def clean(self, value: Any) -> Any:
        tag = super().clean(value)
        if tag and not re.match(LANGUAGE, tag):
            raise ValidationError("Write a language tag such as en, uk or zh-Hant.", code="invalid")
        return tag


class NamedField(TypedField):
    """A fact named by its id, its exact name or its address; `offered` is the id of the page's list of suggestions."""

    def __init__(
        self, *, rows: Callable[[], QuerySet[Any]], by: tuple[str, ...], noun: str, offered: str, **kwargs: Any
    ) -> None:
        self.rows, self.by, self.noun = rows, by, noun
        super().__init__(**kwargs)
        self.widget.attrs |= {"list": offered, "autocomplete": "off", "spellcheck": "false"}

    def clean(self, value: Any) -> Any:
        text = (value or "").strip(BLANK)
        return find(text, rows=self.rows(), by=self.by, noun=self.noun) if text else self.nothing()


class NamesField(NamedField):
    """Several facts, each in a box of its own; a list of them."""

    def __init__(self, *, noun: str, offered: str, **kwargs: Any) -> None:
        told = {"required": f"Name at least one {noun}."}
        super().__init__(widget=Boxes(noun=noun), noun=noun, offered=offered, error_messages=told, **kwargs)

    def clean(self, value: Any) -> Any:
        texts = filled(value)
        if not texts:
            return self.nothing() or []
        if len(texts) > MOST_NAMES:
            raise ValidationError(f"At most {MOST_NAMES} names; these are {len(texts):,}.", code=UNSTORABLE)
        found, faults = [], []
        for text in texts:
            try:
                found.append(super().clean(text))
            except ValidationError as fault:
                faults += fault.error_list
        if faults:
            raise ValidationError(faults)
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        return filled(initial) != filled(data)


class Boxes(forms.Widget):
    """One text box for each value and an empty one at the end; `?do=more` or the script adds another."""

    use_fieldset = True

    def __init__(self, *, noun: str) -> None:
        self.noun = noun
        super().__init__()

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        if isinstance(data, MultiValueDict):
            return [str(value) for value in data.getlist(name)]
        return filled(data.get(name))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return ""  # a legend names them all

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        attrs = self.build_attrs(self.attrs, attrs)
        own_id = attrs.pop("id", f"id_{name}")
        attrs.pop("required", None)  # of several boxes one is enough
        values = [*filled(value), ""]
        shown = {"name": name, "id": own_id, "values": values, "noun": self.noun, "attributes": flatatt(attrs)}
        return render_to_string("desk/_boxes.html", shown)


class PickField(forms.ChoiceField):
    """One of some facts, by slug; with `mixed`, facts of several kinds, by kind and slug (`provision:backstop`)."""

    default_error_messages = {
        "required": "Choose one.",
        "invalid_choice": "This is not, or no longer, on the list: choose another.",
    }

    def __init__(self, *, mixed: bool = False, **kwargs: Any) -> None:
        self.mixed = mixed
        self.facts: dict[str, Fact] = {}
        super().__init__(**kwargs)

    def code(self, fact: Fact) -> str:
        """How the form writes this fact."""
        return f"{fact._meta.model_name}:{fact.slug}" if self.mixed else fact.slug

    def clean(self, value: Any) -> Any:
        return self.facts.get(super().clean(value))


class NoteForm(forms.Form):
    """What a reviewer may say with a confirmation."""

    note = LineField(limit=1_000, required=False, label="Note", help_text="Published with the confirmation.")
    key = forms.CharField(widget=forms.HiddenInput, required=False)


def offer(form: forms.Form, name: str, groups: Iterable[tuple[str, Iterable[Fact]]], *, blank: str) -> None:
    """Set what a PickField lets choose, under a heading for each group that has one."""
    field = form.fields[name]
    assert isinstance(field, PickField)
    field.facts = {}  # not the dict of the class's own field, which every form would share
    choices: list[Any] = [("", blank)]
    for heading, members in groups:
        own = {field.code(fact): fact for fact in members}
        field.facts |= own
        options = [(code, str(fact)) for code, fact in own.items()]
        choices += [(heading, options)] if heading else options
    field.choices = choices


def filled(values: Any) -> list[str]:
    """The values that say something."""
    return [text for value in values or [] if (text := str(value).strip(BLANK))]


def code_as_typed(text: str) -> str:
    """A code that is none of the list, for a draft; nothing of what no list could hold."""
    try:
        return clean_line(text.strip(BLANK), field=None, limit=LONGEST_TOLD)
    except BadInput:
        return ""


def find(text: str, *, rows: QuerySet[Any], by: tuple[str, ...], noun: str) -> Any:
    """The one fact that a text names. Raises ValidationError, which repeats the text."""
    try:
        text = clean_line(text, field=None, limit=LONGEST_NAME)
    except BadInput as fault:
        raise ValidationError(fault.message, code=UNSTORABLE) from fault
    if found := rows.filter(slug=_slug_in(text)).first():
        return found
    named = Q()
    for lookup in by:
        named |= Q(**{f"{lookup}__iexact": text})
    several = list(rows.filter(named).order_by("id").distinct()[:4]) if by else []
    if len(several) == 1:
        return several[0]
    told = text if len(text) <= LONGEST_TOLD else f"{text[:LONGEST_TOLD]}…"
    if several:
        slugs = ", ".join(one.slug for one in several)
        raise ValidationError(f"Several are called “{told}”: write one of {slugs}.", code="ambiguous")
    raise ValidationError(f"There is no {noun} “{told}” in this record.", code="unknown")


def _slug_in(text: str) -> str:
    """The id in an address such as https://…/statements/<id>/, or the text itself."""
    try:
        parts = [part for part in urlsplit(text).path.split("/") if part] if "/" in text else [text]
    except ValueError:
        return text
    return parts[-1] if parts else text


def spelt(value: Any) -> Any:
    """A cleaned value as the API writes it."""
    if isinstance(value, list):
        return [spelt(one) for one in value]
    if isinstance(value, Fact):
        return value.slug
    return value.text if isinstance(value, Edtf) else value
