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
    settings.open = false;
    typed = "";
    byId("count").textContent = place();
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

  const keys = {
    ArrowRight: () => show(here + 1), PageDown: () => show(here + 1), " ": () => show(here + 1),
    ArrowLeft: () => show(here - 1), PageUp: () => show(here - 1),
    Home: () => show(0), End: () => show(slides.length - 1),
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
    const own = event.target.closest("select, input, button, a, summary");
    if (own && (own.matches("select, input") ? key !== "Escape" : key === " " || (key === "Enter" && !typed))) return;
    if (/^[0-9]$/.test(key)) {
      typed = (typed + key).slice(-3);
      byId("count").textContent = "→ " + typed;
    } else if (key === "Enter" && typed) {
      const wanted = Number(typed) - 1;
      close();
      show(wanted);
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
  /* What is left at its starting value stays out of the address. */
  form.addEventListener("formdata", (event) => {
    [...event.formData].forEach(([name, value]) => value || event.formData.delete(name));
  });

  /* In the file of a room without a network the views of the filters travel inside. */
  const inside = byId("views");
  const [found, views] = inside ? JSON.parse(inside.textContent) : [];

  /* Put other screens in place of these: the room stays full screen and the clock goes on. */
  function put(written, query) {
    const id = slides[Math.max(here, 0)].id;
    const sum = document.querySelector(".sum");
    byId("principal").innerHTML = written;
    if (sum) document.querySelector(".slide .body").after(sum);
    slides = [...document.querySelectorAll(".slide")];
    const kept = here < 0 ? start("") : start(id);
    here = -1;
    write(query);
    show(kept);
    settings.open = false;
  }

  function swap(chosen) {
    const query = ["anio", "sector", "eje"].filter((name) => chosen.get(name))
      .map((name) => name + "=" + chosen.get(name)).join("&");
    byId("absent").hidden = query in views;
    if (query in views) put(views[query].map((index) => found[index]).join(""), new URLSearchParams(query));
  }

  async function ask(chosen) {
    const query = new URLSearchParams([...chosen].filter((pair) => pair[1]));
    const answer = await fetch(location.pathname + "?" + query);
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    byId("record").href = page.getElementById("record").href;
    byId("said").innerHTML = page.getElementById("said").innerHTML;
    put(page.getElementById("principal").innerHTML, query);
    byId("said").hidden = false;
  }

  document.body.classList.add("room");
  form.addEventListener("submit", (event) => {
    const chosen = new FormData(form);
    if (views) swap(chosen);
    else ask(chosen).catch(() => form.submit());
    event.preventDefault();
  });
  const asked = new URLSearchParams(location.search);
  if (views && ["anio", "sector", "eje"].some((name) => asked.get(name))) {
    ["anio", "sector", "eje"].forEach((name) => (form.elements[name].value = asked.get(name) || ""));
    swap(asked);
  }
  if (here < 0) show(start(decodeURIComponent(location.hash.slice(1))));
  setInterval(tick, 1000);
})();
