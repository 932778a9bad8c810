/// The script of all pages. Without it nothing is missing: it only keeps the count of unread notices up to date.
enum LiveScript {
  /// One tab of the browser holds the stream and tells the others, since browsers open only six connections to a host.
  static let js = """
    const place = document.querySelector("[data-live=unread]");
    if (place && window.EventSource && window.BroadcastChannel && navigator.locks) {
      const show = (count) => { place.textContent = count > 0 ? ` (${count})` : ""; };
      const others = new BroadcastChannel("e-order-events");
      others.addEventListener("message", (message) => show(message.data));
      navigator.locks.request("e-order-events", () => new Promise((release) => {
        const stream = new EventSource("/events");
        stream.addEventListener("unread", (event) => {
          const { count } = JSON.parse(event.data);
          show(count);
          others.postMessage(count);
        });
        stream.addEventListener("error", () => {
          if (stream.readyState === EventSource.CLOSED) release();
        });
      }));
    }

    """
}
