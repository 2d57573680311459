/* The drawings answer the hand: what a mark says, where the pointer, the finger or the focus is.
   A mark is what holds a title; without this script the browser shows that title. */
(function () {
  "use strict";
  const REACH = 24, GAP = 10, EDGE = 8, LARGE = 96, LINGER = 200, LOWEST = 80;
  let box, shown, pinned, anchor, before, place, waiting, leaving, kind = "", keyed = false;

  const own = (node) => node && node.closest && node.closest("[data-mark]");
  const drawing = (node) => node && node.closest && node.closest("svg.drawing");
  const all = (svg) => [...svg.querySelectorAll("[data-mark]")];
  const code = (mark) => mark.dataset.place || (mark.matches(".shapes use") && mark.getAttribute("href").split("#")[1]);
  /* "Name: figure, state"; a drawing may have no colon. */
  const parted = (words, sign = words.includes(": ") ? ": " : ", ") => [words.split(sign)[0], words.split(sign).slice(1).join(sign)];
  const name = (mark) => parted(mark.dataset.mark)[0];

  /* The words of a mark leave its title, or the browser would show them twice. */
  function take(svg) {
    const say = (mark, words) => {
      mark.dataset.mark = words;
      if (!mark.hasAttribute("aria-label")) mark.setAttribute("aria-label", words);
      if (!mark.matches("a[href]")) mark.setAttribute("role", "img");
      if (mark.getAttribute("tabindex") !== "0") mark.setAttribute("tabindex", "-1");
    };
    svg.querySelectorAll("title").forEach((title) => {
      say(title.parentNode, title.textContent);
      title.remove();
    });
    /* A narrow map leaves the words to the wide one beside it. */
    svg.querySelectorAll(".shapes use:not([data-mark])").forEach((use) => {
      const words = elsewhere(svg, use);
      if (words) say(use, words);
    });
  }

  function elsewhere(svg, use) {
    const same = '.shapes use[href="' + CSS.escape(use.getAttribute("href")) + '"]';
    return [...svg.parentNode.querySelectorAll(same)].map((one) => one.dataset.mark || one.textContent).find(Boolean);
  }

  /* One stop of the keyboard for each drawing; what stood for the whole is now the name of a group. */
  function ready() {
    waiting = 0;
    document.querySelectorAll("svg.drawing:not([data-answers])").forEach((svg) => {
      const title = svg.querySelector("title");
      const first = title ? title.parentNode : [...svg.querySelectorAll(".shapes use")].find((use) => elsewhere(svg, use));
      svg.dataset.answers = first ? "yes" : "no";
      if (!first) return;
      first.setAttribute("tabindex", "0");
      if (!title && !first.dataset.mark) first.setAttribute("aria-label", elsewhere(svg, first));
      if (!first.matches("a[href]")) first.setAttribute("role", "img");
      const still = svg.closest("[role=img]:not(svg)");
      if (still) still.setAttribute("role", "group");
      if (svg.getAttribute("aria-hidden")) {
        svg.removeAttribute("aria-hidden");
        svg.querySelectorAll("text").forEach((text) => text.setAttribute("aria-hidden", "true"));
      }
      svg.setAttribute("role", svg.hasAttribute("aria-label") ? "group" : "none");
    });
    if (shown && !shown.isConnected) again();
  }

  /* The content of the page is new: the same mark answers in it, or none. */
  function again() {
    const held = pinned && shown;
    const around = held && place && document.getElementById(place);
    const found = [...(around ? around.querySelectorAll("svg.drawing") : [])].filter((svg) => svg.getClientRects().length)
      .flatMap((svg) => (take(svg), all(svg))).find((mark) => (code(held) ? code(mark) === code(held) : name(mark) === name(held)));
    close();
    if (found) show(found, true);
  }

  function written(mark) {
    const [head, rest] = parted(mark.dataset.mark);
    const around = mark.closest("figure, .slide, section, main");
    const whole = mark.closest("[data-source]");
    const still = mark.closest("[role=group][aria-label], svg[aria-label]");
    const titled = around && (around.ariaLabel || (around.matches("figure") && (around.querySelector("h1, h2") || {}).textContent));
    const about = [titled || (still ? still.ariaLabel.split(". ")[0] : ""), whole ? whole.dataset.source : ""];
    const lead = document.createElement(mark.matches("a[href]") && pinned ? "a" : "strong");
    lead.textContent = head;
    if (lead.matches("a")) {
      for (const key of ["href", "target", "data-query"]) if (mark.hasAttribute(key)) lead.setAttribute(key, mark.getAttribute(key));
      lead.tabIndex = -1;
    }
    const said = document.createElement("span");
    said.textContent = rest;
    const small = document.createElement("small");
    small.id = "mark-about";
    small.append(...about.filter(Boolean).map((text) => Object.assign(document.createElement("span"), { textContent: text })));
    return [lead, said, small];
  }

  function show(mark, pin, x, y) {
    if (!box) {
      box = document.createElement("div");
      box.className = "answer";
      box.setAttribute("role", "tooltip");
      document.body.append(box);
    }
    clearTimeout(leaving);
    if (shown) still(shown);
    shown = mark;
    pinned = !!pin;
    const { left, top, width, height } = mark.getBoundingClientRect();
    const large = x !== undefined && (width > LARGE || height > LARGE);
    anchor = large ? [x - left, y - top] : null;
    const figure = mark.closest("figure[id], .slide[id]");
    place = figure ? figure.id : "";
    if (figure && pin && code(mark)) figure.dataset.place = code(mark);
    box.replaceChildren(...written(mark));
    box.hidden = false;
    mark.classList.add("answering");
    mark.setAttribute("aria-describedby", "mark-about");
    put();
  }

  function still(mark) {
    mark.classList.remove("answering");
    mark.removeAttribute("aria-describedby");
    const figure = mark.closest("[data-place]:not([data-mark])");
    if (figure) delete figure.dataset.place;
  }

  function close() {
    if (!shown) return;
    still(shown);
    box.hidden = true;
    shown = pinned = null;
  }

  /* Over the mark, or under it where there is no room; never out of the screen. */
  function put() {
    if (!shown || !shown.isConnected) return;
    const wide = document.documentElement.clientWidth;
    const mark = shown.getBoundingClientRect();
    const middle = anchor ? mark.left + anchor[0] : mark.left + mark.width / 2;
    const [top, bottom] = anchor ? [mark.top + anchor[1], mark.top + anchor[1]] : [mark.top, mark.bottom];
    box.style.maxHeight = "";
    const { width, height } = box.getBoundingClientRect();
    const [over, below] = [top, innerHeight - bottom].map((room) => room - GAP - EDGE);
    const up = height <= over || over >= below;
    const tall = Math.min(height, Math.max(up ? over : below, LOWEST));
    if (tall < height) box.style.maxHeight = tall + "px";
    box.style.left = Math.max(EDGE, Math.min(middle - width / 2, wide - width - EDGE)) + "px";
    box.style.top = Math.max(EDGE, Math.min(up ? top - tall - GAP : bottom + GAP, innerHeight - tall - EDGE)) + "px";
    box.style.visibility = mark.bottom < 0 || mark.top > innerHeight || !mark.width && !mark.height ? "hidden" : "";
  }

  /* The mark at a point; one of words and bars answers between them too. */
  function under({ target, clientX: x, clientY: y }) {
    const svg = drawing(target);
    if (!svg || svg.dataset.answers !== "yes") return null;
    take(svg);
    return own(target) || all(svg).find((mark) => {
      if (!mark.matches("g") || !mark.querySelector("rect, text")) return false;
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      return x >= left && x <= right && y >= top && y <= bottom;
    });
  }

  /* The mark that a finger meant, though it fell beside it. */
  function near(svg, x, y) {
    for (let far = 4; far <= REACH; far += 4) {
      for (let turn = 0; turn < 16; turn++) {
        const angle = (turn * Math.PI) / 8;
        const mark = own(document.elementFromPoint(x + far * Math.cos(angle), y + far * Math.sin(angle)));
        if (mark && svg.contains(mark)) return mark;
      }
    }
    return null;
  }

  function stop(mark) {
    const svg = drawing(mark);
    svg.querySelectorAll('[tabindex="0"]').forEach((one) => one.setAttribute("tabindex", "-1"));
    mark.setAttribute("tabindex", "0");
  }

  /* The pointer may go over to the box itself, across what is between. */
  function leave(event) {
    if (pinned || !shown || box.contains(event.target) || shown === document.activeElement) return;
    leaving = setTimeout(close, LINGER);
  }

  function hover(event) {
    if (event.pointerType === "touch") return;
    const mark = under(event);
    clearTimeout(leaving);
    if (pinned || !mark) return leave(event);
    if (mark !== shown) show(mark, false, event.clientX, event.clientY);
  }
  document.addEventListener("pointerover", hover);
  document.addEventListener("pointermove", hover);
  document.documentElement.addEventListener("pointerleave", leave);

  document.addEventListener("pointerdown", (event) => {
    kind = event.pointerType;
    keyed = false;
  }, true);

  document.addEventListener("focusin", (event) => {
    const svg = drawing(event.target);
    if (!svg || svg.dataset.answers !== "yes") return;
    take(svg);
    const mark = own(event.target);
    if (!mark) return;
    stop(mark);
    if (keyed && mark !== shown) show(mark);
  });
  document.addEventListener("focusout", (event) => {
    if (shown && !pinned && event.target === shown) close();
  });

  document.addEventListener("click", (event) => {
    if (!event.detail) return;
    if (box && box.contains(event.target)) return event.target.closest("a") ? null : close();
    const svg = drawing(event.target);
    const finger = kind !== "mouse";
    const mark = under(event) || (svg && finger && near(svg, event.clientX, event.clientY));
    if (!mark) return pinned && !code(shown) ? close() : null;
    const link = mark.matches("a[href]") && mark;
    if (link && !link.dataset.query) {
      if (!finger || (pinned && shown === mark)) return;
    } else if (pinned && shown === mark) {
      return close();
    }
    const held = document.activeElement;
    before = pinned || own(held) ? before : held;
    show(mark, true, event.clientX, event.clientY);
    /* Once the answer stands: a link whose answer cannot be shown is followed. */
    if (link && !link.dataset.query) event.preventDefault();
    if (!document.body.matches(".room")) mark.focus({ preventScroll: true });
  }, true);

  /* Left and right in the order of the data; up and down to the nearest that way. */
  function next(mark, key) {
    const marks = all(drawing(mark)), at = marks.indexOf(mark);
    const step = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: marks.length - 1 }[key];
    if (step !== undefined) return marks[step];
    const sense = { ArrowDown: 1, ArrowUp: -1 }[key];
    const middle = (one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    };
    const [x, y] = middle(mark);
    return sense && marks.map((one) => [one, ...middle(one)]).filter((one) => sense * (one[2] - y) > 4)
      .map(([one, a, b]) => [one, Math.abs(b - y) + 2 * Math.abs(a - x)]).sort((a, b) => a[1] - b[1]).map((one) => one[0])[0];
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = own(document.activeElement);
    const asks = mark && (keyed || !document.body.matches(".room"));
    keyed = keyed || event.key === "Tab" || !!asks;
    if (event.key === "Escape" && shown) {
      const back = pinned && before && before !== document.body && before.isConnected ? before : null;
      close();
      if (back) back.focus({ preventScroll: true });
    } else if (asks && /^(Arrow(Right|Left|Up|Down)|Home|End)$/.test(event.key)) {
      const to = next(mark, event.key);
      if (to) {
        if (pinned) close();
        to.focus();
      }
    } else if (asks && (event.key === "Enter" || event.key === " ") && !mark.matches("a[href]")) {
      before = null;
      if (pinned) close();
      else show(mark, true);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  let frame;
  const follow = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(put);
  };
  addEventListener("scroll", follow, { capture: true, passive: true });
  addEventListener("resize", follow);

  /* A browser that forces dark changes our ground and not the ink of a drawing: it gets the dark
     theme, which it leaves alone. What it paints as a light canvas is how it can be told, once the
     page has been painted: to ask before is to lay it all out before its letter has come. */
  function forced() {
    const probe = document.createElement("i");
    probe.hidden = true;
    probe.style = "background-color: canvas; color-scheme: light";
    document.body.append(probe);
    const dark = getComputedStyle(probe).backgroundColor !== "rgb(255, 255, 255)";
    probe.remove();
    if (!dark || matchMedia("(forced-colors: active)").matches) return;
    document.documentElement.dataset.theme = "dark";
    /* A pattern keeps the colours that it was first painted in. */
    document.querySelectorAll(".drawing > defs").forEach((one) => one.replaceWith(one.cloneNode(true)));
  }
  requestAnimationFrame(() => setTimeout(forced));

  const later = () => (waiting = waiting || setTimeout(ready, 60));
  new MutationObserver(later).observe(document.querySelector("main"), { childList: true, subtree: true });
  later();
})();
