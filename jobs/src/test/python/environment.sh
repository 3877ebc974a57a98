#!/bin/sh
# Makes the Python environments of clients.sh and prints their interpreters: environment.sh clients|trainers. Prints nothing,
# and says why, where there is no Python 3 or no package index; a package that is not to be had where the index answers is an
# error. The environments are kept in the user's cache, one for each list of packages; BABELMILL_PYTHON_ENVIRONMENT names
# another folder. PyTorch comes with CUDA's libraries from the index, 5.7 GB on disk; BABELMILL_WITH_TORCH=no leaves it out,
# and the trainers with it.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
cache=${BABELMILL_PYTHON_ENVIRONMENT:-${XDG_CACHE_HOME:-$HOME/.cache}/babelmill}
torch=${BABELMILL_WITH_TORCH:-yes}

skip() {
  echo "skipped: Python clients: $1" >&2
  exit 0
}

# The folder for a list of packages: it has another name where the list, PyTorch's presence or the Python is another.
folder() {
  sum=$({ cat "$here/clients.txt" "$here/$1.txt"; echo "$torch"; python3 -V; } | cksum | cut -d' ' -f1)
  echo "$cache/python-$1-$sum"
}

# uv downloads several packages at a time; pip needs minutes for PyTorch. Its own cache would hold everything again.
install() {
  "$cache/uv/bin/uv" pip install -q --no-cache --python "$1/bin/python" "$2" "$3" "$4" "$5" >&2
}

command -v python3 >/dev/null 2>&1 || skip "no python3"
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || skip "python3 is older than 3.11"
[ -n "${1:-}" ] || { echo "environment.sh: clients or trainers" >&2; exit 2; }
clients=$(folder clients)
environment=$(folder "$1")
if [ ! -e "$environment/complete" ]; then
  rm -rf "$environment"
  if [ ! -x "$cache/uv/bin/uv" ]; then
    rm -rf "$cache/uv"
    mkdir -p "$cache"
    python3 -m venv "$cache/uv" >&2 || skip "python3 has no venv"
    "$cache/uv/bin/python" -m pip install -q --disable-pip-version-check uv >&2 || {
      rm -rf "$cache/uv"
      skip "the package index cannot be reached"
    }
  fi
  python3 -m venv --without-pip "$environment" >&2
  without=$environment/without.txt
  case $1 in
    clients)
      # An override that never holds leaves a package out.
      if [ "$torch" = no ]; then echo "torch ; python_version < '3'" >"$without"; else : >"$without"; fi
      ;;
    trainers)
      echo "torch ; python_version < '3'" >"$without"
      site=$("$environment/bin/python" -c "import sysconfig; print(sysconfig.get_path('purelib'))")
      "$clients/bin/python" -c "import sysconfig; print(sysconfig.get_path('purelib'))" >"$site/clients.pth"
      ;;
  esac
  install "$environment" -r "$here/$1.txt" --override "$without"
  : >"$environment/complete"
fi
echo "$environment/bin/python"
