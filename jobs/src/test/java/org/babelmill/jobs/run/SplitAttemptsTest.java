package org.babelmill.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitAttemptsTest {

    private static final int RECORDS = 700;

    @TempDir
    private Path folder;

    private SplitAttempts attempt;

    @BeforeEach
    void begin() throws IOException {
        attempt = attempt(folder);
    }

    private static SplitAttempts attempt(Path folder) throws IOException {
        RunDirectory directory = RunDirectory.at(folder.toString(), new Configuration());
        return new SplitAttempts(directory, directory.path("attempts/documents/split.json"));
    }

    /** One attempt at all records: those it did not touch; empty when its process died on one. */
    private static Optional<Set<Long>> tried(SplitAttempts attempt, LongPredicate deadly) throws IOException {
        Set<Long> untouched = new TreeSet<>();
        for (long key = 0; key < RECORDS; key++) {
            if (attempt.killed(key)) {
                untouched.add(key);
            } else if (deadly.test(key)) {
                return Optional.empty();
            }
        }
        return Optional.of(untouched);
    }

    @Test
    void aRecordThatKillsIsFoundInTheFourthAttempt() throws IOException {
        assertThat(tried(attempt, key -> key == 300)).isEmpty();
        assertThat(tried(attempt(folder), key -> key == 300)).isEmpty();
        assertThat(tried(attempt(folder), key -> key == 300)).isEmpty();
        assertThat(tried(attempt(folder), key -> key == 300)).contains(Set.of(300L));
    }

    @Test
    void twoDeathsOfSomethingElseCondemnNobody() throws IOException {
        assertThat(tried(attempt, key -> key == 300)).isEmpty();
        assertThat(tried(attempt(folder), key -> key == 301)).isEmpty();
        assertThat(tried(attempt(folder), key -> key == 302)).isEmpty();
        assertThat(tried(attempt(folder), key -> false)).contains(Set.of());
    }

    @Test
    void anAttemptThatFailsAliveAccusesNobody() throws IOException {
        for (int i = 0; i < 9; i++) {
            SplitAttempts failing = attempt(folder);
            assertThat(tried(failing, key -> key == 300)).isEmpty();
            failing.fail();
        }
        assertThat(tried(attempt(folder), key -> false)).contains(Set.of());
    }

    @Test
    void afterSuccessNothingIsLeft() throws IOException {
        assertThat(tried(attempt, key -> false)).contains(Set.of());
        assertThat(folder.resolve("attempts/documents/split.json")).exists();
        attempt.succeed();
        assertThat(folder.resolve("attempts/documents/split.json")).doesNotExist();
    }

    @Test
    void beforeThePlaceInTheFileChangesItIsSaidThatItWill() throws IOException {
        Path file = folder.resolve("attempts/documents/split.json");
        assertThat(tried(attempt, key -> key == 300)).isEmpty();
        SplitAttempts next = attempt(folder);
        String before = Files.readString(file);
        int changes = 0;
        int said = 0;
        for (long key = 0; key < RECORDS; key++) {
            boolean moves = next.moves(key);
            next.killed(key);
            String now = Files.readString(file);
            changes += now.equals(before) ? 0 : 1;
            said += moves ? 1 : 0;
            assertThat(moves || now.equals(before)).as("record %d", key).isTrue();
            before = now;
        }
        // The first stretch and the last, and the records of the one between.
        assertThat(changes).isEqualTo(SplitAttempts.STRETCH + 2);
        assertThat(said).isEqualTo(changes);
    }

    @Property(tries = 5)
    void everyRecordThatKillsIsPutAsideAndNoOther(
            @ForAll @Size(min = 1, max = 3) Set<@LongRange(min = 0, max = RECORDS - 1) Long> deadly)
            throws IOException {
        Path own = Files.createTempDirectory("attempts");
        Optional<Set<Long>> untouched = Optional.empty();
        for (int i = 0; i <= 3 * deadly.size() && untouched.isEmpty(); i++) {
            untouched = tried(attempt(own), deadly::contains);
        }
        assertThat(untouched).contains(deadly);
    }
}
