"""Every address of the site. The apps are joined by name here and nowhere else."""

from django.contrib import admin
from django.contrib.auth import views as auth
from django.urls import include, path
from drf_spectacular.views import SpectacularJSONAPIView, SpectacularSwaggerSplitView

urlpatterns = [
    path("", include("proposals.urls")),
    path("", include("actors.urls")),
    path("", include("ceasefire.rest.urls")),
    path("", include("ceasefire.ops.urls")),
    path("login/", auth.LoginView.as_view(), name="login"),
    path("logout/", auth.LogoutView.as_view(), name="logout"),
    path("admin/", admin.site.urls),
    path("api/v1/", include("proposals.api.urls")),
    path("api/v1/schema/", SpectacularJSONAPIView.as_view(), name="schema"),
    path("api/v1/docs/", SpectacularSwaggerSplitView.as_view(url_name="schema"), name="docs"),
]

handler400 = "ceasefire.web.errors.bad_request"
handler403 = "ceasefire.web.errors.permission_denied"
handler404 = "ceasefire.web.errors.not_found"
handler500 = "ceasefire.web.errors.server_error"
