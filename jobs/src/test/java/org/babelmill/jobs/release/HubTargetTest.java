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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubTargetTest {

    @TempDir
    private static Path folder;

    private static Release small;

    private HubServer server;
    private Release release;

    @BeforeAll
    static void make() throws IOException {
        small = ReleaseFixture.small(folder.resolve("small"));
    }

    @BeforeEach
    void start() throws IOException {
        server = new HubServer("secret");
        release = small;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HubTarget target(String token) {
        return target(token, HubTarget.MOST_IN_COMMIT);
    }

    private HubTarget target(String token, int mostInCommit) {
        HubClient client = new HubClient(server.address(), "owner/name", token, 1);
        return new HubTarget(client, "owner/name", true, mostInCommit);
    }

    private int publish(HubTarget to) throws IOException {
        Publisher publisher = new Publisher(release, to, 2);
        Publisher.Plan plan = publisher.plan();
        publisher.publish(plan);
        return plan.send().size();
    }

    private static List<String> files() throws IOException {
        return ReleaseFixture.files(folder.resolve("small"));
    }

    private static byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(folder.resolve("small").resolve(file));
    }

    @Test
    void theRepositoryHoldsTheRelease() throws IOException {
        publish(target("secret"));
        assertThat(server.files().keySet()).containsExactlyElementsOf(files());
        for (String file : files()) {
            assertThat(server.files().get(file)).as(file).isEqualTo(bytes(file));
        }
        assertThat(server.commits()).hasSize(1);
        assertThat(server.tokenLeaks()).isZero();
    }

    @Test
    void largeFilesGoInParts() throws IOException {
        server.partsOf(10_000);
        publish(target("secret"));
        String shard = "data/deu_Latn/train-00000-of-00001.parquet";
        assertThat(server.files().get(shard)).isEqualTo(bytes(shard));
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
        assertThat(server.files().keySet()).containsExactlyElementsOf(files());
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

    @Test
    void manyShardsAreShownInSmallCommitsWithTheManifestLast() throws IOException {
        assertThat(HubTarget.MOST_IN_COMMIT)
                .as("with card and manifest below 100")
                .isLessThanOrEqualTo(90);
        publish(target("secret", 3));
        assertThat(server.commits()).hasSize(2);
        assertThat(server.commits().get(0)).hasSize(3).allMatch(p -> p.endsWith(".parquet"));
        assertThat(server.commits().get(1)).contains(Release.MANIFEST, "README.md");
    }

    @Test
    void anEarlierManifestGoesBeforeManyShardsChange() throws IOException {
        release = other();
        publish(target("secret"));
        release = small;
        publish(target("secret", 3));
        assertThat(server.commits()).hasSize(3);
        assertThat(server.deleted(1)).containsExactly(Release.MANIFEST);
        assertThat(server.files()).containsKey(Release.MANIFEST);
    }

    private static Release other() throws IOException {
        return new ReleaseFixture(folder.resolve("other"), 50)
                .file("deu_Latn", "train", 20)
                .finish();
    }

    @Test
    void filesThatAreNoLongerListedGo() throws IOException {
        publish(target("secret"));
        release = other();
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
