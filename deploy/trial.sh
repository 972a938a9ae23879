#!/usr/bin/env bash
# Try a built package as somebody has it who installs nothing else: in an empty environment, away from the source tree.
#
#   deploy/trial.sh PACKAGE PYTHON...
#
# PACKAGE is a wheel or a source distribution. In each Python two texts are read, built to a folder, asked and validated;
# the folders of all Pythons must be the same, byte for byte, and the line of each shows the hash of its manifest, so that
# computers can be compared. A Python that is not on this machine is named and left out; one must be there.
# The texts are made up.
set -euo pipefail
[ $# -ge 2 ] || { echo "usage: deploy/trial.sh PACKAGE PYTHON..." >&2; exit 2; }
package=$(realpath "$1")
shift
unset PYTHONPATH PYTHONHOME RECALLING_CATALOGUE
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { echo "trial: $1" >&2; exit 1; }
has() { grep -qF -- "$1" "$2" || fail "$2 lacks: $1"; }

mkdir "$work/texts"
cat >"$work/texts/en.txt" <<'TEXT'
United Nations
A/RES/76/990

The General Assembly,

Recalling its resolution 61/74 of 6 December 2006,

Recalling also Security Council resolution 1325 (2000),

1. Welcomes the report of the Secretary-General;
TEXT
cat >"$work/texts/fr.txt" <<'TEXT'
Nations Unies
A/RES/76/991

L’Assemblée générale,

Rappelant sa résolution 61/74 du 6 décembre 2006,

Réaffirmant la Charte des Nations Unies,
TEXT

try() { # in the Python named: leaves what was built in out-NUMBER
  local python=$1 out=$2 env=$work/env-$2 version hash
  "$python" -m venv "$env"
  "$env/bin/python" -m pip install --quiet --no-compile --disable-pip-version-check "$package"
  cd "$work"
  version=$("$env/bin/recalling" --version)
  case $(basename "$package") in
    recalling-"${version#recalling }"[-.]*) ;;
    *) fail "$package says that it is $version" ;;
  esac
  "$env/bin/python" -c 'import sys, extract, graph; sys.exit(not all(m.__file__.startswith(sys.prefix) for m in (extract, graph)))' ||
    fail "modules are not those that were installed"
  "$env/bin/recalling" extract texts/en.txt >rows.jsonl 2>log
  has '"target": "A/RES/61/74"' rows.jsonl
  has '"target": "S/RES/1325(2000)"' rows.jsonl
  "$env/bin/recalling" build texts -o out --no-cache >log 2>&1 || { cat log >&2; fail "build"; }
  has 'A/RES/76/991' out/index.html
  "$env/bin/recalling" query out most-cited --format csv >answer.csv
  has 'A/RES/61/74' answer.csv
  "$env/bin/recalling" validate out >log
  mv out "out-$out"
  hash=$(sha256sum <"out-$out/manifest.json")
  echo "tried: $(basename "$package"), $("$env/bin/python" --version), built ${hash:0:12}"
  rm -rf "$env"
}

count=0
for python in "$@"; do
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "left out: $python is not on this machine, or has no venv"
    continue
  fi
  count=$((count + 1))
  (try "$python" "$count")
  diff -rq "$work/out-1" "$work/out-$count" || fail "$python builds another folder than the first"
done
[ "$count" -gt 0 ] || fail "none of these is on this machine: $*"
