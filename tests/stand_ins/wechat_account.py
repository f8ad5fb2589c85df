"""An Official Account as the console knows it, and what came of its messages."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class AccountOf:
    """The account as the console knows it.

    Attributes:
        aes_key: Safe mode when set.
    """

    app_id: str = "wx2c2769f8efd9abc2"
    secret: str = "0123456789abcdef0123456789abcdef"
    token: str = "zonetoken"
    aes_key: str = ""
    verified: bool = True

    def environment(self) -> dict[str, str]:
        """What the guide needs to know of it."""
        return {
            "WECHAT_APP_ID": self.app_id,
            "WECHAT_APP_SECRET": self.secret,
            "WECHAT_TOKEN": self.token,
            "WECHAT_AES_KEY": self.aes_key,
            "WECHAT_VERIFIED": "yes" if self.verified else "no",
        }


@dataclass
class Delivery:
    """What came of one message.

    Attributes:
        statuses: HTTP status of each try; 0 for one that was cut.
        text: The passive reply; None for none.
        is_apology: WeChat spoke, as the account's server did not.
        seconds: How long the last try took.
        raw: Bodies of the answers.
    """

    statuses: list[int] = field(default_factory=list)
    text: str | None = None
    is_apology: bool = False
    seconds: float = 0.0
    raw: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Line:
    """A line of what a person saw on the phone.

    Attributes:
        who: "person", "passive", "push" or "WeChat".
    """

    person: str
    who: str
    text: str
