// Asks the browser for a passkey and puts it in its form. Without this, the codes are the way.
(() => {
  const form = document.querySelector("form[data-llave]");
  const makes = window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON;
  if (!form || !makes) return;
  form.hidden = false;
  for (const without of document.querySelectorAll("[data-sin-llave]")) without.hidden = true;
  form.addEventListener("submit", (event) => {
    if (form.elements.credencial.value) return;
    event.preventDefault();
    const asked = JSON.parse(form.dataset.pide), making = form.dataset.llave === "alta";
    const options = making
      ? { publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) }
      : { publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) };
    (making ? navigator.credentials.create(options) : navigator.credentials.get(options))
      .then((key) => { form.elements.credencial.value = JSON.stringify(key.toJSON()); form.submit(); })
      .catch(() => { form.querySelector("[data-fallo]").textContent = form.dataset.mal; });
  });
})();
