/// The scripts of the service. Pages do their work without them; with them they ask before what cannot be taken back,
/// show a photo before it is sent, and bear a network that comes and goes.
enum Scripts {
  /// What every page runs.
  static let page = #"""
    const policy = window.trustedTypes?.createPolicy("worker", { createScriptURL: () => "/worker.js" });
    const worker = navigator.serviceWorker;
    const show = (id, isShown = true) => {
      const told = document.getElementById(id);
      if (told) told.hidden = !isShown;
      return told;
    };

    // What was done is told once; a page that is loaded again, or come back to, tells it no more.
    const here = new URL(location);
    if (here.searchParams.has("done")) {
      here.searchParams.delete("done");
      history.replaceState(null, "", here);
    }

    // A form that did not go out keeps what was typed, and says beside its button that it has to be sent again.
    const unsent = () => {
      const form = document.querySelector("form[data-state=sent]");
      if (!form) return;
      delete form.dataset.state;
      const told = show("unsent");
      if (form.closest("main")) form.append(told);
      told.scrollIntoView({ block: "nearest" });
    };

    // Photos that were kept go out when a page is opened and when the network is back.
    const send = async () => (await worker.ready).active?.postMessage("send");
    if (worker) {
      worker.register(policy ? policy.createScriptURL("") : "/worker.js").then(send, () => {});
      worker.addEventListener("message", event => event.data === "unsent" ? unsent() : show(event.data));
      addEventListener("online", send);
    }

    document.addEventListener("submit", event => {
      const button = event.submitter;
      if (button?.dataset.confirm && !confirm(button.dataset.confirm)) return event.preventDefault();
      if (event.target.dataset.state === "sent") return event.preventDefault();
      if (event.target.method !== "post") return;
      event.target.dataset.state = "sent";
      show("unsent", false);
    });
    // Whoever comes back to a form may send it again: its key makes it count once.
    addEventListener("pageshow", () => {
      for (const form of document.querySelectorAll("form[data-state=sent]")) delete form.dataset.state;
    });

    // What was reckoned for a form no longer holds once something in it was changed.
    document.addEventListener("input", event => {
      const stale = event.target.form?.dataset.stale;
      if (!stale) return;
      for (const id of stale.split(" ")) show(id);
      delete event.target.form.dataset.stale;
    });

    document.addEventListener("change", event => {
      const field = event.target;
      if (field.dataset?.preview !== "file") return;
      field.parentElement.querySelector(".preview")?.remove();
      const file = field.files[0];
      if (!file?.type.startsWith("image/")) return;
      createImageBitmap(file, { resizeWidth: 320 }).then(picture => {
        const canvas = document.createElement("canvas");
        canvas.className = "preview";
        canvas.width = picture.width;
        canvas.height = picture.height;
        canvas.getContext("2d").drawImage(picture, 0, 0);
        field.after(canvas);
      }, () => {});
    });
    """#
}
