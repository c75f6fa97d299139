"""Why something could not be fetched."""

from __future__ import annotations

from kushk.core.errors import KushkError


class FetchError(KushkError):
    """Something that is not the publisher's content came of a request, or nothing did."""

    code = "fetch"
    words = "{url} cannot be fetched."


class BadAddress(FetchError):
    """A web address that cannot be one, or that different programs would read differently."""

    code = "bad-address"
    words = "“{url}” is not a web address that can be fetched: {reason}."


class AddressRefused(FetchError):
    """A host inside a network, this stand itself, or a port on which no site is served."""

    code = "address-refused"
    words = "{host} is refused: {reason}."


class HostUnknown(FetchError):
    """The name has no address."""

    code = "host-unknown"
    words = "There is no host named {host}."


class HostUnreachable(FetchError):
    """Nobody answers at the address, or the connection broke."""

    code = "host-unreachable"
    words = "{host} cannot be reached: {reason}."


class TimedOut(FetchError):
    """The whole request, or one step of it, took longer than it may."""

    code = "timed-out"
    words = "{host} did not finish its answer in time."


class TlsFailed(FetchError):
    """The certificate is not valid for the host, or the other side speaks no TLS."""

    code = "tls-failed"
    words = "No safe connection to {host} can be made: {reason}."


class BadAnswer(FetchError):
    """What came is not HTTP."""

    code = "bad-answer"
    words = "{host} does not answer in proper HTTP."


class CutOff(FetchError):
    """The answer ended before it was complete."""

    code = "cut-off"
    words = "The answer of {host} stopped before its end."


class TooManyRedirects(FetchError):
    """One address points on to the next for longer than anybody follows."""

    code = "too-many-redirects"
    words = "{url} redirects more than {limit} times."


class AnswerTooLarge(FetchError):
    """More bytes, after decoding, than are taken in."""

    code = "answer-too-large"
    words = "{url} holds more than {limit} bytes."


class BadEncoding(FetchError):
    """Compressed in an unknown way, more than once, or wrongly."""

    code = "bad-encoding"
    words = "{url} is compressed in a way that cannot be undone ({encoding})."


class BadStatus(FetchError):
    """The server refused or failed; ``data["status"]`` is its number."""

    code = "bad-status"
    words = "{url} answered {status}."

    @property
    def status(self) -> int:
        """The number of the answer's status."""
        return int(str(self.data["status"]))


class Gone(FetchError):
    """The publisher took it away for good: it is not to be asked for again."""

    code = "gone"
    words = "{url} is gone for good."


class NotNow(FetchError):
    """The host is to be left alone for a while; nothing is wrong with the address."""

    @property
    def retry_after(self) -> int | None:
        """Seconds for which nothing may be asked for; None when the site did not say."""
        seconds = self.data.get("retry_after")
        return seconds if isinstance(seconds, int) else None


class SlowDown(NotNow):
    """The site asks for a pause (429, 503), or such a pause is not over."""

    code = "slow-down"
    words = "{url} asks for a pause."


class HostBusy(NotNow):
    """Other requests to the same host, or the delay it asks for, left no room within the time."""

    code = "host-busy"
    words = "{host} has no free slot now."


class BreakerOpen(NotNow):
    """The host failed several times in a row and is left in peace for a while."""

    code = "breaker-open"
    words = "{host} failed {failures} times in a row and is left in peace for {retry_after} seconds."


class RobotsForbid(FetchError):
    """The site's robots.txt does not let us read this page."""

    code = "robots-forbid"
    words = "The robots.txt of {host} does not allow {url}."


class RobotsUnknown(FetchError):
    """The site's robots.txt is there but cannot be read now, so nothing is assumed to be allowed."""

    code = "robots-unknown"
    words = "The robots.txt of {host} cannot be read now, so its pages are left alone."
