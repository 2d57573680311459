"""What the screens of a chart share."""

from components.charts.chart import records
from components.charts.view import View
from components.session.screen import Screen, sources_of


def of_chart(view: View) -> Screen:
    """Return what the screens of a chart share: where it comes from, its note, its figures."""
    return Screen(
        view.sentence.removesuffix("."),
        [],
        sources_of(view),
        view.chart.at(view.filters, view.frame),
        more=[view.title, view.sentence, view.chart.caveat()],
        figures={view.chart.slug: records(view.frame)},
    )
