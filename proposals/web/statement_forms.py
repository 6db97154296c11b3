"""The form for a statement: who said what, where it stands written, and which stances it takes."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.validators import URLValidator

from actors.models import Actor
from ceasefire.ledger.models import Fact
from ceasefire.sources.models import Source
from proposals.models import Proposal, Provision, Rendering, Stance, Statement
from proposals.services.statements import (
    LONGEST_CONDITION,
    LONGEST_QUOTE,
    MOST_CONDITIONS,
    MOST_POSITIONS,
    NewCondition,
    NewPosition,
)
from proposals.web.choices import Choices
from proposals.web.forms import (
    DateField,
    LanguageField,
    LineField,
    NamedField,
    NamesField,
    PickField,
    WordsField,
    offer,
)

LONGEST_TEXT = 5_000


def actor_field(**kwargs: Any) -> NamedField:
    return NamedField(rows=Actor.objects.open, by=("name", "names__text"), noun="actor", offered="actors", **kwargs)


def actors_field(**kwargs: Any) -> NamesField:
    return NamesField(rows=Actor.objects.open, by=("name", "names__text"), offered="actors", **kwargs)


def source_field(**kwargs: Any) -> NamedField:
    return NamedField(rows=Source.objects.open, by=("title",), noun="source", offered="sources", **kwargs)


def code_field(codes: type[Any], *, blank: str = "", **kwargs: Any) -> forms.ChoiceField:
    choices = [(value, str(label).lower() if isinstance(value, str) else label) for value, label in codes.choices]
    told = {"required": "Choose one."}
    return forms.ChoiceField(choices=[("", blank), *choices] if blank else choices, error_messages=told, **kwargs)


class StatementForm(forms.Form):
    """What was said, by whom, when, where, and in which source it stands."""

    use_required_attribute = False

    quote = WordsField(
        limit=LONGEST_QUOTE,
        one_of_several=True,
        label="Words",
        help_text="As printed, without the outer quotation marks. Where no words are in print, write a gist below.",
        widget=forms.Textarea(attrs={"rows": 5, "class": "serif"}),
    )
    language = LanguageField(required=False, label="Language of the words")
    wording = code_field(Rendering.Form, required=False, label="The words are", initial=Rendering.Form.ORIGINAL)
    speakers = actors_field(noun="speaker", label="Said by")
    said_on = DateField(label="Said on")
    principals = actors_field(
        noun="principal",
        required=False,
        label="On behalf of",
        help_text="Only where the speakers say so. Positions then are those of whom they speak for.",
    )
    source = source_field(
        one_of_several=True,
        label="A source that is logged already",
        help_text="By title, id or address of its page here.",
    )
    gist = WordsField(
        limit=LONGEST_TEXT,
        required=False,
        label="Gist",
        help_text="In this record’s own words. Needed where no words of the speaker are in print.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    place = LineField(limit=300, required=False, label="Place")
    venue = LineField(limit=300, required=False, label="Venue", help_text="A press conference, a summit, a programme.")
    channel = code_field(Statement.Channel, required=False, label="Channel", initial=Statement.Channel.PRESS)
    outlet = actor_field(required=False, label="Said to", help_text="The newsroom it was said to.")
    relayed_by = actor_field(required=False, label="Relayed by", help_text="Second hand: who says that it was said.")
    credibility = forms.TypedChoiceField(
        choices=[(value, f"{value}: {label}") for value, label in Statement.Credibility.choices],
        coerce=int,
        required=False,
        label="Credibility",
        initial=Statement.Credibility.UNKNOWN,
    )
    allow_duplicate = forms.BooleanField(required=False, label="This is another statement: log it anyway")
    key = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> None:
        if self.cleaned_data.get("quote") and not self.cleaned_data.get("language", "en"):
            self.add_error("language", "Say which language the words are in, such as en.")


class SourceForm(forms.Form):
    """A source that is not logged yet; nothing filled in means that there is none."""

    kind = code_field(Source.Kind, blank="Choose…", label="Kind")
    title = LineField(limit=300, label="Title")
    url = LineField(limit=2_000, required=False, label="Address", widget=forms.URLInput)
    outlet = LineField(limit=200, required=False, label="Outlet")
    author = LineField(limit=200, required=False, label="Author")
    published_on = DateField(label="Published on", help_text="As precisely as it is known: 2025-03-02 or 2025-03.")
    language = LanguageField(label="Language")
    reliability = forms.ChoiceField(
        choices=[(code, f"{code}: {label}") for code, label in Source.Reliability.choices],
        initial=Source.Reliability.F,
        label="Reliability",
    )
    note = WordsField(limit=LONGEST_TEXT, required=False, label="Note", widget=forms.Textarea(attrs={"rows": 2}))

    def clean_url(self) -> str:
        url: str = self.cleaned_data["url"]
        if url:
            URLValidator(schemes=["http", "https"], message="Give an address that begins with http:// or https://.")(
                url
            )
        return url

    def new_source(self) -> Source | None:
        """The source as described, not saved; None where nothing was filled in."""
        if not self.has_changed():
            return None
        said = self.cleaned_data
        return Source(**said | {"published_on": said["published_on"].text})


class PositionForm(forms.Form):
    """A stance on a proposal or on one of its provisions, with its conditions as numbered fields."""

    use_required_attribute = False

    proposal = PickField(label="Proposal")
    provision = PickField(label="Provision", required=False)
    stance = code_field(Stance, blank="Choose…", label="Stance")
    note = WordsField(limit=LONGEST_TEXT, required=False, label="Note", widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "proposal", choices.proposals_by_process, blank="Choose…")
        offer(self, "provision", choices.provisions_by_proposal, blank="The whole proposal")
        for row in range(self._rows()):
            self._add_condition(row, choices)

    def _rows(self) -> int:
        """As many rows as were sent, or as there are conditions and one to fill in."""
        if not self.is_bound:
            return len(self.initial.get("conditions", ())) + 1
        numbered = re.compile(re.escape(f"{self.prefix}-conditions-") + r"([0-9]{1,3})-text")
        sent = [int(found[1]) for found in map(numbered.fullmatch, self.data) if found]
        return min(max(sent, default=0), MOST_CONDITIONS) + 1

    def _add_condition(self, row: int, choices: Choices) -> None:
        name = f"conditions-{row}"
        self.fields[f"{name}-text"] = LineField(limit=LONGEST_CONDITION, required=False, label=f"Condition {row + 1}")
        self.fields[f"{name}-of"] = actor_field(required=False, label="Asked of")
        self.fields[f"{name}-about"] = PickField(mixed=True, required=False, label="Points to")
        everything: list[tuple[str, Sequence[Fact]]] = [
            ("Proposals", choices.proposals),
            *choices.provisions_by_proposal,
        ]
        offer(self, f"{name}-about", everything, blank="Nothing in this record")
        if not self.is_bound and row < len(self.initial.get("conditions", ())):
            self.initial.update({f"{name}-{part}": value for part, value in self.initial["conditions"][row].items()})

    @property
    def condition_rows(self) -> list[dict[str, forms.BoundField]]:
        """The boxes of each condition, for the template."""
        return [
            {part: self[f"conditions-{row}-{part}"] for part in ("text", "of", "about")}
            for row in range(sum(name.endswith("-text") for name in self.fields))
        ]

    @property
    def has_more(self) -> bool:
        """Whether there is something to show below the three main boxes."""
        names = [name for name in self.fields if name.startswith("conditions-")] + ["note"]
        return any(self[name].value() or self[name].errors for name in names)

    def clean(self) -> None:
        for row, parts in enumerate(self.condition_rows):
            names = {part: box.name for part, box in parts.items()}
            pointed = self.cleaned_data.get(names["of"]) or self.cleaned_data.get(names["about"])
            if pointed and not self.cleaned_data.get(names["text"]) and not self.has_error(names["text"]):
                self.add_error(names["text"], f"Say what condition {row + 1} asks for.")

    def filled_rows(self) -> list[int]:
        """The numbers of the rows that hold a condition."""
        return [row for row in range(len(self.condition_rows)) if self.cleaned_data.get(f"conditions-{row}-text")]

    def new_position(self) -> NewPosition:
        """The position as the service takes it."""
        said = self.cleaned_data
        return NewPosition(
            proposal=said["proposal"],
            provision=said["provision"],
            stance=said["stance"],
            note=said["note"] or None,
            conditions=[self._new_condition(row) for row in self.filled_rows()],
        )

    def _new_condition(self, row: int) -> NewCondition:
        text, of, about = (self.cleaned_data[f"conditions-{row}-{part}"] for part in ("text", "of", "about"))
        return NewCondition(
            text=text,
            of=of or None,
            provision=about if isinstance(about, Provision) else None,
            proposal=about if isinstance(about, Proposal) else None,
        )


class BasePositions(forms.BaseFormSet):  # type: ignore[type-arg]  # it takes none when it runs
    """The rows of positions. A row with nothing in it is left out, wherever it stands."""

    def initial_form_count(self) -> int:
        return 0 if self.is_bound else super().initial_form_count()


Positions = forms.formset_factory(
    PositionForm, formset=BasePositions, max_num=MOST_POSITIONS, validate_max=True, absolute_max=MOST_POSITIONS + 1
)
