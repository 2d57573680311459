/* The few lines of JavaScript: Dash takes over the page that the server already wrote.
   No figure and no rule lives here; every answer comes from the server by GET. */
(function () {
  "use strict";
  const script = document.currentScript;
  const entry = document.getElementById("react-entry-point");
  const written = document.getElementById("written");
  const content = document.getElementById("content");
  const seen = new Map();
  const begun = JSON.parse(document.getElementById("state").textContent);
  let state = begun;
  let opened = false;
  let ticket = 0;

  Object.defineProperty(window, "_dashPlotlyJSURL", {
    get: () => script.dataset.plotly,
    set: () => {},
  });

  /* A file of scripts, asked for once. */
  const asked = new Map();
  function load(address) {
    if (!asked.has(address)) {
      const answer = new Promise((done, failed) => {
        const one = document.createElement("script");
        one.onload = done;
        one.onerror = () => failed(new Error(address));
        one.src = address;
        document.head.append(one);
      });
      answer.catch(() => asked.delete(address));
      asked.set(address, answer);
    }
    return asked.get(address);
  }

  /* Until what is in the page now has been painted. */
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const join = (path, query) => (query ? path + "?" + query : path);
  const dash = () => window.dash_clientside;

  function read(address) {
    if (!seen.has(address)) {
      const answer = fetch(address, { credentials: "same-origin" }).then((response) => {
        if (!response.ok) throw new Error(address + ": " + response.status);
        return response.json();
      });
      answer.catch(() => seen.delete(address));
      seen.set(address, answer);
    }
    return seen.get(address);
  }

  /* The values of the controls on screen, over what the address already held. */
  function compose(values, ids) {
    const query = new URLSearchParams(state.consulta.replaceAll("+", "%2B"));
    ids.forEach((item, index) => {
      const value = [].concat(values[index] ?? []).filter(Boolean).join("~");
      if (value) query.set(item.id.name, value);
      else query.delete(item.id.name);
    });
    for (const [name, value] of Object.entries(state.omision)) {
      if (query.get(name) === value) query.delete(name);
    }
    return state.orden
      .filter((name) => query.has(name))
      .map((name) => name + "=" + encodeURIComponent(query.get(name)).replaceAll("%7E", "~"))
      .join("&");
  }

  const readView = (query) => read(join(document.body.dataset.view, query));

  /* What the page came with is not asked for again; it is written down when there is time. */
  function keepBegun(before) {
    const address = join(document.body.dataset.view, begun.consulta);
    if (seen.has(address) || before.querySelector("[data-explore][hidden]")) return;
    seen.set(address, new Promise((done) => {
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
  function place(view) {
    const within = "a, button, summary, .scroller";
    const held = document.activeElement;
    const focus = [...content.querySelectorAll(within)].indexOf(held);
    const part = held.closest("[id]");
    const unfolded = [...content.querySelectorAll("figure[id] details[open]")].map((one) => one.closest("figure").id);
    document.getElementById("stage").append(...content.querySelectorAll(".live > *"));
    const heights = unseen();
    const before = document.createElement("div");
    before.append(...content.querySelectorAll(":scope > :not(.lasting)"));
    keepBegun(before);
    content.insertAdjacentHTML("afterbegin", view.contenido);
    paintFirst(heights);
    unfolded.forEach((id) => {
      const same = document.querySelector("#" + CSS.escape(id) + " details");
      if (same) same.open = true;
    });
    const found = [...content.querySelectorAll(within)];
    /* A table may have changed its order: the same link of the same part comes before the same place. */
    const twin = found.find((one) => focus >= 0 && one.dataset.query && one.dataset.query === held.dataset.query &&
      one.textContent === held.textContent && one.closest("[id]").id === part.id);
    const again = twin || found[focus];
    if (focus >= 0) (again || document.getElementById("principal")).focus({ preventScroll: true });
    history.replaceState(null, "", join(location.pathname, view.consulta) + location.hash);
    document.title = view.titulo;
  }

  /* New tables stand since the page was written: load it again, so that no view mixes both. */
  function renewed(answer, query) {
    if (answer.version_datos === state.version_datos) return false;
    history.replaceState(null, "", join(location.pathname, query) + location.hash);
    location.reload();
    return true;
  }

  async function show(address) {
    const none = dash().no_update;
    const [, , chosen, clear] = dash().callback_context.outputs_list;
    const [from, query] = (address || "").split(/\?(.*)/);
    const said = () => [
      from === "control" ? none : state.controles,
      opened ? state.anuncio : "",
      chosen.map((output) => state.elegidos[output.id.name]),
      clear.map(() => !state.consulta),
    ];
    if (!address) return said();
    const mine = ++ticket;
    const view = await readView(query).catch(() => null);
    const same = (text) => [none, text, chosen.map(() => none), clear.map(() => none)];
    document.body.classList.toggle("failed", !view);
    if (!view) return same(script.dataset.failed);
    if (mine !== ticket || renewed(view, view.consulta)) return same(none);
    state = view;
    place(view);
    await painted();
    return mine === ticket ? said() : same(none);
  }

  async function explore(button) {
    const slug = button.dataset.explore;
    const chart = document.getElementById("grafico-" + slug);
    button.disabled = true;
    const [answer] = await Promise.all([
      read(join("/graficos/" + slug + ".json", chart.dataset.chartQuery)),
      load(script.dataset.figures),
    ]).catch(() => []);
    document.body.classList.toggle("failed", !answer);
    button.disabled = !!answer;
    if (!answer) return dash().set_props("status", { children: script.dataset.failed });
    if (renewed(answer, state.consulta)) return;
    const props = {
      figure: answer.figura,
      config: answer.config,
      style: { height: answer.figura.layout.height + "px" },
    };
    const live = chart.querySelector(".live");
    live.append(document.getElementById("live-" + slug));
    /* It takes the place of the drawing: its words, and the focus of the button that goes. */
    live.role = "group";
    live.ariaLabel = chart.querySelector(".still").ariaLabel;
    live.tabIndex = -1;
    live.focus({ preventScroll: true });
    dash().set_props("live-" + slug, {
      children: { namespace: "dash_core_components", type: "Graph", props: props },
    });
    button.hidden = true;
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    board: {
      open: show,
      filter: function (values) {
        const context = dash().callback_context;
        if (!opened || !context.inputs_list.length) return dash().no_update;
        const query = compose(values, context.inputs_list[0]);
        return query === state.consulta ? dash().no_update : "control?" + query;
      },
    },
  });

  /* Dash is ready: its controls replace the form. */
  function takeOver() {
    if (opened || !document.getElementById("stage") || (state.controles.length && !entry.querySelector("#controls > *"))) return;
    opened = true;
    const name = document.activeElement.name;
    written.querySelectorAll("details.choices[open]").forEach((one) => {
      entry.querySelector("#" + one.id).open = true;
    });
    entry.hidden = false;
    written.remove();
    document.body.classList.add("live-board");
    const same = name && entry.querySelector('[name="' + CSS.escape(name) + '"]');
    if (same) same.focus({ preventScroll: true });
  }

  new MutationObserver(takeOver).observe(entry, { childList: true, subtree: true });

  /* The page is painted before Dash is read: a phone takes a second for it. */
  painted().then(() => load(script.dataset.dash)).then(() => new window.DashRenderer());

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

  /* A choice is asked for at once; Dash, which passes it on, finds the answer on its way. */
  document.addEventListener("change", (event) => {
    const { id, value, tagName } = event.target;
    if (!opened || tagName !== "SELECT" || !entry.contains(event.target)) return;
    readView(compose([value], [{ id: JSON.parse(id) }]));
  }, true);

  document.addEventListener("submit", (event) => {
    if (event.target.id === "filters" && opened) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-query]");
    if (link && opened && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      dash().set_props("address", { value: "link?" + link.dataset.query });
      if (link.matches(".clear")) document.getElementById("principal").focus({ preventScroll: true });
    }
    const chart = event.target.closest("[data-explore]");
    if (chart) explore(chart);
    const shape = event.target.closest(".chart .shapes use");
    const line = shape && shape.closest(".chart").querySelector('a[data-place="' + territory(shape) + '"]');
    if (line) line.focus();
    const copy = event.target.closest("[data-copy]");
    if (copy) {
      navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent).then(() => {
        copy.textContent = copy.dataset.done;
      });
    }
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
