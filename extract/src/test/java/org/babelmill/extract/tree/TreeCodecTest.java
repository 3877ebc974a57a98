package org.babelmill.extract.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.luben.zstd.Zstd;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TreeCodecTest {

    private final DocumentTree tree = new DocumentTree(
            "A title",
            List.of(
                    new Heading(2, RichText.of("Über uns")),
                    new Paragraph(RichText.of("one line, and 一 more. ".repeat(40)))));

    private final byte[] stored = TreeEncoder.encode(tree);

    @Test
    void aTreeIsStoredCompressedAndReadAsItWas() {
        assertThat(stored).hasSizeLessThan("one line, and one more. ".repeat(40).length() / 4);
        assertThat(TreeCodec.decode(stored)).isEqualTo(tree);
    }

    @Test
    void anotherVersionIsRefusedByItsNumber() {
        byte[] old = stored.clone();
        old[0] = 1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TreeCodec.decode(old))
                .withMessage("stored tree has version 1, not " + TreeCodec.VERSION);
    }

    @Test
    void whatBreaksOffIsRefusedAtEveryPlace() {
        for (int length = 0; length < stored.length; length++) {
            byte[] cut = Arrays.copyOf(stored, length);
            assertThatIllegalArgumentException().as("%d bytes", length).isThrownBy(() -> TreeCodec.decode(cut));
        }
    }

    @Property
    void damageBelowTheCompressionIsRefusedOrReadAsATreeToo(@ForAll byte[] bytes, @ForAll int place) {
        TreeWriter body = new TreeWriter();
        body.tree(tree);
        byte[] plain = body.toByteArray();
        int at = Math.floorMod(place, plain.length);
        System.arraycopy(bytes, 0, plain, at, Math.min(bytes.length, plain.length - at));
        TreeWriter whole = new TreeWriter();
        whole.number(TreeCodec.VERSION);
        whole.number(plain.length);
        whole.raw(Zstd.compress(plain));

        Throwable thrown = catchThrowable(() -> TreeCodec.decode(whole.toByteArray()));

        assertThat(thrown == null || thrown instanceof IllegalArgumentException)
                .as("%s", thrown)
                .isTrue();
    }

    @Property
    void damageIsRefusedOrReadAsATree(@ForAll byte[] bytes, @ForAll int place) {
        byte[] damaged = stored.clone();
        byte[] from = bytes.length == 0 ? "x".getBytes(UTF_8) : bytes;
        int at = Math.floorMod(place, damaged.length);
        System.arraycopy(from, 0, damaged, at, Math.min(from.length, damaged.length - at));

        Throwable thrown = catchThrowable(() -> TreeCodec.decode(damaged));

        assertThat(thrown == null || thrown instanceof IllegalArgumentException)
                .as("%s", thrown)
                .isTrue();
    }
}
