"""A mail server of the test's own, and the messages that it took."""

import email
import email.policy
import re
import time

from aiosmtpd.controller import Controller

from .service import free_port


class Postmaster:
    """Takes mail on a port of the loopback while it is open; `refuse` answers the recipients in it with 550."""

    def __init__(self):
        self.port, self.messages, self.refuse = free_port(), [], set()
        self.controller = None

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.port}"

    def open(self):
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()
        return self

    def close(self):
        if self.controller:
            self.controller.stop()
            self.controller = None

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refuse:
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.messages.append(Letter(message, envelope.mail_from, envelope.rcpt_tos))
        return "250 OK"

    def to(self, address, subject=""):
        """What came for an address, oldest first."""
        return [
            letter
            for letter in list(self.messages)
            if letter.recipients == [address] and subject in letter.subject
        ]

    def wait(self, address, subject="", count=1, seconds=90):
        """The last of so many messages for an address, once they have come."""
        deadline = time.monotonic() + seconds
        while len(self.to(address, subject)) < count:
            assert time.monotonic() < deadline, (
                address,
                subject,
                [(letter.recipients, letter.subject) for letter in self.messages],
            )
            time.sleep(0.1)
        return self.to(address, subject)[-1]


class Letter:
    """One message as its reader's program shows it."""

    def __init__(self, message, sender=None, recipients=None):
        self.message, self.sender, self.recipients = message, sender, recipients

    @classmethod
    def read(cls, path):
        return cls(email.message_from_bytes(path.read_bytes(), policy=email.policy.default))

    @property
    def subject(self):
        return str(self.message["Subject"])

    @property
    def id(self):
        return str(self.message["Message-ID"])

    @property
    def text(self):
        return self.message.get_body(("plain",)).get_content()

    @property
    def html(self):
        return self.message.get_body(("html",)).get_content()

    def link(self, path):
        """The first link to a page below this path; the same in both parts."""
        found = re.search(rf"https://(\S+?)({path}\S*)", self.text)
        assert found, self.text
        assert found[0] in self.html
        return found[1], found[2]
