// The value while it is typed. The server computes it again: this only shows it.
(() => {
  const form = document.querySelector("form[data-clase]");
  const shown = document.getElementById("calculado");
  if (!form || !shown) return;
  const read = (name) => {
    const said = form.elements[name] ? form.elements[name].value.replace(/[\s,]/g, "") : "";
    return /^-?\d+(\.\d+)?$/.test(said) ? Number(said) : null;
  };
  const show = () => {
    const above = read("numerador"), below = read("denominador");
    if (above === null || !below) { shown.textContent = form.dataset.sin; return; }
    const part = form.dataset.clase === "variacion" ? (above - below) / below : above / below;
    const power = 10 ** Number(form.dataset.decimales);
    shown.textContent = (Math.round(part * 100 * power + 1e-9) / power).toLocaleString("en-US", { maximumFractionDigits: 6 }) + " %";
  };
  form.addEventListener("input", show);
  show();
})();
