"""The current-position rule."""

from datetime import date, timedelta

from proposals.rules import Said, current

DAY = date(2031, 5, 1)


def said(stance: str, lower: date | None, days: int = 1, *, first_hand: bool = True, seq: int = 1) -> Said[str]:
    upper = lower + timedelta(days=days) if lower else DAY
    return Said(stance=stance, lower=lower, upper=upper, first_hand=first_hand, seq=seq, what=stance)


def stances(*all_said: Said[str], as_of: date = DAY + timedelta(days=60)) -> list[str]:
    return [one.stance for one in current(all_said, as_of=as_of)]


def test_nothing_said_is_no_verdict():
    assert stances() == []


def test_the_last_word_counts():
    assert stances(said("opposes", DAY), said("supports", DAY + timedelta(days=3))) == ["supports"]


def test_what_was_said_after_the_day_asked_about_does_not_count():
    later = said("supports", DAY + timedelta(days=3))
    assert stances(said("opposes", DAY), later, as_of=DAY + timedelta(days=1)) == ["opposes"]


def test_on_the_same_date_first_hand_goes_before_a_relay():
    assert stances(said("supports", DAY, first_hand=False), said("opposes", DAY)) == ["opposes"]


def test_two_that_cannot_be_ordered_are_both_shown():
    in_may = said("supports", DAY, days=31, seq=1)
    on_the_tenth = said("opposes", DAY + timedelta(days=9), seq=2)
    assert stances(in_may, on_the_tenth) == ["opposes", "supports"]


def test_two_that_cannot_be_ordered_and_agree_are_one():
    assert stances(said("supports", DAY, days=31), said("supports", DAY + timedelta(days=9))) == ["supports"]


def test_an_undated_statement_is_before_what_is_certainly_later():
    assert stances(said("opposes", None), said("supports", DAY + timedelta(days=2))) == ["supports"]
