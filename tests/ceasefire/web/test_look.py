"""Words, letters, dates and mistakes as the template tags print them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django import forms
from django.forms import formset_factory
from django.template import Context, engines
from django.test import RequestFactory

from ceasefire.core import edtf
from ceasefire.web.templatetags import look


def draw(source: str, **context: object) -> str:
    return engines["django"].from_string("{% load look %}" + source).render(context)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("in_force", "in force"),
        ("never_took_effect", "never took effect"),
        ("denies_existence", "denies it exists"),
        ("long_range_strikes", "long-range strikes"),
    ],
)
def test_a_code_is_said_in_words(code, said):
    assert look.words(code) == said


def test_every_stance_has_a_letter_of_its_own():
    assert len(set(look.STANCES.values())) == len(look.STANCES) == 7


def test_a_link_is_read_from_either_end():
    assert look.link_words("precursor_of") == "precursor of"
    assert look.link_words("precursor_of", True) == "preceded by"


@pytest.mark.parametrize(
    ("grade", "said"), [("B2", "usually reliable, probably true"), ("F", "reliability cannot be judged")]
)
def test_a_grade_says_what_it_means(grade, said):
    assert look.grade_words(grade) == said


@pytest.mark.parametrize(
    ("tag", "said"), [("fr", "French"), ("pt-BR", "Brazilian Portuguese"), ("de-CH", "German"), ("xx", "xx")]
)
def test_a_language_tag_becomes_a_name_where_one_is_known(tag, said):
    assert look.language_name(tag) == said


@pytest.mark.parametrize(
    "written", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//evil.example", ""]
)
def test_B63_only_web_addresses_become_links(written):
    assert look.web_address(written) == ""


@pytest.mark.parametrize("written", ["https://example.org/a?b=c", "HTTP://EXAMPLE.ORG"])
def test_a_web_address_stays_as_it_is(written):
    assert look.web_address(written) == written


@pytest.mark.parametrize("written", ["2025", "2025-03", "2025-03-02"])
def test_a_precise_date_is_a_time_element(written):
    expected = f'<time class="date" datetime="{written}">{edtf.in_words(edtf.parse(written))}</time>'
    assert look.edtf_time(written) == look.edtf_time(edtf.parse(written)) == expected
    assert not look.is_fuzzy(written)


def test_a_time_of_day_carries_its_zone():
    drawn = look.edtf_time("2025-03-02T15:00+02:00")
    assert 'datetime="2025-03-02T13:00:00+00:00"' in drawn


@pytest.mark.parametrize(
    "written", ["2024-08~", "2024-08?", "2025-03-XX", "2025-03-02/..", "../2025-03", "2025-03/2025-04"]
)
def test_U8_an_uncertain_date_is_drawn_as_uncertain(written):
    drawn = look.edtf_time(written)
    assert drawn.startswith('<span class="date date--fuzzy"')
    assert f"written as {written}" in drawn
    assert look.is_fuzzy(written)


def test_since_stands_before_a_date_but_not_before_an_interval():
    assert look.since_time("2025-03-02").startswith("since <time")
    assert look.since_time("2025-03-02/..").startswith("<span")


@pytest.mark.parametrize(("days", "said"), [(0, "D+0"), (630, "D+630"), (-12, "D−12")])
def test_days_are_counted_from_the_first(days, said):
    assert look.day_number(days) == said


def test_U25_an_instant_is_said_in_utc():
    kyiv = timezone(timedelta(hours=2))
    drawn = look.instant(datetime(2025, 3, 2, 1, 5, 9, tzinfo=kyiv))
    assert drawn == '<time datetime="2025-03-01T23:05:09Z">1 March 2025, 23:05:09 UTC</time>'
    assert look.instant(datetime(2025, 3, 1, 23, 5, 9, tzinfo=UTC)) == drawn


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("/proposals/", ' aria-current="page"'),
        ("/proposals/one-month-truce/", ' aria-current="true"'),
        ("/", ""),
        ("/actors/", ""),
    ],
)
def test_navigation_knows_where_the_reader_is(path, marked):
    context = Context({"request": RequestFactory().get(path)})
    link = look.nav_link(context, "proposals", "Proposals <all>")
    assert link == f'<a class="nav" href="/proposals/"{marked}>Proposals &lt;all&gt;</a>'


def test_navigation_works_without_a_request():
    assert "aria-current" not in look.nav_link(Context({}), "home", "State of play")


class PartForm(forms.Form):
    text = forms.CharField(label="Text", help_text="Its words.")
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A")], widget=forms.RadioSelect)
    token = forms.CharField(widget=forms.HiddenInput)

    def clean(self) -> None:
        raise forms.ValidationError("The parts <b>contradict</b> each other.")


def test_U15_the_summary_links_each_mistake_to_its_field():
    drawn = draw("{% mistakes form %}", form=PartForm({}))
    assert "4 things to correct" in drawn
    assert '<a href="#id_text">Text: This field is required.</a>' in drawn
    assert '<a href="#id_kind_0">Kind: This field is required.</a>' in drawn
    assert "<li>Token: This field is required.</li>" in drawn
    assert "<li>The parts &lt;b&gt;contradict&lt;/b&gt; each other.</li>" in drawn


def test_the_summary_reads_formsets_too():
    parts = formset_factory(PartForm, min_num=2, validate_min=True)
    data = {
        "form-TOTAL_FORMS": "1",
        "form-INITIAL_FORMS": "0",
        "form-0-text": "x",
        "form-0-kind": "a",
        "form-0-token": "t",
    }
    drawn = draw("{% mistakes formset %}", formset=parts(data))
    assert "Please submit at least 2 forms." in drawn
    assert "The parts" in drawn


def test_without_mistakes_there_is_no_summary():
    assert draw("{% mistakes form %}", form=PartForm()).strip() == ""


def test_a_wrong_field_is_tied_to_its_help_and_its_mistake():
    drawn = draw('{% include "components/_field.html" with field=form.text only %}', form=PartForm({"text": ""}))
    assert 'aria-describedby="id_text_helptext id_text_error"' in drawn
    assert 'aria-invalid="true"' in drawn
    assert 'id="id_text_helptext"' in drawn
    assert 'id="id_text_error"' in drawn


def test_typed_text_is_kept():
    drawn = draw(
        '{% include "components/_field.html" with field=form.text only %}',
        form=PartForm({"text": 'a "b" <c>'}),
    )
    assert 'value="a &quot;b&quot; &lt;c&gt;"' in drawn
