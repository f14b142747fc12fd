"""Writes the same headers and types for web servers that read a file of their own.

``web.config`` is for IIS, ``.htaccess`` for Apache; both lie in the site and work as
they are. ``nginx.conf`` is to be included in a server's configuration. Each says what
``_headers`` says, and which type each kind of file has: a browser runs no module and
no WebAssembly of another type, and IIS does not send a file whose type it does not know.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

type Headers = Mapping[str, Mapping[str, str]]
"""Headers by path: ``/*`` for all, a folder with ``/*`` at its end, or one file."""

EVERYWHERE = "/*"
HOST_FILES = frozenset(("_headers", "web.config", ".htaccess", "nginx.conf"))
"""What only a server reads: no page needs it."""
WRITTEN = "Written by the build beside _headers, from the same table: do not edit."


def write_host_files(site: Path, headers: Headers, types: Mapping[str, str]) -> None:
    """Write the three files into ``site``; ``types`` are the types by ending (".mjs")."""
    for name, text in (
        ("web.config", iis(headers, types)),
        (".htaccess", apache(headers, types)),
        ("nginx.conf", nginx(headers, types)),
    ):
        (site / name).write_text(text, "utf-8")


def iis(headers: Headers, types: Mapping[str, str]) -> str:
    """Return ``web.config``: types, headers for all, and a location for each path that has its own."""
    maps = "".join(
        f"      <remove fileExtension={quoteattr(ending)} />\n"
        f"      <mimeMap fileExtension={quoteattr(ending)} mimeType={quoteattr(kind)} />\n"
        for ending, kind in types.items()
    )
    static = f"    <staticContent>\n{maps}    </staticContent>\n"
    body = _server(static + _custom(headers[EVERYWHERE]))
    for path, sent in headers.items():
        if path != EVERYWHERE:
            where = quoteattr(path.removesuffix(EVERYWHERE).removeprefix("/"))
            body += (
                f"  <location path={where}>\n{_server(_custom(sent))}  </location>\n"
            )
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<!-- {WRITTEN} -->\n'
        f"<configuration>\n{body}</configuration>\n"
    )


def _server(inner: str) -> str:
    return f"  <system.webServer>\n{inner}  </system.webServer>\n"


def _custom(sent: Mapping[str, str]) -> str:
    lines = "".join(
        f"      <remove name={quoteattr(name)} />\n"
        f"      <add name={quoteattr(name)} value={quoteattr(value)} />\n"
        for name, value in sent.items()
    )
    return f"    <httpProtocol><customHeaders>\n{lines}    </customHeaders></httpProtocol>\n"


def apache(headers: Headers, types: Mapping[str, str]) -> str:
    """Return ``.htaccess``: types, and headers where the module for them is there."""
    lines = [f"# {WRITTEN}"]
    lines += [f"AddType {kind} {ending}" for ending, kind in types.items()]
    lines.append("<IfModule mod_headers.c>")
    for path, sent in headers.items():
        told = [f'Header always set {name} "{value}"' for name, value in sent.items()]
        if path == EVERYWHERE:
            lines += told
        else:
            lines += [f'<If "%{{REQUEST_URI}} =~ m#{_pattern(path)}#">', *told, "</If>"]
    return "\n".join([*lines, "</IfModule>", ""])


def _pattern(path: str) -> str:
    """Return the pattern of ``path``, wherever on the server the site lies."""
    folder = path.removesuffix("*")
    return re.escape(folder).replace("\\-", "-") + ("" if folder != path else "$")


def nginx(headers: Headers, types: Mapping[str, str]) -> str:
    """Return what to include in a ``server`` block.

    A location that sends a header of its own inherits none, so each repeats them all.
    """
    lines = [f"# {WRITTEN}", "include mime.types;", "types {"]
    lines += [f"    {kind} {ending[1:]};" for ending, kind in types.items()]
    lines.append("}")
    everywhere = headers[EVERYWHERE]
    for path, sent in headers.items():
        folder = path.removesuffix("*")
        if path == EVERYWHERE:
            where = "location /"
        else:
            where = f"location {'^~' if folder != path else '='} {folder}"
        told = {**everywhere, **sent}
        lines += [f"{where} {{"]
        lines += [
            f'    add_header {name} "{value}" always;' for name, value in told.items()
        ]
        lines.append("}")
    return "\n".join([*lines, ""])
