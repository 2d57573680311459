/* The few lines of JavaScript: Dash takes over the page that the server already wrote.
   No figure and no rule lives here; every answer comes from the server by GET, through the
   callbacks of callbacks/board_callbacks.py. */
(function () {
  "use strict";
  const script = document.currentScript;
  const entry = document.getElementById("react-entry-point");
  const written = document.getElementById("written");
  const content = document.getElementById("content");
  const parse = (id) => JSON.parse(document.getElementById(id).textContent);
  const begun = parse("state");
  const dash = () => window.dash_clientside;
  const { read, kept, on } = dash().answers;
  const FILTER = "filter";
  let state = begun;
  let placed = null;
  let opened = false;
  /* The query asked for last, the one that Dash shows, how it becomes a step of the history, the
     query of the address bar. */
  let wanted = begun.consulta;
  let told = begun.consulta;
  let step = "push";
  let standing = location.search;

  Object.defineProperty(window, "_dashPlotlyJSURL", {
    get: () => script.dataset.plotly,
    set: () => {},
  });

  /* A file of scripts, asked for once; each runs after those asked for before. */
  const asked = new Map();
  function load(address) {
    if (!asked.has(address)) {
      const answer = new Promise((done, failed) => {
        const one = document.createElement("script");
        one.onload = done;
        one.onerror = () => failed(new Error(address));
        one.async = false;
        one.src = address;
        document.head.append(one);
      });
      answer.catch(() => asked.delete(address));
      asked.set(address, answer);
    }
    return asked.get(address);
  }

  /* What draws figures is read before Dash meets one. */
  const figuresOf = (text) => text.includes('"dash_core_components"') ? load(script.dataset.figures) : null;

  /* Until what is in the page now has been painted. */
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const join = (path, query) => (query ? path + "?" + query : path);
  const parameters = (query) => new URLSearchParams(query.replaceAll("+", "%2B"));
  const addressOf = (query) => join(document.body.dataset.view, query);

  /* The values of the filters by their names, over what the address already held. */
  function compose(values) {
    const query = parameters(state.consulta);
    for (const [name, given] of Object.entries(values)) {
      const value = [].concat(given ?? []).filter(Boolean).sort().join("~");
      if (value && state.omision[name] !== value) query.set(name, value);
      else query.delete(name);
    }
    return state.orden
      .filter((name) => query.has(name))
      .map((name) => name + "=" + encodeURIComponent(query.get(name)).replaceAll("%7E", "~"))
      .join("&");
  }

  /* What a filter shows in a state of the address. */
  function valueIn(name, query, before) {
    const value = parameters(query).get(name) || state.omision[name] || "";
    return Array.isArray(before) ? value.split("~").filter(Boolean) : value;
  }

  const set = (id, props) => dash().set_props(id, props);
  function go(query, how) {
    early(query, how);
    if (opened) set("address", { value: query });
  }

  /* What is chosen is asked for at once and shown when it comes; Dash passes the choice on once that
     has been painted, and finds the answer there. */
  let shown = null;
  function early(query, how) {
    wanted = query;
    step = how;
    shown = read(addressOf(query)).then((answer) => query === wanted && show(answer) && painted(), () => {});
  }

  /* The page came with the rules that it used; what is not written yet may use any. */
  let cut = true;
  const wholeSheet = () => {
    if (cut) document.getElementById("rules").textContent = window.boardSheet;
    cut = false;
  };

  /* A place of the written page in which Dash draws: the same element, whatever is written around it. */
  const boxes = new Map();
  function box(name) {
    if (!boxes.has(name)) boxes.set(name, document.createElement("div"));
    return boxes.get(name);
  }
  function fill() {
    document.querySelectorAll("[data-part]").forEach((place) => {
      const one = boxes.get(place.dataset.part);
      if (one && one.parentNode !== place) place.replaceChildren(one);
      const chart = one && place.classList.contains("live") && place.closest(".chart");
      if (chart) cover(chart, place);
    });
  }

  /* A figure takes the place of the drawing, and its words; the button is then the way back. */
  function cover(chart, live) {
    says(chart, "back");
    live.role = "group";
    live.ariaLabel = chart.querySelector(".still").ariaLabel;
  }
  function says(chart, way) {
    const button = chart.querySelector("[data-explore]");
    button.textContent = button.dataset[way];
    button.ariaLabel = button.dataset[way] + ": " + chart.ariaLabel;
  }

  /* The drawing is where it was; Dash forgets the figure. */
  function uncover(chart, slug) {
    const live = chart.querySelector(".live");
    boxes.delete(live.dataset.part);
    live.replaceChildren();
    live.removeAttribute("role");
    live.removeAttribute("aria-label");
    says(chart, "open");
    window.tablero.figures.drop(slug);
    set("explore", { value: "-" + slug });
  }

  /* What the page came with is not asked for again: it leaves with the first view that comes, and
     is written down when there is time. */
  let replaced = false;
  function keepBegun(before) {
    const address = addressOf(begun.consulta);
    const first = !replaced;
    replaced = true;
    if (!first || kept.has(address) || before.querySelector(".live[role]")) return;
    kept.set(address, new Promise((done) => {
      setTimeout(() => done({ ...begun, contenido: before.innerHTML }));
    }));
  }

  /* The height of each part that is out of sight; 0 for the others. */
  function unseen() {
    return [...content.children].map((one) => {
      const { top, bottom, height } = one.getBoundingClientRect();
      return bottom < 0 || top > innerHeight ? height : 0;
    });
  }

  /* Parts out of sight keep their height, and are laid out after those in sight have been painted. */
  function paintFirst(heights) {
    const later = [...content.children].filter((one, index) => {
      if (heights[index]) one.style = "content-visibility: auto; contain-intrinsic-size: auto " + heights[index] + "px";
      return heights[index];
    });
    painted().then(() => later.forEach((one) => one.removeAttribute("style")));
  }

  /* Put a view in the page; keep open what was open, and the focus where it was. */
  function place(html) {
    wholeSheet();
    const within = "a, button, summary, .scroller";
    const held = document.activeElement;
    const focus = [...content.querySelectorAll(within)].indexOf(held);
    const part = held.closest("[id]");
    const unfolded = [...content.querySelectorAll("figure[id] details[open]")].map((one) => one.closest("figure").id);
    const folds = [...content.querySelectorAll("details.fold")].filter((one) =>
      one.open || one.nextElementSibling.querySelector(":target")).map((one) => one.id);
    const heights = unseen();
    const before = document.createElement("div");
    content.querySelectorAll(":scope > :not(.lasting) [data-part] > div").forEach((one) => one.remove());
    before.append(...content.querySelectorAll(":scope > :not(.lasting)"));
    content.insertAdjacentHTML("afterbegin", html);
    /* What heeds no filter is not sent again: it goes from the view that leaves to this one, if
       there is anything of it to show. */
    content.querySelectorAll("[data-lasting]").forEach((place) => {
      const lasting = before.querySelector("#" + place.dataset.lasting);
      if (!lasting) return place.remove();
      lasting.replaceWith(place.cloneNode());
      place.replaceWith(lasting);
    });
    keepBegun(before);
    paintFirst(heights);
    fill();
    unfolded.forEach((id) => {
      const same = document.querySelector("#" + CSS.escape(id) + " details");
      if (same) same.open = true;
    });
    folds.forEach((id) => (document.getElementById(id) || {}).open = true);
    const found = [...content.querySelectorAll(within)];
    /* A table may have changed its order: the same link of the same part comes before the same place. */
    const twin = found.find((one) => focus >= 0 && one.dataset.query && one.dataset.query === held.dataset.query &&
      one.textContent === held.textContent && one.closest("[id]").id === part.id);
    const again = content.contains(held) ? held : twin || found[focus];
    if (focus >= 0) (again || document.getElementById("principal")).focus({ preventScroll: true });
  }

  /* A choice is a step that Back undoes, where the reader stands; what is typed is none. */
  function remember(query) {
    const address = join(location.pathname, query);
    if (step !== "back" && address !== location.pathname + location.search) {
      history.scrollRestoration = "manual";
      history[step + "State"](null, "", address + (step === "push" ? "" : location.hash));
    }
    standing = location.search;
  }
  addEventListener("pagehide", () => { history.scrollRestoration = "auto"; });
  addEventListener("popstate", () => {
    if (location.search !== standing) go(location.search.slice(1), "back");
  });

  /* New tables stand since the page was written: load it again, so that no view mixes both. */
  function renewed(answer, query) {
    const pinned = (one) => parameters(one.consulta || "").get("corte");
    if (answer.version_datos === state.version_datos && (!("consulta" in answer) || pinned(answer) === pinned(state))) return false;
    history.replaceState(null, "", join(location.pathname, query) + location.hash);
    location.reload();
    return true;
  }

  /* Until Dash says them: what each list of the form holds, and how many rows that leaves. */
  function counted({ elegidos, cuenta, quitar }) {
    const say = (one, words) => one && (one.textContent = words);
    written.querySelectorAll(".choices").forEach((one) => say(one.querySelector(".chosen"), elegidos[one.id.slice("choices-".length)]));
    say(written.querySelector(".count"), cuenta.count);
    (written.querySelector(".clear") || {}).className = quitar.clear;
  }

  /* Show an answer; false if the page is loaded again instead. */
  function show(answer) {
    if (answer === placed) return true;
    if (renewed(answer, answer.consulta)) return false;
    placed = answer;
    state = { ...state, ...answer };
    if (!opened) counted(answer);
    place(answer.contenido);
    remember(answer.consulta);
    document.title = answer.titulo;
    return true;
  }

  /* On the way of the callback of the page: Dash shows it already, or it came too late. */
  on.asked = (call) => {
    if (call.name !== "view") return true;
    wanted = call.given.query;
    return wanted !== told || step === "back";
  };
  on.answered = async (call, answer) => {
    if (call.name === "figure") return renewed(answer, state.consulta) ? false : suited(call, answer);
    if (call.name !== "view") return true;
    const stood = answer === placed;
    if (call.given.query !== wanted || !show(answer)) return false;
    await Promise.all([stood || painted(), figuresOf(JSON.stringify(answer.partes))]);
    if (call.given.query !== wanted) return false;
    told = wanted;
    return true;
  };
  /* What did not come leaves filters and address as the content is, and says so. */
  on.failed = (call) => {
    document.body.classList.add("failed");
    set("status", { children: script.dataset.failed });
    if (call.name !== "view" || call.given.query !== wanted) return;
    wanted = state.consulta;
    standing = state.consulta ? "?" + state.consulta : "";
    if (step === "back") history.replaceState(null, "", join(location.pathname, state.consulta) + location.hash);
    go(state.consulta, "push");
  };
  on.settled = () => {
    if (!document.body.classList.contains("failed")) return;
    document.body.classList.remove("failed");
    set("status", { children: "" });
  };

  /* A figure is drawn in the colours and the width of its place. */
  function suited(call, answer) {
    const { chart } = call.given;
    return answer.figura ? { ...answer, figura: window.tablero.figures.draw(chart, answer.figura, box("live-" + chart)) } : answer;
  }

  /* The component of Dash whose HTML the server wrote, and those that are drawn in places of it. */
  window.tablero = {
    Written: ({ html }) => {
      window.React.useLayoutEffect(() => {
        if (html && html !== state.contenido) place(html);
      }, [html]);
      return null;
    },
    Placed: ({ place: name, children }) => {
      window.React.useLayoutEffect(fill, [name]);
      return window.ReactDOM.createPortal(children, box(name));
    },
  };

  window.dash_clientside.board = {
    /* Filters → address, and address → filters. */
    choose: async (values, address) => {
      const none = dash().no_update;
      const context = dash().callback_context;
      const filters = context.outputs_list[1];
      const ids = filters.map((one) => one.id.name);
      if (!opened) return [none, none];
      if (context.triggered.some((one) => one.prop_id === "address.value")) {
        return [none, filters.map((one, index) => valueIn(ids[index], address || "", values[index]))];
      }
      const query = compose(Object.fromEntries(ids.map((name, index) => [name, values[index]])));
      if (query === (address ?? begun.consulta)) return [none, none];
      const typed = context.triggered.every((one) => one.prop_id.includes('"buscar"'));
      if (query !== wanted) step = typed ? "replace" : "push";
      else {
        await shown;
        /* What was chosen meanwhile is not undone by an answer that comes late. */
        if (query !== wanted) return [none, none];
      }
      return [query, none];
    },
    amounts: (left, options) => {
      const { name } = dash().callback_context.outputs_list.id;
      const found = parameters(left);
      return found.has(name) ? options.map((one) => one.value ? { ...one,
        label: one.label.replace(/\d+\)$/, (found.get(name + "." + one.value) || 0) + ")") } : one) : dash().no_update;
    },
    /* A chart to explore gets its figure, which asks for itself; "-" before its name takes it away. */
    explore: (slug) => {
      const patch = dash().Patch;
      if (slug[0] === "-") {
        const index = explored.indexOf(slug.slice(1));
        explored.splice(index, 1);
        return new patch().delete([index]).build();
      }
      explored.push(slug);
      const chart = document.getElementById("grafico-" + slug);
      const figure = { namespace: "dash_core_components", type: "Graph",
        props: { id: { type: "figure", chart: slug }, style: { height: "100%" } } };
      const placed = { namespace: "tablero", type: "Placed", props: {
        id: { type: "explored", chart: slug }, place: "live-" + slug, query: chart.dataset.chartQuery, children: figure } };
      return new patch().append([], placed).build();
    },
  };

  /* The charts with a figure, in the order in which Dash holds them. */
  const explored = [];
  const opening = new Set();
  function explore(button) {
    const slug = button.dataset.explore;
    if (explored.includes(slug)) return uncover(button.closest(".chart"), slug);
    if (opening.has(slug)) return;
    opening.add(slug);
    Promise.all([wake(), load(script.dataset.figures), load(script.dataset.explorer)]).then(() => {
      opening.delete(slug);
      set("explore", { value: slug });
    }, () => {
      opening.delete(slug);
      document.body.classList.add("failed");
      set("status", { children: script.dataset.failed });
    });
  }

  /* The fields of the form that the server wrote, by their names. */
  function fields() {
    const found = {};
    written.querySelectorAll("select, input:not([type=hidden])").forEach((one) => {
      const field = (found[one.name] ||= { nodes: [], changed: false });
      field.nodes.push(one);
      const selected = one.tagName === "SELECT" && [...one.options].find((option) => option.defaultSelected);
      field.changed ||= one.type === "checkbox" ? one.checked !== one.defaultChecked
        : one.tagName === "SELECT" ? one.value !== (selected || one.options[0]).value : one.value !== one.defaultValue;
    });
    return found;
  }
  const valueOf = ({ nodes: [first, ...more] }) => first.type === "checkbox"
    ? [first, ...more].filter((one) => one.checked).map((one) => one.value) : first.value;

  /* All that the form holds now, but for what is being typed: more than one choice may be on its way. */
  const held = () => Object.fromEntries(Object.entries(fields())
    .filter(([, { nodes: [one] }]) => one.tagName === "SELECT" || one.type === "checkbox")
    .map(([name, field]) => [name, valueOf(field)]));

  /* The field of Dash that stands for one of the form. */
  const idOf = (name) => ({ type: FILTER, name });
  function same(node) {
    const own = entry.querySelector("#" + CSS.escape(JSON.stringify({ name: node.name, type: FILTER })));
    return own && node.type === "checkbox" ? own.querySelector('[value="' + CSS.escape(node.value) + '"]') : own;
  }

  /* Dash is ready: its controls replace the form. What was chosen meanwhile stays chosen. */
  function takeOver() {
    const filters = written.querySelector("form");
    if (opened || picking || !entry.querySelector("#explored") || (filters && !entry.querySelector("#controls > *"))) return;
    opened = true;
    watch.disconnect();
    const held = document.activeElement;
    const twin = written.contains(held) && (held.name ? same(held)
      : held.closest("details") && entry.querySelector("#" + held.closest("details").id + " summary"));
    const range = twin && "selectionStart" in held && [held.selectionStart, held.selectionEnd];
    const chosen = Object.entries(fields()).filter(([, field]) => field.changed);
    written.querySelectorAll("details.choices[open], details.fold[open]").forEach((one) => {
      entry.querySelector("#" + one.id).open = true;
    });
    chosen.forEach(([name, field]) => set(idOf(name), { value: valueOf(field) }));
    entry.hidden = false;
    written.remove();
    document.body.classList.add("live-board");
    taken();
    if (twin) twin.focus({ preventScroll: true });
    /* The text is there in the next frame. */
    if (range && range[0] !== null) painted().then(() => twin.setSelectionRange(...range));
    if (chosen.length) return;
    if (location.search !== standing) go(location.search.slice(1), "back");
    else if (wanted !== told) go(wanted, step);
  }

  const watch = new MutationObserver(takeOver);
  watch.observe(entry, { childList: true, subtree: true });

  /* A list that a finger has open is not taken away from under it. */
  let picking = null;
  written.addEventListener("pointerdown", ({ target }) => { picking = target.closest("select"); });
  ["change", "focusout"].forEach((name) => written.addEventListener(name, ({ target }) => {
    if (target !== picking) return;
    picking = null;
    setTimeout(takeOver, 300);
  }));

  /* Dash is read, and takes the page over. What did not come may be asked for again. */
  let taken, waking;
  const mine = new Promise((done) => { taken = done; });
  function wake() {
    waking ||= Promise.all([load(script.dataset.dash), figuresOf(document.getElementById("layout").textContent)])
      .then(() => {
        wholeSheet();
        new window.DashRenderer();
        return mine;
      }, (fault) => {
        waking = null;
        throw fault;
      });
    return waking;
  }

  /* The first frame is on the screen: what is read before takes the processor from drawing it. A
     page that is not looked at is not drawn, and waits a little. */
  const firstPaint = () => new Promise((done) => {
    setTimeout(done, 1500);
    try {
      new PerformanceObserver(done).observe({ type: "paint", buffered: true });
    } catch {
      painted().then(done);
    }
  });

  /* It is two thirds of what a visit moves. Where there is room for one column, or who reads spares
     data, it comes when a hand goes for what it does; elsewhere once the page is painted. What only
     Dash draws cannot wait. */
  const sparing = matchMedia("(max-width: 43rem)").matches || (navigator.connection || {}).saveData;
  const soon = () => wake().catch(() => {});
  const begins = written.contains(document.activeElement) || Object.values(fields()).some((field) => field.changed);
  if (sparing && !begins && !document.querySelector("[data-part]:not(.live)")) {
    ["pointerdown", "focusin", "change"].forEach((name) => written.addEventListener(name, soon, { once: true }));
  } else firstPaint().then(soon);
  document.body.classList.add("scripted");
  /* What was chosen before this script came is answered as what is chosen after it. */
  if (Object.values(fields()).some(({ nodes: [one], changed }) => changed && (one.tagName === "SELECT" || one.type === "checkbox"))) early(compose(held()), "push");

  /* A link shows its view before Dash is there, too; what does not come is opened as any link is. */
  function ahead(link) {
    read(addressOf(link.dataset.query)).catch(() => location.assign(link.href));
    soon();
  }

  /* A territory on a map and its line in the list answer for each other. */
  function territory(node) {
    const shape = node.closest(".shapes use");
    if (shape) return shape.dataset.place;
    const line = node.closest("tr");
    const name = line && line.querySelector("a[data-place]");
    return name && name.dataset.place;
  }

  function mark(event) {
    const node = [event.target, document.activeElement].find((one) => one.closest && one.closest(".chart") && territory(one));
    document.querySelectorAll(".marked").forEach((old) => old.classList.remove("marked"));
    if (!node) return;
    const code = territory(node);
    const same = '[data-place="' + code + '"]';
    node.closest(".chart").querySelectorAll(same).forEach((one) => one.classList.add("marked"));
  }
  ["pointerover", "focusin", "focusout"].forEach((name) => document.addEventListener(name, mark));

  document.addEventListener("change", ({ target }) => {
    const list = target.tagName === "SELECT";
    if (!target.closest("#filters")) return;
    if (opened && list) early(compose({ [JSON.parse(target.id).name]: target.value }), "push");
    else if (!opened && (list || target.type === "checkbox")) early(compose(held()), "push");
  }, true);

  document.addEventListener("submit", (event) => {
    if (event.target.id === "filters" && opened) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-query]");
    if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      if (!opened) ahead(link);
      go(link.dataset.query, "push");
      if (link.matches(".clear")) document.getElementById("principal").focus({ preventScroll: true });
    }
    const chart = event.target.closest("[data-explore]");
    if (chart) explore(chart);
  });

  /* A list that is left closes, so that it covers nothing; a press on one of its words gives the
     focus to the page around it, which is not leaving. */
  const leave = (event) => document.querySelectorAll("details.choices[open]").forEach((one) => {
    const around = event.type === "focusin" && event.target.contains(one);
    if (!around && !one.contains(event.target)) one.open = false;
  });
  document.addEventListener("click", leave);
  document.addEventListener("focusin", leave);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const list = document.activeElement.closest("details.choices[open]");
    if (list) {
      list.open = false;
      list.querySelector("summary").focus();
    }
  });
})();
