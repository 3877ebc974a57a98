package org.babelmill.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.card.Release;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {

    @TempDir
    private Path folder;

    private Release release;
    private Path target;

    @BeforeEach
    void release() throws IOException {
        release = ReleaseFixture.small(folder.resolve("shards"));
        target = folder.resolve("target");
    }

    private FolderTarget target() throws IOException {
        return new FolderTarget(new org.apache.hadoop.fs.Path(target.toUri()), ReleaseFixture.configuration());
    }

    private int publish(ReleaseTarget to) throws IOException {
        Publisher publisher = new Publisher(release, to, 3);
        Publisher.Plan plan = publisher.plan();
        publisher.publish(plan);
        return plan.send().size();
    }

    @Test
    void aPublishedFolderHoldsTheSameFiles() throws IOException {
        assertThat(publish(target())).isEqualTo(10);
        assertThat(ReleaseFixture.files(target)).isEqualTo(ReleaseFixture.files(folder.resolve("shards")));
        for (String file : ReleaseFixture.files(target)) {
            assertThat(target.resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("shards").resolve(file));
        }
    }

    @Test
    void whatWasSentIsCounted() throws IOException {
        Publisher publisher = new Publisher(release, target(), 3);
        Publisher.Plan plan = publisher.plan();
        publisher.publish(plan);
        assertThat(publisher.sentFiles()).isEqualTo(plan.send().size());
        assertThat(publisher.sentBytes()).isEqualTo(plan.bytes()).isPositive();
    }

    @Test
    void nothingIsSentTwice() throws IOException {
        publish(target());
        assertThat(publish(target())).isZero();
    }

    @Test
    void aFileThatDiffersIsSentAgainAndOneThatIsNoLongerListedGoes() throws IOException {
        publish(target());
        Path changed = target.resolve("data/swh_Latn/train-00000-of-00001.parquet");
        byte[] bytes = Files.readAllBytes(changed);
        bytes[100] ^= 1;
        Files.write(changed, bytes);
        Files.write(target.resolve("data/deu_Latn/train-00000-of-00002.parquet"), bytes);
        Files.delete(target.resolve(Release.MANIFEST));
        assertThat(publish(target())).isOne();
        assertThat(ReleaseFixture.files(target)).isEqualTo(ReleaseFixture.files(folder.resolve("shards")));
    }

    @Test
    void aDamagedSourceIsNotPublished() throws IOException {
        Path shard = folder.resolve("shards/data/swh_Latn/train-00000-of-00001.parquet");
        byte[] bytes = Files.readAllBytes(shard);
        bytes[100] ^= 1;
        Files.write(shard, bytes);
        assertThatThrownBy(() -> publish(target()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("swh_Latn");
        assertThat(target.resolve(Release.MANIFEST)).doesNotExist();
        Files.delete(shard);
        assertThatThrownBy(() -> publish(target())).isInstanceOf(UserError.class);
    }

    @Test
    void aStoppedPublicationHasNoManifestAndGoesOn() throws IOException {
        FolderTarget real = target();
        assertThatThrownBy(() -> publish(new CutTarget(real, 4))).hasMessage(CutTarget.MESSAGE);
        assertThat(target.resolve(Release.MANIFEST)).doesNotExist();
        assertThat(publish(real)).isEqualTo(6);
        assertThat(target.resolve(Release.MANIFEST)).exists();
    }
}
