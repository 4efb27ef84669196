#!/bin/sh
# Sets everything up and runs the tests; arguments go to pytest.
DEBIAN_PACKAGES="python3 python3-venv poppler-utils qpdf libglib2.0-0t64|libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1"
# The window on a screen of its own, read by a client of AT-SPI; without these that one test is skipped.
DEBIAN_PACKAGES="$DEBIAN_PACKAGES xvfb dbus-daemon|dbus at-spi2-core gir1.2-atspi-2.0 python3-gi libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
. "$(dirname "$0")/environment.sh"

install_packages
make_environment .venv packaging/requirements.txt
export QT_QPA_PLATFORM=offscreen
exec .venv/bin/python -m pytest -n 2 --dist loadfile -m "not slow" "$@"
