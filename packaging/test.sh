#!/bin/sh
# Sets everything up and runs the tests; arguments go to pytest.
DEBIAN_PACKAGES="python3 python3-venv poppler-utils qpdf libglib2.0-0t64|libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1"
. "$(dirname "$0")/environment.sh"

install_packages
make_environment .venv packaging/requirements.txt
export QT_QPA_PLATFORM=offscreen
exec .venv/bin/python -m pytest -n 2 --dist loadfile -m "not slow" "$@"
