package org.babelmill.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.card.Release;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubTargetTest {

    @TempDir
    private Path folder;

    private HubServer server;
    private Release release;

    @BeforeEach
    void start() throws IOException {
        server = new HubServer("secret");
        release = ReleaseFixture.small(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HubTarget target(String token) {
        return new HubTarget(new HubClient(server.address(), "owner/name", token, 1), "owner/name", true);
    }

    private int publish(HubTarget to) throws IOException {
        Publisher publisher = new Publisher(release, to, 2);
        Publisher.Plan plan = publisher.plan();
        publisher.publish(plan);
        return plan.send().size();
    }

    @Test
    void theRepositoryHoldsTheRelease() throws IOException {
        publish(target("secret"));
        assertThat(server.files().keySet()).containsExactlyElementsOf(ReleaseFixture.files(folder));
        for (String file : ReleaseFixture.files(folder)) {
            assertThat(server.files().get(file)).as(file).isEqualTo(Files.readAllBytes(folder.resolve(file)));
        }
        assertThat(server.commits()).hasSize(1);
        assertThat(server.tokenLeaks()).isZero();
    }

    @Test
    void largeFilesGoInParts() throws IOException {
        server.partsOf(10_000);
        publish(target("secret"));
        String shard = "data/deu_Latn/train-00000-of-00001.parquet";
        assertThat(server.files().get(shard)).isEqualTo(Files.readAllBytes(folder.resolve(shard)));
    }

    @Test
    void shardsThatAreThereAreNotSentAgain() throws IOException {
        publish(target("secret"));
        int uploads = server.uploads();
        publish(target("secret"));
        assertThat(server.uploads()).isEqualTo(uploads);
    }

    @Test
    void answersThatAskForPatienceAreTriedAgain() throws IOException {
        server.failing(List.of(429, 503, 500));
        publish(target("secret"));
        assertThat(server.files()).containsKey(Release.MANIFEST);
    }

    @Test
    void anUploadWhoseConnectionBreaksIsTriedAgain() throws IOException {
        server.cutting(3);
        publish(target("secret"));
        assertThat(server.files().keySet()).containsExactlyElementsOf(ReleaseFixture.files(folder));
    }

    @Test
    void whatWasUploadedBeforeAStopIsNotSentAgain() throws IOException {
        HubTarget first = target("secret");
        assertThatThrownBy(() -> {
                    Publisher publisher = new Publisher(release, new CutTarget(first, 8), 1);
                    publisher.publish(publisher.plan());
                })
                .hasMessage(CutTarget.MESSAGE);
        assertThat(server.files()).as("nothing shows").isEmpty();
        assertThat(server.uploads()).isPositive();
        publish(target("secret"));
        assertThat(server.uploads()).as("each shard once").isEqualTo(4);
        assertThat(server.files()).containsKey(Release.MANIFEST);
    }

    @Test
    void aDryRunOnlyAsks() throws IOException {
        assertThat(new Publisher(release, target("secret"), 2).plan().send()).hasSize(10);
        assertThat(server.uploads()).isZero();
        assertThat(server.commits()).isEmpty();
    }

    private Release many() throws IOException {
        ReleaseFixture many = new ReleaseFixture(folder.resolve("many"), 50);
        for (int i = 0; i < HubTarget.MOST_IN_COMMIT + 5; i++) {
            many.file("a" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + "_Latn", "train", 1);
        }
        return many.finish();
    }

    @Test
    void manyShardsAreShownInSmallCommitsWithTheManifestLast() throws IOException {
        release = many();
        publish(target("secret"));
        assertThat(server.commits()).hasSize(2);
        assertThat(server.commits().get(0)).hasSize(HubTarget.MOST_IN_COMMIT).noneMatch(p -> p.endsWith(".json"));
        assertThat(server.commits().get(1)).contains(Release.MANIFEST, "README.md");
    }

    @Test
    void anEarlierManifestGoesBeforeManyShardsChange() throws IOException {
        publish(target("secret"));
        release = many();
        publish(target("secret"));
        assertThat(server.commits()).hasSize(3);
        assertThat(server.deleted(1)).containsExactly(Release.MANIFEST);
        assertThat(server.files()).containsKey(Release.MANIFEST);
    }

    @Test
    void filesThatAreNoLongerListedGo() throws IOException {
        publish(target("secret"));
        release = new ReleaseFixture(folder.resolve("next"), 50)
                .file("deu_Latn", "train", 20)
                .finish();
        publish(target("secret"));
        assertThat(server.files().keySet()).noneMatch(p -> p.contains("swh_Latn"));
    }

    @Test
    void aRefusedTokenIsTheUsersMistake() {
        assertThatThrownBy(() -> publish(target("wrong")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("token");
    }

    @Test
    void anAddressThatIsNoRepositoryIsRefused() {
        assertThatThrownBy(() -> HubTarget.of("hf://datasets/name", false, new Configuration()))
                .hasMessageContaining("OWNER/NAME");
    }
}
