// The filter stands open where there is room for it; on a phone the list comes first.
for (const box of document.querySelectorAll("[data-open-wide]")) {
  if (matchMedia("(min-width: 62rem)").matches && !document.body.classList.contains("wide")) box.open = true;
}
// Empty fields do not belong in an address that is to be shared.
for (const form of document.querySelectorAll(".sieve-form")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) {
      if (field.name && !field.value) field.disabled = true;
    }
  });
  addEventListener("pageshow", () => {
    for (const field of form.elements) field.disabled = false;
  });
}
