// Applies what the visitor chose in "Ułatwienia" before the first paint; blocking on purpose.
(() => {
  const root = document.documentElement;
  root.dataset.js = "";
  try {
    const wishes = JSON.parse(localStorage.getItem("kulisy-ease") ?? "{}");
    for (const name of ["theme", "contrast", "size", "spacing", "motion", "links"]) {
      if (typeof wishes[name] === "string") root.dataset[name] = wishes[name];
    }
  } catch {
    // Storage may be closed to the page; it then simply starts plain.
  }
})();
