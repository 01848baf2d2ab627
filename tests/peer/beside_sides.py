"""The two sides of `beside.py`: each answers a step with what is to be compared."""

import email
import email.policy
import http.client
import json
import os
import re
import socketserver
import sqlite3
import subprocess
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from flask.sessions import SecureCookieSessionInterface
from flask_security.core import _default_config, _default_messages

import beside_app
from beside_page import page

TOKEN = re.compile(r"[A-Za-z0-9_\-]*\.?[A-Za-z0-9_\-]{8,}\.[A-Za-z0-9_\-]{5,8}\.[A-Za-z0-9_\-]{20,}")
HEX = re.compile(r"\b[0-9a-f]{32}\b")
CSRF = re.compile(r"\b[A-Za-z0-9_\-]{40,}\.[A-Za-z0-9_\-]{5,8}\.[A-Za-z0-9_\-]{20,}")
DATE = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT")
LINK = re.compile(r"http://[^\s\"'<>]+")
SECRET = "secret"


def same(value):
    """Without what is new each time."""
    if isinstance(value, dict):
        return {key: same(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [same(one) for one in value]
    if isinstance(value, str):
        return DATE.sub("<date>", HEX.sub("<id>", TOKEN.sub("<token>", value)))
    return value


class Side:
    def __init__(self, case, database):
        self.case, self.database = case, database
        self.mails, self.events, self.links, self.tabs = [], [], [], {}
        self.known = {}
        self.serializer = SecureCookieSessionInterface().get_signing_serializer(
            type("App", (), {"secret_key": SECRET, "config": {"SECRET_KEY_FALLBACKS": None}})
        )

    def sql(self, statement):
        with sqlite3.connect(self.database) as connection:
            connection.execute(statement)

    def rows(self):
        with sqlite3.connect(self.database) as connection:
            connection.row_factory = sqlite3.Row
            rows = connection.execute("SELECT * FROM user ORDER BY id").fetchall()
        seen = {}
        for row in rows:
            before = self.known.get(row["id"])
            seen[str(row["id"])] = {
                "email": row["email"],
                "username": row["username"],
                "active": row["active"],
                "confirmed": row["confirmed_at"] is not None,
                "has a password": row["password"] is not None,
                "new password": before is not None and before[0] != row["password"],
                "new uniquifier": before is not None and before[1] != row["fs_uniquifier"],
                "handle": HEX.sub("<id>", row["fs_webauthn_user_handle"] or "null"),
                "login_count": row["login_count"],
                "current_login_ip": row["current_login_ip"],
            }
            self.known[row["id"]] = (row["password"], row["fs_uniquifier"])
        return seen

    def fill(self, value):
        """Puts in the last link of a kind, `{link:reset}`; its token, `{token:reset}`; the n-th, `{link:reset:0}`.

        Of a tab, `{csrf:a}` is the token of its last page, `{auth:a}` that of its last sign-in.
        """
        if isinstance(value, dict):
            return {key: self.fill(one) for key, one in value.items()}
        if not isinstance(value, str):
            return value

        def one(match):
            kind, which = match[2], int(match[3] or -1)
            if match[1] in ("csrf", "auth"):
                return getattr(self.tabs[kind], match[1]) or "none"
            found = [path for path in self.links if f"/{kind}/" in path]
            path = found[which] if found else f"/{kind}/no-mail-had-a-link"
            return path if match[1] == "link" else path.split("?")[0].rsplit("/", 1)[1]

        return re.sub(r"\{(link|token|csrf|auth):([\w-]+)(?::(-?\d+))?\}", one, value)

    def ask(self, step):
        before = (len(self.mails), len(self.events))
        tab = self.tabs.setdefault(step.get("tab", "a"), Tab())
        method, path = step.get("method", "GET"), self.fill(step["path"])
        headers = {"Host": "localhost", "User-Agent": "beside", **self.fill(step.get("headers", {}))}
        body = None
        if "json" in step:
            body = json.dumps(self.fill(step["json"]))
            headers.setdefault("Content-Type", "application/json")
        elif "form" in step:
            body = urlencode(self.fill(step["form"]))
            headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        elif "raw" in step:
            body = step["raw"]
        if tab.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in tab.cookies.items())
        status, answer, content = self.send(method, path, headers, body)
        seen = {"status": status}
        for name in ("content-type", "location", "vary", "cache-control", "www-authenticate"):
            values = [value for key, value in answer if key.lower() == name]
            seen[name] = same(", ".join(values).replace("=True", "")) if values else None
        seen["cookies"] = self.cookies(tab, [value for key, value in answer if key.lower() == "set-cookie"])
        kind = (seen["content-type"] or "").split(";")[0]
        if kind == "application/json":
            seen["json"] = json.loads(content)
            response = seen["json"].get("response", {}) if isinstance(seen["json"], dict) else {}
            if response.get("csrf_token"):
                tab.csrf = response["csrf_token"]
                response["csrf_token"] = "<csrf>"
            tab.auth = (response.get("user") or {}).get("authentication_token", tab.auth)
            seen["json"] = same(seen["json"])
        elif kind == "text/html":
            seen["page"], csrf = page(content, status)
            seen["page"] = same(seen["page"])
            tab.csrf = csrf or tab.csrf
        new = self.mails[before[0]:]
        seen["mails"] = {str(index): mail for index, mail in enumerate(new)}
        seen["events"] = {str(index): same(event) for index, event in enumerate(self.events[before[1]:])}
        seen["rows"] = self.rows()
        return seen

    def cookies(self, tab, lines):
        seen = {}
        for line in lines:
            first, *attributes = line.split("; ")
            name, value = first.split("=", 1)
            gone = "Max-Age=0" in attributes or value == ""
            tab.cookies.pop(name, None)
            if not gone:
                tab.cookies[name] = value
            attributes = sorted(re.sub(r"^Expires=.*", "Expires", one) for one in attributes)
            seen[name] = {"attributes": attributes, "gone": gone}
            if name == "session" and not gone:
                session = self.serializer.loads(value)
                for key in ("_id", "csrf_token", "fs_paa", "fs_gexp"):
                    if key in session:
                        session[key] = f"<{key}>"
                seen[name]["holds"] = same(session)
        return seen

    def mail(self, to, sender, subject, text, html):
        found = [urlsplit(link) for link in LINK.findall(text or html or "")]
        paths = [link.path + (f"?{link.query}" if link.query else "") for link in found if TOKEN.search(link.geturl())]
        self.links += list(dict.fromkeys(paths))
        self.mails.append({
            "to": to, "from": sender, "subject": subject,
            "parts": [kind for kind, part in (("text", text), ("html", html)) if part is not None],
            "lines": [same(line.strip()) for line in (text or "").splitlines() if re.match(r"[A-Z]\w+:(\S|$)", line.strip())],
            "links in text": sorted({same(link) for link in LINK.findall(text or "") if TOKEN.search(link)}),
            "links in html": sorted({same(link) for link in LINK.findall(html or "") if TOKEN.search(link)}),
        })


class Tab:
    def __init__(self):
        self.cookies, self.csrf, self.auth = {}, None, None


class Reference(Side):
    def __init__(self, case, database):
        super().__init__(case, database)
        self.app = beside_app.make(self, database, case)
        self.rows()

    def send(self, method, path, headers, body):
        client = self.app.test_client(use_cookies=False)
        if isinstance(body, str):
            body = body.encode()
        answer = client.open(path, base_url=f"http://{headers['Host']}", method=method, headers=headers, data=body)
        return answer.status_code, list(answer.headers), answer.get_data(as_text=True)


class Gatewright(Side):
    def __init__(self, program, case, database):
        super().__init__(case, database)
        self.rows()
        self.smtp = smtp(self)
        self.webhook = webhook(self)
        config = database.with_suffix(".toml")
        config.write_text(self.toml())
        self.process = subprocess.Popen(
            [program, "--config", config, "--bind", "127.0.0.1:0"],
            stderr=subprocess.PIPE, text=True, env={**os.environ, "RUST_LOG": "info"},
        )
        self.log = []
        for line in self.process.stderr:
            self.log.append(line)
            if "serving http://" in line:
                self.address = line.split("serving http://")[1].strip()
                break
        else:
            raise SystemExit("it did not start:\n" + "".join(self.log))
        threading.Thread(target=lambda: self.log.extend(self.process.stderr), daemon=True).start()

    def toml(self):
        top, security = {
            "preset": "flask", "allow_weak_secrets": True, "delivery": "inline",
            "database_url": f"sqlite:///{self.database}", "secret_key": SECRET,
            "mail_server": "127.0.0.1", "mail_port": self.smtp.server_address[1],
            "events_webhook_url": f"http://127.0.0.1:{self.webhook.server_address[1]}/events",
        }, {}
        for key, value in {**beside_app.SETTINGS, **self.case.get("settings", {})}.items():
            if key.startswith("SECURITY_"):
                security[key.removeprefix("SECURITY_").lower()] = value
            else:
                top[key.lower()] = value
        for key, (text, category) in _default_messages.items():
            security.setdefault(f"msg_{key.lower()}", [str(text), category])
        for key, value in _default_config.items():
            if "SUBJECT" in key:
                security.setdefault(key.lower(), str(value))
        lines = [f"{key} = {toml(value)}" for key, value in top.items()]
        lines += ["[security]"] + [f"{key} = {toml(value)}" for key, value in security.items()]
        own = self.case.get("own", {})
        return "\n".join(lines + ["[conformance]"] + [f"{key} = {toml(value)}" for key, value in own.items()]) + "\n"

    def send(self, method, path, headers, body):
        host, port = self.address.split(":")
        connection = http.client.HTTPConnection(host, int(port), timeout=60)
        body = body.encode() if isinstance(body, str) else body
        connection.request(method, path, body, {**headers, "Connection": "close"})
        answer = connection.getresponse()
        content = answer.read().decode()
        if answer.status >= 500:
            print("".join(self.log[-5:]))
        return answer.status, answer.getheaders(), content

    def end(self):
        self.process.terminate()
        self.process.wait()
        for server in (self.smtp, self.webhook):
            server.shutdown()
            server.server_close()


def toml(value):
    if value is None:
        return "false"
    if isinstance(value, timedelta):
        return toml(int(value.total_seconds()))
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(str(key))} = {toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(toml(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def started(server):
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server


def webhook(side):
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            event = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            side.events.append(event)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    return started(ThreadingHTTPServer(("127.0.0.1", 0), Handler))


def smtp(side):
    class Handler(socketserver.StreamRequestHandler):
        def handle(self):
            self.say("220 beside")
            to = []
            while line := self.rfile.readline().decode().strip():
                verb = line[:4].upper()
                if verb == "EHLO":
                    self.wfile.write(b"250-beside\r\n250-SMTPUTF8\r\n250 8BITMIME\r\n")
                elif verb == "RCPT":
                    to.append(re.search("<(.*)>", line)[1])
                    self.say("250 good")
                elif verb == "DATA":
                    self.say("354 go on")
                    lines = iter(self.rfile.readline, b".\r\n")
                    message = b"".join(one[1:] if one.startswith(b"..") else one for one in lines)
                    received(side, to, email.message_from_bytes(message, policy=email.policy.default))
                    to = []
                    self.say("250 good")
                elif verb == "QUIT":
                    self.say("221 bye")
                    return
                else:
                    self.say("250 good")

        def say(self, line):
            self.wfile.write(f"{line}\r\n".encode())

    return started(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler))


def received(side, to, message):
    parts = {part.get_content_type(): part.get_content() for part in message.walk() if not part.is_multipart()}
    side.mail(", ".join(to), str(message["From"]), str(message["Subject"]),
              parts.get("text/plain"), parts.get("text/html"))
