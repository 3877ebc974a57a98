package org.babelmill.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.takedown.TakedownJob;
import org.babelmill.jobs.takedown.TakedownList;
import org.babelmill.jobs.verify.Verification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Publishing to HDFS, and what is done with the published copy there: a cluster of two data nodes in this process. */
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HdfsIT {

    private static final Optional<String> TWO = Optional.of("local[2]");

    private java.nio.file.Path folder;
    private MiniDFSCluster cluster;
    private Configuration hadoop;
    private DistributedFileSystem hdfs;
    private Release release;

    @BeforeAll
    void start(@TempDir java.nio.file.Path temporary) throws IOException {
        folder = temporary;
        release = ReleaseFixture.small(folder.resolve("shards"));
        Configuration settings = ReleaseFixture.configuration();
        // A data node wants Hadoop's own local file system, whatever another test has left in Hadoop's cache.
        settings.unset("fs.file.impl");
        settings.setBoolean("fs.file.impl.disable.cache", true);
        settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
        cluster = new MiniDFSCluster.Builder(settings).numDataNodes(2).build();
        hdfs = cluster.getFileSystem();
        hadoop = hdfs.getConf();
    }

    @AfterAll
    void stop() {
        if (cluster != null) {
            cluster.shutdown();
        }
    }

    private Path target(String name) {
        return new Path(hdfs.getUri().toString(), "/" + name);
    }

    private int publish(ReleaseTarget to) throws IOException {
        Publisher publisher = new Publisher(release, to, 3);
        Publisher.Plan plan = publisher.plan();
        publisher.publish(plan);
        return plan.send().size();
    }

    private List<String> files(Path root) throws IOException {
        List<String> names = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> files = hdfs.listFiles(root, true);
        while (files.hasNext()) {
            names.add(root.toUri()
                    .relativize(files.next().getPath().toUri())
                    .getPath()
                    .replaceFirst("^" + root.toUri().getPath() + "/", ""));
        }
        return names.stream().sorted().toList();
    }

    private byte[] bytes(Path file) throws IOException {
        try (var in = hdfs.open(file)) {
            return in.readAllBytes();
        }
    }

    @Test
    void the_published_copy_has_the_same_bytes_and_nothing_is_sent_twice() throws IOException {
        Path root = target("corpus");
        assertThat(publish(new FolderTarget(root, hadoop))).isEqualTo(10);
        List<String> names = ReleaseFixture.files(folder.resolve("shards"));
        assertThat(files(root)).isEqualTo(names);
        for (String name : names) {
            assertThat(bytes(new Path(root, name)))
                    .as(name)
                    .isEqualTo(Files.readAllBytes(folder.resolve("shards").resolve(name)));
        }
        assertThat(publish(new FolderTarget(root, hadoop))).isZero();
        assertThat(new Verification(Release.open(root.toString(), hadoop)).run(TWO))
                .isEmpty();
    }

    @Test
    void a_publication_that_was_cut_shows_no_manifest_and_goes_on() throws IOException {
        Path root = target("cut");
        FolderTarget real = new FolderTarget(root, hadoop);
        assertThatThrownBy(() -> publish(new CutTarget(real, 4))).hasMessage(CutTarget.MESSAGE);
        assertThat(hdfs.exists(new Path(root, Release.MANIFEST))).isFalse();
        assertThat(publish(real)).isEqualTo(6);
        assertThat(files(root)).isEqualTo(ReleaseFixture.files(folder.resolve("shards")));
    }

    @Test
    void documents_are_taken_back_from_the_published_copy() throws IOException {
        Path root = target("taken");
        publish(new FolderTarget(root, hadoop));
        TakedownJob.Outcome outcome = new TakedownJob(
                        Release.open(root.toString(), hadoop),
                        new TakedownList(Set.of(), Set.of(), Set.of("deu_Latn-train-7", "swh_Latn-train-3")))
                .run(false, TWO);
        assertThat(outcome.documents()).hasSize(2);
        Release after = Release.open(root.toString(), hadoop);
        assertThat(after.manifest().version()).isEqualTo("2.0.0");
        assertThat(new Verification(after).run(TWO)).isEmpty();
    }
}
