"""Which addresses are public; the matrix of refused ones stands in tests/functional/fetch/test_ssrf.py."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushk.sources.fetch.addresses import is_public

PUBLIC = ["1.1.1.1", "8.8.8.8", "223.255.255.255", "100.128.0.0", "2606:4700::1111", "2001:200::1", "2a00:1450::5eff:1"]


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_public(address):
    assert is_public(address)
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("text", ["", "localhost", "127.1", "0x7f000001", "1.1.1.1.", "fe80::1%eth0", "2606:4700::1%1"])
def test_what_is_no_plain_address_is_not_public(text):
    assert not is_public(text)


def test_the_edges_of_a_network_are_exact():
    assert [is_public(f"{address}") for address in ("9.255.255.255", "10.0.0.0", "10.255.255.255", "11.0.0.0")] == [
        True,
        False,
        False,
        True,
    ]


@given(st.ip_addresses(v=4))
def test_nothing_is_public_that_the_standard_library_calls_private_or_multicast(address):
    if address.is_private or address.is_multicast or address.is_reserved or address.is_link_local:
        assert not is_public(address)


@given(st.ip_addresses(v=6))
def test_no_ipv6_address_outside_global_unicast_is_public(address):
    if is_public(address) and address.ipv4_mapped is None and int(address) >> 32 != 0x0064FF9B << 64:
        assert int(address) >> 125 == 0b001


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_in_disguise_is_never_more_public_than_itself(address):
    number = int(address)
    mapped, nat64 = (ipaddress.IPv6Address(prefix | number) for prefix in (0xFFFF << 32, 0x0064FF9B << 96))
    assert is_public(mapped) == is_public(nat64) == is_public(address)
    disguises = [number, 0xFFFF << 48 | number, 0x0064FF9B0001 << 80 | number, 0x2002 << 112 | number << 80]
    disguises += [0x20010000 << 96 | number ^ 0xFFFFFFFF, 0x2A001450 << 96 | 0x5EFE << 32 | number]
    assert not any(is_public(ipaddress.IPv6Address(disguise)) for disguise in disguises)
