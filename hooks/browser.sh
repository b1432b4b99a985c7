#!/bin/sh
# Prints the path of a Chromium that starts, installing Debian's if the machine has none.
set -eu

# --version, because Ubuntu ships a chromium-browser that only asks for a snap.
find_browser() {
    for name in "$@"; do
        if "$name" --version </dev/null >/dev/null 2>&1; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# A browser already there comes first: where apt offers none but a snap, nothing can drive it.
find_any_browser() {
    find_browser google-chrome google-chrome-stable chromium chromium-browser
}

install_browser() {
    command -v apt-get >/dev/null || return 1
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || return 1
        as_root='sudo -n'
    fi
    echo 'Installing Chromium with apt-get. / Installation de Chromium avec apt-get.' >&2
    $as_root apt-get update -qq </dev/null >&2
    # libatomic1 is for the Node inside Playwright.
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends \
        chromium fonts-dejavu-core fonts-liberation libatomic1 </dev/null >&2
}

if [ -n "${CHROMIUM:-}" ]; then
    find_browser "$CHROMIUM" && exit
else
    find_any_browser && exit
    install_browser && find_any_browser && exit
fi
cat >&2 <<MESSAGE
The PDF files and the browser tests need Chromium or Chrome${CHROMIUM:+, and CHROMIUM=$CHROMIUM does not start}. Install one (on Debian: apt-get install chromium), give its path, as in make site CHROMIUM=/path/to/chrome, or build the site without PDF files: make site PDF=no
Les fichiers PDF et les tests de navigateur ont besoin de Chromium ou de Chrome${CHROMIUM:+, et CHROMIUM=$CHROMIUM ne démarre pas}. Installez-en un (sous Debian : apt-get install chromium), donnez son chemin, comme dans make site CHROMIUM=/chemin/vers/chrome, ou construisez le site sans fichiers PDF : make site PDF=no
MESSAGE
exit 1
