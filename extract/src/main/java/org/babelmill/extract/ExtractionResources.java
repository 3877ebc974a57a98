package org.babelmill.extract;

import java.io.IOException;
import org.babelmill.extract.content.ContentModel;
import org.babelmill.extract.evidence.OptOuts;
import org.babelmill.extract.url.UrlPolicy;
import org.babelmill.pipeline.config.ExtractSettings;
import org.babelmill.pipeline.config.InputSettings;
import org.babelmill.pipeline.config.RightsSettings;
import org.babelmill.pipeline.config.RunConfiguration;

/**
 * What all extractors of a process share: settings, block lists, models. Loaded once, immutable, safe to share between
 * threads.
 */
public final class ExtractionResources {

    private final InputSettings input;
    private final RightsSettings rights;
    private final ExtractSettings extract;
    private final UrlPolicy urls;
    private final OptOuts optOuts;
    private final ContentModel model;

    private ExtractionResources(RunConfiguration configuration, UrlPolicy urls, ContentModel model) {
        this.model = model;
        this.input = configuration.input();
        this.rights = configuration.rights();
        this.extract = configuration.extract();
        this.urls = urls;
        this.optOuts = new OptOuts(rights.agents());
    }

    /**
     * Loads everything.
     *
     * @throws IOException when the block lists that the configuration names cannot be read; the message names the path
     */
    public static ExtractionResources load(RunConfiguration configuration) throws IOException {
        return load(configuration, ContentModel.standard());
    }

    /**
     * Loads everything but the model that chooses content.
     *
     * @param model takes the place of the one that ships
     * @throws IOException when the block lists that the configuration names cannot be read; the message names the path
     */
    public static ExtractionResources load(RunConfiguration configuration, ContentModel model) throws IOException {
        return new ExtractionResources(configuration, UrlPolicy.load(configuration.url()), model);
    }

    InputSettings input() {
        return input;
    }

    RightsSettings rights() {
        return rights;
    }

    ExtractSettings extract() {
        return extract;
    }

    UrlPolicy urls() {
        return urls;
    }

    ContentModel model() {
        return model;
    }

    OptOuts optOuts() {
        return optOuts;
    }
}
