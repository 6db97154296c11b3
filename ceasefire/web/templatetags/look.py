"""How codes, dates and mistakes are said and drawn; what a colour means is said here in words too."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django import template
from django.conf.locale import LANG_INFO
from django.forms import BaseForm
from django.forms.formsets import BaseFormSet
from django.http import HttpRequest
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ceasefire.core import edtf
from ceasefire.core.edtf import Edtf

register = template.Library()

# From for to against: the order in which a legend shows them.
STANCES = {
    "proposes": "P",
    "supports": "S",
    "supports_conditionally": "C",
    "noncommittal": "N",
    "sceptical": "K",
    "opposes": "O",
    "denies_existence": "D",
}
TONES = {
    "floated": "open",
    "proposed": "open",
    "negotiating": "open",
    "agreed": "agreed",
    "in_force": "in_force",
    "suspended": "suspended",
    "collapsed": "ended",
    "rejected": "ended",
    "withdrawn": "ended",
    "expired": "ended",
    "completed": "ended",
    "superseded": "ended",
    "never_took_effect": "ended",
}
SPELT_OTHERWISE = {
    "denies_existence": "denies it exists",
    "long_range_strikes": "long-range strikes",
    "with_compliance": "with compliance mechanism",
}
INVERSE_LINKS = {
    "revives": "revived by",
    "precursor_of": "preceded by",
    "extends": "extended by",
    "renews": "renewed by",
    "amends": "amended by",
    "counters": "countered by",
    "splits_from": "split into",
    "supersedes": "superseded by",
    "part_of": "consists of",
    "condition_of": "on condition of",
}
RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
PLAIN_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?")


class Mistake(NamedTuple):
    """One line of an error summary; `href` is empty where no single field is to blame."""

    href: str
    label: str
    message: str


@register.filter
def words(code: str) -> str:
    """A code as people say it."""
    return SPELT_OTHERWISE.get(code) or code.replace("_", " ")


@register.filter
def stance_letter(code: str) -> str:
    return STANCES[code]


@register.simple_tag
def stance_codes() -> list[str]:
    """Every stance from for to against."""
    return list(STANCES)


@register.filter
def status_tone(code: str) -> str:
    """Which of the five kinds of status a code belongs to: open, agreed, in_force, suspended, ended."""
    return TONES[code]


@register.filter
def link_words(kind: str, inverse: bool = False) -> str:
    """How one proposal is linked to another, read from either end."""
    return INVERSE_LINKS[kind] if inverse else words(kind)


@register.filter
def grade_words(grade: str) -> str:
    """What a grade such as "B2" or "B" says about a source and its report."""
    meanings = [RELIABILITY[grade[:1]]] + [CREDIBILITY[digit] for digit in grade[1:]]
    return ", ".join(meanings)


@register.filter
def language_name(tag: str) -> str:
    """The English name of a language tag, or the tag itself where Django knows none."""
    for candidate in (tag.lower(), tag.lower().split("-")[0]):
        if "name" in LANG_INFO.get(candidate, {}):
            return str(LANG_INFO[candidate]["name"])
    return tag


@register.filter
def web_address(url: str) -> str:
    """The address if a click on it opens a page, else nothing: no `javascript:` and no `data:`."""
    return url if url.lower().startswith(("https://", "http://")) else ""


@register.filter
def edtf_words(value: Edtf | str) -> str:
    """A date of the world in words."""
    return edtf.in_words(_read(value))


@register.filter
def is_fuzzy(value: Edtf | str) -> bool:
    """Whether a date says of itself that it is not known exactly."""
    return not _machine_readable(_read(value))


@register.filter
def edtf_time(value: Edtf | str) -> SafeString:
    """A date of the world as an element: `<time>` where it is precise, else marked as fuzzy."""
    date = _read(value)
    if stamp := _machine_readable(date):
        return format_html('<time class="date" datetime="{}">{}</time>', stamp, edtf.in_words(date))
    fuzzy = '<span class="date date--fuzzy" title="imprecise date, written as {}">{}</span>'
    return format_html(fuzzy, date.text, edtf.in_words(date))


@register.filter
def since_time(value: Edtf | str) -> SafeString:
    """ "since" and a date; an interval says by itself from when it runs."""
    date = _read(value)
    return edtf_time(date) if date.precision == "interval" else format_html("since {}", edtf_time(date))


@register.filter
def day_number(days: int) -> str:
    """How many days from the first day: D+0, D+630, D−12."""
    return f"D−{-days}" if days < 0 else f"D+{days}"


@register.filter
def instant(moment: datetime) -> SafeString:
    """A moment of this system's own clock, in UTC to the second."""
    moment = moment.astimezone(UTC)
    said = f"{moment.day} {moment:%B %Y, %H:%M:%S} UTC"
    return format_html('<time datetime="{}">{}</time>', f"{moment:%Y-%m-%dT%H:%M:%SZ}", said)


@register.simple_tag(takes_context=True)
def nav_link(context: Context, name: str, label: str) -> SafeString:
    """A link of the main navigation that knows whether the reader is there already."""
    url = reverse(name)
    here = _whereabouts(context.get("request"), url)
    return format_html('<a class="nav" href="{}"{}>{}</a>', url, here, label)


@register.inclusion_tag("components/_mistakes.html")
def mistakes(*forms: "BaseForm | BaseFormSet[Any]") -> dict[str, Any]:
    """The summary on top of a form: every mistake of some forms and formsets, linked to its field."""
    return {"mistakes": [mistake for form in forms for mistake in _mistakes_of(form)]}


def _read(value: Edtf | str) -> Edtf:
    return value if isinstance(value, Edtf) else edtf.parse(value)


def _machine_readable(date: Edtf) -> str:
    if date.approximate or date.uncertain or date.open_start or date.open_end:
        return ""
    if date.instant:
        return date.instant.isoformat()
    return date.text if PLAIN_DATE.fullmatch(date.text) else ""


def _whereabouts(request: HttpRequest | None, url: str) -> SafeString:
    if request and request.path == url:
        return SafeString(' aria-current="page"')
    if request and url != "/" and request.path.startswith(url):
        return SafeString(' aria-current="true"')
    return SafeString("")


def _mistakes_of(form: "BaseForm | BaseFormSet[Any]") -> Iterator[Mistake]:
    if isinstance(form, BaseFormSet):
        yield from (Mistake("", "", str(message)) for message in form.non_form_errors())
        for part in form.forms:
            yield from _mistakes_of(part)
        return
    for name, messages in form.errors.items():
        href, label = _place(form, name)
        yield from (Mistake(href, label, str(message)) for message in messages)


def _place(form: BaseForm, name: str) -> tuple[str, str]:
    if name not in form.fields:
        return "", ""
    field = form[name]
    if field.is_hidden:
        return "", str(field.label)
    # A group of buttons has no element of its own that takes the focus: its first one does.
    return f"#{field.id_for_label or f'{field.auto_id}_0'}", str(field.label)
