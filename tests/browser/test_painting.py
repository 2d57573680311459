"""What is seen first waits for nothing: neither for a script that measures, nor for Dash."""

import pytest

from tests.browser.waits import until

pytestmark = pytest.mark.browser

# What lays a page out before its time: a style or a width that a script asks for.
_WATCH = """() => {
  const early = window.early = [], folded = window.folded = [];
  window.measured = 0;
  let painted = false;
  addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => { painted = true; }));
  const note = (name) => { window.measured++; painted || early.push(name); };
  const styled = window.getComputedStyle;
  window.getComputedStyle = (...given) => { note("getComputedStyle"); return styled(...given); };
  const widths = Object.getOwnPropertyDescriptor(Element.prototype, "scrollWidth");
  Object.defineProperty(Element.prototype, "scrollWidth", { ...widths, get: function () {
    note("scrollWidth");
    if (this.closest("details:not([open])")) folded.push(this.className);
    return widths.get.call(this);
  } });
}"""


@pytest.mark.parametrize("path", ["/", "/indicadores"])
def test_no_script_measures_before_the_page_is_painted(visit, path):
    one = visit(apart=True)
    one.page.add_init_script(f"({_WATCH})()")
    page = one.open(path)
    until(page, "window.measured")
    assert page.evaluate("window.early") == []
    assert page.evaluate("window.folded") == []


def test_the_letter_and_the_script_are_asked_for_first_and_dash_last(visit):
    one = visit(apart=True)
    one.open("/")
    asked = [url.removeprefix(one.address).split(".")[0] for url in one.requests]
    letter, script = "/assets/fonts/tablero-sans-var", "/assets/live"
    assert asked[0] == "/"
    assert set(asked[1:3]) == {letter, script}
    assert asked[3].startswith("/_dash-component-suites/")
