"""What another page pastes: frame, frame with listener, linked picture, sentence."""

from html import escape

from components.charts.view import View
from components.embeds.discovery import embed_path, image_path
from components.embeds.embed_options import Options
from components.embeds.heights import column_height, phone_height
from components.texts import t

Needed = tuple[int, int]


def needed(view: View, controls: bool = False) -> Needed:
    """Return how high the frame must be in the column of an article and on a phone."""
    high = column_height(view, controls)
    return high, max(high, phone_height(view, controls))


def frame(
    view: View, origin: str, options: Options | None = None, high: int | Needed = 0,
    width: str = "100%", *, lazy: bool = True,
) -> str:  # fmt: skip
    """Return the frame alone, as high as it needs in an article and on a phone, unless told.

    lazy: it is read only when it comes near the window.
    """
    options = options or Options()
    high = high or options.alto or needed(view, options.controles)
    style = "border:0;max-width:100%"
    if not isinstance(high, int):
        style = f"border:0;height:{_by_window(*high)}"
        high = high[0]
    query = options.to_query(view.filters)
    source = origin + embed_path(view).partition("?")[0] + (f"?{query}" if query else "")
    late = ' loading="lazy"' if lazy else ""
    return (
        f'<iframe src="{escape(source)}" title="{escape(view.title)}" width="{width}" '
        f'height="{high}" frameborder="0"{late} '
        f'referrerpolicy="strict-origin-when-cross-origin" style="{style}"></iframe>'
    )


def _by_window(wide: int, phone: int) -> str:
    """Return a height, one for windows from 680 px on and one below: no query in a style.

    A frame of less than 624 px draws as on a phone, and its page has a margin beside it.
    """
    return f"clamp({wide}px,calc((680px - 100vw)*999),{phone}px)"


def with_words(view: View, origin: str, high: int | Needed = 0) -> str:
    """Return the frame and, under it, its sentence: what stays when the frame is taken away."""
    return f"{frame(view, origin, high=high)}\n{sentence(view, origin)}"


def listener(origin: str) -> str:
    """Return the optional script: it believes only our origin, and sets only its own frame."""
    return (
        "<script>addEventListener('message',function(e){var d=e.data;"
        f"if(e.origin!=='{origin}'||!d||d.tipo!=='tablero-trata'||d.version!==1)return;"
        "document.querySelectorAll('iframe').forEach(function(f){"
        "if(f.contentWindow===e.source&&d.alto>0&&d.alto<5000){"
        "f.height=Math.ceil(d.alto);f.style.height=f.height+'px'}})})"
        "</script>"
    )


def picture(view: View, origin: str) -> str:
    """Return the linked picture with its text alternative."""
    return (
        f'<a href="{escape(origin + view.place)}"><img src="{escape(origin + image_path(view))}" '
        f'alt="{escape(view.plain)}" width="100%" loading="lazy" '
        'style="max-width:1200px;height:auto;aspect-ratio:40/21"></a>'
    )


def sentence(view: View, origin: str) -> str:
    """Return the plain sentence with figure, date, source and link."""
    link = f'<a href="{escape(origin + view.place)}">{t("board.name")}</a>'
    return f"<p>{escape(view.plain, quote=False)} {link}</p>"


def policy(origin: str) -> str:
    """Return the line that a page with a Content-Security-Policy needs."""
    return f"frame-src {origin}; img-src {origin}"
