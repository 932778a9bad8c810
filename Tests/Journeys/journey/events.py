"""A stream of Server-Sent Events, read as a browser reads it."""

import http.client
import json
import queue
import threading

from .client import Connection


class Stream:
    """One open stream; `next` gives (event, id, data) in their order, `end` waits for the stream's end."""

    def __init__(self, host, headers, path="/api/v1/events"):
        self.connection = Connection(host.port, host.name, host.context, timeout=60)
        self.connection.request("GET", path, headers={"Host": host.authority, **headers})
        self.response = self.connection.getresponse()
        self.status = self.response.status
        self.headers = {name.lower(): value for name, value in self.response.getheaders()}
        self.events, self.beats, self.ended = queue.Queue(), 0, threading.Event()
        if self.status == 200:
            threading.Thread(target=self.read, daemon=True).start()
        else:
            self.close()

    def read(self):
        event = {}
        try:
            for line in self.response:
                text = line.decode().rstrip("\n")
                if text.startswith(":"):
                    self.beats += 1
                elif text:
                    name, _, value = text.partition(": ")
                    event[name] = value
                elif "data" in event:
                    self.events.put((event["event"], event.get("id"), json.loads(event["data"])))
                    event = {}
        except (OSError, ValueError, http.client.HTTPException, AttributeError):
            pass
        self.ended.set()

    def next(self, kind=None, seconds=15):
        """The next event, or the next of this kind."""
        while True:
            found = self.events.get(timeout=seconds)
            if kind in (None, found[0]):
                return found

    def quiet(self, kind, seconds=1.5):
        """Whether nothing of this kind comes for a while."""
        try:
            return self.next(kind, seconds) is None
        except queue.Empty:
            return True

    def end(self, seconds=20):
        assert self.ended.wait(seconds), "the stream goes on"

    def close(self):
        self.connection.close()


def follow(person, **headers):
    """The stream of somebody who is signed in to the API."""
    return Stream(person.host, {"Authorization": f"Bearer {person.token}", **headers})
