"""Small views that show each mechanism at work; a test chooses them with `@pytest.mark.urls`."""

from datetime import date

from django.contrib.auth.models import Group, User
from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import IntegrityError, InterfaceError, OperationalError
from django.db.models import F, Value
from django.db.models.functions import NullIf
from django.http import Http404, HttpResponse
from django.urls import include, path
from django_filters.rest_framework import BooleanFilter, FilterSet
from drf_spectacular.views import SpectacularAPIView
from rest_framework import serializers, viewsets
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed, Throttled
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter
from rest_framework.views import APIView

from ceasefire.core.errors import BadInput, Conflict, FieldError, Forbidden, Missing
from ceasefire.rest import parameters
from ceasefire.rest.fields import CodeField, EdtfField, LineField, SlugRefField, StrictSerializer, TextField
from ceasefire.rest.filtering import CodeFilter, SlugFilter, WorldDateRange

handler400 = "ceasefire.web.errors.bad_request"
handler403 = "ceasefire.web.errors.permission_denied"
handler404 = "ceasefire.web.errors.not_found"
handler500 = "ceasefire.web.errors.server_error"


class IllegalStep(Conflict):
    """A step was asked for that the state does not allow."""

    code = "illegal_step"


RAISED = {
    "bad-input": BadInput("Wrong.", field="to"),
    "several": BadInput("Two things.", errors=[FieldError("a.0.b", "No."), FieldError("c", "Nor this.", "odd")]),
    "forbidden": Forbidden("Not yours."),
    "missing": Missing("Unknown proposal 'x'."),
    "conflict": Conflict("Not now."),
    "illegal-step": IllegalStep("Not from here.", field="to"),
    "http404": Http404("secret words"),
    "denied": PermissionDenied("secret words"),
    "suspicious": SuspiciousOperation("secret words"),
    "unreadable": BadRequest("secret words"),
    "too-big": RequestDataTooBig("secret words"),
    "throttled": Throttled(wait=7),
    "integrity": IntegrityError("duplicate key value secret words"),
    "database": OperationalError("connection to secret words failed"),
    "connection": InterfaceError("secret words"),
    "fault": ZeroDivisionError("secret words"),
}


class Public(APIView):
    authentication_classes = []
    permission_classes = []


class Raising(Public):
    def get(self, request, name):
        raise RAISED[name]


def plainly_raising(request, name):
    raise RAISED[name]


class AlwaysWrongToken(BaseAuthentication):
    def authenticate(self, request):
        raise AuthenticationFailed("This token is not known.")

    def authenticate_header(self, request):
        return "Token"


class WithWrongToken(APIView):
    authentication_classes = [AlwaysWrongToken]
    permission_classes = []

    def get(self, request):
        return Response({})


class Members(AlwaysWrongToken):
    def authenticate(self, request):
        return None


class ForMembers(APIView):
    authentication_classes = [Members]
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return Response({})


class ConditionSerializer(StrictSerializer):
    text = LineField(limit=40)


class PositionSerializer(StrictSerializer):
    stance = CodeField(choices=[("supports", "Supports"), ("opposes", "Opposes")])
    conditions = ConditionSerializer(many=True, required=False)


class EntrySerializer(StrictSerializer):
    seq = serializers.IntegerField(read_only=True)
    title = LineField(limit=20)
    quote = TextField(limit=100, required=False, allow_null=True)
    said_on = EdtfField(required=False)
    positions = PositionSerializer(many=True, required=False)


class Entries(GenericAPIView):
    authentication_classes = []
    permission_classes = []
    serializer_class = EntrySerializer

    def post(self, request):
        entry = EntrySerializer(data=request.data)
        entry.is_valid(raise_exception=True)
        return Response(entry.data, status=201)


class Lists(Public):
    json_lists = True

    def post(self, request):
        return Response({"count": len(request.data)})


class TeamSerializer(StrictSerializer):
    lead = SlugRefField(queryset=User.objects.all(), slug_field="username", required=False)
    groups = SlugRefField(many=True, queryset=Group.objects.all(), slug_field="name", allow_empty=False)


class Teams(Public):
    def post(self, request):
        team = TeamSerializer(data=request.data)
        team.is_valid(raise_exception=True)
        return Response(
            {
                "lead": team.validated_data["lead"].username if "lead" in team.validated_data else None,
                "groups": [group.name for group in team.validated_data["groups"]],
            }
        )


class Moment(Public):
    def get(self, request):
        parameters.check(request.query_params, {"as_of"})
        return Response({"as_of": request.query_params.get("as_of")})


class PersonSerializer(serializers.Serializer):
    username = serializers.CharField()
    first_name = serializers.CharField()


class PersonFilters(FilterSet):
    said_from = WorldDateRange("said", edge="from")
    said_to = WorldDateRange("said", edge="to")
    group = SlugFilter("groups__name", queryset=Group.objects.all(), slug_field="name")
    house = CodeFilter("first_name", choices=[("red", "Red"), ("blue", "Blue")])
    active = BooleanFilter("is_active")


NEVER = date(1800, 1, 1)  # stands for an open start, which the borrowed column cannot hold


class People(viewsets.ReadOnlyModelViewSet):
    """People with a date of the world made of the columns that the stock user has."""

    authentication_classes = []
    permission_classes = []
    queryset = User.objects.annotate(
        said_lower=NullIf(F("date_joined__date"), Value(NEVER)), said_upper=F("last_login__date")
    )
    serializer_class = PersonSerializer
    filterset_class = PersonFilters
    lookup_field = "username"
    lookup_url_kwarg = "name"
    orderings = {
        "name": ("first_name", "id"),
        "-name": ("-first_name", "-id"),
        "joined": ("-date_joined", "id"),
    }
    query_parameters = ("as_of",)


class Nullable(People):
    orderings = {"login": ("last_login", "id")}


class Numbered(Nullable):
    never_null = ("last_login",)


class Loose(People):
    orderings = {"name": ("first_name",)}


router = SimpleRouter()
router.register("people", People, basename="people")
router.register("nullable", Nullable, basename="nullable")
router.register("numbered", Numbered, basename="numbered")
router.register("loose", Loose, basename="loose")


def page(request):
    return HttpResponse("page")


def account(request):
    User.objects.filter(pk=request.session.get("visits", 0)).exists()
    return HttpResponse("page")


urlpatterns = [
    path("", include("ceasefire.rest.urls")),
    path("api/v1/raise/<name>/", Raising.as_view()),
    path("api/v1/plain/<name>/", plainly_raising),
    path("api/v1/wrong-token/", WithWrongToken.as_view()),
    path("api/v1/members/", ForMembers.as_view()),
    path("api/v1/entries/", Entries.as_view()),
    path("api/v1/lists/", Lists.as_view()),
    path("api/v1/teams/", Teams.as_view()),
    path("api/v1/moment/", Moment.as_view()),
    path(
        "api/v1/schema/",
        SpectacularAPIView.as_view(authentication_classes=[], permission_classes=[]),
        name="schema",
    ),
    path("api/v1/", include(router.urls)),
    path("pages/raise/<name>/", plainly_raising),
    path("pages/account/", account),
    *(path(f"pages/{name}/", page, name=name) for name in ("home", "proposals", "actors", "timeline", "docs", "login")),
]
