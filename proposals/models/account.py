"""How one actor or source describes a proposal. Accounts differ; none is ever picked silently."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from actors.models import Actor
from ceasefire.ledger.dates import EdtfField, bound, precision, runs_forward
from proposals.models.proposal import Cited, Proposal

ISO_DURATION = r"^P([0-9]{1,4}[YMWD])+$"


class Scope(models.TextChoices):
    """What the fighting is made of, as far as a proposal may cover or leave it out."""

    GROUND_FRONT_LINE = "ground_front_line"
    AIR = "air"
    LONG_RANGE_STRIKES = "long_range_strikes"
    SEA = "sea"
    PORTS_AND_SHIPPING = "ports_and_shipping"
    ENERGY_INFRASTRUCTURE = "energy_infrastructure"
    NUCLEAR_SITES = "nuclear_sites"
    OTHER_CIVILIAN_INFRASTRUCTURE = "other_civilian_infrastructure"
    CYBER = "cyber"
    ALL = "all"


def scopes() -> "ArrayField[list[str], list[str]]":
    return ArrayField(models.CharField(max_length=40, choices=Scope), default=list, blank=True)


class Account(Cited):
    """One description of a proposal: what it covers and leaves out, where, how long.

    Where `described_by` is null, the source itself describes it.
    """

    class Area(models.TextChoices):
        WHOLE_CONFLICT = "whole_conflict"
        LIMITED = "limited"
        UNCLEAR = "unclear"

    class Class(models.TextChoices):
        """The ETH/PRIO ceasefire classes."""

        CESSATION = "cessation", "cessation of hostilities"
        WITH_COMPLIANCE = "with_compliance", "cessation with a compliance mechanism"
        DEFINITIVE = "definitive"
        UNCLEAR = "unclear"

    class Duration(models.TextChoices):
        OPEN = "open"
        FIXED = "fixed"
        RANGE = "range"
        UNTIL_EVENT = "until_event"
        UNTIL_NOTICE = "until_notice"
        UNCLEAR = "unclear"

    class Renewal(models.TextChoices):
        NONE = "none"
        AUTOMATIC = "automatic"
        BY_AGREEMENT = "by_agreement"
        UNCLEAR = "unclear"

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="accounts")
    described_by = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="accounts")
    covers = scopes()
    excludes = scopes()
    area = models.CharField(max_length=20, choices=Area, default=Area.UNCLEAR)
    place = models.CharField(max_length=300, null=True, blank=True)
    ceasefire_class = models.CharField(max_length=20, choices=Class, default=Class.UNCLEAR)
    starts_on = EdtfField(bounds="starts", null=True, blank=True)
    starts_lower = bound()
    starts_upper = bound()
    starts_precision = precision()
    ends_on = EdtfField(bounds="ends", null=True, blank=True)
    ends_lower = bound()
    ends_upper = bound()
    ends_precision = precision()
    duration = models.CharField(max_length=20, choices=Duration, default=Duration.UNCLEAR)
    length = models.CharField(max_length=20, null=True, blank=True)  # ISO 8601 duration; of a range, the shortest
    length_max = models.CharField(max_length=20, null=True, blank=True)
    until = models.CharField(max_length=300, null=True, blank=True)
    renewal = models.CharField(max_length=20, choices=Renewal, default=Renewal.UNCLEAR)
    release_clause = models.TextField(null=True, blank=True)

    class Meta(Cited.Meta):
        constraints = [
            *Cited.Meta.constraints,
            runs_forward("starts"),
            runs_forward("ends"),
            models.CheckConstraint(
                name="account_limited_area_names_a_place",
                condition=~Q(area="limited") | Q(place__isnull=False, place__gt=""),
                violation_error_message="A limited area names its place.",
            ),
            models.CheckConstraint(
                name="account_duration_has_its_length",
                condition=Q(duration="fixed", length__isnull=False, length_max=None)
                | Q(duration="range", length__isnull=False, length_max__isnull=False)
                | Q(~Q(duration__in=["fixed", "range"]), length=None, length_max=None),
                violation_error_message="A fixed duration has a length, a range two, any other none.",
            ),
            models.CheckConstraint(
                name="account_length_is_an_iso_duration",
                condition=(Q(length=None) | Q(length__regex=ISO_DURATION))
                & (Q(length_max=None) | Q(length_max__regex=ISO_DURATION)),
                violation_error_message="Write a length as an ISO 8601 duration, such as P1M or P30D.",
            ),
            models.CheckConstraint(
                name="account_scopes_are_known",
                condition=Q(covers__contained_by=Scope.values, excludes__contained_by=Scope.values)
                & ~Q(covers__overlap=models.F("excludes")),
                violation_error_message="One account does not both cover and exclude the same thing.",
            ),
        ]
