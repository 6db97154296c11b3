"""The forms of one statement together, and the way between them and the API's write shape, in which drafts are kept."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import QueryDict

from ceasefire.core.errors import DomainError, FieldError
from ceasefire.sources.models import Source
from proposals.models import Rendering, Statement
from proposals.services.statements import DuplicateStatement, NewQuote, NewStatement
from proposals.web.choices import Choices
from proposals.web.form_keys import slug_for
from proposals.web.forms import BLANK, UNSTORABLE, TypedField, code_as_typed, filled, spelt
from proposals.web.statement_forms import PositionForm, Positions, SourceForm, StatementForm

Body = dict[str, Any]
FORM_NAMES = {"for": "principals", "form": "wording"}  # the API's name: the form's, where they differ
API_NAMES = {ours: theirs for theirs, ours in FORM_NAMES.items()}
CIRCUMSTANCES = ("principals", "venue", "place", "channel", "outlet", "relayed_by", "credibility", "gist")
UNSAID = ("", None, False)


class StatementSheet:
    """The statement, its new source and its positions: filled from a draft, or bound to what was typed."""

    duplicate: Statement | None = None

    def __init__(
        self, choices: Choices, *, typed: QueryDict | None = None, body: Body | None = None, blank: int | None = None
    ) -> None:
        """`blank` is how many empty rows for positions to show; unless said, one where there is no other."""
        self.choices = choices
        offered: Any = {"form_kwargs": {"choices": choices}, "prefix": "positions"}
        if typed is not None:
            self.main = StatementForm(typed)
            self.source = SourceForm(typed, prefix="source", empty_permitted=True, use_required_attribute=False)
            self.positions = Positions(typed, **offered)
            return
        body = body or {}
        new_source = body.get("source") if isinstance(body.get("source"), dict) else {}
        held = [_position_initial(one, choices) for one in body.get("positions", [])]
        self.main = StatementForm(initial=_main_initial(body, choices))
        self.source = SourceForm(
            initial=new_source, prefix="source", empty_permitted=True, use_required_attribute=False
        )
        self.positions = Positions(initial=held, **offered)
        self.positions.extra = (0 if held else 1) if blank is None else blank

    def is_valid(self) -> bool:
        """Whether everything that was typed can be read; the services judge the rest."""
        valid = [self.main.is_valid(), self.source.is_valid(), self.positions.is_valid()]
        known, new = self.main.cleaned_data.get("source"), self.source.has_changed()
        if known and new:
            self.main.add_error("source", "Name a source that is logged already or describe a new one, not both.")
        if not known and not new and not self.main.has_error("source"):
            self.main.add_error("source", "Name a source that is logged already, or describe a new one below.")
        return all(valid) and self.main.is_valid()

    def is_storable(self) -> bool:
        """Whether a draft can hold what was typed, finished or not: only its characters and lengths matter."""
        self.is_valid()
        everything = [self.main, self.source, *self.positions.forms]
        for form in everything:
            for name, faults in list(form.errors.items()):
                form.errors[name] = form.error_class([one for one in faults.as_data() if one.code == UNSTORABLE])
                if not form.errors[name]:
                    del form.errors[name]
        return not any(form.errors for form in everything)

    def new_statement(self, *, user: User) -> NewStatement:
        """The statement as the service takes it; only after `is_valid`."""
        said = self.main.cleaned_data
        wording = NewQuote(said["quote"], said["language"] or "en", said["wording"] or Rendering.Form.ORIGINAL)
        source: Source | None = said["source"] or self.source.new_source()
        assert source is not None, "is_valid refuses a statement without a source"
        return NewStatement(
            speakers=said["speakers"],
            principals=said["principals"] or (),
            said_on=said["said_on"],
            source=source,
            quotes=[wording] if said["quote"] else [],
            positions=[form.new_position() for form in self.held],
            gist=said["gist"] or None,
            place=said["place"] or None,
            venue=said["venue"] or None,
            channel=said["channel"] or Statement.Channel.PRESS,
            outlet=said["outlet"] or None,
            relayed_by=said["relayed_by"] or None,
            credibility=said["credibility"] or Statement.Credibility.UNKNOWN,
            slug=slug_for(said["key"], self.body(), user=user),
            allow_duplicate=said["allow_duplicate"],
        )

    @property
    def shows_circumstances(self) -> bool:
        """Whether there is something to see among the boxes that are folded away."""
        untouched = StatementForm()
        return any(
            self.main[name].errors or _shown(self.main[name]) != _shown(untouched[name]) for name in CIRCUMSTANCES
        )

    @property
    def shows_new_source(self) -> bool:
        """Whether a new source is being described."""
        return self.source.has_changed() if self.source.is_bound else bool(self.source.initial)

    @property
    def held(self) -> list[PositionForm]:
        """The rows in which something was filled in."""
        return [form for form in self.positions.forms if form.has_changed()]

    def body(self) -> Body:
        """What was typed, in the API's write shape; what cannot be read stays as it was typed."""
        said = {API_NAMES.get(name, name): _said(self.main, name) for name in self.main.fields if name != "key"}
        if self.source.has_changed():
            said["source"] = _without_unsaid({name: _said(self.source, name) for name in self.source.fields})
        said["positions"] = [_position_body(form) for form in self.held]
        return _without_unsaid(said)

    def typed_body(self) -> Body:
        """What was typed, unjudged."""
        self.is_valid()
        return self.body()

    def reshaped(self, action: str, what: str) -> "StatementSheet":
        """The same sheet with another row in it, or without one: `more positions`, `less 1`."""
        body = self.typed_body()
        if action == "less":
            held = [_position_body(form) for form in self.held if form.prefix != f"positions-{what}"]
            return StatementSheet(self.choices, body=body | {"positions": held})
        blank = len(self.positions.forms) - len(self.held)
        return StatementSheet(self.choices, body=body, blank=blank + (what == "positions"))

    def refuse(self, refusal: DomainError) -> None:
        """Put what a service refused next to the fields that it names."""
        if isinstance(refusal, DuplicateStatement):
            self.duplicate = refusal.existing
        for fault in refusal.errors or [FieldError("", refusal.message, refusal.code)]:
            form, name = self._place(fault.field)
            if name is None and fault.field:
                fault = FieldError("", f"{fault.field}: {fault.message}", fault.code)
            form.add_error(name, ValidationError(fault.message, code=fault.code))

    def _place(self, path: str) -> tuple[forms.Form, str | None]:
        """The form and the field that a service's dotted path means; no field for what has none here."""
        head, _, rest = path.partition(".")
        if head == "positions" and rest:
            number, _, inner = rest.partition(".")
            return _place_in_position(self.held[int(number)], inner)
        if head == "source" and rest:
            return self.source, rest if rest in self.source.fields else None
        name = "quote" if head in ("quotes", "language") and rest else FORM_NAMES.get(head, head)
        return self.main, name if name in self.main.fields else None


def _shown(box: forms.BoundField) -> list[str]:
    value = box.value()
    return filled(value if isinstance(value, list) else [value or ""])


def _place_in_position(form: PositionForm, path: str) -> tuple[forms.Form, str | None]:
    head, _, rest = path.partition(".")
    if head == "conditions":
        number, _, part = rest.partition(".")
        rows = form.filled_rows()
        row = rows[int(number)] if number else 0
        part = "about" if part in ("provision", "proposal") else part or "text"
        return form, f"conditions-{row}-{part}"
    return form, head if head in form.fields else None


def _said(form: forms.Form, name: str) -> Any:
    """A field's value as the API writes it, or as it was typed where it cannot be read."""
    if name in getattr(form, "cleaned_data", {}):
        return spelt(form.cleaned_data[name])
    raw = form[name].data
    if isinstance(raw, list):
        return filled(raw)
    return (raw or "").strip(BLANK) if isinstance(form.fields[name], TypedField) else code_as_typed(raw or "")


def _position_body(form: PositionForm) -> Body:
    said = {name: _said(form, name) for name in ("proposal", "provision", "stance", "note")}
    conditions = [_condition_body(form, row) for row in range(len(form.condition_rows))]
    return _without_unsaid(said | {"conditions": [one for one in conditions if one]})


def _condition_body(form: PositionForm, row: int) -> Body:
    said = {part: _said(form, f"conditions-{row}-{part}") for part in ("text", "of")}
    kind, _, slug = code_as_typed(form[f"conditions-{row}-about"].data or "").partition(":")
    return _without_unsaid(said | ({kind: slug} if kind in ("provision", "proposal") else {}))


def _without_unsaid(said: Body) -> Body:
    return {name: value for name, value in said.items() if value != [] and value not in UNSAID}


def _main_initial(body: Body, choices: Choices) -> Body:
    said = {FORM_NAMES.get(name, name): value for name, value in body.items() if name != "positions"}
    for name in ("speakers", "principals"):
        said[name] = [choices.actor(one) for one in _texts(said.get(name))]
    for name in ("outlet", "relayed_by"):
        said[name] = choices.actor(said.get(name) or "")
    known = said.get("source")
    said["source"] = choices.source(known) if isinstance(known, str) else ""
    return said


def _position_initial(said: Body, choices: Choices) -> Body:
    return said | {"conditions": [_condition_initial(one, choices) for one in said.get("conditions", [])]}


def _condition_initial(said: Body, choices: Choices) -> Body:
    about = next((f"{kind}:{said[kind]}" for kind in ("provision", "proposal") if said.get(kind)), "")
    return {"text": said.get("text", ""), "of": choices.actor(said.get("of") or ""), "about": about}


def _texts(value: Any) -> Iterable[str]:
    return [str(one) for one in value] if isinstance(value, list) else []
