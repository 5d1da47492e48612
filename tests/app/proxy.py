"""What may stand between the app and a store: hands everything on, or answers itself when told to."""

import http.client
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass(frozen=True)
class Odd:
    """An answer that is none of the store's."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


class Proxy:
    def __init__(self, port: int) -> None:
        """``port``: of the store, on this machine."""
        self.answer: Odd | None = None
        self.only: Callable[[str, Message], bool] = lambda method, headers: True
        """Which requests ``answer`` is for."""
        self.late = 0.0
        """Seconds that the store is not told of a request."""
        self.told = 0
        """Answers that were the proxy's own."""
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                sent = self.rfile.read(int(self.headers.get("content-length") or 0))
                if proxy.answer is not None and proxy.only(self.command, self.headers):
                    proxy.told += 1
                    self._send(proxy.answer.status, proxy.answer.headers, proxy.answer.body)
                    return
                if proxy.only(self.command, self.headers):
                    time.sleep(proxy.late)
                store = http.client.HTTPConnection("127.0.0.1", port)
                store.request(self.command, self.path, sent, dict(self.headers))
                got = store.getresponse()
                body = got.read().replace(b":%d" % port, b":%d" % proxy.port)
                framing = ("content-length", "transfer-encoding", "connection", "keep-alive")
                headers = {name: value for name, value in got.getheaders() if name.lower() not in framing}
                self._send(got.status, headers, body)
                store.close()

            def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
                self.send_response_only(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if status not in (204, 304):
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
            setattr(Handler, f"do_{method}", Handler.handle_any)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()


def is_write(method: str, headers: Message) -> bool:
    """Of a document in Cosmos DB, whose queries are POST too."""
    return method != "GET" and "x-ms-documentdb-isquery" not in headers


@contextmanager
def proxy_before(port: int) -> Iterator[Proxy]:
    proxy = Proxy(port)
    yield proxy
    proxy.close()
