"""A thousand random queries to what other sites ask for: no failure, no echo of markup.

`make fuzz` sends ten thousand of them.
"""

from flask import Flask, request

from tests.load import outside

AMOUNT = 1_000


def test_a_thousand_random_queries(client, store):
    heard = outside.ask(client, store, AMOUNT)
    assert heard.faults == []
    assert {200, 400, 404, 501} <= set(heard.statuses), heard.statuses
    assert heard.statuses[200] > AMOUNT / 3, heard.statuses


def test_an_echo_and_a_failure_would_be_seen(store):
    site = Flask("echo")

    @site.route("/<path:path>")
    def echo(path):
        if path == "oembed":
            return "", 500
        return f"<p>{''.join(request.args.values())}{path}"

    heard = outside.ask(site.test_client(), store, 200)
    assert any(fault.startswith("500 /oembed") for fault in heard.faults)
    assert any(fault.startswith("echoes <script>") for fault in heard.faults)
