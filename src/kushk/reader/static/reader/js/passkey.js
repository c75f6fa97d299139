// Passkeys: the device's own lock signs a challenge of the stand's, and the form carries the answer.

const CAN = "credentials" in navigator && "PublicKeyCredential" in window && "parseCreationOptionsFromJSON" in PublicKeyCredential;

/** Return what the device is asked: from the page, or for signing in from the address of the form. */
async function asked(form) {
  const told = document.getElementById("passkey");
  if (told) return JSON.parse(told.textContent);
  const answer = await fetch(form.action, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

/** Return the options for a new passkey; one that signs in alone must be found and unlocked by the device itself. */
function creation(form, { publicKey }) {
  if (form.elements.passwordless?.checked) {
    publicKey.authenticatorSelection = { ...publicKey.authenticatorSelection, residentKey: "required", requireResidentKey: true, userVerification: "required" };
  }
  return PublicKeyCredential.parseCreationOptionsFromJSON(publicKey);
}

async function credential(form) {
  const { creation_options: made, request_options: wanted } = await asked(form);
  if (form.dataset.passkey === "create") return navigator.credentials.create({ publicKey: creation(form, made) });
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(wanted.publicKey) });
}

function start(form) {
  form.hidden = false;
  form.querySelector("button").disabled = false; // a form without an answer is worth nothing
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wrong = form.querySelector("[role=alert][hidden]");
    try {
      form.elements.credential.value = JSON.stringify((await credential(form)).toJSON());
      form.submit();
    } catch {
      if (wrong) wrong.hidden = false;
    }
  });
}

if (CAN) document.querySelectorAll("[data-passkey]").forEach(start);
