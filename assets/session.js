/* A session of screens over the page that the server wrote: it only says which one is shown. */
(function () {
  "use strict";
  let slides = [...document.querySelectorAll(".slide")];
  if (!slides.length) return;
  const byId = (id) => document.getElementById(id);
  const settings = document.querySelector(".settings");
  const form = settings.querySelector("form");
  const note = byId("note");
  const wait = 5;
  let here = -1;
  let typed = "";
  /* Seconds spent on each point of the script: going back to it or reloading does not lose them. */
  let spent = (history.state && history.state.spent) || {};

  /* The filters of the screens shown: what going back in the history is compared with. */
  let asked = "";
  function filtersOf(query) {
    const kept = new URLSearchParams(query);
    ["pantalla", "vista"].forEach((name) => kept.delete(name));
    return kept.toString();
  }

  /* A jump and a filter are steps that going back undoes; the next screen is none. */
  const mark = () => history.pushState({ spent }, "", location.href);
  function jump(index) {
    const next = Math.max(0, Math.min(slides.length - 1, index));
    if (next !== here) mark();
    show(next);
  }

  const place = () => (here + 1) + " / " + slides.length;
  const point = () => slides[Math.max(here, 0)].id.split("-")[0];

  function write(query) {
    const said = query.toString().replace(/%7E/g, "~");
    history.replaceState({ spent }, "", location.pathname + (said && "?" + said));
  }

  function show(index) {
    const next = Math.max(0, Math.min(slides.length - 1, index));
    if (next === here) return;
    if (here >= 0) byId("said").hidden = true;
    here = next;
    slides.forEach((slide, at) => slide.classList.toggle("current", at === here));
    byId("count").textContent = place();
    document.querySelector(".progress span").style.width = ((here + 1) / slides.length) * 100 + "%";
    byId("previous").disabled = here === 0;
    byId("next").disabled = here === slides.length - 1;
    byId("spoken").textContent = slides[here].querySelector("h2").textContent;
    told();
    const query = new URLSearchParams(location.search);
    query.set("pantalla", here + 1);
    write(query);
    form.action = form.action.split("#")[0] + "#" + slides[here].id;
    asked = filtersOf(query);
    window.scrollTo(0, 0);
  }

  function told() {
    const seconds = spent[point()] || 0;
    byId("clock").textContent = [seconds / 60, seconds % 60].map((n) => String(Math.floor(n)).padStart(2, "0")).join(":");
  }

  function tick() {
    spent[point()] = (spent[point()] || 0) + 1;
    told();
    if (spent[point()] % wait === 0) write(new URLSearchParams(location.search));
  }

  /* The same screen, else the first of the same point of the script, else the number. */
  function start(wanted) {
    const point = wanted.split("-")[0];
    const same = slides.findIndex((slide) => slide.id === wanted);
    const near = slides.findIndex((slide) => point && slide.id.split("-")[0] === point);
    if (same >= 0) return same;
    return near >= 0 ? near : (parseInt(new URLSearchParams(location.search).get("pantalla"), 10) || 1) - 1;
  }

  function toggle() {
    const open = document.body.classList.toggle("noted");
    note.setAttribute("aria-expanded", open);
  }

  function close() {
    if (document.body.classList.contains("noted")) toggle();
    fold();
    typed = "";
    byId("count").textContent = place();
  }

  function fold() {
    if (settings.contains(document.activeElement)) document.activeElement.blur();
    settings.open = false;
  }

  function full() {
    const page = document.documentElement;
    if (document.fullscreenElement) document.exitFullscreen();
    else if (page.requestFullscreen) page.requestFullscreen();
  }

  /* Black, as the key of a remote asks; it comes back by the next key, press or touch. */
  const black = () => document.body.classList.contains("black");
  function blacken(dark) {
    document.body.classList.toggle("black", dark);
    byId("spoken").textContent = dark ? byId("spoken").dataset.black : slides[here].querySelector("h2").textContent;
  }

  const legend = byId("legend");
  const overview = byId("overview");
  const list = overview.querySelector("ol");
  const explain = () => legend.showModal();
  const cells = () => [...list.querySelectorAll("button")];

  /* Every screen by its number and heading; the arrows go about, Enter chooses. */
  function survey() {
    list.replaceChildren(...slides.map((slide, at) => {
      const [line, cell] = [document.createElement("li"), document.createElement("button")];
      cell.type = "button";
      cell.innerHTML = "<b></b> <span class='cut-2'></span>";
      cell.firstChild.textContent = at + 1;
      cell.lastChild.textContent = slide.querySelector("h2").textContent;
      if (at === here) cell.setAttribute("aria-current", "true");
      cell.addEventListener("click", () => { overview.close(); jump(at); });
      line.append(cell);
      return line;
    }));
    overview.showModal();
    cells()[here].focus();
  }

  function within(event, key) {
    const across = getComputedStyle(list).gridTemplateColumns.split(" ").length;
    const steps = {
      ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1, ArrowDown: across, ArrowUp: -across,
      Home: -slides.length, End: slides.length,
    };
    const surveyed = overview.open;
    if (surveyed && steps[key]) {
      const at = cells().indexOf(document.activeElement) + steps[key];
      cells()[Math.max(0, Math.min(slides.length - 1, at))].focus();
    } else if (key === "Escape" || !keys[key] || (surveyed && key === " ")) return;
    else {
      const same = key === (surveyed ? "t" : "?");
      (surveyed ? overview : legend).close();
      if (!same) keys[key]();
    }
    event.preventDefault();
  }

  function choose() {
    settings.open = true;
    form.elements.sector.focus();
  }

  const chosen = byId("chosen");
  const names = ["anio", "sector", "eje"];
  function clear() {
    if (!names.some((name) => form.elements[name].value)) return;
    names.forEach((name) => (form.elements[name].value = ""));
    form.requestSubmit();
  }

  function chips() {
    chosen.replaceChildren(...names.filter((name) => form.elements[name].value).map((name) => {
      const [line, chip] = [document.createElement("li"), document.createElement("a")];
      const said = form.elements[name].selectedOptions[0].text;
      chip.href = "#";
      chip.className = "cut-1";
      chip.dataset.clears = name;
      chip.innerHTML = "<span class='unseen'></span>";
      chip.firstChild.textContent = chosen.dataset.word + " ";
      chip.append(said + " ×");
      line.append(chip);
      return line;
    }));
  }
  chosen.addEventListener("click", (event) => {
    const chip = event.target.closest("[data-clears]");
    if (!chip) return;
    event.preventDefault();
    form.elements[chip.dataset.clears].value = "";
    form.requestSubmit();
  });

  /* What is typed finds a choice by the beginning of any of its words: MIMP, mujer, 2023. */
  let sought = "";
  let last = 0;
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  form.addEventListener("keydown", (event) => {
    const list = event.target.closest("select");
    if (!list || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") form.requestSubmit();
    else if (event.key.length === 1 && (event.key !== " " || sought)) {
      sought = (event.timeStamp - last > 1500 ? "" : sought) + plain(event.key);
      last = event.timeStamp;
      const words = (option) => " " + plain(option.text).replace(/[^a-z0-9ñ]+/g, " ");
      const found = [...list.options].find((option) => words(option).includes(" " + sought));
      if (found) list.value = found.value;
    } else return;
    event.preventDefault();
  });
  form.addEventListener("focusin", () => (sought = ""));

  const keys = {
    ArrowRight: () => show(here + 1), PageDown: () => show(here + 1), " ": () => show(here + 1),
    ArrowLeft: () => show(here - 1), PageUp: () => show(here - 1),
    Home: () => jump(0), End: () => jump(slides.length - 1),
    g: choose, x: clear, t: survey, "?": explain,
    f: full, n: toggle, Escape: close, b: () => blacken(true), ".": () => blacken(true),
    /* "Start the show" of a remote: it has started, and loading again would leave the full screen. */
    F5: () => document.fullscreenElement || location.reload(),
  };

  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (black() && (keys[key] || /^[0-9]$/.test(key) || key === "Enter")) {
      blacken(false);
      event.preventDefault();
      return;
    }
    if (legend.open || overview.open) return within(event, key);
    const own = event.target.closest("select, input, button, a, summary");
    if (own && (own.matches("select, input") ? key !== "Escape" : key === " " || (key === "Enter" && !typed))) return;
    if (/^[0-9]$/.test(key)) {
      typed = (typed + key).slice(-3);
      byId("count").textContent = "→ " + typed;
    } else if (key === "Enter" && typed) {
      const wanted = Number(typed) - 1;
      close();
      jump(wanted);
    } else if (keys[key]) {
      keys[key]();
      if (key !== "Escape") typed = "";
    } else return;
    event.preventDefault();
  }

  let touched = null;
  document.addEventListener("touchstart", (event) => {
    const finger = event.changedTouches[0];
    touched = event.touches.length === 1 ? [finger.clientX, finger.clientY] : null;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!touched || black()) return;
    const across = event.changedTouches[0].clientX - touched[0];
    const down = event.changedTouches[0].clientY - touched[1];
    if (Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(down)) show(here + (across < 0 ? 1 : -1));
  });

  document.addEventListener("keydown", press);
  document.addEventListener("click", (event) => {
    if (!black()) return;
    blacken(false);
    event.preventDefault();
    event.stopPropagation();
  }, true);
  byId("previous").addEventListener("click", () => show(here - 1));
  byId("next").addEventListener("click", () => show(here + 1));
  note.addEventListener("click", toggle);
  byId("count").addEventListener("click", survey);
  byId("help").addEventListener("click", explain);
  [legend, overview].forEach((one) => one.addEventListener("click", (event) => event.target === one && one.close()));
  /* What is left at its starting value stays out of the address. */
  form.addEventListener("formdata", (event) => {
    [...event.formData].forEach(([name, value]) => value || event.formData.delete(name));
  });

  /* In the file of a room without a network the views of the filters travel inside. */
  const inside = byId("views");
  const [found, views] = inside ? JSON.parse(inside.textContent) : [];

  /* Put other screens in place of these: the room stays full screen and the clock goes on. */
  function put(written, query, at) {
    const id = slides[Math.max(here, 0)].id;
    const sum = document.querySelector(".sum");
    byId("principal").innerHTML = written;
    if (sum) document.querySelector(".slide .body").after(sum);
    slides = [...document.querySelectorAll(".slide")];
    const kept = at >= 0 ? at : start(here < 0 ? "" : id);
    here = -1;
    write(query);
    show(kept);
    chips();
    fold();
  }

  function swap(chosen, at) {
    const query = names.filter((name) => chosen.get(name))
      .map((name) => name + "=" + chosen.get(name)).join("&");
    byId("absent").hidden = query in views;
    if (!(query in views)) return;
    if (at === undefined && here >= 0) mark();
    put(views[query].map((index) => found[index]).join(""), new URLSearchParams(query), at);
  }

  async function ask(chosen, at) {
    const query = new URLSearchParams([...chosen].filter((pair) => pair[1] && pair[0] !== "pantalla"));
    const answer = await fetch(location.pathname + "?" + query);
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    byId("record").href = page.getElementById("record").href;
    byId("said").innerHTML = page.getElementById("said").innerHTML;
    if (at === undefined) mark();
    put(page.getElementById("principal").innerHTML, query, at);
    byId("said").hidden = false;
  }

  document.body.classList.add("room");
  form.addEventListener("submit", (event) => {
    const chosen = new FormData(form);
    if (views) swap(chosen);
    else ask(chosen).catch(() => form.submit());
    event.preventDefault();
  });
  legend.close();
  const filled = (query) => names.forEach((name) => (form.elements[name].value = query.get(name) || ""));
  const opened = new URLSearchParams(location.search);
  if (views && names.some((name) => opened.get(name))) {
    filled(opened);
    swap(opened);
  }
  window.addEventListener("popstate", () => {
    const query = new URLSearchParams(location.search);
    const at = (parseInt(query.get("pantalla"), 10) || 1) - 1;
    if (filtersOf(query) === asked) return show(at);
    filled(query);
    if (views) swap(query, at);
    else ask(query, at).catch(() => location.reload());
  });
  if (here < 0) show(start(decodeURIComponent(location.hash.slice(1))));
  setInterval(tick, 1000);
})();
