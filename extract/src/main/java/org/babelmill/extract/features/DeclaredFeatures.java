package org.babelmill.extract.features;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.babelmill.extract.evidence.PageMetadata;
import org.babelmill.extract.text.Ascii;

/** What a page declares itself to be: Open Graph type, types of its JSON-LD, the program that made it. */
final class DeclaredFeatures {

    private static final int MAX_DATA = 100_000;
    private static final String TYPE = "\"@type\"";

    private static final List<String> TYPES = List.of(
            "Article",
            "NewsArticle",
            "BlogPosting",
            "TechArticle",
            "Product",
            "ItemList",
            "CollectionPage",
            "DiscussionForumPosting",
            "QAPage",
            "FAQPage",
            "Organization",
            "LocalBusiness",
            "BreadcrumbList",
            "WebPage",
            "WebSite",
            "Offer",
            "AggregateRating",
            "SearchAction",
            "Recipe",
            "JobPosting",
            "Event",
            "Person",
            "VideoObject",
            "Service",
            "SoftwareApplication",
            "ReportageNewsArticle",
            "AggregateOffer");

    private static final List<String> GENERATORS = List.of(
            "wordpress",
            "discourse",
            "phpbb",
            "vbulletin",
            "xenforo",
            "sphinx",
            "mkdocs",
            "docusaurus",
            "hugo",
            "jekyll",
            "shopify",
            "drupal",
            "mediawiki",
            "joomla",
            "wix",
            "blogger",
            "typo3",
            "elementor",
            "woocommerce",
            "gitbook",
            "doxygen",
            "javadoc",
            "squarespace",
            "webflow",
            "hubspot",
            "smf",
            "flarum",
            "nodebb");

    private final FeatureTable table;
    private final int article;
    private final int product;
    private final int website;
    private final int otherType;
    private final int publishedTime;
    private final int author;
    private final int description;
    private final int date;
    private final int scripts;
    private final int[] types = new int[TYPES.size()];
    private final int[] generators = new int[GENERATORS.size()];

    DeclaredFeatures(FeatureTable table) {
        this.table = table;
        article = table.declare("og-article");
        product = table.declare("og-product");
        website = table.declare("og-website");
        otherType = table.declare("og-other");
        publishedTime = table.declare("meta-published-time");
        author = table.declare("meta-author");
        description = table.declare("meta-description-length");
        date = table.declare("meta-date");
        scripts = table.declare("ld-scripts");
        for (int i = 0; i < types.length; i++) {
            types[i] = table.declare("ld-" + TYPES.get(i));
        }
        for (int i = 0; i < generators.length; i++) {
            generators[i] = table.declare("generator-" + GENERATORS.get(i));
        }
    }

    void fill(PageMetadata metadata) {
        String type = metadata.meta("og:type").orElse("");
        table.set(article, 0, type.equals("article") ? 1 : 0);
        table.set(product, 0, type.contains("product") ? 1 : 0);
        table.set(website, 0, type.equals("website") ? 1 : 0);
        table.set(otherType, 0, type.isEmpty() || type.equals("article") || type.equals("website") ? 0 : 1);
        table.set(publishedTime, 0, metadata.meta("article:published_time").isPresent() ? 1 : 0);
        table.set(author, 0, metadata.meta("author").isPresent() ? 1 : 0);
        table.set(description, 0, metadata.meta("description").orElse("").length());
        table.set(scripts, 0, metadata.data().size());
        Set<String> declared = types(metadata.data());
        for (int i = 0; i < types.length; i++) {
            table.set(types[i], 0, declared.contains(TYPES.get(i)) ? 1 : 0);
        }
        metas(metadata);
    }

    private void metas(PageMetadata metadata) {
        StringBuilder generator = new StringBuilder();
        boolean dated = false;
        for (PageMetadata.Meta meta : metadata.metas()) {
            dated |= meta.name().contains("date") || meta.name().contains("publish");
            if (meta.name().equals("generator")) {
                generator.append(Ascii.lower(meta.content())).append(' ');
            }
        }
        table.set(date, 0, dated ? 1 : 0);
        for (int i = 0; i < generators.length; i++) {
            table.set(generators[i], 0, generator.indexOf(GENERATORS.get(i)) >= 0 ? 1 : 0);
        }
    }

    /** Values of every {@code @type} in the scripts, read without a parser: many of them are no valid JSON. */
    private static Set<String> types(List<String> scripts) {
        Set<String> result = new TreeSet<>();
        int budget = MAX_DATA;
        for (String script : scripts) {
            String data = script.length() > budget ? script.substring(0, budget) : script;
            budget -= data.length();
            for (int at = data.indexOf(TYPE); at >= 0; at = data.indexOf(TYPE, at + 1)) {
                values(data, at + TYPE.length(), result);
            }
        }
        return result;
    }

    /** The strings of the value that begins here: one, or those of an array. */
    private static void values(String data, int from, Set<String> result) {
        int at = from;
        while (at < data.length()) {
            char c = data.charAt(at);
            if (c == '"') {
                int end = data.indexOf('"', at + 1);
                if (end < 0) {
                    return;
                }
                result.add(data.substring(at + 1, end));
                at = end;
            } else if (c == '}' || c == ']' || c == '{' || (c == ',' && !isArray(data, from))) {
                return;
            }
            at++;
        }
    }

    private static boolean isArray(String data, int from) {
        int at = from;
        while (at < data.length() && (data.charAt(at) == ':' || data.charAt(at) <= ' ')) {
            at++;
        }
        return at < data.length() && data.charAt(at) == '[';
    }
}
