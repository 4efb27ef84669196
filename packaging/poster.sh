#!/bin/sh
# The main job on a shipped example: sets everything up, writes a poster and says where it is.
DEBIAN_PACKAGES="python3 python3-venv"
. "$(dirname "$0")/environment.sh"

install_packages
make_environment .venv packaging/requirements.txt
mkdir -p out
exec .venv/bin/journeyeditor export resources/templates/example-new-hip.en.journey out/poster.pdf "$@"
