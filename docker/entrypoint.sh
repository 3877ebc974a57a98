#!/bin/bash
# What a container does, by its first argument:
#   master              Spark's standalone master: 7077, web page 8080
#   worker [MASTER]     a worker, web page 8081; SPARK_WORKER_CORES and SPARK_WORKER_MEMORY limit it
#   history             Spark's history server over the event logs in /events: web page 18080
#   submit ARGUMENTS    spark-submit
#   fs ARGUMENTS        Hadoop's file commands, such as "fs -ls s3a://crawl/"
#   driver, executor    what Spark starts on Kubernetes
#   anything else       a babelmill command, such as "sample --out /data/sample"
set -eu

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes="$SPARK_CONF_DIR:${HADOOP_CONF_DIR:+$HADOOP_CONF_DIR:}$SPARK_HOME/jars/*"

# Other containers cannot resolve the random name of this one, but they can reach its address.
address() {
    hostname -i | cut -d' ' -f1
}

# Becomes a class of Spark, with the options that Spark's own launcher gives it.
spark() {
    local command
    # The launcher prints an empty first line, then the words of the command, each with a null behind it.
    mapfile -d '' -t command < <(
        "$java" -Xmx128m -XX:TieredStopAtLevel=1 -cp "$classes" org.apache.spark.launcher.Main "$@" | tail -n +2)
    # Without a command it has said why on standard error.
    [ ${#command[@]} -gt 0 ] || exit 1
    exec "${command[@]}"
}

# A server says where its health check has to look; a command that works to its end has no page.
page() {
    echo "$1" > /tmp/health-port
}

case ${1:-} in
    master)
        page 8080
        spark org.apache.spark.deploy.master.Master \
            --host "${SPARK_LOCAL_HOSTNAME:-$(address)}" --port 7077 --webui-port 8080
        ;;
    worker)
        page 8081
        spark org.apache.spark.deploy.worker.Worker \
            --host "${SPARK_LOCAL_HOSTNAME:-$(address)}" --webui-port 8081 "${2:-spark://master:7077}"
        ;;
    history)
        page 18080
        spark org.apache.spark.deploy.history.HistoryServer
        ;;
    submit)
        shift
        export SPARK_LOCAL_HOSTNAME="${SPARK_LOCAL_HOSTNAME:-$(address)}"
        spark org.apache.spark.deploy.SparkSubmit "$@"
        ;;
    fs)
        shift
        exec "$java" -Xmx512m -XX:TieredStopAtLevel=1 -cp "$classes" org.apache.hadoop.fs.FsShell "$@"
        ;;
    driver)
        shift
        spark org.apache.spark.deploy.SparkSubmit --deploy-mode client \
            --conf "spark.driver.bindAddress=$SPARK_DRIVER_BIND_ADDRESS" "$@"
        ;;
    executor)
        # Spark hands Java's options over one by one: SPARK_JAVA_OPT_0, SPARK_JAVA_OPT_1, ...
        options=()
        for ((i = 0; ; i++)); do
            name=SPARK_JAVA_OPT_$i
            [ -n "${!name+set}" ] || break
            options+=("${!name}")
        done
        exec "$java" "${options[@]}" "-Xms$SPARK_EXECUTOR_MEMORY" "-Xmx$SPARK_EXECUTOR_MEMORY" -cp "$classes" \
            org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBackend \
            --driver-url "$SPARK_DRIVER_URL" --executor-id "$SPARK_EXECUTOR_ID" --cores "$SPARK_EXECUTOR_CORES" \
            --app-id "$SPARK_APPLICATION_ID" --hostname "$SPARK_EXECUTOR_POD_IP" \
            --resourceProfileId "$SPARK_RESOURCE_PROFILE_ID" --podName "$SPARK_EXECUTOR_POD_NAME"
        ;;
    *)
        exec babelmill "$@"
        ;;
esac
