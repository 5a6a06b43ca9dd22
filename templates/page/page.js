"use strict";

const page = document.body;
const fields = [...document.querySelectorAll("form input, form textarea")];
const words = (id) => document.getElementById(id);
const place = `outsource-kit/${page.dataset.version}/${page.id}`;

/* Copy: a button below each heading whose text can be pasted elsewhere; below the whole head of a
   document, so that its lines stay together. */

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    page.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

for (const heading of document.querySelectorAll("[data-copy]")) {
  const tools = words("copy-tools").content.cloneNode(true);
  const [button, said] = tools.querySelectorAll("button, output");
  button.setAttribute("aria-label", `${button.textContent}: ${heading.textContent}`);
  button.addEventListener("click", async () => {
    await copy(heading.dataset.copy);
    said.value = said.dataset.done;
  });
  const head = heading.closest("header");
  head ? head.append(tools) : heading.after(tools);
}

/* Answers: kept in this browser as they are typed, handed out as a file, taken from one, and
   forgotten at will. */

const isChosen = (field) => ["checkbox", "radio"].includes(field.type);
const valueOf = (field) => (isChosen(field) ? field.checked : field.value);
const labelOf = (field) =>
  (field.closest("[role=radiogroup]") ?? field).getAttribute("aria-label");
const keyOf = (field) => (field.type === "radio" ? `${field.name}=${field.value}` : field.name);

function keep() {
  const typed = Object.fromEntries(fields.map((field) => [keyOf(field), valueOf(field)]));
  try {
    localStorage.setItem(place, JSON.stringify(typed));
  } catch { /* a browser that keeps nothing still fills in */ }
}

function recall() {
  let typed = {};
  try {
    typed = JSON.parse(localStorage.getItem(place)) ?? {};
  } catch { /* nothing was kept */ }
  for (const field of fields) {
    if (keyOf(field) in typed) {
      field[isChosen(field) ? "checked" : "value"] = typed[keyOf(field)];
    }
  }
}

function answers() {
  return fields
    .filter((field) => field.type !== "radio" || field.checked)
    .map((field) => ({
      field: field.name,
      label: labelOf(field),
      value: field.type === "radio" ? field.value : valueOf(field),
    }));
}

function download() {
  const said = {
    document: page.id,
    title: document.title,
    version: page.dataset.version,
    answers: answers(),
  };
  const file = new Blob([JSON.stringify(said, null, 2)], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${page.id}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

function clear(question) {
  if (window.confirm(question)) {
    document.forms[0].reset();
    try {
      localStorage.removeItem(place);
    } catch { /* nothing was kept */ }
  }
}

/* Load: entries that a page like this one handed out. What has no place here is named. */

const isEntered = (field) =>
  isChosen(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;

function parsed(text) {
  try {
    const said = JSON.parse(text);
    return said.answers.every(({ field }) => typeof field === "string") ? said : null;
  } catch {
    return null;
  }
}

function enter({ field: name, value }) {
  const isMeant = (field) => field.name === name && (field.type !== "radio" || field.value === value);
  const field = fields.find(isMeant);
  if (field?.type === "radio") {
    field.checked = true;
  } else if (field && typeof value === typeof valueOf(field)) {
    field[isChosen(field) ? "checked" : "value"] = value;
  } else {
    return false;
  }
  return true;
}

function load(text, question, words) {
  const said = parsed(text);
  if (!said) {
    return words.wrong;
  }
  if (said.document !== page.id) {
    return words.other.replace("{said}", () => `${said.title ?? said.document}`);
  }
  if (fields.some(isEntered) && !window.confirm(question)) {
    return "";
  }
  document.forms[0].reset();
  const left = said.answers.filter((answer) => !enter(answer));
  keep();
  const lines = [words.loaded.replace("{said}", said.answers.length - left.length)];
  if (said.version !== page.dataset.version) {
    lines.push(words.older);
  }
  if (left.length) {
    const named = left.map(({ label, field }) => label ?? field);
    lines.push(words.left.replace("{said}", () => named.join("; ")));
  }
  return lines.join(" ");
}

function choose(question, output) {
  const chooser = document.createElement("input");
  chooser.type = "file";
  chooser.accept = ".json,application/json";
  chooser.hidden = true;
  chooser.addEventListener("change", async () => {
    output.value = load(await chooser.files[0].text(), question, output.dataset);
    chooser.remove();
  });
  chooser.addEventListener("cancel", () => chooser.remove());
  document.body.append(chooser); // some browsers open nothing for an input outside the page
  chooser.click();
}

if (fields.length) {
  const tools = words("answer-tools").content.cloneNode(true);
  const [save, fetched, forget] = tools.querySelectorAll("button");
  const output = tools.querySelector("output");
  save.addEventListener("click", download);
  fetched.addEventListener("click", () => choose(fetched.dataset.question, output));
  forget.addEventListener("click", () => {
    clear(forget.dataset.question);
    output.value = "";
  });
  document.forms[0].append(tools);
  recall();
  document.forms[0].addEventListener("input", keep);
}

document.forms[0].addEventListener("submit", (event) => event.preventDefault());
