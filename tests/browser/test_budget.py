"""What a first visit may cost: figures that hardly depend on the machine."""

import pytest

CHANGES = (("select", "2023", "2023"), ("select", "2022", "2022"), ("select", "2021", "2021"))


PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def meter(visit):
    """Return what opens a first visit with the bytes of each address it moved."""

    def opened(**options):
        one = visit(apart=True, **options)
        wire = one.context.new_cdp_session(one.page)
        names, moved = {}, {}
        wire.on("Network.requestWillBeSent",
                lambda e: names.update({e["requestId"]: e["request"]["url"]}))  # fmt: skip
        wire.on("Network.loadingFinished", lambda e: moved.update(
            {names.get(e["requestId"], ""): e["encodedDataLength"]}))  # fmt: skip
        wire.send("Network.enable")
        return one, moved

    return opened


@pytest.fixture
def metered(meter):
    return meter()


@pytest.mark.parametrize("path", ["/", "/mapa", "/territorios/piura"])
def test_who_only_reads_on_a_phone_moves_little(meter, path):
    one, moved = meter(**PHONE)
    one.open(path, live=False).wait_for_load_state("networkidle")
    assert 20_000 < sum(moved.values()) <= 110_000, "Dash, or a drawing, came unasked"


def test_the_first_answer_holds_the_trend_and_the_gauges(metered):
    one, moved = metered
    page = one.open("/")
    first = moved[f"{one.address}/"]
    assert first <= 60_000
    for drawing in ("#grafico-tendencia svg.wide", "#grafico-objetivos svg.wide"):
        assert page.locator(f"{drawing} path, {drawing} rect").count() > 3
        assert not page.locator(f'{drawing} use[href^="/"]').count(), "drawn from another file"


def test_a_visit_with_three_changes_of_filter_is_light(metered):
    one, moved = metered
    page = one.open("/")
    page.wait_for_load_state("networkidle")
    assert len([url for url in one.requests if not url.startswith("data:")]) <= 15
    for selector, value, shown in CHANGES:
        before = sum(moved.values())
        page.select_option(selector, value)
        page.wait_for_selector(f"h1:has-text('{shown}')")
        page.wait_for_load_state("networkidle")
        assert sum(moved.values()) - before <= 15_000
    assert 0 < sum(moved.values()) <= 750_000
