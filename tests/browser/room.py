"""What a screen of the room is held to, in the page: sizes, contrasts, nothing cut."""

SIZES = [(1024, 768), (1920, 1080)]
# What is on screen and too small, too faint, cut or out of the window, for one screen.
MEASURE = """() => {
  const linear = (v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const lum = (c) => c.map((v) => linear(v / 255))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const rgb = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const c = rgb(getComputedStyle(at).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  const found = [];
  let read = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    const words = walker.currentNode.textContent.trim();
    if (!words || node.closest("script, title, .unseen, .skip, option")) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const cut = node.closest("[class^=cut-]");
    const box = (cut || range).getBoundingClientRect();
    if (!box.width || !box.height) continue;
    read += 1;
    const style = getComputedStyle(node);
    const svg = node.closest("svg");
    const scale = svg ? svg.getScreenCTM().a : 1;
    const size = parseFloat(style.fontSize) * scale;
    const ink = rgb(svg ? style.fill : style.color).slice(0, 3);
    const [a, b] = [lum(ink), lum(ground(node).slice(0, 3))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (size < 23.95) found.push(words + ": " + size.toFixed(1) + " px");
    if (contrast < 7) found.push(words + ": " + contrast.toFixed(1) + ":1");
    if (box.left < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
      found.push(words + ": out of the window");
    const bar = node.closest(".bar");
    const foot = document.querySelector("footer.bar").getBoundingClientRect().top;
    if (!bar && box.bottom > foot + 1) found.push(words + ": under the bar");
  }
  const slide = document.querySelector(".slide.current");
  if (slide.scrollHeight > slide.clientHeight + 1) found.push("the screen scrolls");
  if (slide.scrollWidth > slide.clientWidth + 1) found.push("the screen scrolls sideways");
  if (document.documentElement.scrollHeight > innerHeight + 1) found.push("the page scrolls");
  if (!read) found.push("nothing to read");
  return found;
}"""
