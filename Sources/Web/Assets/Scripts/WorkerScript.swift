extension Scripts {
  /// The service worker: pages that were read stay readable without a network, and a photo waits until it is back.
  ///
  /// What it keeps is private, so signing in and signing out throw all of it away.
  static let worker = #"""
    const PAGES = "pages", FILES = "files", MOST = 40;
    const OFFLINE = ["/offline", "/offline/kept"];

    self.addEventListener("install", event => event.waitUntil(shell().then(() => self.skipWaiting())));
    self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));
    self.addEventListener("sync", event => event.waitUntil(sendAll()));
    self.addEventListener("message", event => event.data === "send" && event.waitUntil(sendAll()));

    // The pages that are shown without a network, and the files that they load.
    async function shell() {
      const cache = await caches.open(FILES);
      for (const path of OFFLINE) {
        const answer = await fetch(path);
        if (!answer.ok) continue;
        const text = await answer.clone().text();
        await cache.put(path, answer);
        for (const [, file] of text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) await kept(new Request(file));
      }
    }

    self.addEventListener("fetch", event => {
      const { request } = event, url = new URL(request.url);
      if (url.origin !== self.location.origin) return;
      if (url.pathname.startsWith("/assets/")) return event.respondWith(kept(request));
      if (request.mode !== "navigate") return;
      event.respondWith(request.method === "GET" ? read(event, url) : sent(event, url));
    });

    async function kept(request) {
      const cache = await caches.open(FILES);
      const found = await cache.match(request);
      if (found) return found;
      const answer = await fetch(request);
      if (answer.ok) await cache.put(request, answer.clone());
      return answer;
    }

    async function read(event, url) {
      try {
        const answer = await fetch(event.request);
        if (url.pathname.startsWith("/language/")) event.waitUntil(shell());
        // Whoever is asked to sign in has no session, and the next to sign in may be somebody else.
        if (answer.ok && url.pathname === "/sign-in") event.waitUntil(forget());
        else if (answer.ok && isPage(answer) && answer.headers.get("X-Kept") !== "never") event.waitUntil(keep(url.href, answer.clone()));
        return answer;
      } catch {
        const old = await (await caches.open(PAGES)).match(url.href);
        return old ? marked(old) : offline(OFFLINE[0]);
      }
    }

    const isPage = answer => (answer.headers.get("Content-Type") ?? "").startsWith("text/html");
    const offline = async path => (await (await caches.open(FILES)).match(path)) ?? Response.error();

    async function keep(address, answer) {
      const headers = new Headers(answer.headers);
      headers.set("X-Kept-At", new Date().toISOString());
      const cache = await caches.open(PAGES);
      await cache.delete(address);
      await cache.put(address, new Response(await answer.blob(), { headers }));
      const all = await cache.keys();
      for (const oldest of all.slice(0, Math.max(0, all.length - MOST))) await cache.delete(oldest);
    }

    // An old copy says that it is one, and from when.
    async function marked(old) {
      const at = new Date(old.headers.get("X-Kept-At"));
      const text = await old.text();
      const language = /<html lang="(\w+)"/.exec(text)?.[1] ?? "id";
      const words = at.toLocaleString(language, { dateStyle: "long", timeStyle: "short" });
      const told = text
        .replace(/(<div id="old-copy"[^>]*) hidden>/, "$1>")
        .replace('<time datetime="old-copy"></time>', `<time datetime="${at.toISOString()}">${words}</time>`);
      return new Response(told, { headers: old.headers });
    }

    async function sent(event, url) {
      const copy = event.request.clone();
      const signs = url.pathname === "/sign-in" || url.pathname === "/sign-out";
      try {
        const answer = await fetch(event.request);
        if (signs) await forget();
        return answer;
      } catch {
        if (signs) await forget();
        const type = copy.headers.get("Content-Type") ?? "";
        if (!type.startsWith("multipart/form-data")) return unsent();
        await put({ address: url.href, type, body: await copy.arrayBuffer() });
        await self.registration.sync?.register("send").catch(() => {});
        return offline(OFFLINE[1]);
      }
    }

    // An answer without content leaves the page as it is, with all that was typed.
    async function unsent() {
      for (const page of await self.clients.matchAll()) page.postMessage("unsent");
      return new Response(null, { status: 204 });
    }

    async function forget() {
      await caches.delete(PAGES);
      await change(store => store.clear());
    }

    // What waits for the network, in the order in which it came.
    function opened() {
      return new Promise((resolve, reject) => {
        const asked = indexedDB.open("e-order", 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore("waiting", { autoIncrement: true });
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    }

    async function change(action) {
      const database = await opened();
      try {
        return await new Promise((resolve, reject) => {
          const work = database.transaction("waiting", "readwrite");
          const asked = action(work.objectStore("waiting"));
          work.oncomplete = () => resolve(asked.result);
          work.onerror = () => reject(work.error);
        });
      } finally {
        database.close();
      }
    }

    const put = waiting => change(store => store.add(waiting));
    let sending = Promise.resolve();
    const sendAll = () => (sending = sending.then(sendEach, sendEach));

    async function sendEach() {
      for (const key of await change(store => store.getAllKeys())) {
        const waiting = await change(store => store.get(key));
        if (!waiting) continue;
        const headers = { "Content-Type": waiting.type, Accept: "text/html" };
        let answer;
        try {
          answer = await fetch(waiting.address, { method: "POST", headers, body: waiting.body });
        } catch {
          return;
        }
        const isOver = new URL(answer.url).pathname === "/sign-in", told = await self.clients.matchAll();
        // Somebody has to read that it was refused, so it waits until a page is open.
        if (answer.status >= 500 || ((isOver || !answer.ok) && told.length === 0)) return;
        await change(store => store.delete(key));
        for (const page of told) page.postMessage(answer.ok && !isOver ? "kept-sent" : "kept-refused");
      }
    }
    """#
}
