"""A line to the developer tools of a page's worker, and how much memory it takes."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page

REMEMBER = Path(__file__).parent / "web/remember.js"
ADD_UP = "[...self.benchMemories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0)"


class WorkerLine:
    """To the first worker that a page starts after this."""

    def __init__(self, page: Page, session: CDPSession) -> None:
        self.page, self.session = page, session
        self.worker = ""
        self.replies: dict[int, Any] = {}
        page.add_init_script(path=REMEMBER)
        session.on("Target.attachedToTarget", self._attached)
        session.on("Target.receivedMessageFromTarget", self._heard)
        session.send("Target.setAutoAttach", {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False})

    def heap(self) -> dict[str, float]:
        """Give what the worker's JavaScript holds, in bytes, once it has thrown away what it can."""
        self._send("HeapProfiler.collectGarbage")
        found: dict[str, float] = self._send("Runtime.getHeapUsage")
        return found

    def wasm(self) -> int:
        """Give the bytes that its WebAssembly has taken to work in."""
        found = self._send("Runtime.evaluate", expression=ADD_UP, returnByValue=True)
        return int(found["result"]["value"])

    def _send(self, method: str, **params: Any) -> Any:
        number = len(self.replies) + 1
        message = json.dumps({"id": number, "method": method, "params": params})
        self.session.send("Target.sendMessageToTarget", {"sessionId": self.worker, "message": message})
        while number not in self.replies:
            self.page.wait_for_timeout(5)
        return self.replies[number]

    def _attached(self, event: dict[str, Any]) -> None:
        self.worker = self.worker or event["sessionId"]

    def _heard(self, event: dict[str, Any]) -> None:
        reply = json.loads(event["message"])
        if event["sessionId"] == self.worker and "id" in reply:
            self.replies[reply["id"]] = reply["result"]
