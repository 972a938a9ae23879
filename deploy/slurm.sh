#!/usr/bin/env bash
#SBATCH --job-name=recalling
#SBATCH --ntasks=64
#SBATCH --cpus-per-task=1
#SBATCH --mem-per-cpu=3G
#SBATCH --time=12:00:00
# sbatch deploy/slurm.sh CORPUS RESULTS    (addresses that every node can reach; the program is installed in .venv)
set -euo pipefail
corpus=$1
results=$2
file=$PWD/scheduler-$SLURM_JOB_ID.json
dask=.venv/bin/dask

$dask scheduler --scheduler-file "$file" --no-dashboard &
scheduler=$!
workers=
finish() { # the workers first, so that none asks for a scheduler that is gone
  if [ -n "$workers" ]; then kill "$workers" && wait "$workers" || true; fi
  kill "$scheduler"
  rm -f "$file"
}
trap finish EXIT
until [ -s "$file" ]; do sleep 1; done
address=$(.venv/bin/python -c 'import json, sys; print(json.load(open(sys.argv[1]))["address"])' "$file")

srun --ntasks=$((SLURM_NTASKS - 1)) $dask worker "$address" --nthreads 1 --no-dashboard &
workers=$!
.venv/bin/recalling extract "$corpus" --scheduler "$address" --to "$results"
