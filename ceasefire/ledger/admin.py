"""Facts in the admin, a second way in: they are looked at, and added through a service; never changed or deleted."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Field, ForeignKey, Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from ceasefire.core.errors import DomainError, FieldError
from ceasefire.ledger.models import Fact, Head, Outbox

REFUSAL = "ceasefire.admin.refusal"  # where a request carries what a service refused


class FactForm(forms.ModelForm):  # type: ignore[type-arg]  # it takes none when it runs
    """A form whose rules stand in a service: it only shows what the service refused."""

    refusal: ClassVar[DomainError | None] = None
    named: ClassVar[dict[str, str]] = {}  # a service's name for a field: this form's, where they differ

    def clean(self) -> dict[str, Any]:
        if self.refusal is not None:
            for fault in self.refusal.errors or [FieldError("", self.refusal.message, self.refusal.code)]:
                self._show(fault)
        return self.cleaned_data

    def _show(self, fault: FieldError) -> None:
        name = self.named.get(fault.field, fault.field)
        known = name in self.fields
        message = fault.message if known or not name else f"{name}: {fault.message}"
        self.add_error(name if known else None, ValidationError(message, code=fault.code))


class ViewOnly(admin.ModelAdmin):  # type: ignore[type-arg]
    """Rows that only the ledger and the services write."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class LedgerOnly(ViewOnly):
    """What is public anyway needs no permission of its own."""

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request)


class FactAdmin(ViewOnly):
    """Facts: adding goes through `write`; what a rule refuses is shown in the form, and nothing is written."""

    form = FactForm
    list_filter: ClassVar[Any] = ("closed",)
    search_fields: ClassVar[Any] = ("slug",)
    ordering: ClassVar[Any] = ("-id",)
    named_by = ""  # the field from which a readable id is made; without one the id is given
    record: ClassVar[Callable[..., Fact]]  # the service that records a fact; the room that has it hands it down here

    def has_add_permission(self, request: HttpRequest) -> bool:
        return admin.ModelAdmin.has_add_permission(self, request)

    def write(self, request: HttpRequest, fact: Any, form: FactForm) -> Fact:
        """Record the fact, by its service. Raises DomainError."""
        return self.record(fact, by=person(request))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        written = self.write(request, obj, form)
        if written is not obj:
            vars(obj).update(vars(written))  # the admin goes on with the object that it made itself

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """As ever; when a service refuses, everything is rolled back and the form comes again with the reasons."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except DomainError as refusal:
            request.META[REFUSAL] = refusal
            return super().changeform_view(request, *args, **kwargs)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        rows, repeats = super().get_search_results(request, queryset, search_term)
        suggesting = request.path == reverse("admin:autocomplete")
        return rows.filter(closed=False) if suggesting else rows, repeats

    def get_form(self, request: HttpRequest, obj: Model | None = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"refusal": request.META.get(REFUSAL)})

    def get_prepopulated_fields(self, request: HttpRequest, obj: Model | None = None) -> dict[str, Any]:
        return {"slug": (self.named_by,)} if self.named_by and obj is None else {}

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        initial = super().get_changeform_initial_data(request)
        return {"slug": "", **initial} if self.named_by else initial

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        return [field.name for field in self.model._meta.fields if _points_to_a_fact(field)]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if _points_to_a_fact(db_field):
            kwargs.setdefault("queryset", db_field.related_model.objects.open())
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class Details(admin.TabularInline):  # type: ignore[type-arg]
    """Rows that belong to a fact: written together with it, and afterwards only looked at."""

    extra = 2

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return obj is None and super().has_add_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if _points_to_a_fact(db_field):
            kwargs.setdefault("queryset", db_field.related_model.objects.open())
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class Shown(Details):
    """Rows that belong to a fact, on its page and nowhere else."""

    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class FactsShown(Shown):
    """Facts that belong to another one, on its page."""

    show_change_link = True
    readonly_fields = ("closed",)


def person(request: HttpRequest) -> User:
    """Who is in the admin; nobody gets in without an account."""
    assert isinstance(request.user, User)
    return request.user


def _points_to_a_fact(field: "Field[Any, Any]") -> bool:
    return isinstance(field, ForeignKey) and field.editable and issubclass(field.related_model, Fact)


@admin.register(Outbox)
class OutboxAdmin(LedgerOnly):
    list_display = ("seq", "action", "fact_table", "fact_id", "recorded_at")
    list_filter = ("action", "fact_table")
    search_fields = ("=seq", "=fact_id", "fact_table")
    ordering = ("-seq",)


@admin.register(Head)
class HeadAdmin(LedgerOnly):
    list_display = ("seq", "recorded_at")
