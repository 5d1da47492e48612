"""Which network addresses belong to the public internet."""

import ipaddress

# Azure's platform address for DNS, health probes and the agent of virtual machines: public by its number,
# reachable from inside only ("What is IP address 168.63.129.16?", Azure documentation).
_AZURE_PLATFORM = ipaddress.ip_address("168.63.129.16")

_REFUSED_V4 = tuple(
    map(
        ipaddress.IPv4Network,
        (
            "192.0.0.0/24",  # IETF protocol assignments, some of which are global
            "192.31.196.0/24",  # AS112: answers for private names
            "192.52.193.0/24",  # AMT relays
            "192.88.99.0/24",  # 6to4 relays, deprecated (RFC 7526)
            "192.175.48.0/24",  # AS112
        ),
    )
)
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_REFUSED_V6 = tuple(
    map(
        ipaddress.IPv6Network,
        (
            "2001::/23",  # IETF protocol assignments: Teredo and others that lead elsewhere
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4, which carries an IPv4 address
            "2620:4f:8000::/48",  # AS112
            "3fff::/20",  # documentation (RFC 9637)
        ),
    )
)


def is_public(address: str) -> bool:
    """Whether ``address``, an IPv4 or IPv6 literal, is a unicast address of the public internet.

    By the IANA special-purpose address registries. IPv6 addresses that carry an IPv4 address (mapped, NAT64,
    6to4, Teredo) are refused altogether: no public web server needs them, and where they lead depends on the
    network.
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        return (
            parsed in _GLOBAL_UNICAST
            and parsed.is_global
            and parsed.scope_id is None
            and not any(parsed in network for network in _REFUSED_V6)
        )
    return (
        parsed.is_global
        and not parsed.is_multicast
        and not parsed.is_reserved
        and parsed != _AZURE_PLATFORM
        and not any(parsed in network for network in _REFUSED_V4)
    )
