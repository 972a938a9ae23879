#!/usr/bin/env bash
# mypyc compiles functools.cached_property as a plain property, without a word.
#
# A value that is computed once when interpreted is computed at each access when compiled by mypy 2.4.1: patterns kept
# that way were compiled anew for each paragraph, five times as slow. Expected: the same, or an error. A C compiler is
# needed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mypy==2.4.1 setuptools==80.9.0
cat > finding.py <<'PYTHON'
from functools import cached_property

computed = 0


class Pattern:
    @cached_property
    def compiled(self) -> int:
        global computed
        computed += 1
        return computed


pattern = Pattern()
for _ in range(5):
    pattern.compiled
print(f"{'interpreted' if __file__.endswith('.py') else 'compiled'}: {computed}")
PYTHON
cat > expected <<'OUTPUT'
interpreted: 1
compiled: 5
OUTPUT
venv/bin/python -c 'import finding' > seen
venv/bin/mypyc finding.py > log 2>&1 || { cat log >&2; exit 1; }
venv/bin/python -c 'import finding' >> seen
diff expected seen
echo "as described"
