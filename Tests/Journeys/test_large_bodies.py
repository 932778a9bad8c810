"""Bodies above the limit are answered 413 and their connection is closed; the limit itself is read."""

import ssl

import pytest

from journey.client import Connection, trusting

GOOD = b'{"email":"a@b.example","password":"kata sandi"}'


def flood(service, name, head, chunks):
    """Sends for as long as the service takes it and waits for its close; (bytes taken, answer)."""
    connection = Connection(service.port, name, trusting(service.demo["caFile"]), timeout=20)
    connection.connect()
    sent, answer = 0, b""
    try:
        connection.sock.sendall(head)
        for chunk in chunks:
            connection.sock.sendall(chunk)
            sent += len(chunk)
    except (ConnectionError, ssl.SSLError):
        pass
    try:
        while part := connection.sock.recv(65536):
            answer += part
    except (ConnectionError, ssl.SSLError):
        pass  # closed with our bytes unread; a time-out instead fails the test
    connection.close()
    return sent, answer


@pytest.mark.parametrize("chunked", [False, True])
def test_too_large_bodies(service, province, chunked):
    """413 after at most twice the limit, then the connection is closed; exactly the limit is read."""
    limit = 1024 * 1024
    name = f"{province.slug}.localhost"
    start = f"POST /api/v1/sessions HTTP/1.1\r\nHost: {name}\r\nContent-Type: application/json\r\n" + (
        "Transfer-Encoding: chunked\r\n\r\n" if chunked else f"Content-Length: {50 * limit}\r\n\r\n"
    )
    piece = b" " * 16384
    part = b"4000\r\n" + piece + b"\r\n" if chunked else piece
    sent, answer = flood(service, name, start.encode(), (part for _ in range(50 * 64)))
    assert answer.startswith(b"HTTP/1.1 413") and b"too_large" in answer
    assert sent < 8 * limit, "the service went on reading (the kernel's buffers aside)"


def test_the_limit_itself(province):
    headers = {"Content-Type": "application/json"}
    whole = GOOD + b" " * (1024 * 1024 - len(GOOD))
    province.host.post("/sessions", body=whole, headers=headers).problem(401, "bad_credentials")
    province.host.post("/sessions", body=whole + b" ", headers=headers).problem(413, "too_large")
