"""Waiting for what is to be seen, frame by frame; never for an amount of time."""

# In milliseconds.
PATIENCE = 30_000
# Resolves when an expression holds in a frame of the animation.
_UNTIL = """(patience) => new Promise((resolve, refuse) => {
  const end = performance.now() + patience;
  const look = () => (%s) ? resolve()
    : performance.now() > end ? refuse(new Error("it never came to hold: " + %r))
    : requestAnimationFrame(look);
  look();
})"""
# Resolves when nothing has moved for so many frames: what is laid out late has been laid out.
_STILL = """([frames, patience]) => new Promise((resolve, refuse) => {
  const end = performance.now() + patience;
  let before = "", same = 0;
  const look = () => {
    const place = [scrollX, scrollY, document.documentElement.scrollHeight,
      ...[...document.querySelectorAll("[id]")].map((o) => o.getBoundingClientRect().top)];
    const now = place.join(" ");
    same = now === before ? same + 1 : 0;
    before = now;
    same >= frames ? resolve()
      : performance.now() > end ? refuse(new Error("the page never stands still"))
      : requestAnimationFrame(look);
  };
  look();
})"""
FRAMES = 12


def until(frame, condition):
    """Wait until a condition of JavaScript holds in a page or frame."""
    frame.evaluate(_UNTIL % (condition, condition), PATIENCE)


def still(page):
    """Wait until the page has stood still for some frames."""
    page.evaluate(_STILL, [FRAMES, PATIENCE])


def live_board(page):
    """Wait until Dash has the page; on a phone it comes when a finger goes for the filters."""
    page.evaluate(
        """document.getElementById("written")?.dispatchEvent(
             new Event("pointerdown", { bubbles: true }))"""
    )
    page.wait_for_selector("body.live-board")
