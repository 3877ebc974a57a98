package org.babelmill.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password in an address is refused, and printed nowhere. */
class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void an_address_with_a_password_is_refused_without_repeating_it() {
        Path output = folder.resolve("out");
        for (String[] command : new String[][] {
            {"run", "--input", "s3a://AKIA123:topsecret@crawl/", "--output", output.toString()},
            {"run", "--input=hdfs://user:topsecret@node:8020/crawl", "--output=" + output},
            {"run", "--input", folder.toString(), "--set", "url.lists=s3a://AKIA123:topsecret@lists/"},
            {"publish", folder.toString(), "s3a://AKIA123:topsecret@corpus/"}
        }) {
            Program.Ended ended = Program.run(command);
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).startsWith("babelmill: ").contains("holds a password", "credential providers");
            assertThat(ended.out() + ended.err()).doesNotContain("topsecret").doesNotContain("AKIA123");
            assertThat(output).doesNotExist();
        }
    }

    @Test
    void other_addresses_are_not() {
        assertThat(Secrets.complaint(
                        "s3a://crawl/a@b:c/", "http://user:pw@site.example/", "hdfs://node:8020/x", "--set=a=b:c@d"))
                .isEmpty();
    }
}
