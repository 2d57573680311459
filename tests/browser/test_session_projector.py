"""The room in grey and under a washed-out projector: read from the pixels of every screen."""

import base64

import pytest

pytestmark = pytest.mark.browser

# Black lifted to 35 % of white, as a projector in a lit room does; 0 is grey alone.
WASHED = 0.35
# All text of the room is large (24 px or more): 3:1 is the floor of WCAG for it, 7:1 ours in grey.
LEAST = {
    0: {"text": 6.9, "mark": 3, "step": 1.3, "pattern": 1.3},
    WASHED: {"text": 3, "mark": 2, "step": 1.2, "pattern": 1.15},
}
# What the eye must tell apart on a screen: where it stands and what it is.
FOUND = """() => {
  const slide = document.querySelector(".slide.current");
  const box = (r) => [r.left, r.top, r.width, r.height];
  const seen = (r) => r.width > 1 && r.height > 1 && r.top < innerHeight;
  const items = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const holder = node.parentElement;
    if (holder.closest("script, title, .unseen, .title, .skip, option")) continue;
    if (!node.data.trim() || !holder.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const cut = holder.closest("[class^=cut-]");
    const end = cut ? cut.getBoundingClientRect().bottom + 1 : innerHeight;
    for (const rect of range.getClientRects())
      if (seen(rect) && rect.bottom <= end)
        items.push({ kind: "text", name: node.data.trim(), box: box(rect) });
  }
  const marks = ".strip path, .strip circle:not([fill=none]), .bars .bar, .filled, " +
    "path.line.accent ~ .mark circle:not([fill=none])";
  slide.querySelectorAll(marks).forEach((one) => {
    const rect = one.getBoundingClientRect();
    if (seen(rect)) items.push({ kind: "mark", name: one.outerHTML.slice(0, 90), box: box(rect) });
  });
  slide.querySelectorAll(".staged .key rect").forEach((one) => {
    const kind = one.getAttribute("fill").startsWith("url") ? "pattern" : "step";
    if (one.closest(".key").querySelector("rect[fill*=case]"))
      items.push({ kind, name: "class", box: box(one.getBoundingClientRect()) });
  });
  slide.querySelectorAll(".band").forEach((one) => {
    const rect = one.getBoundingClientRect();
    if (seen(rect))
      items.push({ kind: "step", name: "band", box: [rect.left, rect.top + 2, rect.width, 4] });
  });
  return items;
}"""
MEASURED = """async ([picture, items, lift]) => {
  const image = new Image();
  image.src = "data:image/png;base64," + picture;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  const linear = (v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const table = [...Array(256).keys()].map((v) => linear(lift + (1 - lift) * v / 255));
  const parts = [0.2126, 0.7152, 0.0722];
  const grey = (data, at) => parts.reduce((sum, part, i) => sum + part * table[data[at + i]], 0);
  const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const read = (x, y, w, h) => context.getImageData(...[x, y, w, h].map(Math.round)).data;
  const pixel = (x, y) => grey(read(x, y, 1, 1), 0);
  const spread = (box, least) => {
    const data = read(...box);
    const bins = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const bin = Math.round(grey(data, at) * 100) / 100;
      bins.set(bin, (bins.get(bin) || 0) + 1);
    }
    const ground = [...bins].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
    const enough = [...bins].filter(([, n]) => n >= least * data.length / 4).map(([bin]) => bin);
    return Math.max(...enough.map((bin) => ratio(bin, ground)));
  };
  let before = null;
  return items.map((item) => {
    const [x, y, w, h] = item.box;
    if (item.kind === "text") return [item, spread(item.box, 0.01)];
    if (item.kind === "pattern") return [item, spread(item.box, 0.05)];
    const middle = pixel(x + w / 2, y + h / 2);
    const sides = [pixel(x + w / 2, y - 4), pixel(x + w / 2, y + h + 4)];
    if (item.kind === "mark") return [item, Math.max(...sides.map((side) => ratio(middle, side)))];
    const found = before === null ? Infinity : ratio(middle, before);
    before = middle;
    return [item, found];
  });
}"""

LINES = """() => [...document.querySelectorAll("#principal svg.staged:has(path.line)")].map((svg) =>
  ["quiet", "accent"].filter((kind) => svg.querySelector("path.line." + kind))
    .map((kind) => [svg.querySelector("path.line." + kind).hasAttribute("stroke-dasharray"),
                    svg.querySelectorAll(`text[data-series=${kind}]`).length]))"""


@pytest.fixture(scope="module")
def projector(browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


def faults(page, projector, lift):
    """Return what on the screen cannot be told apart, with its contrast."""
    picture = base64.b64encode(page.screenshot()).decode()
    measured = projector.evaluate(MEASURED, [picture, page.evaluate(FOUND), lift])
    assert measured
    return [
        f"{item['kind']} {item['name']}: {contrast:.2f}"
        for item, contrast in measured
        if contrast < LEAST[lift][item["kind"]]
    ]


def opened(visit, path="/presentar"):
    page = visit(viewport={"width": 1024, "height": 768}).open(path, live=False)
    page.wait_for_selector("body.room")
    return page


def test_every_screen_reads_in_grey_and_washed_out(visit, projector):
    page = opened(visit)
    found = {}
    for _ in range(page.locator(".slide").count()):
        for lift in LEAST:
            if here := faults(page, projector, lift):
                found[page.get_attribute(".slide.current", "id"), lift] = here
        page.keyboard.press("ArrowRight")
    assert found == {}


@pytest.mark.parametrize(
    ("screen", "spoilt", "kind"),
    [
        ("incidencia-1", "--case-3: var(--case-2)", "step"),
        ("incidencia-1", "--case-4: var(--case-3)", "step"),
        ("objetivos-1", "--band-1: #263643", "step"),
        ("estado-1", "--light-rojo: #7a4038", "text"),
        ("estado-1", "--light-verde: #2b4d48", "mark"),
        ("sectores-1", "--ink: #8a949c", "text"),
    ],
)
def test_a_spoilt_screen_is_told(visit, projector, screen, spoilt, kind):
    page = opened(visit, f"/presentar#{screen}")
    page.add_style_tag(content=f"[data-theme=dark] body.session {{ {spoilt} }}")
    told = [fault for lift in LEAST for fault in faults(page, projector, lift)]
    assert any(fault.startswith(kind) for fault in told)


def test_no_state_and_no_series_is_told_by_its_colour_alone(visit):
    page = opened(visit)
    states = page.evaluate(
        """() => [...document.querySelectorAll(".slide .status")].map((one) =>
          [one.className, one.querySelector(".mark").textContent,
           one.textContent.slice(1).trim()])"""
    )
    shapes = {name: {mark for other, mark, _ in states if other == name} for name, *_ in states}
    assert len(shapes) > 2
    assert all(len(marks) == 1 for marks in shapes.values())
    assert len(set.union(*shapes.values())) == len(shapes)
    assert all(words for *_, words in states)
    # Each line has a form of its own and, at its end, its name in its own colour.
    lines = page.evaluate(LINES)
    assert lines
    for drawing in lines:
        assert [named for _, named in drawing] == [1] * len(drawing)
        assert len({dashed for dashed, _ in drawing}) == len(drawing)
