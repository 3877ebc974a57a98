#!/bin/bash
# Builds the image without a Docker daemon, runs the sample in it, starts the cluster of compose.yaml from it and submits
# the sample to that. Takes some minutes and 3 GB below target/docker; needs root, buildah, podman with runc, mmdebstrap,
# Python with the packages named in README.md and, for the SparkApplication, Go. Docker's own network is not needed: all
# containers share one loopback.
#   BABELMILL_BUILT=yes   take the distribution in jobs/target/babelmill as it is
#   BASE_TAR=FILE         root file system to build on, instead of a Debian with OpenJDK 17 made by mmdebstrap
set -euo pipefail
cd "$(dirname "$0")/.."
work=$PWD/target/docker
mkdir -p "$work"
base=${BASE_TAR:-$work/base.tar}
operator=github.com/kubeflow/spark-operator/v2@v2.3.0
s3mock=$(sed -n 's,.*<s3mock.version>\(.*\)</s3mock.version>.*,\1,p' pom.xml)

say() { printf '\n== %s (%s)\n' "$1" "$(date -u +%H:%M:%S)"; }
fail() { echo "verify.sh: $1" >&2; exit 1; }

for tool in buildah podman runc python3; do
    command -v "$tool" > /dev/null || { echo "verify.sh: needs $tool" >&2; exit 2; }
done
store=(--root "$work/store" --runroot "$work/run")
podman() { command podman "${store[@]}" --cgroup-manager cgroupfs --runtime runc "$@"; }
image() { buildah "${store[@]}" bud --isolation chroot --format docker --quiet "$@" > /dev/null 2>> "$work/build.log"; }
# No timers for health checks: without systemd there are none.
quiet=(--ulimit nofile=20000:20000 --ulimit nproc=4096:4096 --health-interval disable)

say "schemas"
definition=()
if command -v go > /dev/null; then
    definition=("$(go mod download -json "$operator" | sed -n 's,.*"Dir": "\(.*\)".*,\1,p')/config/crd/bases/sparkoperator.k8s.io_sparkapplications.yaml")
fi
python3 docker/schemas.py "${definition[@]}"
grep -q "S3MOCK_VERSION:-$s3mock}" docker/compose.yaml || fail "compose.yaml names another S3 server than pom.xml: $s3mock"
grep -q "sparkVersion: $(sed -n 's,.*<spark.version>\(.*\)</spark.version>.*,\1,p' pom.xml | head -1)$" \
    docker/kubernetes/spark-application.yaml || fail "spark-application.yaml names another Spark than pom.xml"

say "image"
if [ "${BABELMILL_BUILT:-}" != yes ]; then
    ./mvnw -q -B -ntp -DskipTests -Pkubernetes package
fi
if [ ! -s "$base" ]; then
    mmdebstrap --quiet --variant=essential --include=openjdk-17-jre-headless,ca-certificates bookworm "$base"
fi
printf 'FROM scratch\nADD %s /\n' "$(basename "$base")" > "$work/Base"
image -t base -f "$work/Base" "$(dirname "$base")"
image -t babelmill --build-arg BASE_IMAGE=localhost/base -f docker/Dockerfile .
# What adobe/s3mock is: the same jar on a Java runtime.
./mvnw -q -B -ntp dependency:copy "-Dartifact=com.adobe.testing:s3mock:$s3mock:jar:exec" "-DoutputDirectory=$work" -Dmdep.stripVersion
printf 'FROM localhost/base\nADD s3mock-exec.jar /\nENTRYPOINT ["java","-Xmx512m","-jar","/s3mock-exec.jar"]\n' > "$work/S3"
image -t "adobe/s3mock:$s3mock" -f "$work/S3" "$work"
podman image prune --force > /dev/null
podman images --format '{{.Repository}} {{.Size}}'

export BABELMILL_IMAGE=localhost/babelmill
# The store below target/docker is this script's own. Those that share the loopback go before it.
stop() {
    local name
    for name in submit worker2 worker1 history s3 master loopback; do
        podman rm --force --volumes --time 2 "$name" > /dev/null 2>&1 || true
    done
    podman volume rm --force data events > /dev/null 2>&1 || true
}
trap stop EXIT
stop
# A service of compose.yaml, as a container of that name: up NAME SERVICE; and one that works to its end: job SERVICE. Each
# has a name of its own, since executors on one host would look for each other's files.
up() { start "$1" -d -- "$2" > /dev/null; }
job() { start submit --rm -- "$@"; }
start() {
    local name=$1 mode=$2 words
    mapfile -t words < <(python3 docker/service.py "$4")
    shift 4
    podman run "$mode" --name "$name" "${quiet[@]}" --network container:loopback --volume "$work/hosts:/etc/hosts:ro" \
        --hostname "$name" --env "SPARK_LOCAL_HOSTNAME=$name" "${words[@]}" "$@"
}
# Exit code 3: one of the sample's files breaks off on purpose.
guard() { local code=0; "$@" || code=$?; [ "$code" = 3 ] || fail "exit code $code, not 3: $*"; }
healthy() {
    for ((i = 0; i < 60; i++)); do
        if podman healthcheck run "$1" > /dev/null 2>&1; then echo "$1: healthy"; return; fi
        sleep 1
    done
    podman logs "$1" | tail -20
    fail "$1 never was healthy"
}
page() { podman exec master bash -c "exec 3<> /dev/tcp/127.0.0.1/$1; printf 'GET $2 HTTP/1.0\r\n\r\n' >&3; cat <&3"; }

say "the sample, not as root, on a read-only root file system, without a network"
podman run --rm --network none "${quiet[@]}" --read-only --volume /tmp --entrypoint bash babelmill -c \
    'echo "user $(id -u)"; [ "$(id -u)" = 10001 ] && ! (: > /opt/babelmill/x) 2> /dev/null && ! (: > /etc/x) 2> /dev/null' \
    || fail "root, or a root file system that can be written"
guard podman run --rm --network none "${quiet[@]}" --read-only --volume /tmp --cap-drop=ALL --security-opt=no-new-privileges \
    babelmill sample --out /tmp/out

say "the cluster of compose.yaml"
echo "127.0.0.1 localhost master worker1 worker2 history s3 submit" > "$work/hosts"
podman run -d --name loopback "${quiet[@]}" --network none --entrypoint sleep babelmill infinity > /dev/null
up master master
up s3 s3
up history history
healthy master
up worker1 worker
up worker2 worker
healthy worker1
healthy worker2
healthy history
for ((i = 0; i < 60; i++)); do
    if page 8080 /json/ | grep -q '"aliveworkers" : 2'; then break; fi
    sleep 1
done
page 8080 /json/ | grep '"aliveworkers" : 2' || fail "the master knows no two workers"

say "a server that does not answer is not healthy"
podman exec master bash -c 'echo 9 > /tmp/health-port'
if podman healthcheck run master > /dev/null 2>&1; then fail "healthy without a server"; fi
podman exec master bash -c 'echo 8080 > /tmp/health-port'
healthy master

say "spark-submit: the sample, on the shared volume"
guard job submit sample --out /data/sample --quiet

say "spark-submit: from and to S3"
job fs -put /data/sample/input s3a://crawl/in
guard job submit run --input s3a://crawl/in/ --output s3a://corpus/first --quiet
job fs -ls s3a://corpus/first/shards/manifest.json s3a://corpus/first/report.html

say "history"
for ((i = 0; i < 60; i++)); do
    done=$(page 18080 /api/v1/applications | grep -c '"completed" : true' || true)
    if [ "$done" = 2 ]; then break; fi
    sleep 1
done
[ "$done" = 2 ] || fail "the history server shows $done finished applications, not 2"
echo "2 finished applications"

say "done"
