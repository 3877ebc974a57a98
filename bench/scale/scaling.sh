#!/bin/bash
# How the main job scales on one machine: with cores, with workers, with the input.
#
#   scaling.sh ARCHIVE SCRATCH [COPIES [MULTIPLES [SETUPS]]]
#
# ARCHIVE (a WARC file) repeated COPIES times (4) is the input once; MULTIPLES ("1 4 16") are how often it is read in the last
# rows. SETUPS ("cores workers workers-each") are the rows before: one core and all, one worker and two, and two with as
# much for each as the one had. A space for either leaves them out. SCRATCH is a folder that must not exist. Needs two
# cores, taskset and Python. Build first: ./mvnw -DskipTests -Psubmit-jar package.
#
# Columns: the setup; records; seconds of the documents stage by the clock, and records a second and core in it; CPU
# milliseconds a record in all stages, of the run's own cost table; megabytes of heap in use after the last collection, and
# the most after any; of executors, the largest. Java starts and warms up in every run: some 20 s of CPU for each process.
#
# A core is one of the machine: a process that has one task at a time is held on one (taskset), its compiler and collector
# with it. Otherwise those would have the machine's other cores in the first row and none of their own in the second. The
# driver of a cluster goes where there is room, and is not optimised. Executors collect garbage as bin/babelmill does; with
# one core Java would choose otherwise.
set -euo pipefail
for setup in ${5:-}; do
  case $setup in
    cores | workers | workers-each) ;;
    *) echo "scaling.sh: SETUPS: $setup is none of cores, workers, workers-each" >&2; exit 2 ;;
  esac
done
archive=$(realpath "$1")
copies=${3:-4}
multiples=${4:-1 4 16}
setups=${5:-cores workers workers-each}
target=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)/../../jobs/target
mkdir "$2"
scratch=$(realpath "$2")
heap=2g
read -ra allowed <<<"$(python3 -c 'import os; print(*sorted(os.sched_getaffinity(0)))')"
cores=${#allowed[@]}
[ "$cores" -gt 1 ] || { echo "scaling.sh: one core only; two are compared" >&2; exit 2; }
opens=$(sed -n 's/.*<jvm.opens>\(.*\)<\/jvm.opens>.*/\1/p' "$target/../../pom.xml")
pids=()
stop() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait
  pids=()
  rm -f "$scratch"/master.log "$scratch"/worker-*.log
}
trap stop EXIT

# input FOLDER N: a folder with N links to the archive.
input() {
  mkdir -p "$1"
  for i in $(seq "$2"); do ln -sf "$archive" "$1/crawl-$i.warc.gz"; done
}

# held N: the first N cores that we may use, as taskset wants them.
held() { local IFS=,; printf '%s' "${allowed[*]:0:$1}"; }

# folder NAME: the name as one of a folder.
folder() { printf '%s' "$1" | tr -c 'a-z0-9' '-'; }

# row NAME CORES RUN GC...: what one run has left.
row() {
  python3 - "$@" <<'EOF'
import json, re, sys
name, cores, run, logs = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4:]
out = open(run + ".log").read()
records = int(re.search(r"^records +([\d,]+)", out, re.M).group(1).replace(",", ""))
seconds = float(re.search(r"^documents +100 %.* in (?:(\d+) min )?(\d+) s", out, re.M).group(2))
minutes = re.search(r"^documents +100 %.* in (\d+) min", out, re.M)
seconds += 60 * float(minutes.group(1)) if minutes else 0
cpu = int(re.search(r"^all +([\d,]+)", out, re.M).group(1).replace(",", ""))
last = most = 0
for log in logs:
    after = [int(m) for m in re.findall(r"->(\d+)M\(", open(log).read())]
    full = [int(m) for m in re.findall(r"Pause Full.*->(\d+)M\(", open(log).read())]
    last, most = max(last, (full or after or [0])[-1]), max(most, max(full or after or [0]))
print(f"{name:28} {records:>9,} {seconds:>7.0f} s {records / seconds / cores:>7.1f} /s/core {cpu / records:>7.2f} ms"
      f" {last:>6,} {most:>6,} MB", flush=True)
EOF
}

# alone NAME CORES INPUT: a run in one process.
alone() {
  run=$scratch/$(folder "$1")
  BABELMILL_JAVA_OPTS="-Xmx$heap -Xlog:gc:file=$run.gc" taskset -c "$(held "$2")" \
    "$target/babelmill/bin/babelmill" run --input "$3" --output "$run" --master "local[$2]" >"$run.log" 2>&1 ||
    [ $? -eq 3 ]
  row "$1" "$2" "$run" "$run.gc"
}

# daemon LOG CPUS CLASS ARGS: a process of Spark, held on those cores of the machine.
daemon() {
  log=$1 cpus=$2; shift 2
  : >"$log"
  (cd "$scratch" && SPARK_HOME=$scratch/spark SPARK_LOCAL_IP=127.0.0.1 SPARK_SCALA_VERSION=2.13 \
    exec taskset -c "$cpus" java -Xmx256m $opens -cp "$scratch/spark/jars/*" "$@") >"$log" 2>&1 &
  pids+=($!)
}

# cluster NAME WORKERS INPUT: spark-submit to a master and workers of one core each.
cluster() {
  run=$scratch/$(folder "$1")
  mkdir -p "$scratch/spark/jars"
  for jar in "$target"/babelmill/lib/*.jar; do
    # Those of the program itself come with the submitted jar.
    case ${jar##*/} in babelmill-*) ;; *) ln -sf "$jar" "$scratch/spark/jars/" ;; esac
  done
  daemon "$scratch/master.log" "$(held "$cores")" org.apache.spark.deploy.master.Master --host 127.0.0.1 \
    --port 0 --webui-port 0
  until url=$(grep -o 'spark://[0-9.:]*' "$scratch/master.log" | head -1) && [ -n "$url" ]; do sleep 0.2; done
  for i in $(seq "$2"); do
    daemon "$scratch/worker-$i.log" "${allowed[$((i - 1))]}" org.apache.spark.deploy.worker.Worker \
      --host 127.0.0.1 --webui-port 0 --cores 1 --memory 3g --work-dir "$run-work-$i" "$url"
    until grep -q "registered with master" "$scratch/worker-$i.log"; do sleep 0.2; done
  done
  SPARK_HOME=$scratch/spark SPARK_LOCAL_IP=127.0.0.1 SPARK_SCALA_VERSION=2.13 java -Xmx1g -XX:TieredStopAtLevel=1 $opens \
    -cp "$scratch/spark/jars/*" org.apache.spark.deploy.SparkSubmit --master "$url" --executor-memory "$heap" \
    --conf "spark.executor.extraJavaOptions=-XX:+UseParallelGC -Xlog:gc:file=gc.log" "$target/babelmill-submit.jar" \
    run --input "$3" --output "$run" >"$run.log" 2>&1 || [ $? -eq 3 ]
  row "$1" "$2" "$run" "$run"-work-*/*/*/gc.log
  stop
}

for multiple in 1 2 $multiples; do input "$scratch/in-$multiple" $((copies * multiple)); done
for setup in $setups; do
  case $setup in
    cores)
      alone "1 core" 1 "$scratch/in-1"
      alone "$cores cores" "$cores" "$scratch/in-1" ;;
    workers)
      cluster "1 worker" 1 "$scratch/in-1"
      cluster "2 workers" 2 "$scratch/in-1" ;;
    # Each warms up by itself.
    workers-each) cluster "2 workers, input x 2" 2 "$scratch/in-2" ;;
  esac
done
for multiple in $multiples; do alone "$cores cores, input x $multiple" "$cores" "$scratch/in-$multiple"; done
