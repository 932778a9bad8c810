"""An authenticator program: six digits from a key and the time (RFC 6238)."""

import base64
import hashlib
import hmac
import time


class Phone:
    """Never shows a code twice, as a person who waits for the next one would not."""

    def __init__(self, secret):
        self.key = base64.b32decode(secret + "=" * (-len(secret) % 8))
        self.shown = 0

    def code(self, step):
        mac = hmac.new(self.key, step.to_bytes(8, "big"), hashlib.sha1).digest()
        offset = mac[-1] & 15
        return f"{(int.from_bytes(mac[offset : offset + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"

    @staticmethod
    def now():
        """The step of now; waits where it is about to end."""
        while time.time() % 30 > 27:
            time.sleep(0.2)
        return int(time.time() // 30)

    def fresh(self):
        """A code that was not shown before: this step's, or the next one's, which is taken too."""
        step = max(self.now(), self.shown + 1)
        while step > self.now() + 1:
            time.sleep(0.5)
        self.shown = step
        return self.code(step)
