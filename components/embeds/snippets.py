"""What another page pastes: frame, frame with listener, linked picture, sentence."""

from html import escape

from components.charts.view import View
from components.embeds.discovery import embed_path, image_path
from components.embeds.embed_options import Options
from components.embeds.frame_heights import rule, tallest
from components.texts import t

# As wide as its column, also where a column is as wide as what it holds.
_BOX = "container-type:inline-size;contain-intrinsic-width:280px;width:100%;min-width:0"


def frame(view: View, origin: str, options: Options | None = None) -> str:
    """Return the frame in a box of its own, as high as it needs for the width of that box.

    Where a browser knows no box, or an editor drops the style, it is as high as the tallest.
    """
    options = options or Options()
    if options.alto:
        return sized(view, origin, options, options.alto)
    most = tallest(view, options.controles)
    style = f"height:{most}px;height:{rule(view, options.controles)}"
    return f'<div style="{_BOX}">{sized(view, origin, options, most, style=style)}</div>'


def sized(
    view: View, origin: str, options: Options, high: int, width: str = "100%", *, style: str = ""
) -> str:
    """Return the frame alone with the height that it is told.

    It is read at once: one that waits for the window to come near is blank on the host's paper.
    """
    query = options.to_query(view.filters)
    source = origin + embed_path(view).partition("?")[0] + (f"?{query}" if query else "")
    styles = ";".join(part for part in ("border:0;display:block;max-width:100%", style) if part)
    return (
        f'<iframe src="{escape(source)}" title="{escape(view.title)}" width="{width}" '
        f'height="{high}" frameborder="0" '
        f'referrerpolicy="strict-origin-when-cross-origin" style="{styles}"></iframe>'
    )


def with_words(view: View, origin: str, options: Options | None = None) -> str:
    """Return the frame and, under it, its name: what stays when the frame is taken away."""
    return f"{frame(view, origin, options)}\n{name(view, origin)}"


def listener(origin: str) -> str:
    """Return the optional script: it believes only our origin, and sets only its own frame.

    On paper the width is another, and the height goes back to what the style works out.
    """
    return (
        "<script>(function(){function all(f){document.querySelectorAll('iframe').forEach(f)}"
        "addEventListener('message',function(e){var d=e.data;"
        f"if(e.origin!=='{origin}'||!d||d.tipo!=='tablero-trata'||d.version!==1)return;"
        "all(function(f){if(f.contentWindow===e.source&&d.alto>0&&d.alto<5000){"
        "f.was=f.was||f.style.cssText;f.height=Math.ceil(d.alto);f.style.height=f.height+'px'}})});"
        "addEventListener('beforeprint',function(){all(function(f){if(f.was)f.style.cssText=f.was})"
        "})})()</script>"
    )


def picture(view: View, origin: str) -> str:
    """Return the linked picture with its text alternative."""
    return (
        f'<a href="{escape(origin + view.place)}"><img src="{escape(origin + image_path(view))}" '
        f'alt="{escape(view.plain)}" width="100%" '
        'style="max-width:1200px;height:auto;aspect-ratio:40/21"></a>'
    )


def name(view: View, origin: str) -> str:
    """Return what is shown and where: the frame itself says figure, date and source."""
    said = f"{view.title} · {t('board.name')}"
    return f'<p><a href="{escape(origin + view.place)}">{escape(said, quote=False)}</a></p>'


def sentence(view: View, origin: str) -> str:
    """Return the plain sentence with figure, date, source and link."""
    link = f'<a href="{escape(origin + view.place)}">{t("board.name")}</a>'
    return f"<p>{escape(view.plain, quote=False)} {link}</p>"


def policy(origin: str) -> str:
    """Return the line that a page with a Content-Security-Policy needs."""
    return f"frame-src {origin}; img-src {origin}"
