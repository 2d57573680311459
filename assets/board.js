/* The few lines of JavaScript: Dash takes over the page that the server already wrote.
   No figure and no rule lives here; every answer comes from the server by GET. */
(function () {
  "use strict";
  const script = document.currentScript;
  const entry = document.getElementById("react-entry-point");
  const written = document.getElementById("ssr");
  const seen = new Map();
  let state = null;
  let ticket = 0;

  Object.defineProperty(window, "_dashPlotlyJSURL", {
    get: () => script.dataset.plotly,
    set: () => {},
  });

  const base = () => document.body.dataset.view;
  const join = (path, query) => (query ? path + "?" + query : path);

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

  /* Values of the controls on screen, over what the address already held. */
  function compose(values, ids) {
    const query = new URLSearchParams(state ? state.consulta.replaceAll("+", "%2B") : "");
    ids.forEach((item, index) => {
      const value = [].concat(values[index] ?? []).filter(Boolean).join("~");
      if (value) query.set(item.id.name, value);
      else query.delete(item.id.name);
    });
    if (query.get("anio") === state.corte) query.delete("anio");
    const order = state.orden;
    return order
      .filter((name) => query.has(name))
      .map((name) => name + "=" + encodeURIComponent(query.get(name)).replaceAll("%7E", "~"))
      .join("&");
  }

  async function show(address, keepControls) {
    const mine = ++ticket;
    const none = window.dash_clientside.no_update;
    const outputs = window.dash_clientside.callback_context.outputs_list;
    const view = await read(join(base(), address.query));
    const [, , , chosen, clear] = outputs;
    const keep = (many) => many.map(() => none);
    if (mine !== ticket) return [none, none, none, keep(chosen), keep(clear)];
    const first = state === null;
    state = view;
    if (!first) {
      const page = location.pathname + (view.consulta ? "?" + view.consulta : "");
      history.replaceState(null, "", page + location.hash);
      document.title = view.titulo;
    }
    return [
      keepControls ? none : view.controles,
      view.contenido,
      first ? "" : view.anuncio,
      chosen.map((output) => view.elegidos[output.id.name]),
      clear.map(() => !view.consulta),
    ];
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    board: {
      open: (address) => show(address || { query: location.search.slice(1) }, address && address.from === "control"),
      filter: function (values) {
        const context = window.dash_clientside.callback_context;
        const none = window.dash_clientside.no_update;
        if (state === null || !context.inputs_list.length) return none;
        const query = compose(values, context.inputs_list[0]);
        return query === state.consulta ? none : { query: query, from: "control" };
      },
      explore: async function (clicks, id) {
        if (!clicks) return window.dash_clientside.no_update;
        const chart = document.getElementById("grafico-" + id.chart);
        const address = join("/graficos/" + id.chart + ".json", chart.dataset.chartQuery);
        const answer = await read(address);
        if (!answer.figura) return [];
        const props = {
          figure: answer.figura,
          config: answer.config,
          style: { height: answer.figura.layout.height + "px" },
        };
        return { namespace: "dash_core_components", type: "Graph", props: props };
      },
    },
  });

  /* Drawings travel as a text and stand in the page as SVG. */
  function draw(root) {
    root.querySelectorAll("[data-svg]").forEach((place) => {
      const drawing = place.getAttribute("data-svg");
      if (place.drawn !== drawing) {
        place.innerHTML = drawing;
        place.drawn = drawing;
      }
    });
  }

  function takeOver(watcher) {
    if (!written.isConnected || !entry.querySelector("#content > *")) return;
    const focus = document.activeElement;
    const same = focus && focus.name && written.contains(focus)
      ? entry.querySelector('[name="' + focus.name + '"]') : focus && focus.id ? entry.querySelector("#" + CSS.escape(focus.id)) : null;
    written.querySelectorAll("details[open][id]").forEach((opened) => {
      const twin = entry.querySelector("#" + CSS.escape(opened.id));
      if (twin) twin.open = true;
    });
    const height = window.scrollY;
    entry.hidden = false;
    written.remove();
    document.body.classList.add("live-board");
    window.scrollTo(0, height);
    if (same) same.focus();
  }

  new MutationObserver(function () {
    draw(entry);
    takeOver();
  }).observe(entry, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-svg"] });

  document.addEventListener("submit", (event) => {
    if (event.target.id === "filters" && entry.contains(event.target)) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-query]");
    if (link && entry.contains(link) && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      window.dash_clientside.set_props("address", { data: { query: link.dataset.query, from: "link" } });
    }
    const copy = event.target.closest("[data-copy]");
    if (copy) {
      navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent).then(() => {
        copy.textContent = copy.dataset.done;
      });
    }
    document.querySelectorAll("details.choices[open]").forEach((opened) => {
      if (!opened.contains(event.target)) opened.open = false;
    });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const opened = document.activeElement.closest("details.choices[open]");
    if (opened) {
      opened.open = false;
      opened.querySelector("summary").focus();
    }
  });
})();
