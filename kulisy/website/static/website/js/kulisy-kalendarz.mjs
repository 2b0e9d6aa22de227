// <kulisy-kalendarz src="https://..." query="rodzaj=koncert" count="5" lang="pl">
// A culture centre's coming dates inside another page: its letters, its colours, no cookies.
const WORDS = {
  pl: { empty: "Na razie nie ma terminów.", broken: "Kalendarz chwilowo nie odpowiada.", off: "odwołane", postponed: "przełożone", all: "Cały kalendarz" },
  en: { empty: "No dates for now.", broken: "The calendar does not answer at the moment.", off: "cancelled", postponed: "postponed", all: "Whole calendar" },
};
const STYLE = `
  :host { display: block; font: inherit; color: inherit; }
  ol { list-style: none; margin: 0; padding: 0; }
  li { padding: 0.6em 0; border-top: 1px solid; border-color: color-mix(in srgb, currentcolor 25%, transparent); }
  time { display: block; font-variant-numeric: tabular-nums; font-weight: 600; }
  a { color: inherit; font-weight: 600; }
  p { margin: 0.2em 0 0; }
  .off { text-decoration: line-through; }
`;

class Kalendarz extends HTMLElement {
  static observedAttributes = ["src", "query", "count", "lang"];

  connectedCallback() {
    this.show();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.show();
  }

  get language() {
    return (this.closest("[lang]")?.lang ?? "pl").startsWith("en") ? "en" : "pl";
  }

  address() {
    const origin = new URL(this.getAttribute("src") || import.meta.url, location.href);
    if (!/^https?:$/.test(origin.protocol)) throw new TypeError(origin.protocol);
    const asked = new URL("/api/v1/occurrences", origin);
    for (const [name, value] of new URLSearchParams(this.getAttribute("query") ?? "")) asked.searchParams.append(name, value);
    if (!asked.searchParams.has("od")) asked.searchParams.set("od", new Date().toISOString().slice(0, 10));
    const count = Number.parseInt(this.getAttribute("count") ?? "5", 10);
    asked.searchParams.set("limit", String(Math.min(50, Math.max(1, count || 5))));
    return asked;
  }

  async show() {
    const words = WORDS[this.language];
    try {
      const asked = this.address();
      const answer = await fetch(asked, { credentials: "omit", headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const found = await answer.json();
      this.draw(found.items ?? found.results ?? [], asked.origin, words);
    } catch {
      // What stands inside the element - a link to the calendar - stays where it is.
      this.setAttribute("data-state", "broken");
      this.setAttribute("title", words.broken);
    }
  }

  draw(dates, origin, words) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const list = document.createElement("ol");
    const day = new Intl.DateTimeFormat(this.language, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZone: "Europe/Warsaw" });
    for (const date of dates) list.append(this.row(date, day, origin, words));
    const all = document.createElement("p");
    const link = document.createElement("a");
    link.href = new URL("/kalendarz/", origin);
    link.textContent = words.all;
    all.append(link);
    const said = document.createElement("p");
    said.textContent = words.empty;
    root.replaceChildren(dates.length ? list : said, all);
    this.setAttribute("data-state", "shown");
  }

  // Everything goes in as text, never as markup: the page around trusts us.
  row(date, day, origin, words) {
    const row = document.createElement("li");
    const time = document.createElement("time");
    time.dateTime = date.starts_at;
    time.textContent = day.format(new Date(date.starts_at));
    const link = document.createElement("a");
    link.textContent = date.title;
    const to = new URL(date.url ?? "/kalendarz/", origin);
    link.href = /^https?:$/.test(to.protocol) ? to : origin;
    row.append(time, link);
    const state = { cancelled: words.off, postponed: words.postponed }[date.state];
    if (state) {
      link.className = "off";
      row.append(` ${state}`);
    }
    const place = typeof date.place === "string" ? date.place : date.place?.name;
    if (place) {
      const where = document.createElement("p");
      where.textContent = place;
      row.append(where);
    }
    return row;
  }
}

if (!customElements.get("kulisy-kalendarz")) customElements.define("kulisy-kalendarz", Kalendarz);
