package org.babelmill.jobs.cli;

import java.io.PrintWriter;
import org.babelmill.jobs.UserError;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;

/** Languages as options name them. */
final class LanguageNames {

    private final String option;
    private final PrintWriter err;

    /**
     * Languages of an option.
     *
     * @param option its name, for messages
     * @param err where it is said what an ambiguous name is taken for
     */
    LanguageNames(String option, PrintWriter err) {
        this.option = option;
        this.err = err;
    }

    /**
     * Our tag for a name. A code of two letters or without script may mean several languages here ({@code zh}, {@code sr},
     * {@code no}); which of them it is taken for is said.
     *
     * @throws UserError when it is no language code
     */
    LanguageTag tag(String name) {
        LanguageTag tag = LanguageLabels.standard()
                .find(name)
                .orElseThrow(() -> new UserError(
                        option + " " + name + ": unknown language; write ISO 639-3 and ISO 15924, as in deu_Latn"));
        if (!tag.toString().equals(name)) {
            err.println("babelmill: " + option + " " + name + " is taken for " + tag + ", and for nothing else");
            err.flush();
        }
        return tag;
    }
}
