// A single page over Gatewright's JSON, without framework and build step. The session lives in a
// cookie that scripts cannot read, so there is nothing here to steal but the CSRF token.

const $ = (id) => document.getElementById(id);

// ---- Talking to the server

class Refused extends Error {
  constructor(status, errors) {
    super((errors?.length ? errors : [`The server answered ${status}.`]).join(" "));
    this.status = status;
  }
}

// Proves that a request was meant. Every JSON answer of Gatewright's endpoints brings the present one.
let csrf;

// One call of the API. It repeats itself when the CSRF token was too old, and when the server wants
// to see the password again; in both cases the server has refused and done nothing.
async function call(method, path, body, tries = 3) {
  const headers = { Accept: "application/json" };
  if (method !== "GET") {
    if (!csrf) await call("GET", "/login");
    headers["Content-Type"] = "application/json";
    headers["X-CSRFToken"] = csrf;
  }
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const json = await answer.json().catch(() => ({}));
  // Gatewright's answers lie in an envelope, those of this application's API do not.
  const said = json.response ?? json;
  csrf = said.csrf_token ?? csrf;
  if (answer.ok) return said;
  if (tries > 1 && answer.status === 400 && !said.field_errors && method !== "GET") {
    csrf = undefined;
    return call(method, path, body, tries - 1);
  }
  if (tries > 1 && said.reauth_required) {
    await showPasswordAgain();
    return call(method, path, body, tries - 1);
  }
  throw new Refused(answer.status, said.errors);
}

// ---- The password once more

// Done once the password was right; fails if the user would rather not.
function showPasswordAgain() {
  const form = $("verify");
  form.reset();
  problem(form, "");
  $("verify-email").value = $("who").textContent;
  $("again").showModal();
  return new Promise((done, fail) => {
    form.onsubmit = handle(form, async () => {
      try {
        await call("POST", "/verify", { password: form.elements.password.value });
      } catch (error) {
        if (error.status !== 401) throw error;
        fail(error); // Nobody is signed in any more.
      }
      done();
      $("again").close();
    });
    $("cancel").onclick = () => $("again").close();
    // Also with Escape. After success this comes too late to change anything.
    $("again").onclose = () => fail(new Refused(0, ["Cancelled. Nothing was changed."]));
  });
}

// ---- What the user does

const actions = {
  async "sign-in"(form) {
    const { email, password } = form.elements;
    await call("POST", "/login", { email: email.value, password: password.value });
    form.reset();
    await enter();
    $("notes-title").focus();
  },
  async "sign-out"() {
    await call("POST", "/logout", {});
    leave("You are signed out.");
  },
  async add(form) {
    const { text } = form.elements;
    showNotes(await call("POST", "/api/notes", { text: text.value }));
    form.reset();
    text.focus();
    news("Note added.");
  },
  async clear() {
    showNotes(await call("DELETE", "/api/notes"));
    news("All notes are deleted.");
    $("add").elements.text.focus();
  },
};

// Runs an action for a form, once at a time, and says beside it what went wrong.
function handle(form, action) {
  return async (event) => {
    event.preventDefault();
    if (form.ariaBusy === "true") return;
    form.ariaBusy = "true";
    problem(form, "");
    news("");
    try {
      await action(form);
    } catch (error) {
      if (error.status === 401) leave("You are not signed in any more. Please sign in again.");
      else if (error instanceof Refused) problem(form, error.message);
      else problem(form, "The server cannot be reached. Please try again.");
    }
    form.ariaBusy = "false";
  };
}

// ---- What the user sees

async function enter() {
  const [me, notes] = await Promise.all([call("GET", "/api/me"), call("GET", "/api/notes")]);
  $("who").textContent = me.email;
  showNotes(notes);
  show(true);
}

function leave(why) {
  csrf = undefined; // It went with the session.
  $("who").textContent = "";
  showNotes({});
  show(false);
  news(why);
  $("sign-in-title").focus();
}

function show(signedIn) {
  $("signed-in").hidden = $("sign-out").hidden = !signedIn;
  $("signed-out").hidden = signedIn;
}

// `textContent` throughout: what a user wrote never becomes HTML.
function showNotes({ notes }) {
  const items = (notes ?? []).map((note) => {
    const item = document.createElement("li");
    item.textContent = note;
    return item;
  });
  $("notes").replaceChildren(...items);
  $("notes").hidden = $("clear").hidden = items.length === 0;
  $("no-notes").hidden = items.length > 0;
}

function problem(form, text) {
  const place = form.querySelector(".problem") ?? $("news");
  place.textContent = text;
}

function news(text) {
  $("news").textContent = text;
}

// ---- Begin

for (const [id, action] of Object.entries(actions)) {
  $(id).onsubmit = handle($(id), action);
}

try {
  const { user } = await call("GET", "/login"); // Says who is signed in.
  await (user ? enter() : show(false));
  if (!user) $("sign-in").elements.email.focus();
} catch {
  show(false);
  news("The server cannot be reached. Please reload the page.");
}
