/* Copy, native share sheet, WhatsApp: only where the browser can, and only when asked. */
(function () {
  "use strict";
  const whole = (place) => location.origin + place.dataset.path;

  function tell(button, words, patience) {
    const before = button.dataset.before || button.textContent;
    button.dataset.before = before;
    button.textContent = words;
    setTimeout(() => (button.textContent = before), patience);
  }

  /* What is copied: the words of an element, or an address, which gets a field to be selected in. */
  function field(button) {
    const next = button.nextElementSibling;
    if (next && next.matches("input.taken")) return next;
    const one = document.createElement("input");
    one.className = "taken";
    one.readOnly = true;
    one.setAttribute("aria-label", button.dataset.before || button.textContent);
    one.value = whole(button);
    button.insertAdjacentElement("afterend", one);
    return one;
  }

  function select(button) {
    const words = document.getElementById(button.dataset.copy);
    if (!words) return field(button).select();
    getSelection().selectAllChildren(words);
  }

  /* Without a clipboard, or refused: the words are selected, and the button says what to do. */
  function byHand(button) {
    select(button);
    let copied = false;
    try {
      copied = document.execCommand("copy");
    } catch (cannot) {}
    if (copied) tell(button, button.dataset.done, 2000);
    else tell(button, button.dataset.hand, 10000);
  }

  function copy(button) {
    const words = document.getElementById(button.dataset.copy);
    const text = words ? words.textContent : whole(button);
    if (!navigator.clipboard || !navigator.clipboard.writeText) return byHand(button);
    navigator.clipboard.writeText(text).then(() => tell(button, button.dataset.done, 2000), () => byHand(button));
  }

  function send(button) {
    if (!navigator.share) return copy(button);
    navigator.share({ title: button.dataset.title, text: button.dataset.text, url: whole(button) }).catch(() => {});
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-share], [data-copy]");
    if (!button) return;
    if (button.dataset.share === "sheet") {
      send(button);
    } else if (button.dataset.share === "whatsapp") {
      button.href = "https://wa.me/?text=" + encodeURIComponent(button.dataset.text + " " + whole(button));
    } else {
      copy(button);
    }
  });

  /* The kit listens to its own frames as it tells others to. */
  addEventListener("message", (event) => {
    const said = event.data;
    if (event.origin !== location.origin || !said || said.tipo !== "tablero-trata" || said.version !== 1) return;
    document.querySelectorAll(".live-frame iframe").forEach((frame) => {
      if (frame.contentWindow === event.source && said.alto > 0 && said.alto < 5000) {
        frame.height = Math.ceil(said.alto);
        frame.style.height = `${frame.height}px`;
      }
    });
  });

  document.addEventListener("toggle", (event) => {
    if (!event.target.matches || !event.target.matches("details.share") || !navigator.share) return;
    event.target.querySelectorAll("[data-share=sheet]").forEach((button) => (button.hidden = false));
  }, true);

  /* Paper says on which day it was printed; the server knows no day. */
  addEventListener("beforeprint", () => {
    document.querySelectorAll("[data-asked]").forEach((one) => {
      one.textContent = ", " + one.dataset.asked + " " + new Date().toLocaleDateString("es-PE");
    });
  });

  /* The buttons show where they can answer. */
  document.documentElement.classList.add("shares");
})();
