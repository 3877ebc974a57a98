package org.babelmill.extract.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.babelmill.extract.text.Ascii;
import org.jsoup.nodes.Element;

/** Finds licence statements. Stateless. */
public final class Licences {

    private static final int MAX_TEXT = 1000;
    private static final int MAX_STATEMENTS = 50;
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> META_NAMES =
            Set.of("dc.rights", "dcterms.license", "dcterms.rights", "dc.rights.license", "license", "cc:license");

    private Licences() {}

    /** All statements of a page, each once. */
    public static List<Licence> of(PageMetadata page, List<Element> links) {
        Set<Licence> found = new LinkedHashSet<>();
        for (PageMetadata.Link link : page.links()) {
            if (link.relation().contains("license")) {
                add(found, Licence.Place.REL_LICENSE, link.target());
            }
        }
        for (Element link : links) {
            String target = link.attr("href");
            if (Ascii.contains(link.attr("rel"), "license")) {
                add(found, Licence.Place.REL_LICENSE, target);
            } else if (!name(target).equals("other")) {
                add(found, Licence.Place.LINK, target);
            }
        }
        for (PageMetadata.Meta meta : page.metas()) {
            if (META_NAMES.contains(meta.name())) {
                add(found, Licence.Place.META_ELEMENT, meta.content());
            }
        }
        for (String data : page.data()) {
            if (data.contains("\"license\"")) {
                jsonLd(data, found);
            }
        }
        return List.copyOf(found);
    }

    private static void add(Set<Licence> found, Licence.Place place, String text) {
        if (!text.isBlank() && found.size() < MAX_STATEMENTS) {
            String kept = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
            found.add(new Licence(name(text), place, kept));
        }
    }

    /** Values of {@code license}, plain or as {@code @id} or {@code url} of an object. Broken data ends the search. */
    private static void jsonLd(String data, Set<Licence> found) {
        try (JsonParser parser = JSON.createParser(data)) {
            boolean inLicence = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    boolean part = inLicence && (name.equals("@id") || name.equals("url"));
                    inLicence = name.equals("license") || part;
                } else if (inLicence && token == JsonToken.VALUE_STRING) {
                    add(found, Licence.Place.JSON_LD, parser.getText());
                    inLicence = false;
                }
            }
        } catch (IOException e) {
            // Hand-written JSON-LD is often broken; what stood before the break has been taken.
            return;
        }
    }

    /** The licence that an address of creativecommons.org stands for; {@code other} for any other text. */
    static String name(String address) {
        String lower = Ascii.lower(address);
        int host = lower.indexOf("creativecommons.org/");
        if (host < 0) {
            return "other";
        }
        List<String> steps = steps(lower.substring(host + "creativecommons.org/".length()));
        if (steps.size() < 2) {
            return "other";
        }
        String version = steps.size() > 2 && isVersion(steps.get(2)) ? "-" + steps.get(2) : "";
        return switch (steps.get(0)) {
            case "licenses" -> "cc-" + steps.get(1) + version;
            case "publicdomain" -> steps.get(1).equals("zero") ? "cc0" + version : "public-domain-mark";
            default -> "other";
        };
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= path.length() && steps.size() < 3; i++) {
            if (i == path.length() || "/?#\"' ".indexOf(path.charAt(i)) >= 0) {
                if (i > from) {
                    steps.add(path.substring(from, i));
                }
                from = i + 1;
            }
        }
        return steps;
    }

    private static boolean isVersion(String step) {
        return !step.isEmpty() && Ascii.isDigit(step.charAt(0));
    }
}
