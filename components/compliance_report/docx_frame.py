"""A DOCX before and after its words: styles, language, pages on their side, the same bytes."""

import io
import zipfile
from datetime import datetime
from typing import Any

from components.compliance_report.docx_parts import field, paragraph
from components.texts import t

_FIXED = (1980, 1, 1, 0, 0, 0)
_A4, _A3 = (210, 297), (297, 420)
_MARGIN_MM, _WIDE_MARGIN_MM = 20, 15
_STYLES = ("TOC Heading", "TOC 1", "TOC 2")


def begun(docx: Any, title: str, moment: datetime) -> Any:
    """Return an empty document with its styles, its language and fixed properties."""
    file = docx.Document()
    about = file.core_properties
    about.title, about.author, about.language = title, t("board.name"), "es-PE"
    about.created = about.modified = moment
    about.last_modified_by, about.comments, about.revision = "", "", 1
    _styled(file, docx)
    foot = file.sections[0].footer.paragraphs[0]
    foot.alignment = docx.enum.text.WD_ALIGN_PARAGRAPH.CENTER
    for part in docx.oxml.parse_xml(paragraph("Footer", field("PAGE", ""))).findall(
        docx.oxml.ns.qn("w:r")
    ):
        foot._p.append(part)
    portrait(file, docx, first=True)
    return file


def _styled(file: Any, docx: Any) -> None:
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", docx.shared.Pt(10.5)
    language = docx.oxml.OxmlElement("w:lang")
    language.set(docx.oxml.ns.qn("w:val"), "es-PE")
    held = normal.element.get_or_add_rPr()
    held.append(language)
    paragraph = docx.enum.style.WD_STYLE_TYPE.PARAGRAPH
    known = {style.name for style in file.styles}
    for name in _STYLES:
        if name not in known:
            file.styles.add_style(name, paragraph).base_style = normal
        file.styles[name].paragraph_format.space_after = docx.shared.Pt(2)
    file.styles["TOC Heading"].font.bold = True
    file.styles["TOC 2"].paragraph_format.left_indent = docx.shared.Mm(6)
    file.styles["Caption"].paragraph_format.keep_with_next = True
    for style in ("Title", "Heading 1", "Heading 2", "Heading 3", "Caption"):
        file.styles[style].font.color.rgb = docx.shared.RGBColor(0x22, 0x22, 0x22)


def portrait(file: Any, docx: Any, *, first: bool = False) -> None:
    """Begin upright pages of A4."""
    section = file.sections[0] if first else file.add_section()
    _sized(section, docx, _A4, _MARGIN_MM)
    section.orientation = docx.enum.section.WD_ORIENT.PORTRAIT


def sideways(file: Any, docx: Any) -> None:
    """Begin pages of A3 on their side."""
    section = file.add_section()
    _sized(section, docx, _A3[::-1], _WIDE_MARGIN_MM)
    section.orientation = docx.enum.section.WD_ORIENT.LANDSCAPE


def _sized(section: Any, docx: Any, size: tuple[int, int], margin: int) -> None:
    millimetres = docx.shared.Mm
    section.page_width, section.page_height = map(millimetres, size)
    section.left_margin = section.right_margin = millimetres(margin)
    section.top_margin = section.bottom_margin = millimetres(margin)


def packed(file: Any) -> bytes:
    """Return the bytes of a document without the hour at which it was written."""
    raw, out = io.BytesIO(), io.BytesIO()
    file.save(raw)
    with zipfile.ZipFile(raw) as held, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in held.namelist():
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            fixed.writestr(entry, held.read(name))
    return out.getvalue()
