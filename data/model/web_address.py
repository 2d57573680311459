"""An address that a page may write as a link: of the web, or of this site."""

from typing import Annotated

from pydantic import BeforeValidator, Field

# No other scheme (`javascript:` runs), no host of somebody else after two bars, no name or key
# before the host, and none of the marks that a browser takes for a bar or skips.
_FORM = r"^(https?://[^\s/?#@\\]+([/?#][^\s\\]*)?|/([^\s/\\][^\s\\]*)?)$"

MaybeAddress = Annotated[
    Annotated[str, Field(pattern=_FORM)] | None,
    BeforeValidator(lambda value: value or None),
    Field(examples=["https://www.gob.pe/mimp o /metodologia"]),
]
