package org.babelmill.extract.evidence;

import java.util.Optional;
import org.babelmill.extract.page.PageParts;

/** Marks that translation plugins leave in pages that a machine translated. Stateless. */
public final class MachineTranslation {

    private MachineTranslation() {}

    /** The first mark, or nothing. */
    public static Optional<String> marker(PageMetadata page, PageParts parts) {
        for (PageMetadata.Link link : page.links()) {
            if (link.relation().contains("machine-translated-from")) {
                return Optional.of("link rel=" + link.relation());
            }
        }
        if (page.meta("translation-stats").isPresent()) {
            return Optional.of("meta name=translation-stats");
        }
        return parts.translation();
    }
}
