/* Quick exit: its link, or Shift alone three times in two seconds. A table that fits is no stop of the keyboard. */
(() => {
  const link = document.querySelector(".exit a");
  const said = link.nextElementSibling;
  let times = 0, alone, timer;
  const say = (words) => (said.textContent = words);

  function reset() {
    clearTimeout(timer);
    times = alone = 0;
    say("");
  }

  function blank() {
    document.body.innerHTML = "";
    document.body.append(said);
    say(link.dataset.leaving);
    document.title = link.host;
    document.head.insertAdjacentHTML("beforeend", '<meta name="referrer" content="no-referrer">');
  }

  /* To leave comes before all else: what an old browser cannot do on the way is left undone. */
  function leave() {
    const to = link.href;
    try {
      blank();
    } catch (cannot) {
      document.body.hidden = true;
    }
    location.replace(to);
  }

  /* The link's own way is given up once ours is taken. */
  link.onclick = (event) => {
    leave();
    event.preventDefault();
  };
  onkeydown = (event) => {
    if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) reset();
    else if (!event.repeat) alone = 1;
  };
  onkeyup = (event) => {
    if (!alone || event.key !== "Shift") return;
    alone = 0;
    if (++times > 2) return leave();
    if (times < 2) timer = setTimeout(reset, 2000);
    say(link.dataset["left" + (3 - times)]);
  };
  onpointerdown = onwheel = reset;

  /* What is folded is measured when it opens: the page grows then. */
  function stops() {
    const all = [...document.querySelectorAll(".scroller")].filter((one) => !one.closest("details:not([open])"));
    const found = all.map((one) => (one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight) - 1);
    all.forEach((one, index) => one.tabIndex !== found[index] && (one.tabIndex = found[index]));
  }

  /* Once what changed has been painted: to measure is to lay out. */
  if (window.ResizeObserver) new ResizeObserver(() => setTimeout(stops)).observe(document.body);
  else setTimeout(stops);
})();

/* A term says what it means where it stands: a tap opens it, another or Escape shuts it. */
(() => {
  let open;
  function shut() {
    if (open) open.remove();
    open = null;
  }
  document.addEventListener("click", (event) => {
    const term = event.target.closest && event.target.closest("a.term");
    const whose = open && open.term;
    if (!term || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    shut();
    if (whose === term) return;
    const more = Object.assign(document.createElement("a"), { href: term.href, textContent: term.textContent });
    open = Object.assign(document.createElement("span"), { className: "told", term });
    open.setAttribute("role", "status");
    open.append(term.title + " ", more);
    term.after(open);
  });
  addEventListener("keydown", (event) => event.key === "Escape" && shut());
})();
