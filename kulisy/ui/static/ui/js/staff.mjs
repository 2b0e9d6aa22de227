// Backstage without scripts does the same, one step later: the room is asked about on saving.

const ASKED = ["day", "starts", "ends", "last_day", "room"];

/** Asks whether the chosen room is free and puts the answer beside the fields. */
function watchRoom(form) {
  const answer = form.querySelector("[data-free-answer]");
  let waiting = 0;
  let asked = 0;
  const ask = async () => {
    const typed = new FormData(form);
    if (!ASKED.slice(0, 3).every((name) => typed.get(name)) || !typed.get("room")) {
      answer.replaceChildren();
      return;
    }
    const address = new URL(form.dataset.free, location.href);
    for (const name of ASKED) address.searchParams.set(name, typed.get(name) ?? "");
    const turn = ++asked;
    try {
      const response = await fetch(address, { headers: { Accept: "text/html" } });
      // A slow answer to an earlier question must not overwrite the later one.
      if (response.ok && turn === asked) answer.innerHTML = await response.text();
    } catch {
      // Offline: saving asks again, and answers in words.
    }
  };
  form.addEventListener("change", (event) => {
    if (!ASKED.includes(event.target.name)) return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, 250);
  });
}

document.querySelectorAll("form[data-free]").forEach(watchRoom);

const LOOK_AGAIN = 2000; // milliseconds

/** Shows how far some work is. Its status is rewritten only when it changes: then readers speak. */
function watchWork(page) {
  const look = async () => {
    try {
      const response = await fetch(location.href, { headers: { Accept: "text/html" } });
      const text = await response.text();
      const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("[data-work]");
      const [said, says] = [page, fresh].map((each) => each.querySelector("[role=status]"));
      if (said.textContent !== says.textContent) said.textContent = says.textContent;
      page.querySelector("[data-work-rest]").replaceWith(fresh.querySelector("[data-work-rest]"));
      page.dataset.work = fresh.dataset.work;
    } catch {
      // Offline, or the server is starting anew: the next look will tell.
    }
    if (page.dataset.work === "running") setTimeout(look, LOOK_AGAIN);
  };
  setTimeout(look, LOOK_AGAIN);
}

document.querySelectorAll("[data-work=running]").forEach(watchWork);

const SECOND_CLICK = 4000; // milliseconds; a server that has not answered by then may be asked again

// A second click while the first is on its way would add a second event.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  // Later than other listeners: a form that one of them has stopped was not sent.
  setTimeout(() => {
    if (event.defaultPrevented) return;
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, SECOND_CLICK);
  });
});

const told = document.querySelector(".k-summary, [data-focus]");
// Taller than the window it would be shown from its middle.
told?.focus({ preventScroll: true });
told?.scrollIntoView({ block: "start" });

// Wagtail's widgets begin with a script inside the page, which the policy does not run. Here they
// begin with data, by one of these names and no other.
const BEGIN = {
  ImageChooser: (...given) => new window.ImageChooser(...given),
  DocumentChooser: (...given) => new window.DocumentChooser(...given),
  PageChooser: (...given) => new window.PageChooser(...given),
  Chooser: (...given) => new window.Chooser(...given),
  InlinePanel: (options) => new window.InlinePanel(JSON.parse(options)),
  initDateChooser: (...given) => window.initDateChooser(...given),
  initTimeChooser: (...given) => window.initTimeChooser(...given),
  initDateTimeChooser: (...given) => window.initDateTimeChooser(...given),
};

function beginIn(root) {
  for (const found of root.querySelectorAll("script[data-begin]")) {
    const begin = BEGIN[found.dataset.begin];
    // A row of an inline panel is copied from its template with the place of its number open.
    if (!begin || found.dataset.begun || found.textContent.includes("__prefix__")) continue;
    found.dataset.begun = "1";
    begin(...JSON.parse(found.textContent));
  }
}

/** Gives the rich text editor and the tag field, which Wagtail leaves nameless, their field's name. */
function nameIn(root) {
  const nameless = ".public-DraftEditor-content:not([aria-label]), .tagit input:not([aria-label])";
  for (const field of root.querySelectorAll(nameless)) {
    const label = field.closest("[data-field], .w-field__wrapper")?.querySelector("label, .w-field__label");
    const panel = field.closest("section");
    // A block's heading shows how its text begins; its kind stands beside that.
    const heading = panel?.querySelector(".c-sf-block__type") ?? panel?.querySelector("[data-panel-heading-text]");
    const name = (label ?? heading)?.textContent.replace("*", "").trim();
    if (name) field.setAttribute("aria-label", name);
  }
}

beginIn(document);
nameIn(document);
new MutationObserver((changes) => {
  for (const change of changes) {
    for (const node of change.addedNodes) {
      if (!node.querySelectorAll) continue;
      beginIn(node);
      nameIn(document);
    }
  }
}).observe(document.body, { childList: true, subtree: true });
