// The "Ułatwienia" panel: each choice is an attribute on <html>, kept in localStorage.
const KEY = "kulisy-ease";
const root = document.documentElement;
const panel = document.querySelector("[data-ease]");

function wishes() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
}

function keep(chosen) {
  try {
    if (Object.keys(chosen).length) localStorage.setItem(KEY, JSON.stringify(chosen));
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage the choice lives as long as the page.
  }
}

function show(form) {
  for (const input of form.querySelectorAll("input[type=radio]")) {
    input.checked = input.value === (root.dataset[input.name] ?? "");
  }
}

function choose(form) {
  const chosen = {};
  for (const [name, value] of new FormData(form)) {
    if (value) {
      root.dataset[name] = value;
      chosen[name] = value;
    } else {
      delete root.dataset[name];
    }
  }
  keep(chosen);
}

if (panel) {
  const form = panel.querySelector("form");
  const said = panel.querySelector("[role=status]");

  for (const opener of document.querySelectorAll("[data-ease-open]")) {
    opener.addEventListener("click", () => {
      said.textContent = "";
      show(form);
      panel.showModal();
    });
  }
  form.addEventListener("change", (event) => {
    choose(form);
    const group = event.target.closest("fieldset").querySelector("legend").textContent.trim();
    said.textContent = `${group}: ${event.target.parentElement.textContent.trim()}.`;
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const input of form.querySelectorAll("input[value='']")) input.checked = true;
    choose(form);
    said.textContent = form.dataset.resetSaid;
  });
  panel.addEventListener("click", (event) => {
    if (event.target === panel) panel.close();
  });
  // Another tab of the same site changed its mind.
  addEventListener("storage", (event) => {
    if (event.key !== KEY) return;
    const chosen = wishes();
    for (const name of ["theme", "contrast", "size", "spacing", "motion", "links"]) {
      if (chosen[name]) root.dataset[name] = chosen[name];
      else delete root.dataset[name];
    }
    show(form);
  });
}
