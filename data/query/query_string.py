"""The query of an address as pairs of name and value: the only reader of it, with its limit."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

LONGEST = 8_000
SEPARATOR = "~"
# What other sites hang on an address to follow who reads: in no key of a cache, ours or of a proxy.
TRACKING = (
    "utm_[a-z_]+", "mtm_[a-z_]+", "pk_[a-z_]+", "hsa_[a-z_]+", "fb_[a-z_]+", "_hs[a-z]+", "_ga",
    "_gl", "_openstat", "dclid", "epik", "fbclid", "gad_campaignid", "gad_source", "gbraid",
    "gclid", "gclsrc", "igsh", "igshid", "li_fat_id", "mc_cid", "mc_eid", "mibextid", "mkt_tok",
    "msclkid", "oly_anon_id", "oly_enc_id", "ref", "ref_src", "ref_url", "s_cid", "share_id",
    "si", "source", "spm", "srsltid", "ttclid", "twclid", "vero_id", "wbraid", "wickedid",
    "yclid", "ysclid",
)  # fmt: skip
_TRACKED = re.compile(rf"(?:^|(?<=&))(?:{'|'.join(TRACKING)})(?:=[^&]*)?(?:&|$)")


# A `&` that was written for HTML, once or more, and then perhaps for an address: it is a `&`.
_WRITTEN = r"(?:(?:amp|(?:#|%23)0*38)(?:;|%3B))+"
_ESCAPED = re.compile(f"(?:&|%26){_WRITTEN}", re.IGNORECASE)
_ESCAPED_ONCE = re.compile(f"&{_WRITTEN}", re.IGNORECASE)


def too_long(query: str) -> bool:
    """Say whether a query is longer than any that is read."""
    return len(query) > LONGEST


def untracked(query: str) -> str:
    """Return a query without what other sites hang on it, and with its `&` written once."""
    return query and _TRACKED.sub("", _ESCAPED_ONCE.sub("&", query)).rstrip("&")


def unescaped(address: str) -> str:
    """Return an address or a query in which a `&` that some editor escaped is one again.

    Not for a query that holds another address: what is escaped there is of that one.
    """
    return _ESCAPED.sub("&", address)


def pairs(query: str) -> list[tuple[str, str]]:
    """Return the pairs that have a value, in order; none of a query that is too long."""
    query = query.removeprefix("?")
    return [] if too_long(query) else parse_qsl(query, errors="replace")


@dataclass(frozen=True, slots=True)
class Split:
    """Some names of a query with their first values, and the query without them."""

    own: dict[str, str]
    rest: str


def split(query: str, names: Collection[str]) -> Split:
    """Take some names out of a query; one that is too long stays whole, and says so when read."""
    if too_long(query):
        return Split({}, query)
    found = pairs(query)
    own = {name: value for name, value in reversed(found) if name in names}
    rest = [(name, value) for name, value in found if name not in names]
    return Split(own, urlencode(rest, safe=SEPARATOR))
