/* What a figure of Plotly takes from where it is drawn: the colours of the theme, the width, and
   where its names have room. Downloaded with Plotly, when a reader explores a chart. */
(function () {
  "use strict";
  const drawn = new Map();
  const face = getComputedStyle(document.documentElement);
  const narrow = matchMedia("(max-width: 43rem)");
  const GAP = 10;

  /* A figure says of which token each of its colours is. */
  function dressed(figure) {
    const { tokens } = figure.layout.meta;
    const token = (colour) => tokens[colour] && face.getPropertyValue("--" + tokens[colour]).trim();
    return JSON.parse(JSON.stringify(figure).replace(/#[0-9a-f]{6}\b/g, (colour) => token(colour) || colour));
  }

  /* A text in lines of so many letters. */
  function lines(text, most) {
    return String(text).split(" ").reduce((all, word) => {
      const last = all[all.length - 1];
      return last !== undefined && (last + " " + word).length <= most ? [...all.slice(0, -1), last + " " + word] : [...all, word];
    }, []).join("<br>");
  }

  /* What is read on a mark fits the screen. */
  function folded(data, most) {
    const fold = (texts) => Array.isArray(texts) ? texts.map((one) => one && lines(one, most)) : texts;
    data.forEach((trace) => {
      trace.hovertext = fold(trace.hovertext);
      if ((trace.hovertemplate || "").includes("%{text}")) trace.text = fold(trace.text);
    });
  }

  /* On a phone a map is as high as its width asks, and its key has a line for each entry. */
  function fitted(figure, width) {
    const { layout, data } = figure;
    folded(data, narrow.matches ? 34 : 64);
    if (!layout.geo || !narrow.matches) return figure;
    const [[west, east], [south, north]] = [layout.geo.lonaxis.range, layout.geo.lataxis.range];
    const high = Math.round(width * (north - south) / (east - west) * 1.03);
    layout.margin.b = 24 * data.filter((one) => one.showlegend).length + 44;
    layout.height = Math.min(high, 560) + layout.margin.t + layout.margin.b;
    return figure;
  }

  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  const inside = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
  const box = (left, top, { width, height }) => ({ left, top, right: left + width, bottom: top + height });

  const middle = (one) => [one.left + one.width / 2, one.top + one.height / 2];
  function nearest(text, trace) {
    const [x, y] = middle(text);
    const far = (mark) => Math.hypot(...middle(mark).map((at, index) => at - [x, y][index]));
    return [...trace.querySelectorAll("path.point")].map((one) => one.getBoundingClientRect())
      .reduce((best, one) => !best || far(one) < far(best) ? one : best, null);
  }

  /* Where a name may stand: where it is, or on another side of its mark, on a line over or
     under it; without a mark, nearby. */
  function places(text, mark, frame, level) {
    const { left, top, width, height } = text;
    const own = box(left, top, text);
    const held = (x) => Math.min(Math.max(x, frame.left), frame.right - width);
    if (!mark) return [0, -0.5, 0.5, -1, 1].map((down) => box(held(left), top + down * height, text));
    const [x, y] = middle(mark);
    if (level) return [own, ...[-1, 1].map((side) => box(left, y + side * (height / 2 + 5) - height / 2, text))];
    return [own, box(x + GAP, y - height / 2, text), box(x - GAP - width, y - height / 2, text),
      box(held(x - width / 2), y + GAP, text), box(held(x - width / 2), y - GAP - height, text)];
  }

  /* Names and figures stand where they cover no other and no mark, and do not leave the plot; what
     has no room is read on its mark, and is written when zooming makes room. */
  function arrange(graph) {
    const names = [...graph.querySelectorAll(".scattergeo text, .cartesianlayer .scatter text")];
    if (!names.length) return;
    names.forEach((one) => { one.style.translate = one.style.visibility = ""; });
    const ground = graph.querySelector(".geo .bg rect");
    const frame = (ground || graph.querySelector(".main-svg")).getBoundingClientRect();
    const read = names.map((one) => {
      const text = one.getBoundingClientRect();
      return [text, nearest(text, one.closest(".trace"))];
    });
    const marks = read.map(([, mark]) => mark).filter(Boolean);
    const taken = [];
    const found = read.map(([text, mark]) => {
      if (!text.width) return null;
      const free = places(text, mark, frame, !ground).find((one) => inside(one, frame) && taken.every((other) => apart(one, other)) &&
        marks.every((other) => other === mark || apart(one, other)));
      if (free) taken.push(free);
      return free;
    });
    names.forEach((one, index) => {
      const [text] = read[index];
      if (found[index]) one.style.translate = (found[index].left - text.left) + "px " + (found[index].top - text.top) + "px";
      else one.style.visibility = "hidden";
    });
  }

  /* Maps that move together: where one of them goes, the others go, once it is there. */
  function gather(graph, moved) {
    const panes = Object.keys(graph.layout).filter((name) => /^geo\d*$/.test(name));
    const read = (path) => path.split(".").reduce((part, name) => part && part[name], graph.layout);
    const changed = {};
    Object.entries(moved).forEach(([name, value]) => {
      const [, path] = name.match(/^geo\d*\.((?:center|projection).*)/) || [];
      if (path) panes.map((pane) => pane + "." + path).filter((other) => read(other) !== value).forEach((other) => { changed[other] = value; });
    });
    if (Object.keys(changed).length) window.Plotly.relayout(graph, changed);
  }

  /* Plotly draws when it is ready, and again when its width or its zoom changes. */
  function follow(place) {
    const seen = new MutationObserver(() => {
      const graph = place.querySelector(".js-plotly-plot");
      if (!graph || !graph.on) return;
      seen.disconnect();
      if (graph.layout.meta.together) graph.on("plotly_relayout", (moved) => setTimeout(gather, 0, graph, moved));
      ["plotly_afterplot", "plotly_relayout"].forEach((event) => graph.on(event, () => requestAnimationFrame(() => arrange(graph))));
    });
    seen.observe(place, { childList: true, subtree: true });
  }

  /* The figure of a chart as it is drawn in its place, which has its height before it. */
  function suited({ figure, place }) {
    const own = fitted(dressed(figure), place.clientWidth);
    place.style.height = own.layout.height + "px";
    return own;
  }

  window.tablero.figures = {
    draw: (slug, figure, place) => {
      if (!drawn.has(slug)) follow(place);
      drawn.set(slug, { figure, place });
      return suited(drawn.get(slug));
    },
    drop: (slug) => drawn.delete(slug),
  };
  [narrow, matchMedia("(prefers-color-scheme: dark)"), matchMedia("(prefers-contrast: more)")].forEach((one) => {
    one.addEventListener("change", () => drawn.forEach((kept, slug) => {
      window.dash_clientside.set_props({ type: "figure", chart: slug }, { figure: suited(kept) });
    }));
  });
})();
