"""One token for all calls."""

import asyncio

import pytest

from horgos.channels.wechat.token import TokenKeeper


class Source:
    def __init__(self) -> None:
        self.fetched = 0
        self.now = 0.0

    async def fetch(self) -> tuple[str, int]:
        await asyncio.sleep(0)
        self.fetched += 1
        return f"token{self.fetched}", 7200

    def keeper(self) -> TokenKeeper:
        return TokenKeeper(self.fetch, lambda: self.now)


@pytest.mark.asyncio
async def test_all_who_wait_share_one_fetch() -> None:
    source = Source()
    keeper = source.keeper()
    assert await asyncio.gather(*(keeper.token() for _ in range(20))) == ["token1"] * 20
    assert source.fetched == 1


@pytest.mark.asyncio
async def test_a_token_is_renewed_before_it_ends() -> None:
    source = Source()
    keeper = source.keeper()
    tokens = []
    for source.now in (0, 6899, 6900):
        tokens.append(await keeper.token())
    assert tokens == ["token1", "token1", "token2"]


@pytest.mark.asyncio
async def test_a_spoiled_token_is_renewed_once() -> None:
    keeper = Source().keeper()
    old = await keeper.token()
    keeper.spoiled(old)
    assert await keeper.token() == "token2"
    keeper.spoiled(old)
    assert await keeper.token() == "token2"
