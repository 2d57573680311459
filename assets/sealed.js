/* A frame in a sandbox without an origin of its own, as WordPress writes it: forms and ways out of
   the frame are shut. The filters go on by script, the way back as WordPress asks its embeds to say
   it, the height likewise; the address of the chart stands in words. */
(function () {
  "use strict";
  if (self.origin !== "null") return;
  const MOST = 1000;
  const secret = (/[#&?]secret=(\w+)/.exec(location.hash) || [])[1];
  const say = (message, value) => secret && parent.postMessage({ message, value, secret }, "*");
  document.documentElement.classList.add("sealed");

  /* WordPress makes no frame higher than that: a higher one stays as it is. */
  function tell() {
    const high = Math.ceil(document.body.getBoundingClientRect().height);
    if (high <= MOST || innerHeight < MOST) say("height", Math.min(high, MOST));
  }
  ["load", "resize"].forEach((name) => addEventListener(name, tell));
  document.addEventListener("toggle", tell, true);

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[target="_top"]');
    const button = event.target.closest(".own-filters button");
    if (link && secret) {
      say("link", link.href);
      event.preventDefault();
    } else if (link) {
      link.target = "_blank";
      link.rel = "noopener";
    } else if (button) {
      const query = new URLSearchParams([...new FormData(button.form)].filter((pair) => pair[1]));
      location.href = button.form.action + "?" + query + location.hash;
      event.preventDefault();
    }
  });
})();
