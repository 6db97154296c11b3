"""Forms from elsewhere."""

import pytest
from django.test import Client


@pytest.mark.django_db
def test_B87_a_form_without_the_token_of_its_page_is_told_so_on_our_own_page():
    answer = Client(enforce_csrf_checks=True).post("/login/", {"username": "editor", "password": "x"})
    assert answer.status_code == 403
    assert "load the form again" in answer.content.decode()
