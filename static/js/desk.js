// What the desk's forms can do faster with a script: add rows and take them out without a round trip, offer only what
// fits, and keep a draft by themselves. All of it works without the script too, by buttons that post the form.
(() => {
  "use strict";
  const PAUSE = 4000; // milliseconds without typing before a draft is kept
  const statement = document.querySelector("[data-desk-form]");
  const move = document.querySelector("[data-status-form]");

  const rowsOf = (section) => [...section.querySelectorAll("[data-row]")];

  function focusFirst(part) {
    part.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  }

  function addBox(boxes) {
    const all = [...boxes.querySelectorAll("input")];
    const last = all[all.length - 1];
    const box = last.cloneNode();
    box.value = "";
    box.id = last.id.replace(/\d+$/, all.length);
    box.setAttribute("aria-label", last.getAttribute("aria-label").replace(/\d+$/, all.length + 1));
    last.after(box);
    box.focus();
  }

  // In names, ids and what points to them, the number behind `marker`.
  function renumber(part, marker, number) {
    const pattern = new RegExp(`(${marker}-)(?:\\d+|__prefix__)(?=[-_]|$)`);
    for (const element of part.querySelectorAll("*")) {
      for (const attribute of ["name", "id", "for", "aria-describedby"]) {
        const old = element.getAttribute(attribute);
        if (old) element.setAttribute(attribute, old.replace(pattern, `$1${number}`));
      }
      if (element.name === "do") element.value = element.value.replace("__prefix__", number);
    }
  }

  function addCondition(row) {
    const all = row.querySelectorAll("[data-condition]");
    const last = all[all.length - 1];
    const next = last.cloneNode(true);
    for (const error of next.querySelectorAll(".field__error")) error.remove();
    for (const field of next.querySelectorAll(".field--wrong")) field.classList.remove("field--wrong");
    for (const box of next.querySelectorAll("input, select")) {
      box.value = "";
      box.removeAttribute("aria-invalid");
    }
    renumber(next, "conditions", all.length);
    const words = next.querySelector("label").firstChild;
    words.textContent = words.textContent.replace(/\d+/, all.length + 1);
    last.after(next);
    focusFirst(next);
  }

  function addRow(section) {
    const total = section.querySelector("[name$=-TOTAL_FORMS]");
    const empty = section.querySelector("[data-empty-row]");
    const row = empty.content.firstElementChild.cloneNode(true);
    renumber(row, section.dataset.rows, total.value);
    total.value = Number(total.value) + 1;
    empty.before(row);
    tell(section);
    watchRow(row);
    focusFirst(row);
  }

  // The server leaves out what has no boxes, so the others keep their numbers.
  function takeOut(section, row) {
    row.remove();
    tell(section);
    section.querySelector("[data-more-rows]").focus();
  }

  function tell(section) {
    rowsOf(section).forEach((row, place) => {
      row.querySelector("[data-row-number]").textContent = place + 1;
    });
  }

  // A row offers the provisions of its own proposal, and opens its conditions where they are needed.
  function watchRow(row) {
    const [proposal, provision, stance] = ["proposal", "provision", "stance"].map((name) =>
      row.querySelector(`select[name$="-${name}"]`),
    );
    const groups = [...provision.querySelectorAll("optgroup")];
    const whole = provision.options[0];
    const offer = (chosen) => {
      const title = proposal.value && proposal.selectedOptions[0].textContent;
      provision.replaceChildren(whole, ...groups.filter((group) => !title || group.label === title));
      provision.value = chosen;
    };
    proposal.addEventListener("change", () => offer(""));
    stance.addEventListener("change", () => {
      if (stance.value === "supports_conditionally") row.querySelector("[data-conditions]").open = true;
    });
    if (!provision.value) offer("");
  }

  function onClick(event) {
    const button = event.target.closest("button");
    if (!button) return;
    const section = button.closest("[data-rows]");
    if (button.matches("[data-more-boxes]")) addBox(button.closest("[data-boxes]"));
    else if (button.matches("[data-more-conditions]")) addCondition(button.closest("[data-row]"));
    else if (button.matches("[data-more-rows]")) addRow(section);
    else if (button.matches("[data-less]")) takeOut(section, button.closest("[data-row]"));
    else return;
    event.preventDefault();
    statement.dispatchEvent(new Event("input"));
  }

  // Keeps a draft whenever typing pauses. Publishing waits for a draft that is on its way, so that none is left behind.
  function keepDrafts(form) {
    const told = form.querySelector("[data-saved]");
    let timer = 0;
    let saving = null;
    let leaving = false;

    async function save() {
      const data = new FormData(form);
      data.set("do", "keep");
      try {
        const answer = await fetch(form.action, { method: "POST", body: data });
        const path = new URL(answer.url).pathname;
        if (answer.ok && /\/drafts\/\d+\/$/.test(path)) {
          form.action = path;
          history.replaceState(null, "", path);
          told.textContent = `Draft saved ${new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}`;
        } else {
          told.textContent = answer.ok
            ? "You are logged out. What you typed is kept: press “Keep as draft” and log in."
            : "Draft not saved: something here cannot be kept. Press “Keep as draft” to see what.";
        }
      } catch {
        told.textContent = "Draft not saved: no connection.";
      }
    }

    form.addEventListener("input", () => {
      clearTimeout(timer);
      if (leaving) return;
      timer = setTimeout(() => {
        saving = save().finally(() => {
          saving = null;
        });
      }, PAUSE);
    });

    form.addEventListener("submit", (event) => {
      clearTimeout(timer);
      if (leaving) {
        event.preventDefault(); // a second click
        return;
      }
      if (saving) {
        event.preventDefault();
        saving.then(() => form.requestSubmit(event.submitter));
        return;
      }
      leaving = true;
    });
    addEventListener("pageshow", () => {
      leaving = false; // back from the next page
    });
  }

  // Shows where the chosen proposal stands, and puts what is possible from there first.
  function watchMove(form) {
    const proposal = form.querySelector("[name=proposal]");
    const to = form.querySelector("[name=to]");
    const options = [...to.querySelectorAll("option")];
    form.querySelector("[data-look]").hidden = true;
    const group = (label, members) => {
      const made = document.createElement("optgroup");
      made.label = label;
      made.append(...members);
      return made;
    };
    const show = () => {
      let possible = null;
      for (const stand of form.querySelectorAll("[data-standing-of]")) {
        stand.hidden = stand.dataset.standingOf !== proposal.value;
        if (!stand.hidden) possible = stand.dataset.possible.split(" ");
      }
      const chosen = to.value;
      const [blank, ...all] = options;
      const can = possible && all.filter((one) => possible.includes(one.value));
      to.replaceChildren(
        blank,
        ...(possible
          ? [
              group("Possible from here", can),
              group("Not possible from here", all.filter((one) => !can.includes(one))),
            ]
          : all),
      );
      to.value = chosen;
    };
    proposal.addEventListener("change", show);
    show();
  }

  if (statement) {
    statement.addEventListener("click", onClick);
    for (const section of statement.querySelectorAll("[data-rows]")) rowsOf(section).forEach(watchRow);
    keepDrafts(statement);
  }
  if (move) watchMove(move);
})();
