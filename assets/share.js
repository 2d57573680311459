/* Copy, native share sheet, WhatsApp: only where the browser can, and only when asked. */
(function () {
  "use strict";
  document.documentElement.classList.add("shares");
  const whole = (place) => location.origin + place.dataset.path;

  function done(button) {
    const before = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = before), 2000);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-share], .paste [data-copy]");
    if (!button) return;
    if (button.dataset.share === "copy") {
      navigator.clipboard.writeText(whole(button)).then(() => done(button));
    } else if (button.dataset.share === "sheet") {
      navigator.share({ title: button.dataset.title, text: button.dataset.text, url: whole(button) }).catch(() => {});
    } else if (button.dataset.share === "whatsapp") {
      button.href = "https://wa.me/?text=" + encodeURIComponent(button.dataset.text + " " + whole(button));
    } else if (!document.getElementById("react-entry-point")) {
      navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent).then(() => done(button));
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
})();
