"""Stripe on loopback: Checkout sessions, subscriptions, invoices, refunds, the Customer Portal, signed events.

The shapes are those of https://docs.stripe.com/api (2025 and later: a subscription's period stands on its items, an
invoice names its subscription below ``parent``). Only what the stand asks for is answered; all else is 404.
"""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

KEY, SIGNING = "sk_test_local", "whsec_local"
DAY = 24 * 3600


def unflattened(pairs: list[tuple[str, str]]) -> dict[str, Any]:
    """Return the parameters of a form as Stripe nests them: ``a[b][0][c]=d``."""
    whole: dict[str, Any] = {}
    for name, value in pairs:
        keys = name.replace("]", "").split("[")
        at = whole
        for key in keys[:-1]:
            at = at.setdefault(key, {})
        at[keys[-1]] = value
    return whole


def _reversal(name: str, status: str, intent: str, amount: int, currency: str) -> dict[str, Any]:
    return {
        "id": name,
        "object": "refund" if name.startswith("re") else "dispute",
        "status": status,
        "amount": amount,
        "currency": currency,
        "payment_intent": intent,
        "created": int(time.time()),
    }


class LocalStripe:
    """What the server knows."""

    def __init__(self) -> None:
        self.prices: dict[str, dict[str, Any]] = {}
        self.sessions: dict[str, dict[str, Any]] = {}
        self.subscriptions: dict[str, dict[str, Any]] = {}
        self.invoices: dict[str, dict[str, Any]] = {}
        self.refunds: dict[str, dict[str, Any]] = {}
        self.disputes: dict[str, dict[str, Any]] = {}
        self.idempotent: dict[str, str] = {}
        self.numbers = itertools.count(1)
        self.lock = threading.RLock()
        self.down = False
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), type("Mine", (Handler,), {"stripe": self}))
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def id(self, kind: str) -> str:
        return f"{kind}_{next(self.numbers):06d}"

    def price(self, amount: int, currency: str, interval: str = "month") -> str:
        made = self.id("price")
        self.prices[made] = {
            "id": made,
            "object": "price",
            "unit_amount": amount,
            "currency": currency.lower(),
            "recurring": {"interval": interval},
        }
        return made

    # What a buyer does on Stripe's own pages.

    def pay(self, session: str) -> None:
        """Pay a session, or begin its trial."""
        with self.lock:
            found = self.sessions[session]
            if found["status"] == "complete":
                return
            found.update(status="complete", customer=self.id("cus"))
            price = self.prices[found["_price"]]
            if found["mode"] == "payment":
                found.update(payment_status="paid", payment_intent=self.id("pi"), amount_total=price["unit_amount"])
                return
            trial = int(found["_trial"])
            made = self.id("sub")
            self.subscriptions[made] = {
                "id": made,
                "object": "subscription",
                "status": "trialing" if trial else "active",
                "cancel_at_period_end": False,
                "ended_at": None,
                "trial_end": int(time.time()) + trial * DAY if trial else None,
                "items": _list(
                    [
                        {
                            "current_period_start": int(time.time()),
                            "current_period_end": int(time.time()) + (trial or 31) * DAY,
                        }
                    ]
                ),
                "metadata": {"order": found["client_reference_id"]},
                "_price": found["_price"],
            }
            found.update(subscription=made, payment_status="no_payment_required" if trial else "paid")
            if not trial:
                self._invoice(made)

    def _invoice(self, subscription: str) -> None:
        price = self.prices[self.subscriptions[subscription]["_price"]]
        made = self.id("in")
        self.invoices[made] = {
            "id": made,
            "object": "invoice",
            "status": "paid",
            "amount_paid": price["unit_amount"],
            "currency": price["currency"],
            "created": int(time.time()),
            "_intent": self.id("pi"),
            "parent": {"subscription_details": {"subscription": subscription}},
            "_subscription": subscription,
            "lines": _list([{"object": "line_item", "period": self._period(subscription)}]),
        }

    def _period(self, subscription: str) -> dict[str, int]:
        item = self.subscriptions[subscription]["items"]["data"][0]
        return {"start": item["current_period_start"], "end": item["current_period_end"]}

    def begin(self, subscription: str) -> None:
        """Let the next period begin: for an hour its invoice is a draft, and the subscription active."""
        with self.lock:
            found = self.subscriptions[subscription]
            item = found["items"]["data"][0]
            item["current_period_start"] = item["current_period_end"]
            item["current_period_end"] += 31 * DAY
            found["status"] = "active"

    def renew(self, subscription: str) -> None:
        """Let the next period of a subscription be paid."""
        with self.lock:
            self.begin(subscription)
            self._invoice(subscription)

    def fail(self, subscription: str) -> None:
        """Let the payment of the next period fail."""
        with self.lock:
            self.begin(subscription)
            self.subscriptions[subscription]["status"] = "past_due"

    def end(self, subscription: str) -> None:
        """End a subscription now."""
        with self.lock:
            self.subscriptions[subscription].update(status="canceled", ended_at=int(time.time()))

    def refund(self, intent: str, amount: int, currency: str) -> None:
        """Pay a payment back."""
        with self.lock:
            made = self.id("re")
            self.refunds[made] = _reversal(made, "succeeded", intent, amount, currency)

    def dispute(self, intent: str, amount: int, currency: str, status: str) -> dict[str, Any]:
        """Have the buyer's bank ask a payment back."""
        with self.lock:
            made = self.id("du")
            self.disputes[made] = _reversal(made, status, intent, amount, currency)
            return self.disputes[made]

    def event(self, kind: str, thing: dict[str, Any], *, account: str = "") -> bytes:
        """Return an event about a thing, as it would be sent."""
        with self.lock:
            told = {"id": self.id("evt"), "object": "event", "type": kind, "data": {"object": shown(thing)}}
        if account:
            told["account"] = account
        return json.dumps(told).encode()

    # What the API answers.

    def create_session(self, form: dict[str, Any], key: str) -> dict[str, Any]:
        with self.lock:
            if key in self.idempotent:
                return self.sessions[self.idempotent[key]]
            price = self._bought(form["line_items"]["0"], form["mode"])
            made = self.id("cs")
            self.sessions[made] = {
                "id": made,
                "object": "checkout.session",
                "url": f"{self.url}/pay/{made}?back={form['success_url']}",
                "mode": form["mode"],
                "status": "open",
                "payment_status": "unpaid",
                "client_reference_id": form["client_reference_id"],
                "livemode": False,
                "customer": None,
                "subscription": None,
                "payment_intent": None,
                "currency": self.prices[price]["currency"],
                "amount_total": self.prices[price]["unit_amount"],
                "created": int(time.time()),
                "_price": price,
                "_trial": form.get("subscription_data", {}).get("trial_period_days", 0),
                "_back": form["success_url"],
            }
            self.idempotent[key] = made
            return self.sessions[made]

    def _bought(self, line: dict[str, Any], mode: str) -> str:
        if "price_data" in line:
            made = self.price(int(line["price_data"]["unit_amount"]), line["price_data"]["currency"])
            self.prices[made]["recurring"] = None
            return made
        if mode == "payment" and self.prices[line["price"]]["recurring"]:
            raise KeyError("You specified `payment` mode but passed a recurring price")
        return line["price"]

    def session(self, name: str) -> dict[str, Any]:
        with self.lock:
            found = dict(self.sessions[name])
            found["line_items"] = _list([{"price": self.prices[found["_price"]], "quantity": 1}])
            if found["subscription"]:
                found["subscription"] = shown(self.subscriptions[found["subscription"]])
            return found


def _list(items: list[dict[str, Any]]) -> dict[str, Any]:
    return {"object": "list", "data": items, "has_more": False, "url": "/v1/items"}


def shown(thing: dict[str, Any]) -> dict[str, Any]:
    """Return a thing without what only this server knows."""
    return {name: value for name, value in thing.items() if not name.startswith("_")}


def signature(payload: bytes, secret: str = SIGNING, at: int | None = None) -> str:
    """Sign an event as https://docs.stripe.com/webhooks/signature says."""
    at = int(time.time()) if at is None else at
    digest = hmac.new(secret.encode(), f"{at}.".encode() + payload, hashlib.sha256).hexdigest()
    return f"t={at},v1={digest}"


class Handler(BaseHTTPRequestHandler):
    """Answers as Stripe does, of what its server knows."""

    stripe: LocalStripe

    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16  # head and body in one packet: else each answer waits for the other side's receipt
    disable_nagle_algorithm = True

    def log_message(self, *_: object) -> None:
        pass

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        self._answer(unflattened(parse_qsl(body, keep_blank_values=True)))

    def do_GET(self) -> None:
        self._answer(unflattened(parse_qsl(urlsplit(self.path).query)))

    def _answer(self, form: dict[str, Any]) -> None:
        parts = urlsplit(self.path).path.strip("/").split("/")
        if parts[0] == "pay":
            self._paid(parts[1])
            return
        if self.stripe.down:
            self._send(500, {"error": {"type": "api_error", "message": "down"}})
            return
        if self.headers.get("Authorization") != f"Bearer {KEY}":
            self._send(401, {"error": {"type": "invalid_request_error", "message": "key"}})
            return
        try:
            self._send(200, self._found(parts[1:], form))
        except KeyError as error:
            self._send(404, {"error": {"type": "invalid_request_error", "message": str(error)}})

    def _found(self, parts: list[str], form: dict[str, Any]) -> dict[str, Any]:  # noqa: C901, PLR0911 - one a route
        match (self.command, *parts):
            case ("POST", "checkout", "sessions"):
                return shown(self.stripe.create_session(form, self.headers.get("Idempotency-Key", "")))
            case ("POST", "checkout", "sessions", name, "expire"):
                self.stripe.sessions[name]["status"] = "expired"
                return shown(self.stripe.session(name))
            case ("GET", "checkout", "sessions", name):
                return shown(self.stripe.session(name))
            case ("GET", "subscriptions", name):
                return shown(self.stripe.subscriptions[name])
            case ("POST", "subscriptions", name):
                self.stripe.subscriptions[name]["cancel_at_period_end"] = form["cancel_at_period_end"] == "true"
                return shown(self.stripe.subscriptions[name])
            case ("GET", "invoices"):
                of = [each for each in self.stripe.invoices.values() if each["_subscription"] == form["subscription"]]
                return _list([shown(each) for each in of])
            case ("GET", "invoice_payments") if "payment" in form:
                intent = form["payment"]["payment_intent"]
                of = [each["id"] for each in self.stripe.invoices.values() if each["_intent"] == intent]
                return _list([{"id": "inpay_1", "object": "invoice_payment", "invoice": name} for name in of])
            case ("GET", "invoice_payments"):
                intent = self.stripe.invoices[form["invoice"]]["_intent"]
                payment = {"type": "payment_intent", "payment_intent": intent}
                return _list([{"id": "inpay_1", "object": "invoice_payment", "payment": payment}])
            case ("GET", "refunds" | "disputes" as kind):
                all_of = (self.stripe.refunds if kind == "refunds" else self.stripe.disputes).values()
                return _list([each for each in all_of if each["payment_intent"] == form["payment_intent"]])
            case ("POST", "billing_portal", "sessions"):
                return {"id": "bps_1", "object": "billing_portal.session", "url": form["return_url"]}
        raise KeyError("/".join(parts))

    def _paid(self, session: str) -> None:
        self.stripe.pay(session)
        self.send_response(302)
        self.send_header("Location", self.stripe.sessions[session]["_back"])
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: int, value: dict[str, Any]) -> None:
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
