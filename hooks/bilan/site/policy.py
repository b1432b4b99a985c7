"""The content security policy of a page: what a browser may load and run there.

https://www.w3.org/TR/CSP3/: everything is forbidden, then allowed again where a page needs it.
A page without a script of ours runs none. There is no hash: no script and no style stands in a
page. Headers would do more (`frame-ancestors` counts there alone), but GitHub Pages sends none
of ours, so the policy stands in the page, before all that it governs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Directives = Mapping[str, tuple[str, ...]]

_ALWAYS: Directives = {
    "default-src": ("'none'",),
    "style-src": ("'self'",),
    "img-src": ("'self'",),
    "font-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),  # the search in the head of each page
}
_OF_MACROS: Mapping[str, Directives] = {
    "indicators": {"script-src": ("'self'",)},
    "search": {"script-src": ("'self'", "'wasm-unsafe-eval'"), "connect-src": ("'self'",)},
}
"""What the script of a macro needs: Pagefind is WebAssembly, and loads its index."""


def content_policy(macros: Iterable[str] = ()) -> str:
    """The policy of a page that calls these macros."""
    allowed = {directive: list(sources) for directive, sources in _ALWAYS.items()}
    for macro in sorted(macros):
        for directive, sources in _OF_MACROS.get(macro, {}).items():
            known = allowed.setdefault(directive, [])
            known += [source for source in sources if source not in known]
    return "; ".join(f"{directive} {' '.join(sources)}" for directive, sources in allowed.items())
