"""The pages as a reader gets them, each asked for once."""

from functools import cache

import pytest

from tests.charges.reader import tree


@pytest.fixture(scope="session")
def page(client):
    @cache
    def get(path):
        answer = client.get(path)
        assert answer.status_code == 200, f"{path} answers {answer.status_code}: it must be served"
        return tree(answer.get_data(as_text=True))

    return get


@pytest.fixture(scope="session")
def chart(client):
    @cache
    def get(slug, query):
        answer = client.get(f"/graficos/{slug}.json?{query}")
        assert answer.status_code == 200, f"{slug} answers {answer.status_code}: it must be served"
        return answer.get_json()

    return get
