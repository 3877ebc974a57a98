package org.babelmill.jobs.sample;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the pages that people wrote, and makes those that are made from others: copies, edited copies, moulds. */
final class SamplePages {

    /** YAML with the names of record components in kebab case. */
    static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE);

    private final Map<String, SamplePage> pages = new LinkedHashMap<>();

    private SamplePages() {}

    /**
     * All pages of a folder and the folders below, in the order of the files' paths and of the pages in them.
     *
     * @throws IOException where a file cannot be read, or is not YAML, or has an unknown key
     * @throws IllegalArgumentException where two pages have one id, or an edit does not find its place
     */
    static List<SamplePage> read(Path folder) throws IOException {
        SamplePages result = new SamplePages();
        for (Path file : yamlFiles(folder)) {
            try (MappingIterator<SamplePage> documents =
                    YAML.readerFor(SamplePage.class).readValues(file.toFile())) {
                while (documents.hasNext()) {
                    result.add(documents.next());
                }
            }
        }
        return List.copyOf(result.pages.values());
    }

    private static List<Path> yamlFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted(Comparator.comparing(file -> folder.relativize(file).toString()))
                    .toList();
        }
    }

    private void add(SamplePage page) {
        SamplePage whole = edited(completed(page));
        for (SamplePage made : poured(whole)) {
            if (pages.put(made.id(), made) != null) {
                throw new IllegalArgumentException("two sample pages are named " + made.id());
            }
        }
    }

    private SamplePage completed(SamplePage page) {
        if (page.sameAs() == null) {
            return page;
        }
        SamplePage original = pages.get(page.sameAs());
        if (original == null) {
            throw new IllegalArgumentException(page.id() + ": no page before it is named " + page.sameAs());
        }
        return with(page, new Content(original, page));
    }

    private static SamplePage edited(SamplePage page) {
        String text = page.text();
        for (SamplePage.Edit edit : page.edits()) {
            int at = text.indexOf(edit.from());
            if (at < 0) {
                throw new IllegalArgumentException(page.id() + ": its text has no \"" + edit.from() + '"');
            }
            text = text.substring(0, at)
                    + edit.to()
                    + text.substring(at + edit.from().length());
        }
        return with(page, new Content(page.id(), page.url(), page.lang(), page.title(), page.layout(), text));
    }

    private static List<SamplePage> poured(SamplePage page) {
        if (page.rows().isEmpty()) {
            return List.of(page);
        }
        List<SamplePage> result = new ArrayList<>();
        for (Map<String, String> row : page.rows()) {
            result.add(with(page, new Content(page, row)));
        }
        return result;
    }

    private static SamplePage with(SamplePage page, Content content) {
        return new SamplePage(
                content.id,
                page.kind(),
                content.url,
                content.lang,
                content.title,
                content.layout,
                content.text,
                page.head(),
                page.sameAs(),
                page.edits(),
                page.rows(),
                page.http(),
                page.warc(),
                page.twist());
    }

    /** The part of a page that copies and moulds change. */
    private record Content(String id, String url, String lang, String title, String layout, String text) {

        Content(SamplePage original, SamplePage copy) {
            this(
                    copy.id(),
                    copy.url(),
                    copy.lang().isEmpty() ? original.lang() : copy.lang(),
                    copy.title().isEmpty() ? original.title() : copy.title(),
                    copy.layout() == null ? original.layout() : copy.layout(),
                    copy.text().isEmpty() ? original.text() : copy.text());
        }

        Content(SamplePage mould, Map<String, String> row) {
            this(
                    mould.id() + '-' + row.get("id"),
                    filled(mould.url(), row),
                    mould.lang(),
                    filled(mould.title(), row),
                    mould.layout(),
                    filled(mould.text(), row));
        }

        private static String filled(String mould, Map<String, String> row) {
            String result = mould;
            for (Map.Entry<String, String> value : row.entrySet()) {
                result = result.replace("${" + value.getKey() + '}', value.getValue());
            }
            return result;
        }
    }
}
