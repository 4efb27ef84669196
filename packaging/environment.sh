# Makes .venv with everything that is pinned, and sees to the Debian packages that are missing.
# Sourced by poster.sh and test.sh; takes the Debian packages that the caller needs as DEBIAN_PACKAGES, one that has
# another name elsewhere as name|other.
set -eu

cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

is_installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; }

is_known() { apt-cache show "$1" 2>/dev/null | grep -q '^Package:'; }

# The packages that are not there under any of their names.
missing_packages() {
    for names in $DEBIAN_PACKAGES; do
        found=""
        for name in $(printf '%s' "$names" | tr '|' ' '); do
            if is_installed "$name"; then found=$name; fi
        done
        [ -n "$found" ] || printf '%s ' "$names"
    done
}

# known_names PACKAGES: each under the name by which this system knows it, or else its last.
known_names() {
    for names in "$@"; do
        chosen=""
        for name in $(printf '%s' "$names" | tr '|' ' '); do
            if [ -z "$chosen" ] && is_known "$name"; then chosen=$name; fi
        done
        printf '%s ' "${chosen:-$name}"
    done
}

install_packages() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ]; then
        root=""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        root="sudo"
    else
        # shellcheck disable=SC2086 # one word a package
        say "These packages are missing. Please run:  sudo apt-get install $(known_names $missing)"
        return 0
    fi
    $root apt-get update -qq || say "The list of packages could not be renewed (is there a network?)."
    # shellcheck disable=SC2086
    missing=$(known_names $missing)
    say "Installing $missing"
    # shellcheck disable=SC2086
    if ! $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null; then
        say "These packages could not be installed: $missing"
        say "Going on without them: what needs one of them will say so."
    fi
}

find_python() {
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do
        if "$candidate" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            printf '%s' "$candidate"
            return 0
        fi
    done
    say "Python 3.11 or newer with its venv module is needed. Please run:  sudo apt-get install python3 python3-venv"
    return 1
}

# make_environment FOLDER REQUIREMENTS: a virtual environment with exactly what a pinned list names, and this project.
make_environment() {
    folder=$1 requirements=$2
    wanted=$(cat "$requirements" pyproject.toml | cksum)
    if [ ! -x "$folder/bin/python" ]; then
        python=$(find_python)
        say "Making $folder with $("$python" --version)"
        "$python" -m venv "$folder"
    fi
    if [ "$(cat "$folder/journeyeditor-setup" 2>/dev/null || true)" != "$wanted" ]; then
        say "Installing what $requirements names into $folder"
        "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$requirements"
        "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
        printf '%s\n' "$wanted" >"$folder/journeyeditor-setup"
    fi
}
