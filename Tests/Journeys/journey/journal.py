"""A stream of orders with a journal: what was sent, what was acknowledged, what is in doubt."""

import http.client
import secrets
import threading

REFUSED_FOR_NOW = (503,)


class Stream:
    """Threads that place orders, each with its key, within a `with`; it may be entered again."""

    def __init__(self, buyer, body, threads=4):
        self.buyer, self.body = buyer, body
        self.sent, self.acknowledged, self.faults = [], {}, []
        self.count, self.lock, self.ending = threads, threading.Lock(), threading.Event()

    def __enter__(self):
        self.ending.clear()
        self.threads = [threading.Thread(target=self.place, daemon=True) for _ in range(self.count)]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.ending.set()
        for thread in self.threads:
            thread.join(60)

    def place(self):
        while not self.ending.is_set():
            key = secrets.token_hex(8)
            with self.lock:
                self.sent.append(key)
            try:
                answer = self.order(key)
            except (OSError, http.client.HTTPException):
                self.ending.wait(0.02)
                continue
            with self.lock:
                if answer.status == 201:
                    self.acknowledged[key] = answer
                elif answer.status in REFUSED_FOR_NOW:
                    self.ending.wait(0.02)
                else:
                    self.faults.append(answer)

    def order(self, key):
        """One order; the key is also its note, by which it is found again."""
        return self.buyer.post("/orders", {**self.body, "note": key}, key=key)

    @property
    def in_doubt(self):
        return [key for key in self.sent if key not in self.acknowledged]
